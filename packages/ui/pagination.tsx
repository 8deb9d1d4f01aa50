import { Button } from './button.tsx'
import { formatNumber } from './format.ts'
import { useLanguage, useWords } from './language.tsx'
import { pagesAround } from './pages-around.ts'
import { uiWords } from './ui-words.ts'
import './pagination.css'

export interface PaginationProps {
  /** From 1. */
  readonly page: number
  readonly pageSize: number
  /** How many rows there are in all. */
  readonly total: number
  /** There are more than `total`, which were not counted. */
  readonly isMore?: boolean | undefined
  readonly onPage: (page: number) => void
}

/** “แสดง 1–50 จาก 493 รายการ” and the pages. */
export const Pagination = ({ page, pageSize, total, isMore = false, onPage }: PaginationProps) => {
  const { language } = useLanguage()
  const words = useWords(uiWords)
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const write = (value: number) => formatNumber(value, language)
  const first = total === 0 ? 0 : (page - 1) * pageSize + 1
  return (
    <nav className="tq-pages" aria-label={words.pages}>
      <p className="tq-pages-shown">
        {(isMore ? words.rowsShownOfMore : words.rowsShown)(
          write(first),
          write(Math.min(total, page * pageSize)),
          write(total),
        )}
      </p>
      {pages > 1 && (
        <div className="tq-pages-buttons">
          <Button size="small" icon="chevron-left" isDisabled={page <= 1} onPress={() => onPage(page - 1)}>
            {words.previousPage}
          </Button>
          <ol>
            {pagesAround(page, pages).map(at =>
              typeof at === 'string' ? (
                <li key={at} className="tq-pages-gap" aria-hidden="true">
                  …
                </li>
              ) : (
                <li key={at}>
                  <button
                    type="button"
                    className="tq-pages-page"
                    aria-label={words.page(at)}
                    aria-current={at === page ? 'page' : undefined}
                    onClick={() => onPage(at)}
                  >
                    {write(at)}
                  </button>
                </li>
              ),
            )}
          </ol>
          <Button size="small" iconAfter="chevron-right" isDisabled={page >= pages} onPress={() => onPage(page + 1)}>
            {words.nextPage}
          </Button>
        </div>
      )}
    </nav>
  )
}
