import { readCallBack } from '@thaiqm/contract/problem/call-back-routes.ts'
import { mayCommand } from '@thaiqm/core/access/permission.ts'
import { viewHousehold } from '@thaiqm/core/access/view-household.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { tookPart } from '@thaiqm/core/problem/took-part.ts'
import { findHousehold } from '../household/household-store.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { writeAudit } from '../sync/ledger-store.ts'

/** A caller learns whom to ask about what, and nothing that would colour the question. */
export const registerCallBackRoutes = ({ app, findActor, parts }: HttpParts): void => {
  const { db, keys, catalogue, clock } = parts
  answerRoute(app, findActor, readCallBack, async ({ actor, params }) => {
    if (!mayCommand(actor, 'AnswerCallBack')) return refuse('not-found')
    return inTransaction(db, readingScope(actor), async trx => {
      const stored = await findHousehold(trx, keys, params.householdId)
      if (stored === undefined) return refuse('not-found')
      const household = viewHousehold(stored.household, actor, catalogue.findForm)
      const problem = household.problems.find(p => p.id === params.problemId)
      if (problem?.callBack === undefined || problem.callBack.answer !== null) return refuse('not-found')
      await writeAudit(trx, actor, [
        {
          act: 'ReadCallBack',
          objectKind: 'household',
          objectId: household.id,
          areaCode: Number(household.areaCode),
          at: clock.now(),
        },
      ])
      const head = household.members.find(m => m.isHead) ?? household.members[0]
      const { houseNumber, villageName, sequenceInHouse } = household.address
      const isBarred = problem.closedBy === actor.personId || tookPart(household, problem, actor) !== null
      return succeed({
        version: household.version,
        headName: head === undefined ? '' : memberName(head),
        phone: household.phone,
        areaCode: household.areaCode,
        villageName,
        houseNumber,
        sequenceInHouse,
        kindCode: problem.kindCode,
        tries: problem.callBack.tries,
        barred: isBarred ? ('caller-took-part' as const) : null,
      })
    })
  })
}
