import { findPossibleDuplicates, type Likeness, type PossibleDuplicate } from '@thaiqm/contract/merger/merger-routes.ts'
import { actorRange, readsReferredOnly, seesRestricted } from '@thaiqm/core/access/actor.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { toHouseholdRow } from '../household/household-list-store.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { lookUpHash } from '../platform/sealing.ts'
import { writeAudit } from '../sync/ledger-store.ts'
import { type AlikeRow, findAlikeHouseholds } from './possible-duplicates-store.ts'

const answered = (row: AlikeRow, sequenceInHouse: number): PossibleDuplicate => {
  const likenesses: [Likeness, boolean][] = [
    ['same-house-code', row.by_code],
    ['same-house-number', row.by_number],
    ['same-person', row.by_person],
  ]
  return {
    household: toHouseholdRow(row),
    why: likenesses.filter(([, holds]) => holds).map(([name]) => name),
    isOtherFamily: !row.by_person && row.sequence_in_house !== sequenceInHouse,
  }
}

/** Looking a person up by number is written into the audit, with how many were found. */
export const registerMergerRoutes = ({ app, findActor, parts }: HttpParts): void => {
  answerRoute(app, findActor, findPossibleDuplicates, async ({ actor, body }) => {
    if (!hasAbility(actor, 'read-households') || readsReferredOnly(actor)) return refuse('not-permitted')
    return inTransaction(parts.db, readingScope(actor), async trx => {
      const rows = await findAlikeHouseholds(trx, {
        range: actorRange(actor),
        areaCode: Number(body.areaCode),
        houseCode: body.houseCode,
        houseNumber: body.houseNumber.trim(),
        numberHashes: body.nationalNumbers.map(number => lookUpHash(parts.keys, number)),
        except: body.except,
        restricted: seesRestricted(actor),
      })
      await writeAudit(trx, actor, [
        {
          at: parts.clock.now(),
          act: 'FindPossibleDuplicates',
          objectKind: 'household',
          objectId: body.except,
          areaCode: Number(body.areaCode),
          details: { numbers: body.nationalNumbers.length, found: rows.length },
        },
      ])
      return succeed({ found: rows.map(row => answered(row, body.sequenceInHouse)) })
    })
  })
}
