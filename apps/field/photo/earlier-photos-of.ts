import type { FieldApp } from '../platform/field-app.tsx'
import { createEarlierPhotos, type EarlierPhotos, fetchPhoto } from './earlier-photos.ts'

const opened = new Map<string, EarlierPhotos>()

/** The earlier photos of the person who works here; one store for each person on this phone. */
export const earlierPhotosOf = ({ actor, vault }: Pick<FieldApp, 'actor' | 'vault'>): EarlierPhotos => {
  const known = opened.get(actor.personId)
  if (known !== undefined) return known
  const made = createEarlierPhotos({ personId: actor.personId, keys: vault.keys, fetchPhoto })
  opened.set(actor.personId, made)
  return made
}
