import { useId, useState } from 'react'
import { type FieldWords, LabelText } from './field.tsx'
import { Icon } from './icons.tsx'
import { useLanguage, useWords } from './language.tsx'
import { type PartialDateParts, type PartialDateReading, readPartialDate, toPartialDateParts } from './partial-date.ts'
import { uiWords } from './ui-words.ts'
import type { Language } from './words.ts'
import './date-field.css'
import './field.css'

export interface PartialDateFieldProps extends FieldWords {
  /** ISO of the common era with what is known: `1952`, `1952-03` or `1952-03-14`; null when nothing is. */
  readonly value: string | null
  /** Called with null while the boxes hold no date (yet). */
  readonly onChange: (date: string | null) => void
  /** Nothing less than a whole day counts: a survey day on a phone. */
  readonly isWholeDay?: boolean | undefined
  readonly isRequired?: boolean | undefined
  readonly isDisabled?: boolean | undefined
}

const WHOLE_DAY = 'YYYY-MM-DD'.length

const monthNames = (language: Language): readonly string[] => {
  const format = new Intl.DateTimeFormat(language === 'th' ? 'th-TH' : 'en-GB', { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 15)))
}

const refusalOf = (reading: PartialDateReading, words: ReturnType<typeof useUiWords>): string | undefined => {
  switch (reading.state) {
    case 'no-such-day':
      return words.noSuchDay
    case 'year-out-of-range':
      return words.yearOutOfRange
    case 'looks-common-era':
      return words.looksCommonEra(reading.year)
    default:
      return undefined
  }
}

const useUiWords = () => useWords(uiWords)

/** A date of which perhaps only the year, or month and year, is known: births and old events. Day and month may stay empty. */
export const PartialDateField = ({
  label,
  hint,
  error,
  isOptional,
  isWholeDay = false,
  isRequired,
  isDisabled = false,
  value,
  onChange,
}: PartialDateFieldProps) => {
  const { language } = useLanguage()
  const words = useUiWords()
  const id = useId()
  const [draft, setDraft] = useState<PartialDateParts>(() => toPartialDateParts(value))
  const reading = readPartialDate(draft)
  const dateOf = (of: PartialDateReading) =>
    of.state === 'read' && (!isWholeDay || of.date.length === WHOLE_DAY) ? of.date : null
  const read = dateOf(reading)
  // A value from outside (another person opened, an answer restored) replaces what stands in the boxes.
  const parts = read === value || value === null ? draft : toPartialDateParts(value)
  const shownError = (parts === draft ? refusalOf(reading, words) : undefined) ?? error
  const change = (changed: Partial<PartialDateParts>) => {
    const next = { ...parts, ...changed }
    setDraft(next)
    onChange(dateOf(readPartialDate(next)))
  }
  const described = [hint === undefined ? '' : `${id}-hint`, shownError === undefined ? '' : `${id}-error`]
  const shared = { className: 'tq-input', disabled: isDisabled, 'aria-invalid': shownError !== undefined }
  return (
    <fieldset
      className="tq-field"
      data-invalid={shownError === undefined ? undefined : true}
      aria-describedby={described.join(' ').trim() || undefined}
    >
      <legend className="tq-field-label">
        <LabelText label={label} isOptional={isOptional} isRequired={isRequired} />
      </legend>
      {hint !== undefined && (
        <span className="tq-field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {shownError !== undefined && (
        <span className="tq-field-error" id={`${id}-error`}>
          <Icon name="alert" size={18} />
          <span>{shownError}</span>
        </span>
      )}
      <div className="tq-partial-date">
        <label className="tq-partial-date-part">
          {words.day}
          <input
            {...shared}
            inputMode="numeric"
            autoComplete="off"
            maxLength={2}
            value={parts.day}
            onChange={event => change({ day: event.target.value })}
          />
        </label>
        <label className="tq-partial-date-part">
          {words.month}
          <span className="tq-native-select">
            <select {...shared} value={parts.month} onChange={event => change({ month: event.target.value })}>
              <option value="">{isWholeDay ? words.choose : words.unknown}</option>
              {monthNames(language).map((name, at) => (
                <option key={name} value={String(at + 1)}>
                  {name}
                </option>
              ))}
            </select>
            <Icon name="chevron-down" size={18} />
          </span>
        </label>
        <label className="tq-partial-date-part">
          {words.yearBe}
          <input
            {...shared}
            className="tq-input tq-partial-date-year"
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            value={parts.yearBe}
            onChange={event => change({ yearBe: event.target.value })}
          />
        </label>
      </div>
    </fieldset>
  )
}
