import type { HTMLInputTypeAttribute, ReactNode } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import { FieldTop, type FieldWords, useFieldError } from './field.tsx'

type SharedProps = Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | 'type'> & FieldWords

export interface TextFieldProps extends SharedProps {
  readonly type?: HTMLInputTypeAttribute | undefined
  readonly placeholder?: string | undefined
  /** Stands inside the box, before or after the text: a unit, an icon. */
  readonly prefix?: ReactNode
  readonly suffix?: ReactNode
}

/** One line of text: `value`/`onChange(text)`, label, hint, error. */
export const TextField = ({
  label,
  hint,
  error,
  isOptional,
  placeholder,
  prefix,
  suffix,
  type = 'text',
  ...rest
}: TextFieldProps) => {
  const shownError = useFieldError(error, rest.isRequired, rest.value)
  const input = <Input className="tq-input" {...(placeholder === undefined ? {} : { placeholder })} />
  return (
    <AriaTextField
      validationBehavior="aria"
      {...rest}
      type={type as NonNullable<AriaTextFieldProps['type']>}
      isInvalid={shownError !== undefined}
      className="tq-field"
    >
      <FieldTop label={label} hint={hint} error={shownError} isOptional={isOptional} isRequired={rest.isRequired} />
      {prefix === undefined && suffix === undefined ? (
        input
      ) : (
        <div className="tq-input-box">
          {prefix !== undefined && <span className="tq-input-affix">{prefix}</span>}
          {input}
          {suffix !== undefined && <span className="tq-input-affix">{suffix}</span>}
        </div>
      )}
    </AriaTextField>
  )
}

export interface TextAreaProps extends SharedProps {
  readonly rows?: number | undefined
  readonly placeholder?: string | undefined
}

/** Several lines of text. With `maxLength` it shows how much is used. */
export const TextArea = ({ label, hint, error, isOptional, rows = 3, placeholder, ...rest }: TextAreaProps) => {
  const shownError = useFieldError(error, rest.isRequired, rest.value)
  return (
    <AriaTextField validationBehavior="aria" {...rest} isInvalid={shownError !== undefined} className="tq-field">
      <FieldTop label={label} hint={hint} error={shownError} isOptional={isOptional} isRequired={rest.isRequired} />
      <AriaTextArea className="tq-input" rows={rows} {...(placeholder === undefined ? {} : { placeholder })} />
      {rest.maxLength !== undefined && rest.value !== undefined && (
        <span className="tq-field-count" aria-hidden="true">
          {rest.value.length} / {rest.maxLength}
        </span>
      )}
    </AriaTextField>
  )
}
