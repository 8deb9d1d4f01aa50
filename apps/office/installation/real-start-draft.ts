import type { startForReal } from '@thaiqm/contract/installation/installation-routes.ts'
import type { RouteCall } from '@thaiqm/contract/wire/route.ts'

export interface RealStartDraft {
  readonly provinceCode: string | null
  readonly name: string
  readonly position: string
  readonly username: string
  readonly password: string
  readonly baselineNameTh: string
  readonly baselineYearBe: number
  readonly nameTh: string
  readonly yearBe: number
  readonly opensOn: string | null
  readonly recordBy: string | null
  readonly resolveBy: string | null
  readonly graceDays: number
}

type Wrong = 'provinceMissing' | 'missing' | 'usernameWrong' | 'passwordShort' | 'order'
type WrongFields = Partial<Record<keyof RealStartDraft, Wrong>>
type Body = Omit<RouteCall<typeof startForReal>['body'], 'token'>

export type CheckedRealStart =
  | { readonly ok: true; readonly value: Body }
  | { readonly ok: false; readonly wrong: WrongFields }

const isYearBe = (year: number): boolean => Number.isInteger(year) && year >= 2500 && year <= 2700

/** The draft as the server takes it, or what is wrong with which field. */
export const checkRealStart = (draft: RealStartDraft): CheckedRealStart => {
  const { provinceCode, opensOn, recordBy, resolveBy } = draft
  const username = draft.username.trim().toLowerCase()
  const wrong: WrongFields = {
    ...(provinceCode === null ? { provinceCode: 'provinceMissing' } : {}),
    ...(draft.name.trim() === '' ? { name: 'missing' } : {}),
    ...(draft.position.trim() === '' ? { position: 'missing' } : {}),
    ...(/^[a-z0-9][a-z0-9._-]{2,39}$/.test(username) ? {} : { username: 'usernameWrong' }),
    ...(draft.password.length < 15 ? { password: 'passwordShort' } : {}),
    ...(draft.baselineNameTh.trim() === '' ? { baselineNameTh: 'missing' } : {}),
    ...(isYearBe(draft.baselineYearBe) ? {} : { baselineYearBe: 'missing' }),
    ...(draft.nameTh.trim() === '' ? { nameTh: 'missing' } : {}),
    ...(isYearBe(draft.yearBe) ? {} : { yearBe: 'missing' }),
    ...(opensOn === null ? { opensOn: 'missing' } : {}),
    ...(recordBy === null
      ? { recordBy: 'missing' }
      : opensOn !== null && recordBy < opensOn
        ? { recordBy: 'order' }
        : {}),
    ...(resolveBy === null
      ? { resolveBy: 'missing' }
      : recordBy !== null && resolveBy < recordBy
        ? { resolveBy: 'order' }
        : {}),
    ...(draft.graceDays < 0 || draft.graceDays > 60 ? { graceDays: 'missing' } : {}),
  }
  if (
    Object.keys(wrong).length > 0 ||
    provinceCode === null ||
    opensOn === null ||
    recordBy === null ||
    resolveBy === null
  )
    return { ok: false, wrong }
  return {
    ok: true,
    value: {
      provinceCode,
      administrator: {
        username,
        name: draft.name.trim(),
        position: draft.position.trim(),
        password: draft.password,
      },
      rounds: {
        baselineNameTh: draft.baselineNameTh.trim(),
        baselineYearBe: draft.baselineYearBe,
        nameTh: draft.nameTh.trim(),
        yearBe: draft.yearBe,
        opensOn,
        recordBy,
        resolveBy,
        graceDays: draft.graceDays,
      },
    },
  }
}
