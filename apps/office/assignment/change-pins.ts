import { type AssignmentMatch, type AssignmentPins, matchKey } from '@thaiqm/core/assignment/assignment.ts'

/** Takes back everything that was decided about a need. */
export const releaseNeed = (pins: AssignmentPins, problemId: AssignmentMatch['problemId']): AssignmentPins => ({
  pinned: pins.pinned.filter(pin => pin.problemId !== problemId),
  barred: pins.barred.filter(pin => pin.problemId !== problemId),
  leftOut: pins.leftOut.filter(id => id !== problemId),
})

/** This need from this offer: whatever else was decided about the need is taken back. */
export const pinMatch = (pins: AssignmentPins, match: AssignmentMatch): AssignmentPins => {
  const without = releaseNeed(pins, match.problemId)
  return { ...without, pinned: [...without.pinned, match] }
}

/** Not this offer for this need; other offers may still serve it. */
export const barMatch = (pins: AssignmentPins, match: AssignmentMatch): AssignmentPins => ({
  pinned: pins.pinned.filter(pin => matchKey(pin) !== matchKey(match)),
  barred: [...pins.barred.filter(pin => matchKey(pin) !== matchKey(match)), match],
  leftOut: pins.leftOut.filter(id => id !== match.problemId),
})

export const leaveOut = (pins: AssignmentPins, problemId: AssignmentMatch['problemId']): AssignmentPins => {
  const without = releaseNeed(pins, problemId)
  return { ...without, leftOut: [...without.leftOut, problemId] }
}

export const countPins = ({ pinned, barred, leftOut }: AssignmentPins): number =>
  pinned.length + barred.length + leftOut.length
