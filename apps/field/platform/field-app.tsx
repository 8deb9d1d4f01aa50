import type { SessionView } from '@thaiqm/contract/session/session-routes.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { Round } from '@thaiqm/core/round/round.ts'
import { createContext, useContext } from 'react'
import type { VaultKeys } from '../vault/vault.ts'
import type { Clock } from './clock.ts'
import type { Judge } from './decide.ts'
import type { StoredPerson } from './device-database.ts'
import { judgeOf, roundByArea } from './judge.ts'
import type { Workplace } from './workplace.ts'

/** What may be seen now: all households of this phone, or only what was captured here. */
export type FieldAccess = 'all' | 'own'

/** Everything a screen works with once somebody is signed in and has opened the vault. */
export interface FieldApp
  extends Pick<
    Workplace,
    | 'database'
    | 'vault'
    | 'sealer'
    | 'households'
    | 'meetings'
    | 'outbox'
    | 'drafts'
    | 'photos'
    | 'earlierPhotos'
    | 'client'
    | 'sync'
    | 'judge'
  > {
  readonly view: SessionView
  readonly actor: Actor
  readonly clock: Clock
  readonly access: FieldAccess
  readonly roundOf: (areaCode: string) => Round | undefined
}

/** The first page needs no store: it comes with the person. */
const openingOf = async (personId: string, judge: Judge): Promise<Workplace> => {
  const { openWorkplace } = await import('./workplace.ts')
  return openWorkplace(personId, judge)
}

const workplaces = new Map<string, Promise<Workplace>>()

/** The store of a session's person, opened once; undefined when the session is nobody's. */
export const workplaceOf = async (stored: StoredPerson): Promise<Workplace | undefined> => {
  const { actor } = stored.view
  if (actor === null) return undefined
  const judge = judgeOf(stored, actor)
  const opening = workplaces.get(actor.personId) ?? openingOf(actor.personId, judge)
  workplaces.set(actor.personId, opening)
  const workplace = await opening
  workplace.judge = judge
  return workplace
}

export const fieldAppOf = (workplace: Workplace, view: SessionView, keys: VaultKeys): FieldApp => {
  const { judge } = workplace
  return {
    ...workplace,
    view,
    actor: judge.actor,
    clock: judge.clock,
    judge,
    access: keys.cache === null ? 'own' : 'all',
    roundOf: areaCode => roundByArea(judge, areaCode),
  }
}

const FieldAppContext = createContext<FieldApp | undefined>(undefined)

export const FieldAppProvider = FieldAppContext.Provider

export const useFieldApp = (): FieldApp => {
  const app = useContext(FieldAppContext)
  if (app === undefined) throw new Error('this screen is only for somebody signed in')
  return app
}
