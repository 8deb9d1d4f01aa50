import type { DutyKind, MeetingDutyKind } from '@thaiqm/core/duty/duty.ts'
import { dutyKindName } from '@thaiqm/core/duty/duty-kind-name.ts'
import { dutiesAndMeetings } from '@thaiqm/core/duty/meeting-duty.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Chip, ChipRow } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { useState } from 'react'
import { villageTitle } from '../area/village-store.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { Screen } from '../platform/screen.tsx'
import { useLive } from '../platform/use-live.ts'
import { ClosedNotice } from '../session/closed-notice.tsx'
import { bandWords } from './band-words.ts'
import { bands, countByBand } from './duties-today.ts'
import { DutyRow } from './duty-row.tsx'
import { MeetingTodayRow } from './meeting-today-row.tsx'
import { useDutiesToday } from './use-duties-today.ts'
import { useMeetingsToday } from './use-meetings-today.ts'

const words = defineWords({
  title: { th: 'งานวันนี้', en: 'Today' },
  asOf: { th: (day: string) => `ณ วันที่ ${day}`, en: day => `As of ${day}` },
  all: { th: (n: number) => `ทุกงาน ${n}`, en: n => `All ${n}` },
  none: { th: 'ไม่มีงานที่ครบกำหนดภายใน 30 วัน', en: 'Nothing is due within 30 days' },
  noneHint: {
    th: 'นับจากครัวเรือนที่เก็บไว้ในเครื่องนี้ เมื่อมีเรื่องถึงท่านจะปรากฏที่หน้านี้',
    en: 'Counted from the households on this phone. What comes to you appears here.',
  },
  notHeld: { th: 'ยังไม่มีข้อมูลครัวเรือนในเครื่อง', en: 'No household on this phone yet' },
  notHeldHint: {
    th: 'โปรดดาวน์โหลดรายชื่อครัวเรือนที่หน้า “งานของฉัน” ขณะมีสัญญาณ',
    en: 'Please download the households on “My work” with a signal.',
  },
  more: { th: (n: number) => `แสดงเพิ่ม (เหลืออีก ${n} เรื่อง)`, en: n => `Show more (${n} left)` },
})

/** As many rows as are made at once: a tambon may have thousands. */
const AT_ONCE = 60

/** `/today`: what waits for the person who looks, the worst first, each with why; from this phone alone. */
export const TodayScreen = () => {
  const said = useWords(words)
  const bandSaid = useWords(bandWords)
  const { language } = useLanguage()
  const { clock, database } = useFieldApp()
  const duties = useDutiesToday()
  const meetings = useMeetingsToday()
  const [kind, setKind] = useState<DutyKind | MeetingDutyKind>()
  const [most, setMost] = useState(AT_ONCE)
  const villages = useLive('villages-all', () => database.villages.orderBy('areaCode').toArray()) ?? []
  const nameOf = new Map(villages.map(village => [village.areaCode, villageTitle(village, language)]))
  // The worst first: band by band, and meetings among what each asks for.
  const waiting = bands.flatMap(band =>
    dutiesAndMeetings(
      (duties ?? []).filter(duty => duty.band === band),
      meetings.filter(meeting => meeting.band === band),
    ),
  )
  const kinds = Map.groupBy(waiting, ({ kind: of }) => of)
  const chosen = (kind === undefined ? undefined : kinds.get(kind)) ?? waiting
  const counts = countByBand(chosen)
  const shown = chosen.slice(0, most)
  const choose = (next: DutyKind | MeetingDutyKind | undefined) => {
    setKind(next)
    setMost(AT_ONCE)
  }
  return (
    <Screen
      title={said.title}
      subtitle={said.asOf(formatDay(clock.today(), { language, style: 'long' }))}
      backHref="/"
      tab="work"
    >
      <ClosedNotice />
      {duties === undefined && <Skeleton lines={6} />}
      {duties === null && (
        <EmptyState icon="download" title={said.notHeld}>
          {said.notHeldHint}
        </EmptyState>
      )}
      {duties?.length === 0 && waiting.length === 0 && (
        <EmptyState icon="check-circle" title={said.none}>
          {said.noneHint}
        </EmptyState>
      )}
      {kinds.size > 1 && (
        <div className="fd-filters">
          <ChipRow>
            <Chip isSelected={kind === undefined} onChange={() => choose(undefined)}>
              {said.all(waiting.length)}
            </Chip>
            {[...kinds].map(([of, found]) => (
              <Chip key={of} isSelected={kind === of} onChange={() => choose(of)}>
                {`${dutyKindName(of)[language]} ${found.length}`}
              </Chip>
            ))}
          </ChipRow>
        </div>
      )}
      {bands.map(band => {
        const own = shown.filter(duty => duty.band === band)
        return own.length === 0 ? null : (
          <section key={band} className="fd-list">
            <h2 className="fd-plain">{bandSaid[band](counts[band])}</h2>
            <ul className="fd-list">
              {own.map(duty =>
                'meetingId' in duty ? (
                  <MeetingTodayRow key={duty.meetingId} meeting={duty} />
                ) : (
                  <DutyRow
                    key={`${duty.householdId}${duty.kind}${duty.problemId}${duty.agencyCode}${duty.dueOn}`}
                    duty={duty}
                    village={villages.length > 1 ? nameOf.get(duty.areaCode) : undefined}
                  />
                ),
              )}
            </ul>
          </section>
        )
      })}
      {chosen.length > most && (
        <Button isWide onPress={() => setMost(most + AT_ONCE)}>
          {said.more(chosen.length - most)}
        </Button>
      )}
    </Screen>
  )
}
