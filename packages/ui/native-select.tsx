import { useId } from 'react'
import { type FieldWords, FormField, useFieldError } from './field.tsx'
import { Icon } from './icons.tsx'
import { useWords } from './language.tsx'
import type { SelectOption } from './select-option.ts'
import { uiWords } from './ui-words.ts'
import './date-field.css'

export interface NativeSelectProps<Value extends string> extends FieldWords {
  readonly id?: string | undefined
  readonly options: readonly SelectOption<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly placeholder?: string | undefined
  readonly isRequired?: boolean | undefined
  readonly isDisabled?: boolean | undefined
}

/** The device's own list: for phones, where it is quick, familiar and costs no download. */
export const NativeSelect = <Value extends string>({
  id,
  options,
  value,
  onChange,
  placeholder,
  isRequired,
  isDisabled = false,
  ...said
}: NativeSelectProps<Value>) => {
  const words = useWords(uiWords)
  const ownId = useId()
  const fieldId = id ?? ownId
  const error = useFieldError(said.error, isRequired, value)
  const described = [said.hint ? `${fieldId}-hint` : '', error === undefined ? '' : `${fieldId}-error`]
  return (
    <FormField id={fieldId} isRequired={isRequired} {...said} error={error}>
      <span className="tq-native-select tq-native-select-wide">
        <select
          id={fieldId}
          className="tq-input"
          value={value ?? ''}
          disabled={isDisabled}
          required={isRequired === true}
          aria-invalid={error !== undefined}
          aria-describedby={described.join(' ').trim() || undefined}
          onChange={event => {
            const chosen = options.find(option => option.value === event.target.value)
            if (chosen !== undefined) onChange(chosen.value)
          }}
        >
          <option value="" disabled>
            {placeholder ?? words.choose}
          </option>
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" size={18} />
      </span>
    </FormField>
  )
}
