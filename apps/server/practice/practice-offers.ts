import type { Household } from '@thaiqm/core/household/household.ts'
import { addDays, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { AllocationId, CommandId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { OfferCommand } from '@thaiqm/core/offer/offer-command.ts'
import { problemAllows } from '@thaiqm/core/problem/problem-state.ts'
import type { CommandEnvelope, LedgerKind } from '@thaiqm/core/sync/command-envelope.ts'
import type { CommandBatch } from './command-batches.ts'
import type { Hand } from './household-story.ts'
import { namedHouseholdId, namedHouseholds } from './named-households.ts'
import { findOrganisation } from './practice-organisations.ts'
import { getPerson } from './practice-people.ts'
import { instantOn, LAST_DAY_OF_HISTORY, later, reXrayRound } from './practice-rounds.ts'
import { uuidFrom } from './seeded-random.ts'

interface Offered {
  readonly partner: string
  readonly what: string
  readonly unit: string
  readonly quantity: number
  readonly budgetBaht: number | null
  readonly kindCodes: readonly string[]
  readonly remedyIds: readonly string[]
}

const DISTRICT = '4901'

/** What partners of the town district offer; the amounts are invented. */
const offered: readonly Offered[] = [
  {
    partner: 'temple-1-4901',
    what: 'สังกะสีและไม้โครงหลังคา',
    unit: 'แผ่น',
    quantity: 120,
    budgetBaht: null,
    kindCodes: ['P201'],
    remedyIds: ['H040'],
  },
  {
    partner: 'firm-1-4901',
    what: 'ชุดสุขภัณฑ์พร้อมติดตั้งราคาทุน',
    unit: 'ชุด',
    quantity: 6,
    budgetBaht: 60_000,
    kindCodes: ['P204'],
    remedyIds: ['H044', 'H052'],
  },
  {
    partner: 'foundation-1-4901',
    what: 'ถังเก็บน้ำ 1,000 ลิตรพร้อมเครื่องกรอง',
    unit: 'ชุด',
    quantity: 5,
    budgetBaht: null,
    kindCodes: ['P205', 'P206'],
    remedyIds: ['H054', 'H055'],
  },
  {
    partner: 'volunteers-2-4901',
    what: 'แรงงานช่างซ่อมบ้านและห้องส้วม',
    unit: 'วันทำงาน',
    quantity: 90,
    budgetBaht: null,
    kindCodes: ['P201', 'P204'],
    remedyIds: ['H043', 'H053'],
  },
  {
    partner: 'college-4901',
    what: 'เดินสายไฟในบ้านใหม่ทั้งหลังโดยนักศึกษา',
    unit: 'หลัง',
    quantity: 8,
    budgetBaht: 40_000,
    kindCodes: ['P207', 'P208'],
    remedyIds: ['H063'],
  },
]

/** What a household with such a hardship needs, in words that tell nobody. */
const needed: Readonly<Record<string, readonly [what: string, quantity: number, unit: string]>> = {
  P201: ['สังกะสีสำหรับซ่อมหลังคา', 40, 'แผ่น'],
  P204: ['ชุดสุขภัณฑ์และวัสดุสร้างห้องส้วม', 1, 'ชุด'],
  P205: ['เครื่องกรองน้ำและถังเก็บน้ำดื่ม', 1, 'ชุด'],
  P206: ['ถังเก็บน้ำใช้', 1, 'ชุด'],
  P208: ['เดินสายไฟในบ้านใหม่', 1, 'หลัง'],
}

export interface PickedNeed {
  readonly householdId: Household['id']
  readonly problemId: ProblemId
  readonly kindCode: string
}

const MOST_NEEDS = 14

const named: ReadonlySet<string> = new Set(namedHouseholds.map(({ key }) => namedHouseholdId(key)))

/** Remembers, of the households told, those whose hardship the district publishes: one each, of every kind a few. */
export const needPicker = () => {
  const picked: PickedNeed[] = []
  return {
    picked: picked as readonly PickedNeed[],
    look: (household: Household | null): void => {
      // Households that guides and journeys speak of stay as those tell them.
      if (
        household === null ||
        named.has(household.id) ||
        picked.length >= MOST_NEEDS ||
        !household.areaCode.startsWith(DISTRICT)
      )
        return
      const problem = household.problems.find(
        p =>
          !p.restricted &&
          needed[p.kindCode] !== undefined &&
          ['OPEN', 'PLANNED'].includes(p.state) &&
          problemAllows[p.state].includes('PublishNeed'),
      )
      if (problem === undefined) return
      if (picked.filter(one => one.kindCode === problem.kindCode).length >= 4) return
      picked.push({
        householdId: household.id,
        problemId: problem.id,
        kindCode: problem.kindCode,
      })
    },
  }
}

const offerIdOf = (partner: string) => uuidFrom(`offer ${partner}`)

/** Offers of partners, needs the district has published, and what has been pledged and confirmed so far. */
export const offerBatches = function* (
  picked: readonly PickedNeed[],
  nextNumber: (hand: Hand) => number,
): Generator<CommandBatch> {
  const setUpAt = instantOn(LAST_DAY_OF_HISTORY, 9)
  const officer = getPerson(`doff-${DISTRICT}`)
  let made = 0
  const one = (
    hand: Hand,
    minutes: number,
    [ledgerKind, ledgerId, type, input]: readonly [LedgerKind, string, string, unknown],
  ): CommandBatch => {
    const at: Instant = later(setUpAt, minutes)
    made += 1
    const envelope: CommandEnvelope = {
      commandId: uuidFrom(`command offer ${made} ${type} ${ledgerId}`) as CommandId,
      sequence: nextNumber(hand),
      ledgerKind,
      ledgerId,
      type,
      input,
      madeAt: at,
      basedOnVersion: null,
    }
    return { hand, commands: [envelope], at: [at] }
  }
  const toOffer = (hand: Hand, minutes: number, partner: string, { type, input }: OfferCommand): CommandBatch =>
    one(hand, minutes, ['offer', offerIdOf(partner), type, input])

  for (const { partner, ...terms } of offered) {
    const organisationId = findOrganisation(partner)?.id
    if (organisationId === undefined) throw new Error(`no partner ${partner}`)
    yield toOffer(getPerson(partner), 0, partner, {
      type: 'AddOffer',
      input: {
        ...terms,
        kindCodes: [...terms.kindCodes],
        remedyIds: [...terms.remedyIds],
        organisationId,
        fromOn: LAST_DAY_OF_HISTORY,
        untilOn: reXrayRound.resolveBy,
        areaCode: DISTRICT,
      },
    })
  }
  for (const { householdId, problemId, kindCode } of picked) {
    const [what = '', quantity = 1, unit = ''] = needed[kindCode] ?? []
    yield one(officer, 30, [
      'household',
      householdId,
      'PublishNeed',
      { problemId, what, quantity, unit, budgetBaht: null, dueOn: addDays(LAST_DAY_OF_HISTORY, 45) },
    ])
  }
  // The first need of each kind is pledged for by the first partner that fits; the district has confirmed every other one.
  const first = [...new Map(picked.toReversed().map(need => [need.kindCode, need])).values()]
  for (const [n, need] of first.entries()) {
    const offer = offered.find(({ kindCodes }) => kindCodes.includes(need.kindCode))
    if (offer === undefined) continue
    const allocationId = uuidFrom(`allocation ${need.problemId}`) as AllocationId
    yield toOffer(getPerson(offer.partner), 120, offer.partner, {
      type: 'TakeFromOffer',
      input: {
        allocationId,
        problemId: need.problemId,
        quantity: needed[need.kindCode]?.[1] ?? 1,
        budgetBaht: 0,
        dueOn: addDays(LAST_DAY_OF_HISTORY, 30),
        note: '',
      },
    })
    if (n % 2 === 0)
      yield toOffer(officer, 240, offer.partner, {
        type: 'ConfirmAllocation',
        input: { allocationId, note: 'โปรดนำส่งที่ที่ว่าการอำเภอ ในวันและเวลาราชการ' },
      })
  }
}
