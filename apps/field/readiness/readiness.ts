/** What a phone says of itself before a trip. Ages in milliseconds, sizes in bytes. */
export interface PhoneFacts {
  /** Whether the app's own files, forms included, lie on the phone. */
  readonly appFiles: 'impossible' | 'storing' | 'stored'
  readonly hasUpdate: boolean
  /** Whether there is a form for the round that people are surveyed in now. */
  readonly hasForm: boolean
  readonly areas: readonly { readonly isWhole: boolean; readonly ageInMs: number | null }[]
  /** How long households may still be seen without contact; 0 when they may not be seen now. */
  readonly viewLeftInMs: number
  readonly households: number
  /** Households that know where they stand, for the map. */
  readonly placed: number
  /** Photos of these households from before: how many there are, how many lie here, and whether they are to. */
  readonly photos: { readonly all: number; readonly here: number; readonly isKept: boolean }
  /** Null where the browser does not say. */
  readonly isPersisted: boolean | null
  readonly freeBytes: number | null
  readonly isWriteReadBack: boolean
  readonly isInstalled: boolean
  /** How far the phone's clock is from the server's; null when the server could not be asked. */
  readonly clockOffByMs: number | null
  readonly waiting: number
  readonly oldestWaitingAgeInMs: number | null
}

export type ReadinessLevel = 'ready' | 'warning' | 'not-ready'

export type ReadinessItem =
  | 'app'
  | 'form'
  | 'households'
  | 'lease'
  | 'photos'
  | 'map'
  | 'write'
  | 'space'
  | 'persisted'
  | 'installed'
  | 'clock'
  | 'unsent'
  | 'version'

/** One line of the check. `state` names what was found; the screen has a sentence for each. */
export interface ReadinessLine {
  readonly item: ReadinessItem
  readonly level: ReadinessLevel
  readonly state: string
}

const DAY_IN_MS = 86_400_000
const MINUTE_IN_MS = 60_000
const LEAST_FREE_BYTES = 300 * 1024 * 1024
const FRESH_FOR_DAYS = 1
const VIEW_AT_LEAST_DAYS = 5
const WAITING_AT_MOST_DAYS = 3
const CLOCK_OFF_BY_AT_MOST_MINUTES = 5

const ready = (state = 'ready') => ({ level: 'ready', state }) as const
const warning = (state: string) => ({ level: 'warning', state }) as const
const notReady = (state: string) => ({ level: 'not-ready', state }) as const

type Found = Pick<ReadinessLine, 'level' | 'state'>

const inOrder: readonly ReadinessLevel[] = ['not-ready', 'warning', 'ready']

/** The order of lines of one level: what the trip needs first. */
const rules: Readonly<Record<ReadinessItem, (phone: PhoneFacts) => Found>> = {
  households: ({ areas }) => {
    if (areas.length === 0) return notReady('none')
    if (areas.some(area => !area.isWhole)) return notReady('partly')
    const isOld = areas.some(({ ageInMs }) => ageInMs === null || ageInMs > FRESH_FOR_DAYS * DAY_IN_MS)
    return isOld ? warning('old') : ready()
  },
  lease: ({ viewLeftInMs }) => {
    if (viewLeftInMs <= 0) return notReady('over')
    return viewLeftInMs >= VIEW_AT_LEAST_DAYS * DAY_IN_MS ? ready() : warning('short')
  },
  form: ({ hasForm, appFiles }) => {
    if (!hasForm) return notReady('none')
    return appFiles === 'stored' ? ready() : notReady('not-stored')
  },
  app: ({ appFiles }) => (appFiles === 'stored' ? ready() : notReady(appFiles)),
  photos: ({ photos: { all, here, isKept } }) => {
    if (all === 0) return ready('none')
    if (!isKept) return ready('off')
    return here < all ? warning('partly') : ready()
  },
  // A house is found by its number as well: houses without position do not keep anybody at home.
  map: ({ placed }) => ready(placed === 0 ? 'none' : 'ready'),
  unsent: ({ waiting, oldestWaitingAgeInMs }) => {
    if (waiting === 0) return ready()
    return (oldestWaitingAgeInMs ?? 0) > WAITING_AT_MOST_DAYS * DAY_IN_MS ? warning('old') : ready('waiting')
  },
  write: ({ isWriteReadBack }) => (isWriteReadBack ? ready() : notReady('failed')),
  space: ({ freeBytes }) => {
    if (freeBytes === null) return warning('unknown')
    return freeBytes >= LEAST_FREE_BYTES ? ready() : notReady('little')
  },
  persisted: ({ isPersisted }) =>
    isPersisted === true ? ready() : isPersisted === null ? warning('unknown') : notReady('refused'),
  installed: ({ isInstalled }) => (isInstalled ? ready() : notReady('not-installed')),
  clock: ({ clockOffByMs }) => {
    if (clockOffByMs === null) return warning('unknown')
    return Math.abs(clockOffByMs) <= CLOCK_OFF_BY_AT_MOST_MINUTES * MINUTE_IN_MS ? ready() : warning('wrong')
  },
  version: ({ hasUpdate }) => (hasUpdate ? warning('old') : ready()),
}

/**
 * Whether a phone may go into the field for days (reliability: ready only when installed, storage kept, 300 MB free, a
 * test write read back). What is to be done stands above; the verdict is the worst of the lines.
 */
export const judgeReadiness = (
  phone: PhoneFacts,
): { readonly verdict: ReadinessLevel; readonly lines: readonly ReadinessLine[] } => {
  const found = (Object.keys(rules) as ReadinessItem[]).map(item => ({ item, ...rules[item](phone) }))
  const lines = inOrder.flatMap(level => found.filter(line => line.level === level))
  return { verdict: lines[0]?.level ?? 'ready', lines }
}
