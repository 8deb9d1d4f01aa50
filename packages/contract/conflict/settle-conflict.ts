import { type SettleConflictRefusal, settleConflictInput } from '@thaiqm/core/conflict/settle-conflict.ts'
import { describeCommand } from '../wire/command.ts'

/** Decide between two things that two people said of one household. */
export const settleConflict = describeCommand<SettleConflictRefusal>()({
  type: 'SettleConflict',
  room: 'conflict',
  nameTh: 'ตัดสินข้อมูลที่ไม่ตรงกัน',
  nameEn: 'Decide between two things that two people said of one household',
  input: settleConflictInput,
  refusals: [
    'conflict-unknown',
    'changed-by-another',
    'survey-certified',
    'form-unknown',
    'answers-missing',
    'answers-invalid',
    'head-missing',
    'member-missing',
    'not-in-this-state',
    'verifier-is-recorder',
  ],
})
