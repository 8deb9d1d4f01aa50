import type { PersonRow } from '@thaiqm/contract/person/person-routes.ts'
import type { PostId } from '@thaiqm/core/ledger/identifiers.ts'
import { addPersonInput } from '@thaiqm/core/person/person-command.ts'
import { describe, expect, test } from 'vitest'
import { draftOfPerson, gapsOfPost, newPerson, type PersonDraft, personCommand, searchPeople } from './person-draft.ts'

const postId = '00000000-0000-4000-8000-000000000001' as PostId
const complete: PersonDraft = {
  username: 'somsak.k',
  name: ' นายสมศักดิ์ คำมุก ',
  position: 'ปลัดอำเภอ',
  phone: '',
  posts: [
    {
      id: postId,
      role: 'DOFF',
      areaCode: '4901',
      organisationId: null,
      agencyCode: null,
      designated: true,
      mayRecordLate: true,
    },
  ],
}

describe('an account being written', () => {
  test('becomes what the contract takes', () => {
    const command = personCommand(complete, true)
    expect(command).toMatchObject({ type: 'AddPerson', input: { name: 'นายสมศักดิ์ คำมุก', phone: null } })
    expect(addPersonInput.safeParse(command?.input).success).toBe(true)
  })

  test('waits for a username that can be typed anywhere, a name and a whole post', () => {
    expect(personCommand({ ...complete, username: 'สมศักดิ์' }, true)).toBeNull()
    expect(personCommand({ ...complete, name: ' ' }, true)).toBeNull()
    expect(personCommand(newPerson(postId), true)).toBeNull()
    expect(personCommand({ ...complete, posts: [] }, true)).toBeNull()
  })

  test('keeps only what the role uses', () => {
    const [post] = complete.posts
    if (post === undefined) throw new Error('the complete draft has a post')
    const agency = { ...post, role: 'AGENCY' as const, agencyCode: 'MOPH' }
    expect(personCommand({ ...complete, posts: [agency] }, false)?.input).toMatchObject({
      posts: [{ role: 'AGENCY', agencyCode: 'MOPH', areaCode: '4901', designated: false, mayRecordLate: false }],
    })
    const system = { ...post, role: 'SYS' as const }
    expect(personCommand({ ...complete, posts: [system] }, false)?.input).toMatchObject({
      posts: [{ role: 'SYS', areaCode: '', designated: false }],
    })
  })

  test('an area role needs its area, an agency its agency, a partner its organisation', () => {
    const bare = { ...newPerson(postId).posts[0], id: postId, areaCode: null, agencyCode: null, organisationId: null }
    const post = { ...bare, designated: false, mayRecordLate: false }
    expect(gapsOfPost({ ...post, role: null })).toEqual(['role'])
    expect(gapsOfPost({ ...post, role: 'VIL' })).toEqual(['area'])
    expect(gapsOfPost({ ...post, role: 'AGENCY' })).toEqual(['agency'])
    expect(gapsOfPost({ ...post, role: 'PARTNER' })).toEqual(['organisation'])
    expect(gapsOfPost({ ...post, role: 'DPO' })).toEqual([])
  })
})

describe('searching accounts', () => {
  const row = (name: string, role: 'DOFF' | 'VIL', username: string): PersonRow => ({
    ...complete,
    personId: '00000000-0000-4000-8000-000000000009' as PersonRow['personId'],
    version: 1,
    name,
    username,
    phone: null,
    status: 'ACTIVE',
    lastSignInAt: null,
    posts: complete.posts.map(post => ({ ...post, role, areaCode: post.areaCode ?? '' })),
  })
  const people = [row('นายสมศักดิ์ คำมุก', 'DOFF', 'somsak.k'), row('นางบัวผัน ศรีคำ', 'VIL', 'buaphan.s')]

  test('finds part of a name or username, and by role', () => {
    expect(searchPeople(people, 'บัว', null)).toHaveLength(1)
    expect(searchPeople(people, 'SOMSAK', null)).toHaveLength(1)
    expect(searchPeople(people, '', 'VIL').map(one => one.username)).toEqual(['buaphan.s'])
    expect(searchPeople(people, 'บัว', 'DOFF')).toEqual([])
  })

  test('an account read and written again stays as it was', () => {
    const [person] = people
    if (person === undefined) throw new Error('there are two people')
    expect(personCommand(draftOfPerson(person), false)?.input).toEqual({
      username: person.username,
      name: person.name,
      position: person.position,
      phone: null,
      posts: person.posts,
    })
  })
})
