import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { Round } from '@thaiqm/core/round/round.ts'
import { roundFor } from '../round/current-round.ts'
import { clockOf } from './clock.ts'
import type { Judge } from './decide.ts'
import type { StoredPerson } from './device-database.ts'

/** Who decides here, by what the server last said. */
export const judgeOf = ({ view, readAtMs }: Pick<StoredPerson, 'view' | 'readAtMs'>, actor: Actor): Judge => ({
  actor,
  clock: clockOf({ now: view.now, readAtMs }),
  rounds: view.rounds,
})

/** The round an area works in today. */
export const roundByArea = ({ rounds, clock }: Judge, areaCode: string): Round | undefined =>
  roundFor(rounds, areaCode, clock.today())
