import type { SessionView } from '@thaiqm/contract/session/session-routes.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { StatusDot } from '@thaiqm/ui/badge.tsx'
import { FieldShell, type FieldShellProps } from '@thaiqm/ui/field-shell.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { useEffect } from 'react'
import { useSyncStatus } from '../sync/use-sync.ts'
import { useFieldApp } from './field-app.tsx'
import { UpdateNotice } from './update-notice.tsx'
import './screen.css'

const words = defineWords({
  app: { th: 'ThaiQM สำรวจ', en: 'ThaiQM Survey' },
  work: { th: 'งาน', en: 'Work' },
  search: { th: 'ค้นหา', en: 'Search' },
  send: { th: 'ส่งข้อมูล', en: 'Send' },
  me: { th: 'ฉัน', en: 'Me' },
  practice: {
    th: (day: string) => `พื้นที่ฝึก · วันที่ในระบบ ${day} · ข้อมูลสมมติทั้งหมด`,
    en: day => `Practice · system date ${day} · all data invented`,
  },
})

/** On every page of a practice installation: what is seen here is nobody's life. */
export const PracticeStrip = ({ view }: { readonly view: SessionView }) => {
  const { language } = useLanguage()
  const said = useWords(words)
  if (view.mode !== 'practice') return null
  return <div className="fd-practice">{said.practice(formatDay(view.today, { language }))}</div>
}

type TabName = 'work' | 'search' | 'send' | 'me'

export interface ScreenProps extends Omit<FieldShellProps, 'tabs' | 'status'> {
  /** Which tab stands as current; without it there are no tabs, as inside a form. */
  readonly tab?: TabName | undefined
  /** For the browser's title, where the screen's own title names a household: titles carry no personal data. */
  readonly plainTitle?: string | undefined
}

/** Every page for somebody signed in: banner, what is sent and what is not, the tabs; sets the title and the focus. */
export const Screen = ({ tab, plainTitle, children, ...shell }: ScreenProps) => {
  const { view } = useFieldApp()
  const said = useWords(words)
  const status = useSyncStatus()
  const title = plainTitle ?? shell.title
  useEffect(() => {
    document.title = `${title} · ${said.app}`
  }, [title, said.app])
  useEffect(() => {
    window.scrollTo(0, 0)
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
  }, [])
  const item = (name: TabName, href: string, icon: 'clipboard' | 'search' | 'cloud-up' | 'user', count?: string) => ({
    href,
    label: said[name],
    icon,
    isCurrent: tab === name,
    count,
  })
  const tabs =
    tab === undefined
      ? undefined
      : [
          item('work', '/', 'clipboard'),
          item('search', '/search', 'search'),
          item('send', '/sync', 'cloud-up', status.waiting > 0 ? String(status.waiting) : undefined),
          item('me', '/me', 'user'),
        ]
  return (
    <FieldShell
      {...shell}
      tabs={tabs}
      status={
        <div className="fd-status">
          <PracticeStrip view={view} />
          <div className="fd-status-line">
            <StatusDot tone={status.tone}>{status.text}</StatusDot>
          </div>
        </div>
      }
    >
      {tab !== undefined && <UpdateNotice />}
      {children}
    </FieldShell>
  )
}
