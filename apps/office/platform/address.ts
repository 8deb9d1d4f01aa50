import { useLocation, useParams, useRouter, useSearch } from '@tanstack/react-router'

export type AddressState = Readonly<Record<string, string>>

/** `?area=4901` as plain text both ways: codes are text, never numbers, in this app. */
export const parseAddress = (search: string): AddressState =>
  Object.fromEntries(new URLSearchParams(search.startsWith('?') ? search.slice(1) : search))

export const writeAddress = (state: Readonly<Record<string, unknown>>): string => {
  const kept = Object.entries(state).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept.map(([name, value]) => [name, String(value)]))}`
}

type AddressValue = string | number | boolean | null | undefined

/** A path with its state written out, for links. */
export const addressOf = (path: string, state: Readonly<Record<string, AddressValue>> = {}): string =>
  `${path}${writeAddress(state)}`

type Patch = Readonly<Record<string, string | null>>

const patched = (before: AddressState, patch: Patch): AddressState =>
  Object.fromEntries(
    Object.entries({ ...before, ...patch }).filter(
      (entry): entry is [string, string] => entry[1] !== null && entry[1] !== '',
    ),
  )

interface KeptState {
  readonly kept?: AddressState
}

/**
 * The state of a screen that outlives going back and reloading. `search` stands in the address bar. `kept` is what
 * must not stand there, because it may name a person (the words of a search): it lies in the browser's history entry.
 * `change` keeps what it does not name; null takes a name away.
 */
export const useAddress = () => {
  const router = useRouter()
  const search: AddressState = useSearch({ strict: false })
  const kept = useLocation({ select: location => (location.state as KeptState).kept }) ?? {}
  const change = (patch: Patch, keptPatch: Patch = {}): void => {
    const { pathname, search: now, state } = router.state.location
    const next = patched(now as AddressState, patch)
    const keptBefore = (state as KeptState).kept ?? {}
    router.history.replace(addressOf(pathname, next), { kept: patched(keptBefore, keptPatch) } as never)
  }
  return { search, kept, change }
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
