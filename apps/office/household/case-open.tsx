import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { readUntilAll } from '@thaiqm/core/referral/referral-of.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { ButtonRow, LinkButton } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, Notice } from '@thaiqm/ui/notice.tsx'
import { usePageTitle } from '../platform/page.tsx'
import { useDecisionContext } from '../platform/session.tsx'

const words = defineWords({
  over: {
    th: (day: string) => `เรื่องนี้สิ้นสุดแล้ว หน่วยงานของท่านเปิดดูได้ถึง ${day}`,
    en: day => `This case is over. Your agency may read it until ${day}.`,
  },
  overHint: {
    th: 'หลังจากนั้นจะไม่เห็นข้อมูลครัวเรือน หากยังมีกิจกรรมที่ต้องตอบ โปรดตอบก่อนครบกำหนด หรือขอลิงก์ตอบงานจากอำเภอ',
    en: 'After that the household is not shown. If an action still waits for your answer, please answer before then, or ask the district for a task link.',
  },
  closed: { th: 'เรื่องนี้ไม่ได้เปิดให้หน่วยงานของท่าน', en: 'This case is not open to your agency' },
  closedWhy: {
    th: 'เรื่องอาจไม่ได้ส่งต่อถึงหน่วยงานของท่าน ส่งคืนหรือเลยเวลาตอบรับแล้ว หรือพ้นกำหนดเปิดดูหลังเรื่องสิ้นสุด',
    en: 'It may not have been referred to you, was returned or not answered in time, or the days after its end are over.',
  },
  closedAct: {
    th: 'หากต้องตอบกิจกรรมในแผน โปรดขอลิงก์ตอบงานจากอำเภอ ซึ่งตอบได้โดยไม่ต้องเปิดเรื่อง ผลของสิ่งที่ท่านช่วยเหลือดูได้ที่หน้าข้อเสนอความช่วยเหลือ',
    en: 'To answer for an action of a plan, please ask the district for a task link: it is answered without opening the case. What came of your help stands on the page of offers.',
  },
  referrals: { th: 'เรื่องที่ยังเปิดอยู่', en: 'Cases open to us' },
  offers: { th: 'ข้อเสนอความช่วยเหลือ', en: 'Offers of help' },
})

/** Until when an agency or partner may still read a case that is over; nothing while the case lies with it. */
export const CaseOpenUntil = ({ household }: { readonly household: HouseholdView }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor, clocks } = useDecisionContext()
  const until = readsReferredOnly(actor) ? readUntilAll(household.problems, actor, clocks) : null
  if (until === null) return null
  return (
    <Notice tone="warning" title={say.over(formatDay(until, { language }))}>
      {say.overHint}
    </Notice>
  )
}

/**
 * What an agency or partner reads where no case is open to it, and what it can do all the same. A case that is over, one
 * of others and one that never was are told alike.
 */
export const CaseNotOpen = () => {
  const say = useWords(words)
  usePageTitle(say.closed)
  return (
    <>
      <h1 className="tq-visually-hidden">{say.closed}</h1>
      <EmptyState
        icon="lock"
        title={say.closed}
        actions={
          <ButtonRow>
            <LinkButton href="/referrals">{say.referrals}</LinkButton>
            <LinkButton href="/offers">{say.offers}</LinkButton>
          </ButtonRow>
        }
      >
        <p>{say.closedWhy}</p>
        <p>{say.closedAct}</p>
      </EmptyState>
    </>
  )
}
