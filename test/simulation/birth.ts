import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { MemberId, PersonId, PostId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Post } from '@thaiqm/core/person/person.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import {
  baselineRound,
  headMember,
  importCommand,
  oldProblem,
  reXrayRound,
  roundMorning,
} from '@thaiqm/testing/households.ts'
import { people } from '@thaiqm/testing/people.ts'
import { deskPeople } from './desk-people.ts'
import type { Random } from './random.ts'

export const villages = ['49010507', '49010508', '49010601', '49010602'] as const

const at = (of: Actor, n: number, areaCode: string): Actor => ({
  ...of,
  personId: `00000000-0000-4000-8000-00000000a1${n.toString(16).padStart(2, '0')}` as PersonId,
  postId: `00000000-0000-4000-8000-00000000b1${n.toString(16).padStart(2, '0')}` as PostId,
  areaCode,
})

/** Who works in these villages: two village heads, two tambons, a district. */
export const fieldPeople: readonly Actor[] = [
  at(people.villageHead, 1, '49010507'),
  at(people.tambonOfficer, 2, '490105'),
  at(people.villageHead, 3, '49010601'),
  at(people.tambonOfficer, 4, '490106'),
  at(people.villageHead, 5, '49010507'),
  at(people.districtOfficer, 6, '4901'),
]
export const officer = people.designatedOfficer
export const provinceHand = people.province

export const postOf = (actor: Actor): Post => ({
  id: actor.postId,
  role: actor.role,
  areaCode: actor.areaCode,
  organisationId: actor.organisationId,
  agencyCode: actor.agencyCode,
  designated: actor.designated,
  mayRecordLate: actor.mayRecordLate,
})

export const personInput = (actor: Actor) => ({
  username: `person.${actor.personId.slice(-4)}`,
  name: actor.name,
  position: actor.position,
  phone: null,
  posts: [postOf(actor)],
})

/** The commands a world begins with, by the system's hand: rounds, people, households of the last round. */
export const firstCommands = (
  random: Random,
  isLife = false,
): { readonly commands: CommandEnvelope[]; readonly households: string[] } => {
  const commands: CommandEnvelope[] = []
  const add = (ledgerKind: CommandEnvelope['ledgerKind'], ledgerId: string, type: string, input: unknown): void => {
    commands.push({
      commandId: random.uuid() as CommandEnvelope['commandId'],
      sequence: commands.length + 1,
      ledgerKind,
      ledgerId,
      type,
      input,
      madeAt: roundMorning,
      basedOnVersion: null,
    })
  }
  for (const { id, overrides: _o, ...round } of [baselineRound, reXrayRound]) add('round', id, 'PlanRound', round)
  for (const actor of [...fieldPeople, officer, provinceHand, ...(isLife ? deskPeople : [])])
    add('person', actor.personId, 'AddPerson', personInput(actor))
  const households = Array.from({ length: 4 + random.below(3) }, () => random.uuid())
  for (const [index, id] of households.entries()) {
    const problem = { ...oldProblem(index, 'P204'), problemId: random.uuid() as ProblemId }
    const { type, input } = importCommand(index % 3 === 2 || isLife ? [problem] : [], {
      areaCode: (villages[index % villages.length] ?? villages[0]) as never,
      members: [headMember({ id: random.uuid() as MemberId })],
      address: {
        houseCode: null,
        houseNumber: String(index + 1),
        villageName: 'บ้านตัวอย่าง',
        lane: '',
        road: '',
        sequenceInHouse: 1,
      },
    })
    add('household', id, type, input)
  }
  return { commands, households }
}
