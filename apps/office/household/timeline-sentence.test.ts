import { expect, test } from 'vitest'
import { timelineSentence } from './timeline-sentence.ts'

test('a verdict is told with the hardship and the result in words', () => {
  const { title, body } = timelineSentence(
    {
      type: 'ProblemRechecked',
      kindCode: 'P204',
      details: { verdict: 'R2', cause: 'รองบประมาณ', dueOn: '2024-09-30' },
    },
    'th',
  )
  expect(title).toMatch(/^ตรวจสอบปัญหาเดิม \(Re-X-Ray\): P204 \S/)
  expect(body).toBe('ผล R2 แก้ไขแล้วแต่ยังไม่แล้วเสร็จ · สาเหตุ รองบประมาณ · ครบกำหนด 30 ก.ย. 2567')
})

test('empty details leave no trace, and a late form says so first', () => {
  const entry = { type: 'SurveySubmitted', kindCode: null, details: { late: true, note: '', dueOn: null } }
  expect(timelineSentence(entry, 'th')).toEqual({ title: 'ส่งแบบสำรวจ', body: 'บันทึกหลังกำหนด' })
})

test('a fact this build does not know is still told', () => {
  const entry = { type: 'SomethingLater', kindCode: null, details: { note: 'ข้อความ' } }
  expect(timelineSentence(entry, 'th')).toEqual({ title: 'บันทึกเหตุการณ์', body: 'ข้อความ' })
})

test('an answer by link is told as such, in the words of who answered', () => {
  const details = { actionAnswer: 'DONE', answeredBy: 'หลวงพ่อสมมติ', actionWords: 'มุงเสร็จแล้ว', byLink: true }
  expect(timelineSentence({ type: 'PlanActionAnswered', kindCode: null, details }, 'th')).toEqual({
    title: 'ผู้รับผิดชอบตอบกิจกรรมในแผน',
    body: 'คำตอบ ดำเนินการแล้วเสร็จ · ผู้ตอบ หลวงพ่อสมมติ · มุงเสร็จแล้ว · ตอบผ่านลิงก์ ระบบไม่ได้ยืนยันตัวผู้ตอบ',
  })
})
