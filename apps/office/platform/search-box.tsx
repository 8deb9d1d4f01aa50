import { SearchField } from '@thaiqm/ui/search-field.tsx'
import { useEffect, useState } from 'react'

const PAUSE_MS = 350

/** A search field that asks after a short pause in typing, or at once on Enter. */
export const SearchBox = ({
  label,
  value,
  onSearch,
}: {
  readonly label: string
  readonly value: string
  readonly onSearch: (text: string) => void
}) => {
  const [text, setText] = useState(value)
  useEffect(() => {
    if (text === value) return
    const timer = window.setTimeout(() => onSearch(text), PAUSE_MS)
    return () => window.clearTimeout(timer)
  }, [text, value, onSearch])
  return (
    <div className="of-search">
      <SearchField label={label} value={text} onChange={setText} onSubmit={onSearch} onClear={() => onSearch('')} />
    </div>
  )
}
