import type { AnswerValue } from '@thaiqm/core/form/form-answers.ts'
import type { Question } from '@thaiqm/core/form/form-definition.ts'
import { CheckboxGroup } from '@thaiqm/ui/choice-group.tsx'
import { DateField } from '@thaiqm/ui/date-field.tsx'
import { useLanguage } from '@thaiqm/ui/language.tsx'
import { NumberField } from '@thaiqm/ui/number-field.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { writeAnswer } from '../survey/shown-answers.ts'

/** The right field for a question's kind of answer. */
export const AnswerField = ({
  question,
  label,
  value,
  onChange,
  error,
}: {
  readonly question: Question
  readonly label: string
  readonly value: AnswerValue
  readonly onChange: (value: AnswerValue) => void
  readonly error: string | undefined
}) => {
  const { language } = useLanguage()
  const choices = (question.choices ?? []).map(choice => ({
    value: choice.value,
    label: language === 'th' ? choice.labelTh : choice.labelEn,
  }))
  const words = { label, error, isRequired: true }
  switch (question.type) {
    case 'number':
    case 'money':
      return (
        <NumberField
          {...words}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
          unit={question.unit}
        />
      )
    case 'single':
      return (
        <Select {...words} options={choices} value={typeof value === 'string' ? value : null} onChange={onChange} />
      )
    case 'yesno':
      return (
        <Select
          {...words}
          options={['yes', 'no'].map(one => ({ value: one, label: writeAnswer(question, one, language) ?? one }))}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
        />
      )
    case 'multi':
      return (
        <CheckboxGroup
          {...words}
          choices={choices}
          exclusive={question.choices?.find(choice => choice.exclusive === true)?.value}
          value={Array.isArray(value) ? value : []}
          onChange={onChange}
        />
      )
    case 'date':
      return <DateField {...words} value={typeof value === 'string' ? value : null} onChange={onChange} />
    default:
      return (
        <TextField {...words} value={typeof value === 'string' ? value : ''} onChange={onChange} maxLength={4000} />
      )
  }
}
