import type { AddressState } from '../platform/address.ts'

const sorts = ['house', 'name', 'due', 'state', 'kind', 'changed'] as const
type ListSort = (typeof sorts)[number]

export interface ListQuery {
  readonly area?: string
  readonly overdueOnly?: true
  readonly detail?: string
  readonly search?: string
  readonly sort: ListSort
  readonly descending: boolean
  readonly page: number
  readonly pageSize: number
}

/** What a list asks of the server, from its address and the words that do not stand there. Nonsense counts as absent. */
export const readListQuery = (address: AddressState, kept: AddressState): ListQuery => {
  const { area, detail, overdue, sort, descending, page } = address
  const search = kept.search?.trim() ?? ''
  return {
    ...(area !== undefined && /^(\d{2}|\d{4}|\d{6}|\d{8})$/.test(area) ? { area } : {}),
    ...(overdue === '1' ? { overdueOnly: true } : {}),
    ...(detail !== undefined && detail !== '' ? { detail: detail.slice(0, 10) } : {}),
    ...(search === '' ? {} : { search: search.slice(0, 100) }),
    sort: sorts.find(known => known === sort) ?? 'house',
    descending: descending === '1',
    page: Math.max(1, Math.trunc(Number(page)) || 1),
    pageSize: 50,
  }
}

/** The same as the route's own parameters. */
export const listParameters = ({ overdueOnly, descending, ...rest }: ListQuery) => ({
  ...rest,
  ...(overdueOnly === true ? { overdueOnly: 'true' } : {}),
  ...(descending ? { descending: 'true' } : {}),
})
