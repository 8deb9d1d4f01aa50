import type { AgendaItemKind } from '@thaiqm/core/meeting/meeting.ts'
import { agendaItemKindNames } from './meeting-names.ts'

/** `บ้านเลขที่ 12 หมู่ที่ 7 ตำบลโพนทราย`: how a household is named where many read it. */
export const houseWords = (houseNumber: string, villageCode: string, tambon = ''): string =>
  [
    `บ้านเลขที่ ${houseNumber.trim() === '' ? '(ไม่มีเลขที่)' : houseNumber}`,
    `หมู่ที่ ${Number(villageCode.slice(6))}`,
    tambon === '' ? '' : `ตำบล${tambon}`,
  ]
    .filter(Boolean)
    .join(' ')

/** `สังกะสี 40 แผ่น · ตำบลโพนทราย`: a need in the words partners read, and no more of where it is than they are told. */
export const needTitle = (
  { what, quantity, unit }: { readonly what: string; readonly quantity: number; readonly unit: string },
  tambon: string,
): string =>
  [`${what} ${quantity.toLocaleString('en')} ${unit}`.trim(), tambon === '' ? '' : `ตำบล${tambon}`]
    .filter(Boolean)
    .join(' · ')
    .slice(0, 300)

/** What the agenda says of a matter that was drawn from what waits: what it is and which house; never a name. */
export const agendaTitle = (
  kind: AgendaItemKind,
  { house, kindNames }: { readonly house: string | null; readonly kindNames: readonly string[] },
): string =>
  // A need is its own name; of everything else the meeting first hears what is asked of it.
  [kind === 'need-priority' ? '' : agendaItemKindNames[kind].th, house, kindNames.join(' ')]
    .filter(part => part !== null && part !== '')
    .join(' · ')
    .slice(0, 300)
