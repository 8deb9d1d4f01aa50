import { useParams, useRouter, useSearch } from '@tanstack/react-router'

export type AddressState = Readonly<Record<string, string>>

/** `?area=4901` as plain text both ways: codes are text, never numbers, in this app. */
export const parseAddress = (search: string): AddressState =>
  Object.fromEntries(new URLSearchParams(search.startsWith('?') ? search.slice(1) : search))

export const writeAddress = (state: Readonly<Record<string, unknown>>): string => {
  const kept = Object.entries(state).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept.map(([name, value]) => [name, String(value)]))}`
}

/** A path with its state written out, for links. */
export const addressOf = (
  path: string,
  state: Readonly<Record<string, string | number | boolean | null | undefined>> = {},
) => `${path}${writeAddress(state)}`

/** The state of a screen that lives in the address bar. `change` keeps what it does not name; null takes a name away. */
export const useAddress = () => {
  const router = useRouter()
  const search: AddressState = useSearch({ strict: false })
  const change = (patch: Readonly<Record<string, string | null>>): void => {
    const next = Object.fromEntries(
      Object.entries({ ...search, ...patch }).filter((entry): entry is [string, string] => entry[1] !== null),
    )
    router.history.replace(addressOf(router.state.location.pathname, next))
  }
  return { search, change }
}

/** One parameter of the path; empty where the path has none of that name. */
export const useParam = (name: string): string => {
  const params: AddressState = useParams({ strict: false })
  return params[name] ?? ''
}

/** Goes to a path of the app. */
export const useGo = (): ((path: string) => void) => {
  const router = useRouter()
  return path => router.history.push(path)
}
