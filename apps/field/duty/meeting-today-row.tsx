import { dutyKindName } from '@thaiqm/core/duty/duty-kind-name.ts'
import { meetingDutyReason } from '@thaiqm/core/duty/meeting-duty.ts'
import { TextLink } from '@thaiqm/ui/button.tsx'
import { Icon } from '@thaiqm/ui/icons.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { useFieldApp } from '../platform/field-app.tsx'
import type { MeetingToday } from './meetings-today.ts'

const words = defineWords({
  number: { th: (n: string) => `ครั้งที่ ${n}`, en: n => `No. ${n}` },
})

/** One meeting that waits: which, and why now. The whole row leads to it. */
export const MeetingTodayRow = ({ meeting }: { readonly meeting: MeetingToday }) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { clock } = useFieldApp()
  const { kind, title, number, meetingId } = meeting
  return (
    <li className="fd-household">
      <div className="fd-household-text">
        <TextLink href={`/meetings/${meetingId}`}>{dutyKindName(kind)[language]}</TextLink>
        <span>{[title, number === '' ? '' : said.number(number)].filter(Boolean).join(' ')}</span>
        <span className="fd-muted fd-small">{meetingDutyReason(meeting, false, clock.today(), language)}</span>
      </div>
      <Icon name="chevron-right" size={24} />
    </li>
  )
}
