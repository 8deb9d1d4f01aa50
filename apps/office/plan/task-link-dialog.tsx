import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { issueTaskLink, listTaskLinks, revokeTaskLink } from '@thaiqm/contract/plan/task-link-routes.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { screenWords } from '@thaiqm/core/need/screen-words.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { StatusDot } from '@thaiqm/ui/badge.tsx'
import { Button, ButtonRow } from '@thaiqm/ui/button.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ErrorNotice, Notice } from '@thaiqm/ui/notice.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { ask, call } from '../platform/api.ts'
import { failureText, refusalText } from '../platform/refusal-text.ts'
import type { PlanView } from './plan-view.ts'

const words = defineWords({
  title: { th: 'ลิงก์ตอบงานสำหรับผู้รับผิดชอบ', en: 'Task link for the owner' },
  about: {
    th: 'ผู้ได้รับลิงก์ตอบว่า “รับ” “เสร็จแล้ว” หรือ “ทำไม่ได้” โดยไม่ต้องมีบัญชี ลิงก์ใช้ได้ 30 วันหรือจนกว่าจะตอบ และแสดงบ้านเลขที่เมื่อรับงานแล้วเท่านั้น',
    en: 'Whoever has the link answers without an account: taken on, done, cannot. It works 30 days or until answered; the house is shown only once the task is taken on.',
  },
  make: { th: 'สร้างลิงก์', en: 'Make a link' },
  again: { th: 'สร้างลิงก์ใหม่', en: 'Make a new link' },
  againHint: { th: 'ลิงก์เดิมจะใช้ไม่ได้ทันที', en: 'The earlier link ends at once.' },
  what: { th: 'งานที่ขอให้ดำเนินการ ตามที่ผู้ได้รับลิงก์จะเห็น', en: 'The task, as whoever has the link reads it' },
  whatHint: {
    th: 'ไม่ระบุชื่อบุคคล บ้านเลขที่ หมู่บ้าน หรือหมายเลขโทรศัพท์ของครัวเรือน',
    en: 'No names, house numbers, villages, or telephones of the household.',
  },
  phone: { th: 'เบอร์โทรศัพท์สำหรับสอบถาม', en: 'Telephone to ask at' },
  phoneHint: {
    th: 'ไม่ระบุ จะใช้เบอร์ในบัญชีของท่าน (ถ้ามี)',
    en: 'Left empty, the one of your account is used, if there is one.',
  },
  once: { th: 'ลิงก์นี้แสดงครั้งเดียว โปรดคัดลอกก่อนปิด', en: 'This link is shown once. Please copy it before closing.' },
  link: { th: 'ลิงก์', en: 'Link' },
  copy: { th: 'คัดลอกลิงก์', en: 'Copy the link' },
  line: { th: 'ข้อความสำหรับส่งทาง LINE (ไม่มีข้อมูลส่วนบุคคล)', en: 'Text for LINE (no personal data)' },
  copyLine: { th: 'คัดลอกข้อความ', en: 'Copy the text' },
  copied: { th: 'คัดลอกแล้ว', en: 'Copied' },
  lineText: {
    th: (due: string, link: string) =>
      `ขอความร่วมมือช่วยเหลือครัวเรือนตามแผนของ ศจพ. ภายในวันที่ ${due}\nเปิดลิงก์เพื่อดูรายละเอียดและตอบกลับ (ไม่ต้องสมัครสมาชิก)\n${link}`,
    en: (due, link) =>
      `Please help a household under the district’s plan by ${due}.\nOpen the link to see what is asked and to answer (no account needed).\n${link}`,
  },
  OPEN: { th: 'รอคำตอบ', en: 'Waits for an answer' },
  ANSWERED: { th: 'ตอบแล้ว', en: 'Answered' },
  EXPIRED: { th: 'หมดอายุ', en: 'Expired' },
  REVOKED: { th: 'ยกเลิกแล้ว', en: 'Ended' },
  until: { th: (to: string, day: string) => `ถึง ${to} ใช้ได้ถึง ${day}`, en: (to, day) => `For ${to}, until ${day}` },
  revoke: { th: 'ยกเลิกลิงก์', en: 'End the link' },
  close: { th: 'ปิด', en: 'Close' },
})

const tones = { OPEN: 'info', ANSWERED: 'good', EXPIRED: 'neutral', REVOKED: 'neutral' } as const

export interface TaskLinkDialogProps {
  readonly household: HouseholdView
  readonly action: PlanView['actions'][number]
  readonly onClose: () => void
}

/** Makes the one-time link by which the owner of an action answers, shows it once, and ends it. */
export const TaskLinkDialog = ({ household, action, onClose }: TaskLinkDialogProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const client = useQueryClient()
  const [link, setLink] = useState<string | null>(null)
  const [phone, setPhone] = useState('')
  const [what, setWhat] = useState(action.what)
  const [copied, setCopied] = useState<'link' | 'line' | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [isTried, setTried] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const query = useQuery({
    queryKey: ['task-links', household.id],
    queryFn: () => ask(listTaskLinks, { params: { householdId: household.id } }),
  })
  const latest = query.data?.links.find(one => one.planActionId === action.id)

  const isOwnWords = what.trim() !== '' && what.trim() !== action.what
  const screened = screenWords(isOwnWords ? what : action.what, household)
  const make = async () => {
    setTried(true)
    if (!screened.ok) return
    setBusy(true)
    setFailure(null)
    const made = await call(issueTaskLink, {
      params: { householdId: household.id, planActionId: action.id },
      body: { phone: phone.trim(), ...(isOwnWords ? { what: what.trim() } : {}) },
    })
    setBusy(false)
    if (!made.ok) return setFailure(failureText(made, language))
    setCopied(null)
    setLink(`${window.location.origin}/task#${made.value.token}`)
    await client.invalidateQueries({ queryKey: ['task-links'] })
  }
  const end = async (linkId: string) => {
    setBusy(true)
    const ended = await call(revokeTaskLink, { params: { linkId }, body: {} })
    setBusy(false)
    if (!ended.ok) return setFailure(failureText(ended, language))
    setLink(null)
    await client.invalidateQueries({ queryKey: ['task-links'] })
  }
  const copy = (what: 'link' | 'line', text: string) =>
    void navigator.clipboard?.writeText(text).then(() => setCopied(what))
  const lineText = link === null ? '' : say.lineText(formatDay(action.dueOn, { language }), link)

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.title}
      isInsistent={isBusy}
      actions={
        <>
          {link === null && (
            <Button kind="primary" icon="share" isPending={isBusy} onPress={() => void make()}>
              {latest === undefined ? say.make : say.again}
            </Button>
          )}
          <Button onPress={onClose} isDisabled={isBusy}>
            {say.close}
          </Button>
        </>
      }
    >
      <FieldStack>
        {link !== null && <b>{isOwnWords ? what : action.what}</b>}
        <p>{say.about}</p>
        {latest !== undefined && (
          <div className="of-line">
            <div>
              <StatusDot tone={tones[latest.state]}>{say[latest.state]}</StatusDot>
              <div className="act-muted">
                {say.until(latest.holderName, formatDay(dayOf(latest.expiresAt), { language }))}
                {link === null && latest.state === 'OPEN' && ` · ${say.againHint}`}
              </div>
            </div>
            {latest.state === 'OPEN' && (
              <Button size="small" isDisabled={isBusy} onPress={() => void end(latest.linkId)}>
                {say.revoke}
              </Button>
            )}
          </div>
        )}
        {link === null && (
          <TextArea
            label={say.what}
            hint={say.whatHint}
            value={what}
            onChange={setWhat}
            maxLength={500}
            rows={2}
            error={isTried && !screened.ok ? refusalText(screened, language) : undefined}
          />
        )}
        {link === null && (
          <TextField
            label={say.phone}
            hint={say.phoneHint}
            type="tel"
            value={phone}
            onChange={setPhone}
            maxLength={40}
            isOptional
          />
        )}
        {link !== null && (
          <>
            <Notice tone="warning" isLive>
              {say.once}
            </Notice>
            <TextField label={say.link} value={link} isReadOnly />
            <TextArea label={say.line} value={lineText} isReadOnly rows={4} />
            {navigator.clipboard !== undefined && (
              <ButtonRow>
                <Button icon="copy" onPress={() => copy('link', link)}>
                  {copied === 'link' ? say.copied : say.copy}
                </Button>
                <Button icon="copy" onPress={() => copy('line', lineText)}>
                  {copied === 'line' ? say.copied : say.copyLine}
                </Button>
              </ButtonRow>
            )}
          </>
        )}
        <ErrorNotice>{failure}</ErrorNotice>
      </FieldStack>
    </Dialog>
  )
}
