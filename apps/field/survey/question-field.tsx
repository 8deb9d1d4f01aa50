import type { QuestionState } from '@thaiqm/core/form/evaluate-form.ts'
import { type AnswerValue, DECLINED } from '@thaiqm/core/form/form-answers.ts'
import type { Question, QuestionType } from '@thaiqm/core/form/form-definition.ts'
import { toArabicDigits } from '@thaiqm/core/thai/thai-digits.ts'
import { Checkbox, CheckboxGroup, RadioGroup, YesNo } from '@thaiqm/ui/choice-group.tsx'
import { DateField } from '@thaiqm/ui/date-field.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { NumberField } from '@thaiqm/ui/number-field.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import type { ReactNode } from 'react'
import { ReadQuestion } from './read-question.tsx'

const words = defineWords({
  declined: { th: 'ไม่สะดวกถาม (ให้ผู้ได้รับอนุญาตถามภายหลัง)', en: 'Not convenient to ask (a permitted officer asks later)' },
  answer: { th: 'โปรดตอบข้อนี้', en: 'Please answer this' },
  acknowledged: { th: 'ผู้ให้ข้อมูลและผู้สำรวจรับทราบข้อมูลในแบบนี้แล้ว', en: 'Informant and surveyor acknowledge this form' },
})

interface Asked {
  readonly question: Question
  readonly label: string
  readonly hint: string | undefined
  readonly error: string | undefined
  readonly value: AnswerValue
  readonly isRequired: boolean
  readonly language: 'th' | 'en'
  readonly onChange: (value: AnswerValue) => void
}

const choicesOf = ({ question, language }: Asked) =>
  (question.choices ?? []).map(choice => ({
    value: choice.value,
    label: language === 'th' ? choice.labelTh : choice.labelEn,
  }))

const said = ({ label, hint, error, isRequired }: Asked) => ({ label, hint, error, isRequired })

const textOf = (value: AnswerValue): string => (typeof value === 'string' && value !== DECLINED ? value : '')

const asNumber = (asked: Asked): ReactNode => (
  <NumberField
    {...said(asked)}
    value={typeof asked.value === 'number' ? asked.value : null}
    onChange={asked.onChange}
    decimals={asked.question.type === 'money' ? 0 : 2}
    unit={asked.question.unit}
  />
)

const asTick = (asked: Asked): ReactNode => (
  <Checkbox isSelected={asked.value === true} onChange={ticked => asked.onChange(ticked ? true : null)}>
    {asked.label}
  </Checkbox>
)

const asLine = (asked: Asked): ReactNode => (
  <TextField {...said(asked)} value={textOf(asked.value)} onChange={asked.onChange} />
)

const asPhone = (asked: Asked): ReactNode => (
  <TextField
    {...said(asked)}
    type="tel"
    value={textOf(asked.value)}
    onChange={text => asked.onChange(toArabicDigits(text))}
  />
)

const heldElsewhere = (): ReactNode => null

/** One drawing for each type of question: a new type does not compile until it has one. */
const drawings: Record<QuestionType, (asked: Asked) => ReactNode> = {
  single: asked => (
    <RadioGroup
      {...said(asked)}
      choices={choicesOf(asked)}
      value={textOf(asked.value) === '' ? null : textOf(asked.value)}
      onChange={asked.onChange}
    />
  ),
  multi: asked => (
    <CheckboxGroup
      {...said(asked)}
      choices={choicesOf(asked)}
      value={Array.isArray(asked.value) ? asked.value : []}
      onChange={asked.onChange}
      exclusive={asked.question.choices?.find(choice => choice.exclusive === true)?.value}
    />
  ),
  yesno: asked => (
    <YesNo
      {...said(asked)}
      value={
        asked.value === 'yes' || asked.value === true
          ? true
          : asked.value === 'no' || asked.value === false
            ? false
            : null
      }
      onChange={answer => asked.onChange(answer === true ? 'yes' : 'no')}
    />
  ),
  number: asNumber,
  money: asNumber,
  text: asked => (
    <TextArea {...said(asked)} isOptional={!asked.isRequired} value={textOf(asked.value)} onChange={asked.onChange} />
  ),
  date: asked => (
    <DateField
      {...said(asked)}
      value={textOf(asked.value) === '' ? null : textOf(asked.value)}
      onChange={asked.onChange}
    />
  ),
  phone: asPhone,
  address: asLine,
  ack: asTick,
  signature: asTick,
  calculate: heldElsewhere,
  gps: heldElsewhere,
  photo: heldElsewhere,
  'house-code': heldElsewhere,
  'national-number': heldElsewhere,
  roster: heldElsewhere,
}

/** A calculated value, shown so that the surveyor can see whether it makes sense. */
const Calculated = ({ state, language }: { readonly state: QuestionState; readonly language: 'th' | 'en' }) => {
  if (typeof state.value !== 'number') return null
  const { question } = state
  return (
    <dl className="fd-calculated">
      <dt>{language === 'th' ? question.labelTh : question.labelEn}</dt>
      <dd>
        {formatNumber(state.value, language)} {question.unit}
      </dd>
    </dl>
  )
}

/** Where a question stands on the page, for links that lead to it. */
export const questionElementId = (questionId: string, instanceId: string | null): string =>
  instanceId === null ? `q-${questionId}` : `q-${questionId}-${instanceId}`

export interface QuestionFieldProps {
  readonly state: QuestionState
  /** Says beside each unanswered required question that it is missing. */
  readonly showsMissing: boolean
  readonly onChange: (value: AnswerValue) => void
}

/** One question of the form, drawn by its type, with its warning and "ไม่สะดวกถาม". */
export const QuestionField = ({ state, showsMissing, onChange }: QuestionFieldProps) => {
  const { language } = useLanguage()
  const phrases = useWords(words)
  const { question, value, violation } = state
  if (question.type === 'calculate') return <Calculated state={state} language={language} />
  const isDeclined = value === DECLINED
  const isMissing = showsMissing && question.required && !state.answered
  const blocked = violation?.severity === 'block' ? violation : undefined
  const warned = violation?.severity === 'warn' ? violation : undefined
  const sentence = (of: typeof violation) => (language === 'th' ? of?.messageTh : of?.messageEn)
  const asked: Asked = {
    question,
    label:
      question.type === 'signature' ? phrases.acknowledged : language === 'th' ? question.labelTh : question.labelEn,
    hint: language === 'th' ? question.hintTh : question.hintEn,
    error: sentence(blocked) ?? (isMissing ? phrases.answer : undefined),
    value: isDeclined ? null : value,
    isRequired: question.required,
    language,
    onChange,
  }
  return (
    <div id={questionElementId(question.id, state.instanceId)} className="fd-question" data-question={question.id}>
      <ReadQuestion question={question} />
      {isDeclined ? <p className="fd-strong">{asked.label}</p> : drawings[question.type](asked)}
      {question.skippable === true && (
        <Checkbox isSelected={isDeclined} onChange={ticked => onChange(ticked ? DECLINED : null)}>
          {phrases.declined}
        </Checkbox>
      )}
      {warned !== undefined && <Notice tone="warning">{sentence(warned)}</Notice>}
    </div>
  )
}
