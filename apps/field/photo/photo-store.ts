import type { FieldDatabase } from '../platform/field-database.ts'

const HASH = /"([0-9a-f]{64})"/g

/** The photos a command's input names, wherever they stand in it: the visit's own and each piece of evidence. */
export const photosIn = (input: unknown): readonly string[] => [
  ...new Set([...JSON.stringify(input).matchAll(HASH)].map(([, hash]) => hash ?? '')),
]

/** Photos of a form that is on its way are to be uploaded; until then they were only the draft's. */
export const keepPhotosForSending = async ({ photos }: FieldDatabase, input: unknown): Promise<void> => {
  const named = photosIn(input)
  await photos
    .where('hash')
    .anyOf([...named])
    .and(photo => photo.state === 'draft')
    .modify({ state: 'waiting' })
}

/** Keeps a photo for a form still being filled in; one that is known already stays as it is. */
export const keepDraftPhoto = async ({ photos }: FieldDatabase, hash: string, bytes: Blob): Promise<void> => {
  if ((await photos.get(hash)) === undefined) await photos.put({ hash, bytes, state: 'draft' })
}

/** Photos that have arrived need no room on the phone, unless a draft still shows them. */
export const forgetSentPhotos = async ({ photos, drafts }: FieldDatabase): Promise<void> => {
  const shown = JSON.stringify(await drafts.toArray())
  const sent = await photos.where('state').equals('sent').primaryKeys()
  await photos.bulkDelete(sent.filter(hash => !shown.includes(hash)))
}
