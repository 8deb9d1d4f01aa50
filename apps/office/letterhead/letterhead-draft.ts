import { areaByCode } from '@thaiqm/catalogue/catalogue.ts'
import type { FindAreaName } from '@thaiqm/core/area/place-in-words.ts'
import { type LetterheadDetails, letterheadDetails } from '@thaiqm/core/letterhead/letterhead.ts'
import { officeWords } from '@thaiqm/core/letterhead/office-words.ts'

/** The letterhead as it is being typed; the address one line under the other. */
export type LetterheadDraft = Omit<LetterheadDetails, 'areaCode' | 'addressLines'> & { readonly address: string }

/** What an office begins with: its names from the register, everything else for it to say. */
export const newDraft = (areaCode: string, findName: FindAreaName): LetterheadDraft => {
  const words = officeWords(areaCode, findName, code => areaByCode.get(code)?.zip)
  return {
    officeName: words.officeName,
    address: words.areaLines.join('\n'),
    ownerOffice: words.ownerOffice,
    phone: '',
    email: '',
    numberPrefix: '',
    signerName: '',
    signerPosition: words.signerPosition,
    emblem: null,
  }
}

export const draftOf = ({ areaCode: _areaCode, addressLines, ...rest }: LetterheadDetails): LetterheadDraft => ({
  ...rest,
  address: addressLines.join('\n'),
})

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

export type LetterheadField = keyof LetterheadDraft

/** The draft as a command's input, or the fields that do not do yet. */
export const readDraft = (
  areaCode: string,
  draft: LetterheadDraft,
):
  | { readonly ok: true; readonly details: LetterheadDetails }
  | { readonly ok: false; readonly fields: ReadonlySet<LetterheadField> } => {
  const { address, emblem, ...texts } = draft
  const trimmed = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.trim()]))
  const signerPosition = linesOf(texts.signerPosition).join('\n')
  const read = letterheadDetails.safeParse({
    areaCode,
    ...trimmed,
    signerPosition,
    addressLines: linesOf(address),
    emblem,
  })
  if (read.success) return { ok: true, details: read.data }
  const named = read.error.issues.map(issue => (issue.path[0] === 'addressLines' ? 'address' : issue.path[0]))
  return { ok: false, fields: new Set(named as LetterheadField[]) }
}
