import type { Household } from '@thaiqm/core/household/household.ts'
import { consentedPhotos } from '@thaiqm/core/photo/consented-photos.ts'
import { own, shape } from '../household/household-tables.ts'
import type { RowOf } from '../platform/database/write-rows.ts'

/** Photos that helpers may see, by hardship. `organisation_ids`: the only ones, with spaces between; empty: all who helped. */
export const consentedPhotoTable = shape(
  'consented_photos',
  { ...own, problem_id: 'uuid', photo_hash: 'text', organisation_ids: 'text', consented_on: 'date' },
  'shard_key',
  'household_id',
  'problem_id',
  'photo_hash',
)

type Row = RowOf<typeof consentedPhotoTable>

export const consentedPhotoRows = (
  household: Household,
  key: Pick<Row, 'shard_key' | 'household_id' | 'area_code'>,
): readonly Row[] =>
  consentedPhotos(household).map(({ problemId, photo, organisationIds, consentedOn }) => ({
    ...key,
    problem_id: problemId,
    photo_hash: photo,
    organisation_ids: organisationIds.join(' '),
    consented_on: consentedOn,
  }))
