import { z } from 'zod'
import { isSystem } from '../access/actor.ts'
import { hasAbility } from '../access/permission.ts'
import { holdsArea } from '../area/area-code.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { type Person, type Post, post } from './person.ts'

const details = {
  username: z.string().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/),
  name: z.string().min(1).max(200),
  position: z.string().max(200),
  phone: z.string().max(40).nullable(),
  posts: z.array(post).min(1).max(20),
}

export const addPersonInput = z.object(details)
export const changePersonInput = z.object(details)
export const disablePersonInput = z.object({ reason: z.string().min(1).max(500) })
export const enablePersonInput = z.object({ reason: z.string().min(1).max(500) })

export const personCommandInputs = {
  AddPerson: addPersonInput,
  ChangePerson: changePersonInput,
  DisablePerson: disablePersonInput,
  EnablePerson: enablePersonInput,
}

export type PersonCommandType = keyof typeof personCommandInputs

export type PersonCommand = {
  [Type in PersonCommandType]: { readonly type: Type; readonly input: z.infer<(typeof personCommandInputs)[Type]> }
}[PersonCommandType]

type Details = z.infer<typeof addPersonInput>

export type PersonEvent =
  | ({ readonly type: 'PersonAdded' } & Details)
  | ({ readonly type: 'PersonChanged' } & Details)
  | { readonly type: 'PersonDisabled'; readonly reason: string }
  | { readonly type: 'PersonEnabled'; readonly reason: string }

export type PersonRefusal =
  | 'not-permitted'
  | 'person-already-known'
  | 'person-unknown'
  | 'post-outside-area'
  | 'own-account'

const roleNeedsArea = (of: Post): boolean => !['SYS', 'DPO', 'AGENCY', 'PARTNER'].includes(of.role)

/** Accounts are kept by the system's administrator and the province, who give posts only inside their own area. */
export const decidePersonCommand = (
  person: Person | null,
  command: PersonCommand,
  { actor }: DecisionContext,
): Outcome<PersonEvent[], PersonRefusal> => {
  if (!hasAbility(actor, 'manage-people')) return refuse('not-permitted', { command: command.type })
  if (command.type === 'AddPerson' && person !== null) return refuse('person-already-known')
  if (command.type !== 'AddPerson' && person === null) return refuse('person-unknown')
  if (person?.id === actor.personId && !isSystem(actor)) return refuse('own-account')
  switch (command.type) {
    case 'AddPerson':
    case 'ChangePerson': {
      const outside = command.input.posts.some(p =>
        roleNeedsArea(p) ? p.areaCode === '' || !holdsArea(actor.areaCode, p.areaCode) : false,
      )
      if (outside) return refuse('post-outside-area')
      return succeed([{ type: command.type === 'AddPerson' ? 'PersonAdded' : 'PersonChanged', ...command.input }])
    }
    case 'DisablePerson':
      return succeed(person?.status === 'DISABLED' ? [] : [{ type: 'PersonDisabled', reason: command.input.reason }])
    case 'EnablePerson':
      return succeed(person?.status === 'ACTIVE' ? [] : [{ type: 'PersonEnabled', reason: command.input.reason }])
  }
}

export const evolvePerson = (id: Person['id'], person: Person | null, event: PersonEvent): Person => {
  switch (event.type) {
    case 'PersonAdded':
    case 'PersonChanged': {
      const { type: _type, ...rest } = event
      return { ...rest, id, version: (person?.version ?? 0) + 1, status: person?.status ?? 'ACTIVE' }
    }
    case 'PersonDisabled':
    case 'PersonEnabled': {
      if (person === null) throw new Error('the ledger of a person begins with PersonAdded')
      return { ...person, version: person.version + 1, status: event.type === 'PersonDisabled' ? 'DISABLED' : 'ACTIVE' }
    }
  }
}
