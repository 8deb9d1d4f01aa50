import { leaveOut, type RowVerdictView } from '@thaiqm/contract/baseline/baseline-routes.ts'
import { describe, expect, test } from 'vitest'
import { chooseField, mappingOf, missingIn } from './column-choice.ts'
import { countByVerdict, reportCsv, reportLines, verdictsToShow, withoutPlace, writeCsv } from './import-report.ts'
import { decideWording, noDecisions, openQuestions } from './import-review.ts'

const reason = (code: string, messageTh: string, field: string | null = null) => ({
  code,
  field,
  messageTh,
  messageEn: code,
  remedyTh: 'แก้ไขในไฟล์ต้นฉบับแล้วนำเข้าใหม่',
})

const rows: RowVerdictView[] = [
  { rowNumber: 12, verdict: 'reject', reasons: [reason('tambon-unknown', 'ไม่พบตำบลนี้ในอำเภอ', 'tambon')] },
  { rowNumber: 1, verdict: 'skip', reasons: [reason('title-row', 'เป็นแถวชื่อรายงาน')] },
  {
    rowNumber: 8,
    verdict: 'review',
    reasons: [reason('problem-unsure', 'ถ้อยคำปัญหาไม่ชัดเจน', 'problem'), reason('house-code-short', 'รหัสบ้าน 10 หลัก')],
  },
  { rowNumber: 9, verdict: 'warn', reasons: [reason('number-checked', '=เลขบัตร "ไม่ผ่าน"', 'nationalNumber')] },
]

describe('columns set by hand', () => {
  const mapping = mappingOf([
    { index: 0, field: 'fullName' },
    { index: 1, field: 'tambon' },
    { index: 2, field: 'ignored' },
    { index: 3, field: 'ignored' },
  ])

  test('a field moves to the column it is given, and leaves the one it had', () => {
    expect(chooseField(mapping, 2, 'tambon')).toEqual({ 0: 'fullName', 1: 'ignored', 2: 'tambon', 3: 'ignored' })
  })

  test('several columns may be left unread', () => {
    expect(chooseField(mapping, 1, 'ignored')).toMatchObject({ 1: 'ignored', 2: 'ignored', 3: 'ignored' })
  })

  test('the sheet cannot be read without a problem, and can once a column holds it', () => {
    expect(missingIn(mapping)).toEqual(['problem'])
    expect(missingIn(chooseField(mapping, 2, 'problem'))).toEqual([])
  })
})

describe('what waits for a person', () => {
  const preview = {
    problemReview: [
      { wording: 'บ้านผุ', rows: [8, 20], candidates: [], chosen: null },
      { wording: 'อื่น ๆ', rows: [8], candidates: [], chosen: null },
    ],
    statusReview: [{ wording: 'รอ ผญบ.', rows: [20], chosen: null }],
  }

  test('counts each wording, and each row once', () => {
    expect(openQuestions(preview, noDecisions)).toEqual({ problems: 2, statuses: 1, rows: 2 })
  })

  test('a choice, or leaving its rows out, answers a wording', () => {
    const chosen = decideWording(noDecisions, 'problems', 'บ้านผุ', 'P201')
    expect(openQuestions(preview, chosen)).toEqual({ problems: 1, statuses: 1, rows: 2 })
    const left = decideWording(chosen, 'statuses', 'รอ ผญบ.', leaveOut)
    expect(openQuestions(preview, left)).toEqual({ problems: 1, statuses: 0, rows: 1 })
    expect(openQuestions(preview, decideWording(left, 'problems', 'อื่น ๆ', leaveOut)).rows).toBe(0)
  })
})

describe('the report of rows', () => {
  test('goes by row, one line a reason, only of the verdicts asked for', () => {
    expect(reportLines(rows, new Set(['reject', 'review'])).map(line => [line.rowNumber, line.reason?.code])).toEqual([
      [8, 'problem-unsure'],
      [8, 'house-code-short'],
      [12, 'tambon-unknown'],
    ])
  })

  test('counts rows, not reasons', () => {
    expect(countByVerdict(rows)).toEqual({ accept: 0, warn: 1, review: 1, reject: 1, skip: 1 })
  })

  test('as a file it opens in Excel, keeps every line, and runs no formula', () => {
    const csv = reportCsv(rows, {
      row: 'แถวที่',
      verdict: 'ผล',
      field: 'ช่อง',
      reason: 'เหตุผล',
      remedy: 'วิธีแก้',
      verdictName: verdict => verdict,
      fieldName: field => field,
    })
    expect(csv.startsWith('\uFEFFแถวที่,ผล,ช่อง,เหตุผล,วิธีแก้\r\n')).toBe(true)
    expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + reportLines(rows, new Set(verdictsToShow)).length)
    expect(csv).toContain(`9,warn,nationalNumber,"'=เลขบัตร ""ไม่ผ่าน""",`)
  })

  test('says what is wrong once: row and field have columns of their own', () => {
    expect(withoutPlace('แถวที่ 84 ช่อง "ตำบล": ไม่พบตำบลนี้ในอำเภอ ("ไม่มีจริง")')).toBe('ไม่พบตำบลนี้ในอำเภอ ("ไม่มีจริง")')
    expect(withoutPlace('Row 1: a title')).toBe('a title')
    expect(withoutPlace('ไม่มีคำนำ: อยู่แล้ว')).toBe('ไม่มีคำนำ: อยู่แล้ว')
  })

  test('a cell with a comma or a line break stays one cell', () => {
    expect(writeCsv([['ก,ข', 'ค\nง', 5]])).toBe('\uFEFF"ก,ข","ค\nง",5\r\n')
  })
})
