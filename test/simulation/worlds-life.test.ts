import { expect, test } from 'vitest'
import { deeds } from './life-deeds.ts'
import { runWorlds } from './run.ts'

const played = [
  ...Object.keys(deeds),
  ...['TakeOverFrom', 'MergeHousehold', 'UnmergeHousehold', 'GiveBackTo'],
  ...['AddOffer', 'ChangeOffer', 'EndOffer'],
  ...['TakeFromOffer', 'ConfirmAllocation', 'DeliverAllocation', 'ReleaseAllocation'],
  ...['PlanMeeting', 'ChangeMeeting', 'CallOffMeeting', 'SetAgenda'],
  ...['OpenMeeting', 'RecordAttendance', 'DecideItem', 'CloseMeeting'],
]

test('worlds in which hardships are solved break no invariant, and the whole of a hardship’s life is played in them', {
  timeout: 240_000,
}, async () => {
  const { bad, applied } = await runWorlds(1, 250, { isLife: true })
  expect(bad).toEqual([])
  expect(played.filter(type => !applied.has(type))).toEqual([])
})
