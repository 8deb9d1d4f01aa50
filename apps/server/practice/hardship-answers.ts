import type { AnswerValue } from '@thaiqm/core/form/form-answers.ts'

type Answers = Readonly<Record<string, AnswerValue>>

/** What a household answers that has this hardship: its own questions, and those of the member concerned. */
export interface HardshipAnswers {
  readonly household?: Answers
  readonly member?: Answers
}

const house = (answers: Answers): HardshipAnswers => ({ household: answers })
const person = (answers: Answers): HardshipAnswers => ({ member: answers })

const asked = 'ขอรับการสนับสนุนซ่อมแซมบ้านจากหน่วยงานในพื้นที่ เมื่อปี 2565 ยังไม่ได้รับการติดต่อกลับ'

/** For the kinds that the practice province knows. Lists are joined where two hardships tick the same question. */
export const hardshipAnswers: Readonly<Record<string, HardshipAnswers>> = {
  P103: person({ Q404: 'yes' }),
  P104: person({ Q405: 'incomplete' }),
  P105: person({ Q406: 'delayed' }),
  P106: person({ Q407: 'bedridden', Q408: 'not_enough' }),
  P107: person({ Q407: 'homebound', Q408: 'not_enough' }),
  P108: person({ Q409: ['interrupted'] }),
  P109: person({ Q409: ['catastrophic'] }),
  P110: person({ Q410: 'depressed' }),
  P111: person({ Q410: 'off_meds' }),
  P112: person({ Q411: 'needs_device', Q411A: ['movement'] }),
  P113: house({ Q412: 'yes' }),
  P114: person({ Q413: 'no' }),
  P115: person({ Q414: ['sight', 'teeth'] }),
  P116: house({ Q415: 'yes' }),
  P201: house({ Q501: ['roof', 'structure'] }),
  P202: house({ Q105: 'lodging' }),
  P203: house({ Q106: 'forest' }),
  P204: house({ Q502: 'bad' }),
  P205: house({ Q503: 'short' }),
  P206: house({ Q504: 'partial' }),
  P207: house({ Q505: 'none' }),
  P208: house({ Q506: ['wiring'] }),
  P209: house({ Q507: 'no' }),
  P210: house({ Q508: 'yes' }),
  P211: house({ Q509: 'risk' }),
  P212: house({ Q509: 'hit' }),
  P213: house({ Q510: ['road'] }),
  P214: house({ Q510: ['transport'] }),
  P215: house({ Q511: 'no' }),
  P216: house({ Q512: 'no' }),
  P217: house({ Q513: 'yes' }),
  P301: person({ Q601: 'no_care' }),
  P302: person({ Q602: 'out', Q603: 'poor' }),
  P303: person({ Q602: 'absent', Q603: 'poor' }),
  P305: person({ Q605: 'no', Q703: 'supported' }),
  P306: house({ Q606: 'yes' }),
  P308: person({ Q607: 'no' }),
  P309: house({ Q608: 'yes' }),
  // P401 and P414 are amounts of money: see plausible-answers.
  P402: person({ Q703: 'unemployed' }),
  P403: person({ Q703: 'unemployed' }),
  P404: person({ Q703: 'seasonal' }),
  P405: house({ Q704A: 'yes', Q704: 'short' }),
  P406: house({ Q704A: 'yes', Q704: 'untitled' }),
  P407: house({ Q705: ['water'] }),
  P408: house({ Q705: ['capital'] }),
  P409: house({ Q705: ['market'] }),
  P411: house({ Q706: ['informal'], Q706A: 30_000, Q706B: 5, Q706C: 'local' }),
  P412: house({ Q706: ['formal_over'] }),
  P413: house({ Q707: 'no' }),
  P415: person({ Q703: 'farmer', Q703A: 'no' }),
  P416: house({ Q705: ['pest'] }),
  P501: person({ Q204: 'expired' }),
  P505: house({ Q101A: 'none' }),
  P506: person({ Q803: 'no' }),
  P507: person({ Q411: 'has', Q411A: ['movement'], Q804: 'nopay' }),
  P508: person({ Q805: 'no' }),
  P509: house({ Q806: 'eligible_none' }),
  P510: person({ Q802: 'unusable' }),
  P511: person({ Q807: 'alone' }),
  P513: house({ Q704A: 'yes', Q808: 'no' }),
  P516: house({ Q811: 'yes', Q811A: asked }),
  P601: person({ Q901: 'using' }),
  P604: house({ Q903: 'violence' }),
  P605: house({ Q903: 'conflict' }),
  P607: house({ Q904: ['skipped'] }),
  P609: person({ Q905: ['alcohol'] }),
  P613: house({ Q907: 'no' }),
}
