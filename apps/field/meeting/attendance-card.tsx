import { attendanceBySector, namedTwice } from '@thaiqm/core/meeting/attendance.ts'
import type { Attendee, Meeting } from '@thaiqm/core/meeting/meeting.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { useState } from 'react'
import { AttendeeDialog } from './attendee-dialog.tsx'
import { sectorName } from './sector-name.ts'

const words = defineWords({
  attendance: { th: 'ผู้มาประชุม', en: 'Attendance' },
  came: { th: (n: number) => `มาประชุม ${n} คน`, en: n => `${n} came` },
  cameOf: {
    th: (n: number, excused: number) => `มาประชุม ${n} คน ลา ${excused} คน`,
    en: (n, excused) => `${n} came, ${excused} excused`,
  },
  addAttendee: { th: 'เพิ่มผู้มาประชุม', en: 'Add somebody' },
  excused: { th: 'ลา', en: 'excused' },
  change: { th: 'แก้ไข', en: 'Change' },
  changeOf: { th: (name: string) => `แก้ไข: ${name}`, en: name => `Change: ${name}` },
  twice: { th: 'ชื่อซ้ำ', en: 'Same name twice' },
})

/** Who is at the meeting; each entry can be set right or taken out until the meeting is locked. */
export const AttendanceCard = ({ meeting, mayChange }: { readonly meeting: Meeting; readonly mayChange: boolean }) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const [open, setOpen] = useState<Attendee | 'new'>()
  const came = meeting.attendees.filter(one => one.presence === 'CAME').length
  const excused = meeting.attendees.length - came
  const twice = namedTwice(meeting.attendees)
  return (
    <section className="fd-card">
      <h2>{said.attendance}</h2>
      <p className="fd-muted">{excused === 0 ? said.came(came) : said.cameOf(came, excused)}</p>
      <div className="fd-row">
        {attendanceBySector(meeting)
          .filter(one => one.came > 0)
          .map(one => (
            <Badge key={one.sector} tone="good">{`${sectorName(one.sector, language)} ${one.came}`}</Badge>
          ))}
      </div>
      <ul className="fd-list">
        {meeting.attendees.map(one => (
          <li key={one.attendeeId} className="fd-member">
            <span className="fd-member-text">
              <b>{one.name}</b>
              <span className="fd-muted fd-small">
                {[
                  one.position,
                  one.organisation,
                  sectorName(one.sector, language),
                  one.presence === 'EXCUSED' ? said.excused : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {mayChange && twice.has(one.attendeeId) && (
                <span>
                  <Badge tone="warning">{said.twice}</Badge>
                </span>
              )}
            </span>
            {mayChange && (
              <Button kind="quiet" aria-label={said.changeOf(one.name)} onPress={() => setOpen(one)}>
                {said.change}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <Button icon="plus" isWide onPress={() => setOpen('new')}>
          {said.addAttendee}
        </Button>
      )}
      {open !== undefined && (
        <AttendeeDialog meeting={meeting} known={open === 'new' ? null : open} onClose={() => setOpen(undefined)} />
      )}
    </section>
  )
}
