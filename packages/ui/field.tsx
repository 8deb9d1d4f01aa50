import { createContext, type ReactNode, useContext } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { Icon } from './icons.tsx'
import { useWords } from './language.tsx'
import { uiWords } from './ui-words.ts'
import './field.css'

const MissingContext = createContext(false)

/** Fields of a form that was sent too early: every required one that is empty says so, all at once. */
export const MarkMissing = ({ isOn, children }: { readonly isOn: boolean; readonly children: ReactNode }) => (
  <MissingContext value={isOn}>{children}</MissingContext>
)

/** The field's own error, else that it is still empty where the form asks for that. */
export const useFieldError = (
  error: string | undefined,
  isRequired: boolean | undefined,
  value: string | number | null | undefined,
): string | undefined => {
  const isMarked = useContext(MissingContext)
  const words = useWords(uiWords)
  const isEmpty = value === null || (typeof value === 'string' && value.trim() === '')
  return error ?? (isMarked && isRequired === true && isEmpty ? words.fillIn : undefined)
}

/** What every field says around its input. The label is always visible; the error says how to repair it. */
export interface FieldWords {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** Adds “(ไม่บังคับ)” to the label. */
  readonly isOptional?: boolean | undefined
}

interface LabelTextProps {
  readonly label: string
  readonly isOptional?: boolean | undefined
  readonly isRequired?: boolean | undefined
}

/** The label's own text with its mark: a red star when required (also read aloud), or “optional”. */
export const LabelText = ({ label, isOptional, isRequired }: LabelTextProps) => {
  const words = useWords(uiWords)
  return (
    <>
      {label}
      {isRequired === true && (
        <span className="tq-field-star" aria-hidden="true">
          *
        </span>
      )}
      {isOptional === true && <span className="tq-field-optional"> ({words.optional})</span>}
    </>
  )
}

export interface FieldTopProps extends FieldWords {
  readonly isRequired?: boolean | undefined
}

/** Label, hint and error above the input, inside any react-aria field. The error stands where the eye already is. */
export const FieldTop = ({ label, hint, error, isOptional, isRequired }: FieldTopProps) => (
  <>
    <Label className="tq-field-label">
      <LabelText label={label} isOptional={isOptional} isRequired={isRequired} />
    </Label>
    {hint !== undefined && hint !== null && (
      <Text slot="description" className="tq-field-hint">
        {hint}
      </Text>
    )}
    <FieldError className="tq-field-error">
      {error !== undefined && (
        <>
          <Icon name="alert" size={18} />
          <span>{error}</span>
        </>
      )}
    </FieldError>
  </>
)

export interface FormFieldProps extends FieldWords {
  /** The id of the control inside; hint and error get `<id>-hint` and `<id>-error` for its aria-describedby. */
  readonly id: string
  readonly isRequired?: boolean | undefined
  readonly children: ReactNode
}

/** The same frame for a control that is not from here: a map, a signature pad, a native input. */
export const FormField = ({ id, label, hint, error, isOptional, isRequired, children }: FormFieldProps) => (
  <div className="tq-field" data-invalid={error === undefined ? undefined : true}>
    <label className="tq-field-label" htmlFor={id}>
      <LabelText label={label} isOptional={isOptional} isRequired={isRequired} />
    </label>
    {hint !== undefined && hint !== null && (
      <span className="tq-field-hint" id={`${id}-hint`}>
        {hint}
      </span>
    )}
    {error !== undefined && (
      <span className="tq-field-error" id={`${id}-error`}>
        <Icon name="alert" size={18} />
        <span>{error}</span>
      </span>
    )}
    {children}
  </div>
)

/** Fields under each other with the right gaps. `columns` puts them side by side on wide screens. */
export const FieldStack = ({
  columns = 1,
  children,
}: {
  readonly columns?: 1 | 2 | 3 | undefined
  readonly children: ReactNode
}) => <div className={`tq-field-stack tq-field-stack-${columns}`}>{children}</div>
