import { z } from 'zod'
import { type Day, day } from '../ledger/day.ts'
import { dataRequestId, type PersonId } from '../ledger/identifiers.ts'

/** What a person may ask of the data held about them: see it (s.30), have it put right (s.35), object (s.32). */
export const dataRequestKind = z.enum(['SEE', 'CORRECT', 'OBJECT'])
export type DataRequestKind = z.infer<typeof dataRequestKind>

export const dataRequestAnswer = z.enum(['DONE', 'PARTLY', 'DECLINED'])
export type DataRequestAnswer = z.infer<typeof dataRequestAnswer>

/** A request as it was made, in the asker's words. */
export const dataRequestWords = z.object({
  requestId: dataRequestId,
  kind: dataRequestKind,
  askedBy: z.string().max(200),
  receivedOn: day,
  words: z.string().max(2000),
})
export type DataRequestWords = z.infer<typeof dataRequestWords>

export interface DataRequest extends DataRequestWords {
  readonly dueOn: Day
  readonly recordedBy: PersonId
  readonly answered: {
    readonly answer: DataRequestAnswer
    readonly words: string
    readonly on: Day
    readonly by: PersonId
  } | null
}

interface Named {
  readonly th: string
  readonly en: string
}

export const dataRequestKindNames: Readonly<Record<DataRequestKind, Named>> = {
  SEE: { th: 'ขอดูข้อมูล', en: 'Asks to see the data' },
  CORRECT: { th: 'ขอแก้ไขข้อมูล', en: 'Asks for a correction' },
  OBJECT: { th: 'คัดค้านการใช้ข้อมูล', en: 'Objects to the use' },
}

export const dataRequestAnswerNames: Readonly<Record<DataRequestAnswer, Named>> = {
  DONE: { th: 'ดำเนินการตามคำขอแล้ว', en: 'Done as asked' },
  PARTLY: { th: 'ดำเนินการได้บางส่วน', en: 'Done in part' },
  DECLINED: { th: 'ไม่อาจดำเนินการตามคำขอ', en: 'Declined' },
}
