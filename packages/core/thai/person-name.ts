import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { normaliseThai } from './normalise-thai.ts'
import { splitTitle, standardTitle } from './title.ts'

export interface PersonName {
  /** As the register writes it (`นางสาว`, `สิบตำรวจตรี`), `''` when none was given. */
  readonly title: string
  readonly firstName: string
  /** `''` when none was given: monks, people without status, and people of the hills may have one name only. */
  readonly lastName: string
}

/** What offices type into a cell that has no name to give. */
const NO_NAME = /^(-+|–+|\.+|ไม่มี|ไม่ทราบ|ไม่ระบุ|ไม่ทราบชื่อ|n\/?a)$/i

/**
 * Splits `นางสาวสมหญิง ใจดี`, `ด.ช.ปิติ  คำภูเมือง`, `ส.ต.ต. วีระ ณ นคร` into title, first and last name.
 * Refuses `name-missing` for a blank, a dash or "ไม่ทราบ", and `name-has-no-letters`.
 */
export const readPersonName = (text: string): Outcome<PersonName, 'name-missing' | 'name-has-no-letters'> => {
  const name = normaliseThai(text)
  if (name === '' || NO_NAME.test(name)) return refuse('name-missing')
  if (!/\p{L}/u.test(name)) return refuse('name-has-no-letters')
  const { title, rest } = splitTitle(name)
  const [firstName = '', ...others] = rest.split(' ').filter(Boolean)
  if (firstName === '' || NO_NAME.test(rest)) return refuse('name-missing')
  return succeed({ title, firstName, lastName: others.join(' ') })
}

/** The same from three cells. A title typed into the first name's cell is found there. */
export const readPersonNameParts = (parts: {
  readonly title: string
  readonly firstName: string
  readonly lastName: string
}): Outcome<PersonName, 'name-missing' | 'name-has-no-letters'> => {
  const blankIfNone = (text: string) => (NO_NAME.test(text) ? '' : text)
  const title = normaliseThai(parts.title)
  const first = blankIfNone(normaliseThai(parts.firstName))
  const last = blankIfNone(normaliseThai(parts.lastName))
  if (title !== '') {
    // The title column is filled: `พระทอง` in the name column is then a name, not a monk.
    const repeated = splitTitle(first)
    const own = repeated.title === standardTitle(title) && repeated.rest !== '' ? repeated.rest : first
    if (own === '' && last === '') return refuse('name-missing')
    if (!/\p{L}/u.test(own + last)) return refuse('name-has-no-letters')
    const [firstName = '', ...others] = own.split(' ').filter(Boolean)
    return succeed({ title: standardTitle(title), firstName, lastName: last || others.join(' ') })
  }
  return readPersonName(`${first} ${last}`)
}

/** As papers write it: the title stands against the first name, a space before the last. */
export const formatPersonName = (name: PersonName): string => `${name.title}${name.firstName} ${name.lastName}`.trim()
