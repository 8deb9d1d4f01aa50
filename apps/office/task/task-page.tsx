import type { CallFailure } from '@thaiqm/contract/client/call-route.ts'
import type { TaskView } from '@thaiqm/contract/plan/task-link-routes.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Icon } from '@thaiqm/ui/icons.tsx'
import { LanguageSwitch, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, ErrorState, Notice } from '@thaiqm/ui/notice.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { BrandMark } from '../session/brand-mark.tsx'
import { type Answered, TaskAnswer } from './task-answer.tsx'
import { taskCalls, whyNot } from './task-calls.ts'
import { TaskFacts } from './task-facts.tsx'

const words = defineWords({
  title: { th: 'ขอความอนุเคราะห์ช่วยเหลือครัวเรือน', en: 'A request to help a household' },
  purpose: { th: 'ระบบแก้ไขปัญหารายครัวเรือน', en: 'Solving hardship, household by household' },
  trust: {
    th: (day: string) =>
      `ลิงก์นี้ทำขึ้นสำหรับท่านเท่านั้น ตอบได้ถึงวันที่ ${day} โดยไม่ต้องมีบัญชีผู้ใช้ โปรดอย่าส่งต่อ ทางราชการไม่ขอเลขประจำตัวประชาชน รหัสผ่าน หรือเงินผ่านหน้านี้ หากไม่แน่ใจ โปรดโทรสอบถามที่ว่าการอำเภอก่อนตอบ`,
    en: day =>
      `This link was made for you alone and can be answered until ${day}, without an account. Please do not pass it on. This page never asks for identity numbers, passwords or money. If in doubt, please call the district office before you answer.`,
  },
  loading: { th: 'กำลังเปิดงาน', en: 'Opening the task' },
  closed: { th: 'เปิดงานนี้ไม่ได้', en: 'This task cannot be opened' },
  thanks: { th: 'ขอบคุณที่ช่วยเหลือ', en: 'Thank you for helping' },
  thanksHint: {
    th: (number: string) => `ระบบรับคำตอบแล้ว เลขรับที่ ${number} เจ้าหน้าที่จะตรวจผลต่อไป`,
    en: number => `Your answer was received as number ${number}. An officer will verify it.`,
  },
  toldWhy: { th: 'ระบบรับคำตอบแล้ว', en: 'Your answer was received' },
  toldWhyHint: {
    th: (number: string) => `เลขรับที่ ${number} เจ้าหน้าที่จะหาผู้ช่วยเหลือรายอื่นต่อไป ขอบคุณที่แจ้งให้ทราบ`,
    en: number => `Number ${number}. An officer will look for somebody else. Thank you for telling us.`,
  },
  accepted: {
    th: 'รับงานแล้ว เมื่อทำเสร็จโปรดกลับมาตอบที่ลิงก์เดิม',
    en: 'Taken on. Please come back to this link when it is done.',
  },
})

type Shown =
  | { readonly kind: 'loading' }
  | { readonly kind: 'task'; readonly task: TaskView }
  | { readonly kind: 'failed'; readonly failure: CallFailure }
  | { readonly kind: 'over'; readonly answered: Answered }

/** `/task#token`: what the owner of an action sees and answers, on a phone, with no account. */
export const TaskPage = ({ token }: { readonly token: string }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const calls = useMemo(() => taskCalls(token), [token])
  const [shown, setShown] = useState<Shown>({ kind: 'loading' })

  const load = useCallback(async () => {
    const read = await calls.read()
    setShown(read.ok ? { kind: 'task', task: read.value } : { kind: 'failed', failure: read })
  }, [calls])
  useEffect(() => void load(), [load])

  const isClosed = shown.kind === 'failed' && shown.failure.kind === 'refused' && shown.failure.status === 404
  return (
    <div className="task-page" data-density="field">
      <header className="task-head">
        <BrandMark />
        <span className="task-brand">
          <b>ThaiQM</b>
          <span className="task-muted">{say.purpose}</span>
        </span>
        <LanguageSwitch />
      </header>
      <main className="task-main">
        <h1>{say.title}</h1>
        {shown.kind === 'loading' && (
          <div role="status" aria-label={say.loading}>
            <Skeleton look="block" lines={3} />
          </div>
        )}
        {isClosed && (
          <EmptyState icon="lock" title={say.closed}>
            {whyNot(shown.failure, language)}
          </EmptyState>
        )}
        {shown.kind === 'failed' && !isClosed && (
          <ErrorState onRetry={() => void load()}>{whyNot(shown.failure, language)}</ErrorState>
        )}
        {shown.kind === 'over' && (
          <EmptyState
            icon={shown.answered.answer === 'DONE' ? 'heart' : 'check'}
            title={shown.answered.answer === 'DONE' ? say.thanks : say.toldWhy}
          >
            {shown.answered.answer === 'DONE'
              ? say.thanksHint(String(shown.answered.receiptNumber))
              : say.toldWhyHint(String(shown.answered.receiptNumber))}
          </EmptyState>
        )}
        {shown.kind === 'task' && (
          <>
            {shown.task.state === 'ACCEPTED' && (
              <Notice tone="good" isLive>
                {say.accepted}
              </Notice>
            )}
            <TaskFacts task={shown.task} />
            <TaskAnswer
              task={shown.task}
              calls={calls}
              onAnswered={answered => {
                if (answered.answer === 'ACCEPTED') void load()
                else setShown({ kind: 'over', answered })
              }}
            />
            <p className="task-trust">
              <Icon name="shield" />
              {say.trust(formatDay(dayOf(shown.task.expiresAt), { language, style: 'long' }))}
            </p>
          </>
        )}
      </main>
    </div>
  )
}
