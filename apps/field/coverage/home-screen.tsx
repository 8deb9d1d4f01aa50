import { meetingLevelsOf } from '@thaiqm/core/meeting/meeting-keepers.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button, LinkButton } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, ErrorState, Notice } from '@thaiqm/ui/notice.tsx'
import { ProgressBar } from '@thaiqm/ui/progress.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { useState } from 'react'
import { villageTitle } from '../area/village-store.ts'
import { TodayCard } from '../duty/today-card.tsx'
import { failureText } from '../platform/failure-text.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { Screen } from '../platform/screen.tsx'
import { recordingDeadline } from '../round/current-round.ts'
import { ClosedNotice } from '../session/closed-notice.tsx'
import { type MyVillage, useMyVillages } from './use-my-villages.ts'

const words = defineWords({
  title: { th: 'งานของฉัน', en: 'My work' },
  noRound: { th: 'ยังไม่มีรอบสำรวจ', en: 'No survey round yet' },
  noRoundHint: { th: 'เมื่อจังหวัดเปิดรอบ งานจะปรากฏที่นี่', en: 'Work appears here when the province opens a round.' },
  daysLeft: {
    th: (n: number, day: string) => `เหลือ ${n} วัน · กำหนดบันทึกภายใน ${day}`,
    en: (n, day) => `${n} days left · record by ${day}`,
  },
  lastDay: { th: (day: string) => `วันนี้เป็นวันสุดท้ายของการบันทึก (${day})`, en: day => `Today is the last day (${day})` },
  closed: {
    th: (day: string) => `พ้นกำหนดบันทึก ${day} แล้ว เริ่มแบบใหม่ได้เฉพาะผู้ได้รับอนุญาต`,
    en: day => `Recording closed on ${day}; new forms need permission.`,
  },
  notOpen: { th: (day: string) => `รอบสำรวจจะเปิดวันที่ ${day}`, en: day => `The round opens on ${day}` },
  surveyed: { th: 'ส่งแบบแล้ว', en: 'Forms sent' },
  left: { th: (n: number) => `เหลือสำรวจ ${n}`, en: n => `${n} left` },
  returned: { th: (n: number) => `ส่งกลับแก้ไข ${n}`, en: n => `${n} returned` },
  drafts: { th: (n: number) => `ร่าง ${n}`, en: n => `${n} drafts` },
  unchecked: { th: (n: number) => `รอตรวจปัญหาเดิม ${n} ครัวเรือน`, en: n => `${n} with old problems to re-check` },
  open: { th: 'เลือกครัวเรือน', en: 'Choose a household' },
  openOf: { th: (village: string) => `เลือกครัวเรือนใน${village}`, en: village => `Choose a household in ${village}` },
  fetch: { th: 'ดาวน์โหลดรายชื่อครัวเรือน', en: 'Download households' },
  find: { th: 'ค้นหา/เลือกครัวเรือน', en: 'Find a household' },
  draftList: {
    th: (n: number) => (n === 0 ? 'ร่างแบบสำรวจ' : `ร่างแบบสำรวจ ${n} ฉบับ`),
    en: n => (n === 0 ? 'Drafts' : `Drafts (${n})`),
  },
  meetings: { th: 'ประชาคมหมู่บ้าน', en: 'Village meetings' },
  ready: { th: 'ตรวจความพร้อมก่อนลงพื้นที่', en: 'Ready for the field?' },
  notFetched: { th: 'ยังไม่มีข้อมูลในเครื่อง', en: 'Not on this phone yet' },
  noVillage: { th: 'ไม่มีหมู่บ้านในพื้นที่ของท่าน', en: 'No village in your area' },
  noVillageHint: {
    th: 'แอปนี้สำหรับผู้สำรวจในหมู่บ้านและตำบล งานสำนักงานใช้เว็บไซต์ ThaiQM',
    en: 'This app is for village and tambon surveyors; office work is on the ThaiQM website.',
  },
  complete: { th: 'ส่งครบทุกครัวเรือนแล้ว', en: 'Every household is sent' },
})

const VillageCard = ({ village }: { readonly village: MyVillage }) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { households, access } = useFieldApp()
  const [isPending, setPending] = useState(false)
  const title = villageTitle(village, language)
  const { progress } = village
  const fetchIt = async () => {
    setPending(true)
    await households.refreshVillage(village.areaCode)
    setPending(false)
  }
  const open = (
    <LinkButton
      kind="secondary"
      icon="list"
      isWide
      href={`/villages/${village.areaCode}`}
      aria-label={said.openOf(title)}
    >
      {said.open}
    </LinkButton>
  )
  if (access === 'own') {
    return (
      <li className="fd-card">
        <h2>{title}</h2>
        {open}
      </li>
    )
  }
  return (
    <li className="fd-card">
      <h2>{title}</h2>
      {village.asOf === null ? (
        <>
          <p className="fd-muted">{said.notFetched}</p>
          <Button icon="download" isWide isPending={isPending} onPress={() => void fetchIt()}>
            {said.fetch}
          </Button>
        </>
      ) : (
        <>
          <ProgressBar
            label={said.surveyed}
            n={progress.sent}
            of={progress.target}
            tone={progress.sent === progress.target ? 'good' : 'primary'}
          />
          <div className="fd-row">
            {progress.left > 0 && <Badge tone="neutral">{said.left(progress.left)}</Badge>}
            {progress.returned > 0 && <Badge tone="danger">{said.returned(progress.returned)}</Badge>}
            {progress.drafts > 0 && <Badge tone="warning">{said.drafts(progress.drafts)}</Badge>}
            {progress.target > 0 && progress.sent === progress.target && (
              <Badge tone="good" icon="check">
                {said.complete}
              </Badge>
            )}
          </div>
          {progress.unchecked > 0 && <p className="fd-muted fd-small">{said.unchecked(progress.unchecked)}</p>}
          {open}
        </>
      )}
    </li>
  )
}

const DeadlineNotice = () => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { actor, clock, roundOf } = useFieldApp()
  const round = roundOf(actor.areaCode)
  if (round === undefined) return <Notice title={said.noRound}>{said.noRoundHint}</Notice>
  const deadline = recordingDeadline(round, actor.areaCode, clock.today())
  const recordBy = formatDay(deadline.recordBy, { language })
  const text = {
    PLANNED: said.notOpen(formatDay(deadline.opensOn, { language })),
    OPEN: deadline.daysLeft === 1 ? said.lastDay(recordBy) : said.daysLeft(deadline.daysLeft, recordBy),
    RESOLVING: said.closed(recordBy),
    CLOSED: said.closed(recordBy),
  }[deadline.phase]
  const isPressing = deadline.phase !== 'OPEN' || deadline.daysLeft <= 7
  return (
    <Notice tone={isPressing ? 'warning' : 'info'} title={language === 'th' ? round.nameTh : round.nameEn}>
      {text}
    </Notice>
  )
}

/** What is left to do, village by village, and how long there is. */
export const HomeScreen = () => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { actor } = useFieldApp()
  const { villages, failure, retry } = useMyVillages()
  return (
    <Screen title={said.title} tab="work">
      <DeadlineNotice />
      <ClosedNotice />
      <TodayCard />
      {villages !== undefined && villages.length > 0 && (
        <LinkButton kind="primary" size="large" icon="search" isWide href="/search">
          {said.find}
        </LinkButton>
      )}
      {villages !== undefined && villages.length > 0 && (
        <LinkButton icon="edit" isWide href="/drafts">
          {said.draftList(villages.reduce((sum, { progress }) => sum + progress.drafts, 0))}
        </LinkButton>
      )}
      {villages !== undefined && villages.length > 0 && (
        <LinkButton icon="check-circle" isWide href="/ready">
          {said.ready}
        </LinkButton>
      )}
      {villages !== undefined && villages.length > 0 && meetingLevelsOf(actor).includes('VILLAGE') && (
        <LinkButton icon="users" isWide href="/meetings">
          {said.meetings}
        </LinkButton>
      )}
      {villages === undefined && failure === undefined && <Skeleton lines={5} />}
      {villages === undefined && failure !== undefined && (
        <ErrorState onRetry={retry}>{failureText(failure, language)}</ErrorState>
      )}
      {villages?.length === 0 && (
        <EmptyState icon="map" title={said.noVillage}>
          {said.noVillageHint}
        </EmptyState>
      )}
      <ul className="fd-list">
        {villages?.map(village => (
          <VillageCard key={village.areaCode} village={village} />
        ))}
      </ul>
    </Screen>
  )
}
