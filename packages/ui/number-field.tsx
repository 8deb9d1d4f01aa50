import { type ReactNode, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import { FieldTop, type FieldWords, useFieldError } from './field.tsx'
import { formatNumber, parseNumber } from './format.ts'
import { Icon } from './icons.tsx'
import { useLanguage, useWords } from './language.tsx'
import { uiWords } from './ui-words.ts'

export interface NumberFieldProps
  extends Omit<
      AriaTextFieldProps,
      'children' | 'className' | 'style' | 'isInvalid' | 'type' | 'value' | 'defaultValue' | 'onChange' | 'inputMode'
    >,
    FieldWords {
  readonly value: number | null
  /** Called while typing with the number so far, and `null` when the box is empty or no number. */
  readonly onChange: (value: number | null) => void
  readonly min?: number | undefined
  readonly max?: number | undefined
  /** How many decimals are kept; whole numbers if left out. */
  readonly decimals?: number | undefined
  /** Buttons − and + beside the number: for small counts on a phone. */
  readonly hasSteps?: boolean | undefined
  /** What is counted: “คน”, “ไร่”, “บาท”. */
  readonly unit?: ReactNode
}

const roundTo = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals

/**
 * A number typed with Thai or Western digits. It never changes what is being typed, nor what stands there on entering, so
 * that whoever comes by Tab types over all of it. It formats on leaving, and reports text that is no number as an error of
 * its own. Limits are the form's rule, so they bound the buttons, not the typing.
 */
export const NumberField = ({
  label,
  hint,
  error,
  isOptional,
  value,
  onChange,
  min,
  max,
  decimals = 0,
  hasSteps,
  unit,
  ...rest
}: NumberFieldProps) => {
  const { language } = useLanguage()
  const words = useWords(uiWords)
  const [draft, setDraft] = useState<string>()
  const parsedDraft = draft === undefined ? undefined : parseNumber(draft)
  const isNoNumber = draft !== undefined && draft.trim() !== '' && parsedDraft === undefined
  const ownError = useFieldError(error, rest.isRequired, value)
  const shownError = isNoNumber ? words.notNumber : ownError
  const formatted =
    value === null ? '' : formatNumber(value, language, { decimals: Number.isInteger(value) ? 0 : decimals })

  const read = (text: string) => {
    setDraft(text)
    const parsed = parseNumber(text)
    onChange(parsed === undefined ? null : roundTo(parsed, decimals))
  }
  const stepBy = (step: number) => {
    const from = value ?? (step > 0 ? (min ?? 0) - 1 : (max ?? 1))
    const next = Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(min ?? Number.NEGATIVE_INFINITY, from + step))
    setDraft(undefined)
    onChange(next)
  }

  return (
    <AriaTextField
      validationBehavior="aria"
      {...rest}
      value={draft ?? formatted}
      onChange={read}
      onBlur={event => {
        if (!isNoNumber) setDraft(undefined)
        rest.onBlur?.(event)
      }}
      isInvalid={shownError !== undefined}
      inputMode={decimals > 0 ? 'decimal' : 'numeric'}
      autoComplete="off"
      className="tq-field"
    >
      <FieldTop label={label} hint={hint} error={shownError} isOptional={isOptional} isRequired={rest.isRequired} />
      <div className={hasSteps === true ? 'tq-input-box tq-input-box-steps' : 'tq-input-box tq-input-box-number'}>
        {hasSteps === true && (
          <AriaButton
            slot={null}
            className="tq-input-step"
            aria-label={`${words.less} ${label}`}
            isDisabled={rest.isDisabled === true || (value !== null && min !== undefined && value <= min)}
            onPress={() => stepBy(-1)}
          >
            <Icon name="minus" />
          </AriaButton>
        )}
        <Input className="tq-input tq-input-number" />
        {unit !== undefined && <span className="tq-input-affix">{unit}</span>}
        {hasSteps === true && (
          <AriaButton
            slot={null}
            className="tq-input-step"
            aria-label={`${words.more} ${label}`}
            isDisabled={rest.isDisabled === true || (value !== null && max !== undefined && value >= max)}
            onPress={() => stepBy(1)}
          >
            <Icon name="plus" />
          </AriaButton>
        )}
      </div>
    </AriaTextField>
  )
}

/** An amount in baht, never negative; `satang` allows two decimals. */
export const MoneyField = ({
  hasSatang,
  ...rest
}: Omit<NumberFieldProps, 'unit' | 'decimals' | 'hasSteps'> & { readonly hasSatang?: boolean | undefined }) => {
  const words = useWords(uiWords)
  return <NumberField min={0} {...rest} decimals={hasSatang === true ? 2 : 0} unit={words.baht} />
}
