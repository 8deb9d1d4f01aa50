import { type PublishNeedRefusal, publishNeedInput } from '@thaiqm/core/need/publish-need.ts'
import { describeCommand } from '../wire/command.ts'

/** Publish what a hardship needs, without whose it is. */
export const publishNeed = describeCommand<PublishNeedRefusal>()({
  type: 'PublishNeed',
  room: 'need',
  nameTh: 'เผยแพร่ความต้องการให้ภาคีทราบ',
  nameEn: 'Publish what a hardship needs',
  input: publishNeedInput,
  refusals: [
    'problem-unknown',
    'not-in-this-state',
    'need-restricted',
    'what-missing',
    'due-day-passed',
    'need-names-household',
  ],
})
