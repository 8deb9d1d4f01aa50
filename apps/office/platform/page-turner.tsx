import { Button, ButtonRow } from '@thaiqm/ui/button.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'

const words = defineWords({
  before: { th: 'ก่อนหน้า', en: 'Previous' },
  next: { th: 'ถัดไป', en: 'Next' },
})

export interface PageTurnerProps {
  /** From 1. */
  readonly page: number
  readonly hasMore: boolean
  readonly onPage: (page: number) => void
}

/** Back and on through a list whose length nobody counts; nothing where all of it stands on one page. */
export const PageTurner = ({ page, hasMore, onPage }: PageTurnerProps) => {
  const say = useWords(words)
  if (page === 1 && !hasMore) return null
  return (
    <ButtonRow align="between">
      <Button icon="chevron-left" isDisabled={page === 1} onPress={() => onPage(page - 1)}>
        {say.before}
      </Button>
      <Button iconAfter="chevron-right" isDisabled={!hasMore} onPress={() => onPage(page + 1)}>
        {say.next}
      </Button>
    </ButtonRow>
  )
}

/** A page of the address as a number from 1. */
export const pageOf = (written: string | undefined): number => Math.max(1, Math.floor(Number(written ?? '1')) || 1)

/** A page as the address keeps it: the first is not written. */
export const writtenPage = (page: number): string | null => (page === 1 ? null : String(page))
