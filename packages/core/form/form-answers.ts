import { z } from 'zod'

/** "ไม่สะดวกถาม": recorded as the answer to a `skippable` question; counts as answered, and expressions see nothing. */
export const DECLINED = '__declined'

/** A place as the phone measured it: WGS 84 degrees; accuracy is the radius the phone itself claims. */
export const gpsAnswer = z.strictObject({
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
  accuracyInMetres: z.number().min(0),
})
export type GpsAnswer = z.infer<typeof gpsAnswer>

/**
 * What an answer looks like, by question type: `single` the choice's value · `multi` a list of them · `yesno` 'yes' or
 * 'no' (a boolean is understood) · `number`, `money` (baht) a number · `ack` true · `date` 'YYYY-MM-DD' · `gps` a place ·
 * `photo` SHA-256 names · the others text. `null` is "no answer yet".
 */
export const answerValue = z.union([
  z.string().max(4000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(60),
  gpsAnswer,
  z.null(),
])
export type AnswerValue = z.infer<typeof answerValue>

const answersById = z.record(z.string().max(12), answerValue)

/** All answers of one form, as they cross the wire: the household's, each member's, each old problem's. */
export const formAnswers = z.strictObject({
  household: answersById,
  members: z.record(z.string().max(64), answersById),
  problems: z.record(z.string().max(64), answersById),
})
export type FormAnswers = z.infer<typeof formAnswers>

export const NO_ANSWERS: FormAnswers = { household: {}, members: {}, problems: {} }
