import { type CalendarDate, parseDate } from '@internationalized/date'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarMonthPicker,
  CalendarYearPicker,
} from 'react-aria-components/Calendar'
import {
  DateField as AriaDateField,
  type DateFieldProps as AriaDateFieldProps,
  DateInput,
  DateSegment,
  type DateValue,
} from 'react-aria-components/DateField'
import {
  DatePicker as AriaDatePicker,
  type DatePickerProps as AriaDatePickerProps,
} from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Popover } from 'react-aria-components/Popover'
import { FieldTop, type FieldWords, useFieldError } from './field.tsx'
import { Icon } from './icons.tsx'
import { useWords } from './language.tsx'
import { dayOfIso, emptyDay, isoOfDay } from './typed-day.ts'
import { uiWords } from './ui-words.ts'
import './date-field.css'

type OwnProps = FieldWords & {
  /** ISO day of the common era, `2024-01-31`, or null. */
  readonly value: string | null
  readonly onChange: (day: string | null) => void
  readonly min?: string | undefined
  readonly max?: string | undefined
}

type Replaced =
  | 'children'
  | 'className'
  | 'style'
  | 'isInvalid'
  | 'value'
  | 'defaultValue'
  | 'onChange'
  | 'minValue'
  | 'maxValue'

export type DateFieldProps = Omit<AriaDateFieldProps<CalendarDate>, Replaced> & OwnProps
export type DatePickerProps = Omit<AriaDatePickerProps<CalendarDate>, Replaced> & OwnProps

/** Keeps what is being typed until it is a day, and follows the value given from outside. */
const useTypedDay = (value: string | null, onChange: (day: string | null) => void) => {
  const [typed, setTyped] = useState<DateValue | null>(null)
  const shown = isoOfDay(typed) === value ? typed : value === null ? null : dayOfIso(value)
  return {
    value: shown as CalendarDate | null,
    placeholderValue: emptyDay(),
    onChange: (date: DateValue | null) => {
      setTyped(date)
      const day = isoOfDay(date)
      if (day !== value) onChange(day)
    },
  }
}

const limits = (min: string | undefined, max: string | undefined) => ({
  ...(min === undefined ? {} : { minValue: parseDate(min) }),
  ...(max === undefined ? {} : { maxValue: parseDate(max) }),
})

const Segments = () => (
  <DateInput className="tq-date-input">
    {segment => <DateSegment segment={segment} className={`tq-date-segment tq-date-${segment.type}`} />}
  </DateInput>
)

/** A day known in full, typed: day / month / year in B.E. Arrow keys move and count. */
export const DateField = ({ label, hint, error, isOptional, value, onChange, min, max, ...rest }: DateFieldProps) => {
  const typed = useTypedDay(value, onChange)
  const shownError = useFieldError(error, rest.isRequired, value)
  return (
    <AriaDateField<CalendarDate>
      validationBehavior="aria"
      shouldForceLeadingZeros
      {...rest}
      {...limits(min, max)}
      {...typed}
      isInvalid={shownError !== undefined}
      className="tq-field"
    >
      <FieldTop label={label} hint={hint} error={shownError} isOptional={isOptional} isRequired={rest.isRequired} />
      <div className="tq-input-box tq-date-box">
        <Segments />
      </div>
    </AriaDateField>
  )
}

/** The same with a calendar to choose from: for days near today, such as a meeting or a due date. */
export const DatePicker = ({ label, hint, error, isOptional, value, onChange, min, max, ...rest }: DatePickerProps) => {
  const words = useWords(uiWords)
  const typed = useTypedDay(value, onChange)
  const shownError = useFieldError(error, rest.isRequired, value)
  return (
    <AriaDatePicker<CalendarDate>
      validationBehavior="aria"
      shouldForceLeadingZeros
      {...rest}
      {...limits(min, max)}
      {...typed}
      isInvalid={shownError !== undefined}
      className="tq-field"
    >
      <FieldTop label={label} hint={hint} error={shownError} isOptional={isOptional} isRequired={rest.isRequired} />
      <Group className="tq-input-box tq-date-box">
        <Segments />
        <AriaButton className="tq-combo-button tq-date-open" aria-label={words.openCalendar}>
          <Icon name="calendar" />
        </AriaButton>
      </Group>
      <Popover className="tq-popover" offset={4}>
        <Dialog className="tq-calendar-dialog" aria-label={words.openCalendar}>
          <MonthCalendar />
        </Dialog>
      </Popover>
    </AriaDatePicker>
  )
}

const MonthCalendar = () => {
  const words = useWords(uiWords)
  return (
    <Calendar className="tq-calendar">
      <header className="tq-calendar-head">
        <AriaButton slot="previous" className="tq-calendar-turn" aria-label={words.previousMonth}>
          <Icon name="chevron-left" />
        </AriaButton>
        <div className="tq-calendar-choices">
          <CalendarMonthPicker format="short">
            {({ items, value, onChange, 'aria-label': label }) => (
              <select
                className="tq-calendar-select"
                aria-label={label}
                value={value}
                onChange={event => onChange(Number(event.target.value))}
              >
                {items.map(month => (
                  <option key={month.id} value={month.id}>
                    {month.formatted}
                  </option>
                ))}
              </select>
            )}
          </CalendarMonthPicker>
          <CalendarYearPicker>
            {({ items, value, onChange, 'aria-label': label }) => (
              <select
                className="tq-calendar-select"
                aria-label={label}
                value={value}
                onChange={event => onChange(Number(event.target.value))}
              >
                {items.map(year => (
                  <option key={year.id} value={year.id}>
                    {year.formatted}
                  </option>
                ))}
              </select>
            )}
          </CalendarYearPicker>
        </div>
        <AriaButton slot="next" className="tq-calendar-turn" aria-label={words.nextMonth}>
          <Icon name="chevron-right" />
        </AriaButton>
      </header>
      <CalendarGrid className="tq-calendar-grid" weekdayStyle="narrow">
        <CalendarGridHeader>{day => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{date => <CalendarCell date={date} className="tq-calendar-cell" />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  )
}
