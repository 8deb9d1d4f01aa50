import type { ListedHousehold } from './household-filter.ts'

/** What a household's mark says; each has a shape of its own beside its colour. */
export type MarkKind = 'left' | 'returned' | 'draft' | 'sent' | 'outside'

export const markKinds: readonly MarkKind[] = ['left', 'draft', 'returned', 'sent', 'outside']

/** What is to be done there comes before what is done. */
export const markOf = (row: ListedHousehold): MarkKind => {
  if (row.formState === 'RETURNED') return 'returned'
  if (row.hasDraft) return 'draft'
  if (row.formState !== 'NOT_STARTED') return 'sent'
  return row.isTarget ? 'left' : 'outside'
}

const shapes: Record<MarkKind, string> = {
  left: 'M0-9 9 0 0 9-9 0z',
  draft: 'M-8-8H8V8H-8z',
  returned: 'M0-10 10 8H-10z',
  sent: 'M0-8.5A8.500 8.500 0 1 1 0 8.500 8.500 8.500 0 1 1 0-8.500z',
  outside: 'M-6-6 6 6M6-6-6 6',
}

/** A mark around the point (0, 0). */
export const MapMark = ({ kind }: { readonly kind: MarkKind }) => (
  <g className={`fd-mark fd-mark-${kind}`}>
    <path d={shapes[kind]} />
    {kind === 'sent' && <path d="m-4 .5 3 3 5-6" className="fd-mark-tick" />}
  </g>
)
