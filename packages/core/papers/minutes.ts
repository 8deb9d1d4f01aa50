import type { Day } from '../ledger/day.ts'
import type { Sector } from '../plan/plan.ts'

/** Somebody at a meeting, as the minutes name them. */
export interface MinutesPerson {
  readonly name: string
  readonly position: string
  /** What they were there as: `ประธาน`, `เลขานุการ`, `กรรมการ`; empty for none. */
  readonly part: string
}

/** One thing talked about under an item of the agenda, with what was resolved. */
export interface MinutesMatter {
  readonly title: string
  /** What was said, in paragraphs. */
  readonly told: readonly string[]
  /** มติที่ประชุม; empty where nothing was to be resolved. */
  readonly resolution: string
}

/** ระเบียบวาระที่ ๑–๕, in the order of the agenda. */
export interface MinutesItem {
  readonly title: string
  readonly matters: readonly MinutesMatter[]
}

/** Minutes of a meeting (รายงานการประชุม, แบบท้ายระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ), as values. */
export interface MinutesInput {
  /** Who met: `ศูนย์อำนวยการขจัดความยากจนและพัฒนาคนทุกช่วงวัย อำเภอเมืองมุกดาหาร`. */
  readonly meetingName: string
  /** ครั้งที่ ๑/๒๕๖๗: the meeting's number in its B.E. year; 0 where the office has not given one. */
  readonly number: number
  readonly yearBe: number
  readonly on: Day
  readonly place: string
  /** `09.30`, Bangkok time; null while it is not known. */
  readonly beganAt: string | null
  readonly endedAt: string | null
  readonly present: readonly { readonly sector: Sector; readonly people: readonly MinutesPerson[] }[]
  /** ผู้ไม่มาประชุม, with the reason in `part`. */
  readonly absent: readonly MinutesPerson[]
  readonly items: readonly MinutesItem[]
  /** ผู้จดรายงานการประชุม */
  readonly writtenBy: { readonly name: string; readonly position: string } | null
  /** ผู้ตรวจรายงานการประชุม */
  readonly checkedBy: { readonly name: string; readonly position: string } | null
  /** It speaks of restricted hardships: every page is marked ลับ. */
  readonly isSecret: boolean
}
