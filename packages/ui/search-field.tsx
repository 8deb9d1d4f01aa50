import { Button as AriaButton } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components/SearchField'
import { Icon } from './icons.tsx'
import { useWords } from './language.tsx'
import { uiWords } from './ui-words.ts'
import './search-field.css'
import './field.css'

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'children' | 'className' | 'style'> {
  /** What is searched; read aloud. “ค้นหา” if left out. */
  readonly label?: string | undefined
  readonly placeholder?: string | undefined
}

/** `value`/`onChange` while typing, `onSubmit` on Enter; Escape and the cross empty it. */
export const SearchField = ({ label, placeholder, ...rest }: SearchFieldProps) => {
  const words = useWords(uiWords)
  return (
    <AriaSearchField {...rest} aria-label={label ?? words.search} className="tq-search">
      <div className="tq-input-box">
        <span className="tq-input-affix">
          <Icon name="search" size={20} />
        </span>
        <Input className="tq-input" placeholder={placeholder ?? label ?? words.search} />
        <AriaButton className="tq-combo-button tq-search-clear" aria-label={words.clear}>
          <Icon name="close" size={18} />
        </AriaButton>
      </div>
    </AriaSearchField>
  )
}
