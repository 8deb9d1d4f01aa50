import { useQueryClient } from '@tanstack/react-query'
import { movePracticeClock } from '@thaiqm/contract/practice/practice-routes.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { addDays, type Day, day } from '@thaiqm/core/ledger/day.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Button, ButtonRow } from '@thaiqm/ui/button.tsx'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ErrorNotice } from '@thaiqm/ui/notice.tsx'
import { PageHeader, Section } from '@thaiqm/ui/page-header.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { NotFoundState, usePageTitle } from '../platform/page.tsx'
import { failureText } from '../platform/refusal-text.ts'
import { useSession, useTakeSession } from '../platform/session.tsx'

const words = defineWords({
  title: { th: 'นาฬิกาพื้นที่ฝึก', en: 'Practice clock' },
  lead: {
    th: 'วันที่นี้คือ “วันนี้” ของทุกคนในพื้นที่ฝึก รวมทั้งโทรศัพท์ ใช้ลองดูว่าเกิดอะไรขึ้นเมื่อใกล้หรือพ้นกำหนด',
    en: 'This day is “today” for everybody in the practice province, phones included. Use it to see what happens near and after deadlines.',
  },
  now: { th: 'วันนี้ในพื้นที่ฝึก', en: 'Today in practice' },
  choose: { th: 'เลื่อนไปวันที่', en: 'Move to' },
  move: { th: 'เลื่อนนาฬิกา', en: 'Move the clock' },
  quick: { th: 'เลื่อนอย่างรวดเร็ว', en: 'Quick moves' },
  plusOne: { th: 'วันถัดไป', en: 'Next day' },
  plusSeven: { th: 'อีก 7 วัน', en: '7 days on' },
  record: { th: (of: string) => `วันสุดท้ายของการบันทึก (${of})`, en: of => `Last recording day (${of})` },
  after: { th: (of: string) => `วันแรกหลังปิดบันทึก (${of})`, en: of => `First day after (${of})` },
  resolve: { th: (of: string) => `วันครบกำหนดแก้ไข (${of})`, en: of => `Resolution deadline (${of})` },
  moved: { th: (of: string) => `วันนี้ในพื้นที่ฝึกคือ ${of}`, en: of => `It is now ${of} in practice` },
})

/** Moves the practice province's day: now for everybody. */
export const PracticeClockScreen = () => {
  const { actor, isPractice, today, round } = useSession()
  const { language } = useLanguage()
  const say = useWords(words)
  const client = useQueryClient()
  const takeSession = useTakeSession()
  const [chosen, setChosen] = useState<string | null>(today)
  const [failure, setFailure] = useState<string | null>(null)
  const [isMoving, setMoving] = useState(false)
  usePageTitle(say.title)
  if (!isPractice || !hasAbility(actor, 'move-practice-clock')) return <NotFoundState />
  const moveTo = async (to: Day) => {
    setMoving(true)
    const outcome = await call(movePracticeClock, { body: { day: to } })
    setMoving(false)
    if (!outcome.ok) return setFailure(failureText(outcome, language))
    setFailure(null)
    takeSession(outcome.value)
    setChosen(to)
    await client.invalidateQueries()
    showToast({ title: say.moved(formatDay(to, { language, style: 'long' })) })
  }
  const short = (of: Day) => formatDay(of, { language })
  const read = day.safeParse(chosen)
  const quick: readonly { readonly label: string; readonly to: Day }[] = [
    { label: say.plusOne, to: addDays(today, 1) },
    { label: say.plusSeven, to: addDays(today, 7) },
    ...(round === null
      ? []
      : [
          { label: say.record(short(round.recordBy)), to: round.recordBy },
          { label: say.after(short(addDays(round.recordBy, 1))), to: addDays(round.recordBy, 1) },
          { label: say.resolve(short(round.resolveBy)), to: round.resolveBy },
        ]),
  ]
  return (
    <>
      <PageHeader title={say.title} description={say.lead} />
      <ErrorNotice>{failure}</ErrorNotice>
      <Section title={`${say.now}: ${formatDay(today, { language, style: 'full' })}`}>
        <div className="of-narrow-form">
          <DatePicker label={say.choose} value={chosen} onChange={setChosen} />
          <ButtonRow>
            <Button
              kind="primary"
              icon="clock"
              isPending={isMoving}
              isDisabled={!read.success || read.data === today}
              onPress={() => {
                if (read.success) void moveTo(read.data)
              }}
            >
              {say.move}
            </Button>
          </ButtonRow>
        </div>
      </Section>
      <Section title={say.quick}>
        <ButtonRow>
          {quick.map(step => (
            <Button key={step.label} isDisabled={isMoving || step.to === today} onPress={() => void moveTo(step.to)}>
              {step.label}
            </Button>
          ))}
        </ButtonRow>
      </Section>
    </>
  )
}
