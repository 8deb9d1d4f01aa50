import type { FieldDatabase } from '../platform/field-database.ts'
import type { EarlierPhotos } from './earlier-photos.ts'
import type { PhotoOfHousehold } from './fetch-photo.ts'

/** What a list tells of a household's photos. */
export interface PhotosOfRow {
  readonly householdId: string
  readonly photos: readonly string[]
  readonly uncheckedProblems: number
}

const KEEPS = 'keepsEarlierPhotos'
const MOST_AFTER_A_ROUND = 60
/** Twice what a phone must have free to be ready: photos never take the room of work. */
const LEAST_FREE_BYTES = 600 * 1024 * 1024

/** Whether this person keeps earlier photos on this phone; yes until they say no. */
export const keepsPhotos = async (database: FieldDatabase): Promise<boolean> =>
  (await database.facts.get(KEEPS))?.value !== false

export const saveKeepsPhotos = async (database: FieldDatabase, value: boolean): Promise<void> => {
  await database.facts.put({ key: KEEPS, value })
}

/** The photos to fetch, those of houses with something still to be re-checked first. */
export const photosWanted = (rows: readonly PhotosOfRow[]): readonly PhotoOfHousehold[] =>
  [...rows]
    .sort((a, b) => Math.sign(b.uncheckedProblems) - Math.sign(a.uncheckedProblems))
    .flatMap(({ householdId, photos }) => photos.map(hash => ({ householdId, hash })))

/** A connection that nobody pays by the megabyte. Where the browser does not say, photos come on request only. */
export const isUnmetered = (connection: { readonly type?: string; readonly saveData?: boolean } | undefined): boolean =>
  connection?.saveData !== true && (connection?.type === 'wifi' || connection?.type === 'ethernet')

export const connectionOf = (navigator: Navigator) =>
  (navigator as Navigator & { readonly connection?: { readonly type?: string; readonly saveData?: boolean } })
    .connection

export interface KeepingParts {
  readonly database: FieldDatabase
  readonly photos: EarlierPhotos
  readonly rows: () => readonly PhotosOfRow[] | undefined
  readonly isUnmetered: () => boolean
  /** Null where the browser does not say. */
  readonly freeBytes: () => Promise<number | null>
}

/**
 * After everything else of a round: photos of households that have left this phone go, and over a free connection a few
 * more of the others come.
 */
export const createPhotoKeeping = ({ database, photos, rows, isUnmetered: isFree, freeBytes }: KeepingParts) => {
  let running: Promise<void> | undefined

  const run = async (): Promise<void> => {
    const households = await database.households.toCollection().primaryKeys()
    await photos.sweep(new Set(households))
    const known = rows()
    if (known === undefined || !isFree() || !(await keepsPhotos(database))) return
    const free = await freeBytes()
    if (free !== null && free < LEAST_FREE_BYTES) return
    await photos.fetch(photosWanted(known), { most: MOST_AFTER_A_ROUND, mayGoOn: isFree })
  }

  return {
    /** One at a time; what it cannot do now, the next round does. */
    afterRound: (): Promise<void> => {
      running ??= run()
        .catch(() => undefined)
        .finally(() => {
          running = undefined
        })
      return running
    },
  }
}
