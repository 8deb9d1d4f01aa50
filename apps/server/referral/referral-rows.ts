import type { Household } from '@thaiqm/core/household/household.ts'
import { type Reading, readUntil, referralsOf } from '@thaiqm/core/referral/referral-of.ts'
import type { RowOf } from '../platform/database/write-rows.ts'
import type { referralTable } from './referral-table.ts'

type Row = RowOf<typeof referralTable>

/** What lies with agencies now, or did until their part was done; of two referrals to one agency the later speaks. */
export const referralRows = (
  household: Household,
  own: Pick<Row, 'shard_key' | 'household_id' | 'area_code'>,
  clocks: Reading['clocks'],
): readonly Row[] =>
  household.problems.flatMap(problem => {
    const rows = referralsOf(problem).flatMap((referral, index): Row[] =>
      referral.state === 'RETURNED' || referral.state === 'LAPSED'
        ? []
        : [
            {
              ...own,
              problem_id: problem.id,
              agency_code: referral.agencyCode,
              organisation_id: referral.organisationId,
              is_lead: index === 0 && problem.referral !== null,
              state: referral.state,
              answer_by: referral.answerBy ?? referral.dueOn,
              due_on: referral.dueOn,
              restricted: problem.restricted,
              open_until: readUntil(problem, referral, clocks),
              letter_number: referral.letter?.number ?? null,
              letter_on: referral.letter?.writtenOn ?? null,
              letter_office: referral.letter?.officeArea ?? null,
              letter_cases: referral.letter?.cases ?? null,
              earlier_letter_number: referral.earlierLetter?.number ?? null,
              earlier_letter_on: referral.earlierLetter?.writtenOn ?? null,
            },
          ],
    )
    return [...new Map(rows.map(row => [row.agency_code, row])).values()]
  })
