import { keepsMeetings, meetingLevelsOf } from '@thaiqm/core/meeting/meeting-keepers.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { TextLink } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { useAreas } from '../platform/areas.ts'
import { useSession } from '../platform/session.tsx'
import { useOverdueMeetings } from './use-meetings.ts'

const words = defineWords({
  title: { th: 'การประชุมที่เลยวันแล้ว แต่ยังไม่ได้เปิด', en: 'Meetings whose day has passed without being opened' },
  what: {
    th: 'โปรดเปิดการประชุมโดยระบุวันที่ประชุมจริง เลื่อนวัน หรือยกเลิกพร้อมเหตุผล',
    en: 'Please open each with its real day, move it to another day, or call it off with the reason.',
  },
  on: { th: (day: string) => `กำหนดไว้ ${day}`, en: day => `planned for ${day}` },
  number: { th: (n: string) => `ครั้งที่ ${n}`, en: n => `No. ${n}` },
  more: { th: 'และยังมีอีก', en: 'And there are more.' },
})

/** Those the reader keeps: what others keep is theirs to mend, and stands in the list. */
export const OverdueMeetings = () => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor } = useSession()
  const { titleOf } = useAreas()
  const levels = meetingLevelsOf(actor)
  const { data } = useOverdueMeetings(levels.length === 1 ? levels[0] : undefined, levels.length > 0)
  const own = data?.meetings.filter(meeting => keepsMeetings(actor, meeting)) ?? []
  if (own.length === 0) return null
  return (
    <Notice tone="warning" title={say.title}>
      <p>{say.what}</p>
      <ul className="meeting-lines">
        {own.map(one => (
          <li key={one.meetingId}>
            <TextLink href={`/meetings/${one.meetingId}`}>
              {[one.title, one.number === '' ? '' : say.number(one.number)].filter(Boolean).join(' ')}
            </TextLink>{' '}
            {[
              one.title.includes(titleOf(one.areaCode)) ? '' : titleOf(one.areaCode),
              say.on(formatDay(one.heldOn, { language })),
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
      {data?.hasMore === true && <p>{say.more}</p>}
    </Notice>
  )
}
