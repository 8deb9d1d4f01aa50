import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox'
import {
  CheckboxGroup as AriaCheckboxGroup,
  type CheckboxGroupProps as AriaCheckboxGroupProps,
} from 'react-aria-components/CheckboxGroup'
import {
  RadioGroup as AriaRadioGroup,
  type RadioGroupProps as AriaRadioGroupProps,
  Radio,
} from 'react-aria-components/RadioGroup'
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch'
import { toggleExclusively } from './exclusive-choice.ts'
import { FieldTop, type FieldWords, useFieldError } from './field.tsx'
import { Icon, type IconName } from './icons.tsx'
import { useWords } from './language.tsx'
import { uiWords } from './ui-words.ts'
import './choice-group.css'

export interface Choice<Value extends string = string> {
  readonly value: Value
  readonly label: string
  readonly description?: string | undefined
  readonly icon?: IconName | undefined
  readonly isDisabled?: boolean | undefined
}

/** `stack` one under the other (the default); `grid` two or more beside each other; `inline` short words in a row. */
export type ChoiceLayout = 'stack' | 'grid' | 'inline'

const ChoiceText = ({ choice }: { readonly choice: Choice }) => (
  <>
    {choice.icon !== undefined && <Icon name={choice.icon} size={24} className="tq-choice-icon" />}
    <span className="tq-choice-text">
      <span className="tq-choice-label">{choice.label}</span>
      {choice.description !== undefined && <span className="tq-choice-description">{choice.description}</span>}
    </span>
  </>
)

export interface RadioGroupProps<Value extends string>
  extends Omit<
      AriaRadioGroupProps,
      'children' | 'className' | 'style' | 'isInvalid' | 'value' | 'onChange' | 'defaultValue'
    >,
    FieldWords {
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly layout?: ChoiceLayout | undefined
}

/** One of several. Big cards under `data-density="field"`, compact rows in the office. Arrow keys move. */
export const RadioGroup = <Value extends string>({
  label,
  hint,
  error,
  isOptional,
  choices,
  onChange,
  layout = 'stack',
  ...rest
}: RadioGroupProps<Value>) => {
  const shownError = useFieldError(error, rest.isRequired, rest.value)
  return (
    <AriaRadioGroup
      validationBehavior="aria"
      {...rest}
      onChange={value => onChange(value as Value)}
      isInvalid={shownError !== undefined}
      className="tq-field tq-choices"
    >
      <FieldTop label={label} hint={hint} error={shownError} isOptional={isOptional} isRequired={rest.isRequired} />
      <div className={`tq-choices-list tq-choices-${layout}`}>
        {choices.map(choice => (
          <Radio
            key={choice.value}
            value={choice.value}
            isDisabled={choice.isDisabled === true}
            className="tq-choice tq-choice-radio"
          >
            <span className="tq-choice-mark" aria-hidden="true" />
            <ChoiceText choice={choice} />
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  )
}

export interface CheckboxGroupProps<Value extends string>
  extends Omit<
      AriaCheckboxGroupProps,
      'children' | 'className' | 'style' | 'isInvalid' | 'value' | 'onChange' | 'defaultValue'
    >,
    FieldWords {
  readonly choices: readonly Choice<Value>[]
  readonly value: readonly Value[]
  readonly onChange: (value: Value[]) => void
  /** The choice that excludes all others, such as “none of these”. It stands last, after a line. */
  readonly exclusive?: Value | undefined
  readonly layout?: ChoiceLayout | undefined
}

/** Any of several. */
export const CheckboxGroup = <Value extends string>({
  label,
  hint,
  error,
  isOptional,
  choices,
  value,
  onChange,
  exclusive,
  layout = 'stack',
  ...rest
}: CheckboxGroupProps<Value>) => {
  const shownError = useFieldError(error, rest.isRequired, value.length === 0 ? null : value.length)
  const ordinary = choices.filter(choice => choice.value !== exclusive)
  const none = choices.find(choice => choice.value === exclusive)
  return (
    <AriaCheckboxGroup
      validationBehavior="aria"
      {...rest}
      value={[...value]}
      onChange={next => onChange(toggleExclusively(value, next as Value[], exclusive))}
      isInvalid={shownError !== undefined}
      className="tq-field tq-choices"
    >
      <FieldTop label={label} hint={hint} error={shownError} isOptional={isOptional} isRequired={rest.isRequired} />
      <div className={`tq-choices-list tq-choices-${layout}`}>
        {ordinary.map(choice => (
          <ChoiceBox key={choice.value} choice={choice} />
        ))}
      </div>
      {none !== undefined && (
        <div className="tq-choices-none">
          <ChoiceBox choice={none} />
        </div>
      )}
    </AriaCheckboxGroup>
  )
}

const CheckMark = () => (
  <span className="tq-choice-mark" aria-hidden="true">
    <Icon name="check" size={16} />
  </span>
)

const ChoiceBox = ({ choice }: { readonly choice: Choice }) => (
  <AriaCheckbox value={choice.value} isDisabled={choice.isDisabled === true} className="tq-choice tq-choice-check">
    <CheckMark />
    <ChoiceText choice={choice} />
  </AriaCheckbox>
)

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode
}

/** A single box: `isSelected`, `onChange(boolean)`, the label as children. */
export const Checkbox = ({ children, ...rest }: CheckboxProps) => (
  <AriaCheckbox {...rest} className="tq-choice tq-choice-check tq-choice-single">
    <CheckMark />
    <span className="tq-choice-text">{children}</span>
  </AriaCheckbox>
)

export interface SwitchProps extends Omit<AriaSwitchProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode
}

/** On or off, at once, with no “save”: `isSelected`, `onChange(boolean)`. */
export const Switch = ({ children, ...rest }: SwitchProps) => (
  <AriaSwitch {...rest} className="tq-switch">
    <span className="tq-switch-track" aria-hidden="true">
      <span className="tq-switch-thumb" />
    </span>
    <span>{children}</span>
  </AriaSwitch>
)

type Answer = 'yes' | 'no' | 'unknown'

export interface YesNoProps extends FieldWords {
  readonly value: boolean | 'unknown' | null
  readonly onChange: (value: boolean | 'unknown') => void
  readonly yes?: string | undefined
  readonly no?: string | undefined
  /** A third answer, “ไม่ทราบ”, for what the person asked may not know. */
  readonly hasUnknown?: boolean | undefined
  readonly isRequired?: boolean | undefined
  readonly isDisabled?: boolean | undefined
}

/** Two big buttons beside each other (three with `hasUnknown`). */
export const YesNo = ({ value, onChange, yes, no, hasUnknown, isRequired, isDisabled, ...said }: YesNoProps) => {
  const words = useWords(uiWords)
  const choices: Choice<Answer>[] = [
    { value: 'yes', label: yes ?? words.yes },
    { value: 'no', label: no ?? words.no },
  ]
  if (hasUnknown === true) choices.push({ value: 'unknown', label: words.unknown })
  return (
    <div className="tq-yes-no">
      <RadioGroup<Answer>
        {...said}
        isRequired={isRequired === true}
        isDisabled={isDisabled === true}
        choices={choices}
        layout="inline"
        orientation="horizontal"
        value={value === null ? null : value === 'unknown' ? 'unknown' : value ? 'yes' : 'no'}
        onChange={answer => onChange(answer === 'unknown' ? 'unknown' : answer === 'yes')}
      />
    </div>
  )
}
