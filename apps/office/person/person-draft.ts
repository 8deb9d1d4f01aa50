import type { PersonRow } from '@thaiqm/contract/person/person-routes.ts'
import { areaRoles, type Role } from '@thaiqm/core/access/role.ts'
import type { AreaLevel } from '@thaiqm/core/area/area-code.ts'
import type { OrganisationId, PostId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Person, Post } from '@thaiqm/core/person/person.ts'
import { addPersonInput, type PersonCommand } from '@thaiqm/core/person/person-command.ts'

/** One post while it is being written. */
export interface PostDraft {
  readonly id: PostId
  readonly role: Role | null
  readonly areaCode: string | null
  readonly organisationId: OrganisationId | null
  readonly agencyCode: string | null
  readonly designated: boolean
  readonly mayRecordLate: boolean
}

export interface PersonDraft {
  readonly username: string
  readonly name: string
  readonly position: string
  readonly phone: string
  readonly posts: readonly PostDraft[]
}

export const emptyPost = (id: PostId): PostDraft => ({
  id,
  role: null,
  areaCode: null,
  organisationId: null,
  agencyCode: null,
  designated: false,
  mayRecordLate: false,
})

export const newPerson = (postId: PostId): PersonDraft => ({
  username: '',
  name: '',
  position: '',
  phone: '',
  posts: [emptyPost(postId)],
})

export const draftOfPerson = (person: PersonRow): PersonDraft => ({
  username: person.username,
  name: person.name,
  position: person.position,
  phone: person.phone ?? '',
  posts: person.posts.map(post => ({ ...post, areaCode: post.areaCode === '' ? null : post.areaCode })),
})

/** The area levels a role has its post at; none for who sees no household by area (domain brief 13.2). */
export const levelsOfRole = (role: Role): readonly AreaLevel[] => {
  switch (role) {
    case 'GOV':
    case 'PROV':
      return ['PROVINCE']
    case 'DCHIEF':
    case 'DOFF':
      return ['DISTRICT']
    case 'TAM':
      return ['TAMBON']
    case 'MENTOR':
      return ['DISTRICT', 'TAMBON', 'VILLAGE']
    case 'VIL':
      return ['VILLAGE']
    case 'LINK':
    case 'AGENCY':
      return ['PROVINCE', 'DISTRICT', 'TAMBON']
    default:
      return []
  }
}

export const needsArea = (role: Role): boolean => areaRoles.includes(role)
export const needsAgency = (role: Role): boolean => role === 'AGENCY'
export const needsOrganisation = (role: Role): boolean => role === 'PARTNER'
/** Only district officers are named to handle restricted hardships; the chief sees them anyway. */
export const mayBeDesignated = (role: Role): boolean => role === 'DOFF'
export const mayBeAllowedLate = (role: Role): boolean => ['TAM', 'DOFF', 'DCHIEF', 'MENTOR', 'VIL'].includes(role)

export type PersonGap = 'username' | 'name' | 'posts'
export type PostGap = 'role' | 'area' | 'agency' | 'organisation'

export const gapsOfPost = (post: PostDraft): readonly PostGap[] => {
  if (post.role === null) return ['role']
  return [
    ...(needsArea(post.role) && post.areaCode === null ? (['area'] as const) : []),
    ...(needsAgency(post.role) && post.agencyCode === null ? (['agency'] as const) : []),
    ...(needsOrganisation(post.role) && post.organisationId === null ? (['organisation'] as const) : []),
  ]
}

export const gapsOfPerson = (draft: PersonDraft): readonly PersonGap[] => [
  ...(addPersonInput.shape.username.safeParse(draft.username).success ? [] : (['username'] as const)),
  ...(draft.name.trim() === '' ? (['name'] as const) : []),
  ...(draft.posts.length === 0 || draft.posts.some(post => gapsOfPost(post).length > 0) ? (['posts'] as const) : []),
]

// What a role does not use is not kept: an officer made an agency's contact keeps no designation.
const toPost = ({ role, ...post }: PostDraft): Post[] => {
  if (role === null) return []
  return [
    {
      id: post.id,
      role,
      areaCode: levelsOfRole(role).length > 0 ? (post.areaCode ?? '') : '',
      organisationId: needsOrganisation(role) || needsAgency(role) ? post.organisationId : null,
      agencyCode: needsAgency(role) ? post.agencyCode : null,
      designated: mayBeDesignated(role) && post.designated,
      mayRecordLate: mayBeAllowedLate(role) && post.mayRecordLate,
    },
  ]
}

/** The command that adds or changes an account; null while something is missing. */
export const personCommand = (draft: PersonDraft, isNew: boolean): PersonCommand | null => {
  if (gapsOfPerson(draft).length > 0) return null
  return {
    type: isNew ? 'AddPerson' : 'ChangePerson',
    input: {
      username: draft.username,
      name: draft.name.trim(),
      position: draft.position.trim(),
      phone: draft.phone.trim() === '' ? null : draft.phone.trim(),
      posts: draft.posts.flatMap(toPost),
    },
  }
}

/** The account as its ledger, for core's decision. */
export const ledgerOfPerson = ({ personId, lastSignInAt: _seen, ...rest }: PersonRow): Person => ({
  ...rest,
  id: personId,
})

/** Accounts whose name, position or username has the words searched for, with a post of the role. */
export const searchPeople = (people: readonly PersonRow[], search: string, role: Role | null): readonly PersonRow[] => {
  const wanted = search.trim().toLocaleLowerCase('th')
  return people.filter(
    person =>
      (role === null || person.posts.some(post => post.role === role)) &&
      (wanted === '' ||
        [person.name, person.position, person.username].some(text => text.toLocaleLowerCase('th').includes(wanted))),
  )
}
