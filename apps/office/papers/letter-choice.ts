import type { readLettersToAgency } from '@thaiqm/contract/papers/papers-routes.ts'
import type { RouteReply } from '@thaiqm/contract/wire/route.ts'

/** What was written to an agency so far. */
export type WrittenLetters = RouteReply<typeof readLettersToAgency>

/** `new`: a letter for what has none yet · `copy`: the letters that were made · `all`: a new one for everything. */
export type LetterChoice = 'new' | 'copy' | 'all'

/** What can be made, the likeliest first: what has no letter yet, else a copy; a first letter leaves no choice. */
export const letterChoices = ({ unwritten, letters }: WrittenLetters): readonly LetterChoice[] =>
  letters.length === 0 ? ['all'] : unwritten > 0 ? ['new', 'copy', 'all'] : ['copy', 'all']

/** The letters that a new one follows, each once, the newest first: what อ้างถึง is about. */
export const earlierOf = ({ letters, earlier }: WrittenLetters, of: LetterChoice): WrittenLetters['earlier'] => {
  if (of === 'copy') return []
  const all = of === 'new' ? earlier : [...letters, ...earlier]
  const byName = new Map(all.map(({ number, writtenOn }) => [`${number} ${writtenOn}`, { number, writtenOn }]))
  return [...byName.values()].sort((a, b) => b.writtenOn.localeCompare(a.writtenOn))
}
