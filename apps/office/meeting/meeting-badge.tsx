import { meetingStateNames } from '@thaiqm/contract/meeting/meeting-names.ts'
import { isOverdueMeeting, type Meeting, type MeetingState } from '@thaiqm/core/meeting/meeting.ts'
import { Badge, type Tone } from '@thaiqm/ui/badge.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { useSession } from '../platform/session.tsx'

const words = defineWords({
  overdue: { th: 'เลยวันประชุม', en: 'Day has passed' },
})

const tones: Readonly<Record<MeetingState, Tone>> = {
  PLANNED: 'info',
  OPEN: 'warning',
  CLOSED: 'neutral',
  CALLED_OFF: 'neutral',
}

/** What state a meeting is in; planned and not held on its day, it says so. */
export const MeetingBadge = ({ meeting }: { readonly meeting: Pick<Meeting, 'state' | 'heldOn'> }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { today } = useSession()
  if (isOverdueMeeting(meeting, today)) {
    return (
      <Badge tone="danger" icon="clock">
        {say.overdue}
      </Badge>
    )
  }
  return <Badge tone={tones[meeting.state]}>{meetingStateNames[meeting.state][language]}</Badge>
}
