import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox, type ComboBoxProps as AriaComboBoxProps } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, type SelectProps as AriaSelectProps, SelectValue } from 'react-aria-components/Select'
import { FieldTop, type FieldWords, useFieldError } from './field.tsx'
import { Icon } from './icons.tsx'
import { useWords } from './language.tsx'
import type { SelectOption } from './select-option.ts'
import { uiWords } from './ui-words.ts'
import './select.css'

export type { SelectOption } from './select-option.ts'

const Option = ({ option }: { readonly option: SelectOption }) => (
  <ListBoxItem id={option.value} textValue={option.label} className="tq-option">
    <span className="tq-option-text">
      <span>{option.label}</span>
      {option.description !== undefined && <span className="tq-option-description">{option.description}</span>}
    </span>
    <Icon name="check" size={18} className="tq-option-check" />
  </ListBoxItem>
)

const EmptyOptions = ({ children }: { readonly children: ReactNode }) => (
  <div className="tq-option-empty">{children}</div>
)

export interface SelectProps<Value extends string>
  extends Omit<
      AriaSelectProps<object>,
      | 'children'
      | 'className'
      | 'style'
      | 'isInvalid'
      | 'value'
      | 'defaultValue'
      | 'onChange'
      | 'selectedKey'
      | 'defaultSelectedKey'
      | 'onSelectionChange'
      | 'selectionMode'
      | 'placeholder'
    >,
    FieldWords {
  readonly options: readonly SelectOption<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly placeholder?: string | undefined
}

/** One of a known short list (up to about 20; longer lists want ComboBox). */
export const Select = <Value extends string>({
  label,
  hint,
  error,
  isOptional,
  options,
  value,
  onChange,
  placeholder,
  ...rest
}: SelectProps<Value>) => {
  const words = useWords(uiWords)
  const shownError = useFieldError(error, rest.isRequired, value)
  return (
    <AriaSelect<object>
      validationBehavior="aria"
      {...rest}
      placeholder={placeholder ?? words.choose}
      value={value}
      onChange={chosen => {
        if (chosen !== null) onChange(String(chosen) as Value)
      }}
      isInvalid={shownError !== undefined}
      className="tq-field tq-select"
    >
      <FieldTop label={label} hint={hint} error={shownError} isOptional={isOptional} isRequired={rest.isRequired} />
      <AriaButton className="tq-input tq-select-button">
        <SelectValue className="tq-select-value">
          {({ selectedText, isPlaceholder, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <Icon name="chevron-down" size={18} />
      </AriaButton>
      <Popover className="tq-popover tq-popover-list" offset={4}>
        <ListBox className="tq-options" renderEmptyState={() => <EmptyOptions>{words.nothingFound}</EmptyOptions>}>
          {options.map(option => (
            <Option key={option.value} option={option} />
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

export interface ComboBoxProps<Value extends string>
  extends Omit<
      AriaComboBoxProps<SelectOption<Value>>,
      | 'children'
      | 'className'
      | 'style'
      | 'isInvalid'
      | 'items'
      | 'defaultItems'
      | 'value'
      | 'defaultValue'
      | 'onChange'
      | 'selectedKey'
      | 'defaultSelectedKey'
      | 'onSelectionChange'
      | 'selectionMode'
    >,
    FieldWords {
  readonly options: readonly SelectOption<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value | null) => void
  readonly placeholder?: string | undefined
  /** The caller filters (by `onInputChange`), for instance on the server; otherwise the typed text filters here. */
  readonly isFilteredByCaller?: boolean | undefined
}

/** One of a long list, found by typing part of it. */
export const ComboBox = <Value extends string>({
  label,
  hint,
  error,
  isOptional,
  options,
  value,
  onChange,
  placeholder,
  isFilteredByCaller,
  ...rest
}: ComboBoxProps<Value>) => {
  const words = useWords(uiWords)
  const shownError = useFieldError(error, rest.isRequired, value)
  const items = isFilteredByCaller === true ? { items: options } : { defaultItems: options }
  return (
    <AriaComboBox<SelectOption<Value>>
      validationBehavior="aria"
      menuTrigger="focus"
      allowsEmptyCollection
      {...rest}
      {...items}
      value={value}
      onChange={chosen => onChange(chosen === null ? null : (String(chosen) as Value))}
      isInvalid={shownError !== undefined}
      className="tq-field tq-combo-box"
    >
      <FieldTop label={label} hint={hint} error={shownError} isOptional={isOptional} isRequired={rest.isRequired} />
      <div className="tq-input-box">
        <Input className="tq-input" {...(placeholder === undefined ? {} : { placeholder })} />
        <AriaButton className="tq-combo-button" aria-label={words.showChoices}>
          <Icon name="chevron-down" size={18} />
        </AriaButton>
      </div>
      <Popover className="tq-popover tq-popover-list" offset={4}>
        <ListBox<SelectOption<Value>>
          className="tq-options"
          renderEmptyState={() => <EmptyOptions>{words.nothingFound}</EmptyOptions>}
        >
          {option => <Option key={option.value} option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
