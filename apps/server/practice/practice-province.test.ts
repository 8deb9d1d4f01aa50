import { readFileSync } from 'node:fs'
import { CURRENT_QUESTIONNAIRE, compiledQuestionnaire } from '@thaiqm/catalogue/catalogue.ts'
import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import { role } from '@thaiqm/core/access/role.ts'
import { evolveHousehold } from '@thaiqm/core/household/evolve-household.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import {
  decideHouseholdCommand,
  type HouseholdCommand,
  type HouseholdCommandType,
  householdCommandInputs,
} from '@thaiqm/core/household/household-command.ts'
import { dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'
import { memberAge, memberName } from '@thaiqm/core/member/member.ts'
import { addPersonInput } from '@thaiqm/core/person/person-command.ts'
import { sector } from '@thaiqm/core/plan/plan.ts'
import { readNationalNumber } from '@thaiqm/core/thai/national-number.ts'
import { describe, expect, it } from 'vitest'
import { answerQuestionnaire } from './answer-questionnaire.ts'
import { batchesOf, sequenceCounter } from './command-batches.ts'
import { hardshipAnswers } from './hardship-answers.ts'
import type { HouseholdStory } from './household-story.ts'
import { inventedFamily } from './invented-family.ts'
import { storyWorld } from './load-practice.ts'
import { namedHousehold, namedHouseholdId, namedHouseholds, reservedNumbers } from './named-households.ts'
import { peopleOfTheGuide, tellNamedHouseholds } from './named-stories.ts'
import { tellHousehold } from './practice-history.ts'
import { generateHouseholds, reservedKey } from './practice-households.ts'
import { practiceOrganisations } from './practice-organisations.ts'
import { practicePeople } from './practice-people.ts'
import { PRACTICE_DAY, practiceRounds, RE_X_RAY_ROUND_ID } from './practice-rounds.ts'
import { practiceDistricts, practiceTambons, practiceVillages, villagesIn } from './practice-villages.ts'
import { seededRandom } from './seeded-random.ts'

const world = storyWorld(decisionCatalogue)
const tellAll = (seed: string, count: number): HouseholdStory[] =>
  [...generateHouseholds(seed, count, reservedNumbers)].map(household => tellHousehold(household, world))

// Every command of these was decided by the rules as it was told; one refused would have been thrown.
const stories = tellAll('test', 700)
const households = stories.map(story => story.household())

describe('the same seed', () => {
  it('makes the same households, with the same commands and ids', () => {
    const once = JSON.stringify(tellAll('again', 60).map(story => story.commands))
    expect(JSON.stringify(tellAll('again', 60).map(story => story.commands))).toBe(once)
    expect(JSON.stringify(tellAll('other', 60).map(story => story.commands))).not.toBe(once)
  })

  it('gives numbers that spread evenly', () => {
    const random = seededRandom('even')
    const counts = [0, 0, 0, 0]
    for (let time = 0; time < 8_000; time += 1) {
      const quarter = Math.floor(random.fraction() * 4)
      counts[quarter] = (counts[quarter] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - 2_000)).toBeLessThan(160)
  })
})

describe('households', () => {
  it('have numbers that no two people share, of an office that does not exist, with a right check digit', () => {
    const numbers = households.flatMap(h => h.members.map(m => m.nationalNumber ?? ''))
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const number of numbers) {
      expect(number.slice(1, 5)).toBe('4900')
      expect(readNationalNumber(number).ok, number).toBe(true)
    }
  })

  it('have one head, and nobody older than a parent could be', () => {
    for (const { members } of households) {
      expect(members.filter(m => m.isHead)).toHaveLength(1)
      for (const m of members) expect(memberAge(m, PRACTICE_DAY) ?? -1).toBeGreaterThanOrEqual(0)
      const head = members.find(m => m.isHead)
      const headAge = head === undefined ? 0 : (memberAge(head, PRACTICE_DAY) ?? 0)
      for (const child of members.filter(m => m.relation === 'CHILD'))
        expect(headAge - (memberAge(child, PRACTICE_DAY) ?? 0)).toBeGreaterThanOrEqual(16)
    }
  })

  it('stand at one address each, unless they are two families of one house', () => {
    const places = households
      .filter(h => h.address.houseNumber !== '' && h.missedReason !== 'M7')
      .map(h => `${h.areaCode}|${h.address.houseNumber}|${h.address.sequenceInHouse}`)
    expect(new Set(places).size).toBe(places.length)
    const codes = households.flatMap(({ address }) => (address.sequenceInHouse === 1 ? (address.houseCode ?? []) : []))
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) expect(code).toMatch(/^490[1-7]\d{7}$/)
    for (const h of households) expect(reservedNumbers.has(reservedKey(h.areaCode, h.address.houseNumber))).toBe(false)
  })
})

describe('what has happened', () => {
  it('ends before the practice day and keeps each household in the order of time', () => {
    for (const story of stories) {
      const times = story.commands.map(({ at }) => at)
      expect([...times].sort()).toEqual(times)
      for (const at of times) expect(at < ('2024-01-11T17:00:00.000Z' as Instant)).toBe(true)
    }
  })

  it('meets every state, verdict, reason and kind of act', () => {
    const all = tellAll('wide', 3_000).map(story => story.household())
    const states = new Set(all.flatMap(h => h.problems.map(p => p.state)))
    expect([...states].sort()).toEqual([
      'ASSISTED',
      'CANCELLED',
      'IN_PROGRESS',
      'OPEN',
      'PLANNED',
      'REFERRED',
      'RESOLVED',
      'SELF_RESOLVED',
      'UNRESOLVABLE',
    ])
    const verdicts = new Set(all.flatMap(h => h.problems.flatMap(p => p.rechecks.map(r => r.verdict))))
    expect([...verdicts].sort()).toEqual(['R1', 'R2', 'R3', 'R4', 'R5', 'R6'])
    const forms = new Set(all.flatMap(h => h.surveys.map(s => s.state)))
    expect([...forms].sort()).toEqual(['CERTIFIED', 'RETURNED', 'SUBMITTED', 'VERIFIED'])
    const reasons = new Set(all.flatMap(h => h.missedReason ?? []))
    expect([...reasons].sort()).toEqual(['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8'])
    expect(new Set(all.flatMap(h => h.plans.map(p => p.state)))).toEqual(new Set(['PROPOSED', 'APPROVED', 'RETURNED']))
    const overdue = all
      .flatMap(h => h.problems)
      .filter(p => p.state === 'OPEN' && p.dueOn !== null && p.dueOn < PRACTICE_DAY)
    expect(overdue.length).toBeGreaterThan(10)
    const sectors = new Set(all.flatMap(h => h.assistances.map(a => a.sector)))
    expect(sectors.size).toBeGreaterThanOrEqual(5)
  })

  it('leaves one district clearly ahead and one clearly behind', () => {
    const share = (district: string) => {
      const own = households.filter(h => h.areaCode.startsWith(district))
      return own.filter(h => h.surveys.length > 0).length / own.length
    }
    expect(share('4906')).toBeGreaterThan(share('4901') + 0.12)
    expect(share('4904')).toBeLessThan(share('4901') - 0.12)
  })

  it('lets nobody verify or certify a form of their own', () => {
    for (const { surveys } of households)
      for (const s of surveys) {
        expect(s.verifiedBy).not.toBe(s.submittedBy)
        expect(s.certifiedBy).not.toBe(s.submittedBy)
      }
  })
})

describe('answering the questionnaire', () => {
  const form = compiledQuestionnaire(CURRENT_QUESTIONNAIRE)
  if (form === undefined) throw new Error('no questionnaire')
  const answer = (kindCode: string | null, kind: Parameters<typeof inventedFamily>[0]) => {
    const random = seededRandom(`answers ${kindCode}`)
    const members = inventedFamily(kind, random, 1)
    const household = { origin: 'REGISTRY', problems: [], surveys: [] } as unknown as Household
    const draft = { roundId: RE_X_RAY_ROUND_ID, visitedAt: '2024-01-05T03:00:00.000Z' as Instant, members }
    const wanted = kindCode === null ? [] : [{ kindCode, memberId: null }]
    return answerQuestionnaire(form, household, draft, wanted, random, { ...decisionCatalogue, actor: systemActor })
  }

  it('raises nothing where nothing is wanted', () => {
    for (const kind of ['young-family', 'elders-alone', 'skipped-generation', 'disabled-member', 'monk'] as const)
      expect(answer(null, kind).raised, kind).toEqual([])
  })

  it('raises exactly the wanted hardship of a house', () => {
    const ofHouse = Object.entries(hardshipAnswers).filter(([, answers]) => answers.member === undefined)
    expect(ofHouse.length).toBeGreaterThan(30)
    for (const [kindCode] of [...ofHouse, ['P401'] as const, ['P414'] as const])
      expect(
        answer(kindCode, 'skipped-generation').raised.map(r => r.kindCode),
        kindCode,
      ).toEqual([kindCode])
  })

  it('is accepted whole in every form that was sent, read again from the wire', () => {
    let forms = 0
    for (const story of stories) {
      let household: Household | null = null
      for (const { hand, at, envelope } of story.commands) {
        const wire = JSON.parse(JSON.stringify(envelope.input))
        const type = envelope.type as HouseholdCommandType
        const command = { type, input: householdCommandInputs[type].parse(wire) } as HouseholdCommand
        const context = { ...decisionCatalogue, now: at, today: dayOf(at), actor: hand.actor, rounds: practiceRounds }
        const events = decideHouseholdCommand(household, command, context)
        if (!events.ok) throw new Error(`${type} was refused: ${events.code}`)
        if (type === 'SubmitSurvey') forms += 1
        for (const event of events.value)
          household = evolveHousehold(story.id, household, { event, at, by: hand.actor.personId })
      }
      expect(household).toEqual(story.household())
    }
    expect(forms).toBeGreaterThan(300)
  })
})

describe('people, partners and places', () => {
  it('fill every role, each with an account the rules accept', () => {
    expect(new Set(practicePeople.map(({ actor }) => actor.role))).toEqual(new Set(role.options))
    expect(new Set(practicePeople.map(({ key }) => key)).size).toBe(practicePeople.length)
    for (const { person } of practicePeople)
      expect(addPersonInput.safeParse(person).success, person.username).toBe(true)
  })

  it('give each district its chief, officers and tambon staff', () => {
    for (const { code } of practiceDistricts) {
      const own = practicePeople.filter(({ actor }) => actor.areaCode.startsWith(code))
      expect(own.filter(p => p.actor.role === 'DCHIEF')).toHaveLength(1)
      expect(own.filter(p => p.actor.role === 'DOFF' && p.actor.designated)).toHaveLength(1)
      expect(own.filter(p => p.actor.role === 'TAM')).toHaveLength(
        practiceTambons.filter(t => t.parentCode === code).length,
      )
    }
    for (const { code } of [...villagesIn('490105'), ...villagesIn('490401')])
      expect(practicePeople.some(({ actor }) => actor.role === 'VIL' && actor.areaCode === code)).toBe(true)
  })

  it('cover all seven sectors in every district, and all 53 tambons', () => {
    for (const { code } of practiceDistricts)
      expect(new Set(practiceOrganisations.filter(o => o.areaCode === code).map(o => o.sector))).toEqual(
        new Set(sector.options),
      )
    expect(new Set(practiceVillages.map(v => v.tambonCode)).size).toBe(53)
    for (const { code } of practiceTambons)
      expect(new Set(villagesIn(code).map(v => v.nameTh)).size).toBe(villagesIn(code).length)
  })
})

describe('named households', () => {
  const guide = readFileSync(new URL('../../../docs/practice-province.md', import.meta.url), 'utf8')

  it('are all in the guide, with their house number and the people to sign in as', () => {
    expect(peopleOfTheGuide().length).toBeGreaterThan(10)
    for (const named of namedHouseholds) {
      const { key, houseNumber, signInAs } = named
      const row = guide.split('\n').find(line => line.includes(`\`${key}\``)) ?? ''
      const head = namedHousehold(named).family.members.find(m => m.isHead)
      expect(row, key).toContain(houseNumber)
      expect(row, key).toContain(head === undefined ? '?' : memberName(head))
      for (const person of signInAs) expect(row, key).toContain(`\`${person}\``)
    }
  })

  it('stand as the guide says', () => {
    const told = new Map(tellNamedHouseholds(world).map(story => [story.id, story.household()]))
    const get = (key: string): Household => {
      const found = told.get(namedHouseholdId(key))
      if (found === undefined) throw new Error(`no household ${key}`)
      return found
    }
    const live = (key: string) => get(key).problems.filter(p => !['RESOLVED', 'CANCELLED'].includes(p.state))
    expect(get('three-old-problems')).toMatchObject({
      areaCode: '49010507',
      address: { houseNumber: '97' },
      surveys: [],
    })
    expect(get('three-old-problems').problems).toHaveLength(3)
    expect(get('old-toilet').problems.map(p => p.kindCode)).toEqual(['P204'])
    expect(get('helped-by-tambon').problems).toMatchObject([{ kindCode: 'P201', state: 'ASSISTED' }])
    expect(live('four-problems').map(p => [p.kindCode, p.state])).toEqual([
      ['P201', 'OPEN'],
      ['P302', 'OPEN'],
      ['P401', 'OPEN'],
      ['P411', 'OPEN'],
    ])
    expect(get('four-problems').plans).toEqual([])
    expect(get('restricted-problem').problems.map(p => [p.kindCode, p.restricted])).toEqual([
      ['P209', false],
      ['P601', true],
    ])
    expect(get('stateless-elder').members[0]).toMatchObject({ idKind: 'CAT0', isThai: false })
    expect(get('stateless-elder').surveys).toEqual([])
    expect(live('referral-waiting')).toMatchObject([
      { state: 'REFERRED', referral: { agencyCode: 'PEA', state: 'SENT' } },
    ])
    expect(get('plan-waiting').plans).toMatchObject([{ state: 'PROPOSED' }])
    expect(get('cancellation-waiting').problems.some(p => p.cancellationProposal !== null)).toBe(true)
    expect(get('form-to-verify').surveys).toMatchObject([{ state: 'SUBMITTED' }])
    expect(get('form-returned').surveys).toMatchObject([{ state: 'RETURNED' }])
    expect(get('unresolvable').problems).toMatchObject([{ state: 'UNRESOLVABLE' }])
    expect(get('resolved-once').problems).toMatchObject([{ kindCode: 'P205', state: 'RESOLVED' }])
    expect(get('house-without-number')).toMatchObject({
      address: { houseCode: null, houseNumber: '' },
      missedReason: 'M3',
    })
    expect(get('house-without-number').position).not.toBeNull()
    expect(live('overdue').some(p => p.kindCode === 'P106' && (p.dueOn ?? '') < PRACTICE_DAY)).toBe(true)
  })
})

describe('batches', () => {
  it('hold one hand each, number every device without gaps, and keep each household in order', () => {
    const pasts = stories.slice(0, 200).map(story => story.commands)
    const batches = [...batchesOf(pasts, sequenceCounter(), 50)]
    const numbers = new Map<string, number>()
    const order = new Map<string, string[]>()
    for (const { hand, commands: own, at } of batches) {
      expect(own.length).toBeLessThanOrEqual(50)
      expect(at).toHaveLength(own.length)
      for (const command of own) {
        expect(command.sequence).toBe((numbers.get(hand.deviceId) ?? 0) + 1)
        numbers.set(hand.deviceId, command.sequence)
        order.set(command.ledgerId, [...(order.get(command.ledgerId) ?? []), command.commandId])
      }
    }
    for (const story of stories.slice(0, 200))
      expect(order.get(story.id) ?? []).toEqual(story.commands.map(({ envelope }) => envelope.commandId))
  })
})
