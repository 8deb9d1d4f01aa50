import { addDays, type Day } from '@thaiqm/core/ledger/day.ts'
import type { MeetingId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Meeting } from '@thaiqm/core/meeting/meeting.ts'
import { callOff, meetingAfter, open, plan } from '@thaiqm/testing/meetings.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { meetingsToday } from './meetings-today.ts'

const { villageHead, tambonOfficer } = people
const today = '2024-01-18' as Day
const of = (n: number, heldOn: Day, areaCode = '49010507'): Meeting => ({
  ...meetingAfter([[tambonOfficer, plan({ level: 'VILLAGE', areaCode, heldOn })]]),
  id: testId<MeetingId>(n),
})

test('of the meetings on this phone those overdue and of this week wait for who keeps them, the longest overdue first', () => {
  const [late, later, soon, far] = [
    of(1, addDays(today, -9)),
    of(2, addDays(today, -1)),
    of(3, addDays(today, 7)),
    of(4, addDays(today, 8)),
  ]
  const told = meetingsToday([far, soon, later, late, of(5, today, '49010508')], villageHead, today)
  expect(told.map(one => [one.meetingId, one.kind, one.band])).toEqual([
    [late.id, 'meeting-to-hold', 'overdue'],
    [later.id, 'meeting-to-hold', 'overdue'],
    [soon.id, 'meeting-to-hold', 'within7Days'],
  ])
  expect(meetingsToday([late], tambonOfficer, today)).toHaveLength(1)
  expect(meetingsToday([late, soon], { ...villageHead, role: 'MENTOR' }, today)).toEqual([])
  expect(meetingsToday([late, soon], people.healthAgency, today)).toEqual([])
})

test('opened it waits to be closed, called off it does not wait', () => {
  const begin = [tambonOfficer, plan({ level: 'VILLAGE', areaCode: '49010507', heldOn: addDays(today, -2) })] as const
  expect(meetingsToday([meetingAfter([begin, [villageHead, open]])], villageHead, today)).toMatchObject([
    { kind: 'meeting-to-close', band: 'overdue' },
  ])
  expect(meetingsToday([meetingAfter([begin, [villageHead, callOff()]])], villageHead, today)).toEqual([])
})
