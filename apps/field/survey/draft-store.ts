import type { FieldDatabase } from '../platform/field-database.ts'
import type { Draft } from './draft.ts'

/** Drafts on this phone, one a household. */
const createDraftStore = ({ drafts, photos }: FieldDatabase) => {
  const latest = new Map<string, Draft>()
  const unwritten = new Set<string>()
  let writing: Promise<void> | undefined

  const writeAll = async (): Promise<void> => {
    for (const householdId of unwritten) {
      unwritten.delete(householdId)
      const draft = latest.get(householdId)
      if (draft !== undefined) await drafts.put(draft)
    }
    writing = undefined
    if (unwritten.size > 0) await save()
  }

  const save = (draft?: Draft): Promise<void> => {
    if (draft !== undefined) {
      latest.set(draft.householdId, draft)
      unwritten.add(draft.householdId)
    }
    writing ??= writeAll()
    return writing
  }

  return {
    /** Writes the newest; while one write runs, those in between are skipped: each draft is whole. */
    save: (draft: Draft): Promise<void> => save(draft),

    /** The newest, also while it is still being written. */
    find: async (householdId: string): Promise<Draft | undefined> =>
      latest.get(householdId) ?? (await drafts.get(householdId)),

    /** Away with the draft and the photos only it had. */
    remove: async (householdId: string): Promise<void> => {
      latest.delete(householdId)
      unwritten.delete(householdId)
      await writing
      await drafts.delete(householdId)
      const named = JSON.stringify([...(await drafts.toArray()), ...latest.values()])
      const unused = await photos.where('state').equals('draft').toArray()
      await photos.bulkDelete(unused.map(photo => photo.hash).filter(hash => !named.includes(hash)))
    },
  }
}

export type DraftStore = ReturnType<typeof createDraftStore>

const stores = new WeakMap<FieldDatabase, DraftStore>()

/** The drafts of one person's database; asked twice it is the same store, so that no screen sees an older draft. */
export const draftStoreOf = (database: FieldDatabase): DraftStore => {
  const known = stores.get(database) ?? createDraftStore(database)
  stores.set(database, known)
  return known
}
