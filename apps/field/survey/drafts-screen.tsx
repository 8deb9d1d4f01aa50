import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { letterKey, searchKey } from '@thaiqm/core/thai/normalise-thai.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button, TextLink } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, Notice } from '@thaiqm/ui/notice.tsx'
import { SearchField } from '@thaiqm/ui/search-field.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { useDeferredValue, useEffect, useState } from 'react'
import { villageTitle } from '../area/village-store.ts'
import { useHouseTitle } from '../household/household-row.tsx'
import { headName } from '../household/household-summary.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { Screen } from '../platform/screen.tsx'
import { useLive } from '../platform/use-live.ts'
import type { ListedDraft, OpenDraft } from './draft-store.ts'
import { HandOver } from './hand-over.tsx'
import { takeDraftsOfServer } from './take-drafts.ts'

const words = defineWords({
  title: { th: 'ร่างแบบสำรวจ', en: 'Drafts' },
  find: { th: 'ค้นหาบ้านเลขที่หรือชื่อในร่าง', en: 'Find a house number or name among drafts' },
  changed: { th: (at: string) => `แก้ไขล่าสุด ${at}`, en: at => `Last changed ${at}` },
  age: { th: (days: number) => `ค้างมาแล้ว ${days} วัน`, en: days => (days === 1 ? '1 day old' : `${days} days old`) },
  answered: { th: (n: number) => `ตอบแล้ว ${n} ข้อ`, en: n => `${n} answered` },
  kept: { th: 'ระบบเก็บสำเนาแล้ว', en: 'Copy kept by the server' },
  notKept: { th: 'อยู่ในเครื่องนี้เท่านั้น', en: 'On this phone only' },
  closed: { th: 'ร่างที่เปิดในเครื่องนี้ไม่ได้', en: 'A draft this phone cannot open' },
  closedHint: {
    th: 'ร่างนี้ปิดผนึกไว้และไม่สูญหาย เมื่อมีสัญญาณระบบจะรับไว้แล้วส่งกลับมาให้เปิดได้',
    en: 'It is sealed and not lost. With a signal the server takes it and gives it back readable.',
  },
  none: { th: 'ไม่มีร่างแบบสำรวจ', en: 'No drafts' },
  noneHint: { th: 'แบบที่เริ่มกรอกแล้วยังไม่ส่งจะปรากฏที่นี่', en: 'Forms begun and not sent yet appear here.' },
  asking: { th: 'กำลังตรวจหาร่างจากระบบ…', en: 'Looking for drafts on the server…' },
  notFound: { th: 'ไม่พบร่างที่ค้นหา', en: 'No such draft' },
  handOver: { th: 'ส่งต่อให้ผู้ร่วมงาน', en: 'Hand over to a colleague' },
  handOverOf: {
    th: (house: string) => `ส่งต่อให้ผู้ร่วมงาน: ร่าง ${house}`,
    en: house => `Hand over to a colleague: the draft of ${house}`,
  },
})

const DAY_MS = 24 * 60 * 60 * 1000

const answersIn = ({ draft }: OpenDraft): number => {
  const { household, members, problems } = draft.answers
  const all = [household, ...Object.values(members), ...Object.values(problems)]
  return all.flatMap(group => Object.values(group)).filter(value => value !== null).length
}

const isFound = (open: OpenDraft | null, search: string): boolean => {
  if (search === '' || open === null) return search === ''
  const { draft } = open
  if (letterKey(draft.address.houseNumber).startsWith(letterKey(search))) return true
  const name = searchKey(search)
  return draft.members.some(member => searchKey(`${member.firstName} ${member.lastName}`).includes(name))
}

const DraftCard = ({
  row,
  village,
  onHandOver,
}: {
  readonly row: ListedDraft
  readonly village: string | undefined
  readonly onHandOver: () => void
}) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { clock } = useFieldApp()
  const titleOf = useHouseTitle()
  const { open } = row
  const days = Math.floor((Date.parse(clock.now()) - Date.parse(row.changedAt)) / DAY_MS)
  if (open === null) {
    return (
      <li className="fd-card">
        <Notice tone="warning" title={said.closed}>
          {said.closedHint}
        </Notice>
      </li>
    )
  }
  const title = titleOf(open.draft.address)
  const head = open.household === null ? '' : headName(open.household)
  return (
    <li className="fd-card">
      <TextLink icon="edit" href={`/households/${row.householdId}/survey`}>
        {[title, head].filter(Boolean).join(' · ')}
      </TextLink>
      <p className="fd-muted fd-small">
        {[village, said.changed(formatInstant(row.changedAt, { language }))].filter(Boolean).join(' · ')}
      </p>
      <div className="fd-row">
        <Badge>{said.answered(answersIn(open))}</Badge>
        {days > 0 && <Badge tone={days > 3 ? 'danger' : 'warning'}>{said.age(days)}</Badge>}
        <Badge tone={row.isSent ? 'good' : 'warning'} icon={row.isSent ? 'cloud-check' : 'cloud-off'}>
          {row.isSent ? said.kept : said.notKept}
        </Badge>
      </div>
      <Button icon="users" isWide aria-label={said.handOverOf(title)} onPress={onHandOver}>
        {said.handOver}
      </Button>
    </li>
  )
}

/** Forms begun and not sent: where, how far, how old, whether a copy is safe, and to whom they can be handed. */
export const DraftsScreen = () => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { database, drafts, actor } = useFieldApp()
  const [search, setSearch] = useState('')
  const [handing, setHanding] = useState<string>()
  const wanted = useDeferredValue(search).trim()
  const rows = useLive(`drafts-${actor.personId}`, () => drafts.list())
  const villages = useLive('villages-of-drafts', () => database.villages.toArray()) ?? []
  const nameOf = new Map(villages.map(village => [village.areaCode, villageTitle(village, language)]))
  const [isAsking, setAsking] = useState(true)
  useEffect(() => {
    void takeDraftsOfServer(drafts).finally(() => setAsking(false))
  }, [drafts])
  const found = rows?.filter(row => isFound(row.open, wanted))
  return (
    <Screen title={said.title} tab="work" backHref="/">
      {rows !== undefined && rows.length > 0 && <SearchField label={said.find} value={search} onChange={setSearch} />}
      {rows === undefined && <Skeleton lines={6} />}
      {rows?.length === 0 && (
        <EmptyState icon="edit" title={isAsking ? said.asking : said.none}>
          {said.noneHint}
        </EmptyState>
      )}
      {rows !== undefined && rows.length > 0 && found?.length === 0 && (
        <EmptyState icon="search" title={said.notFound} />
      )}
      <ul className="fd-list">
        {found?.map(row => (
          <DraftCard
            key={row.draftId}
            row={row}
            village={nameOf.get(row.areaCode)}
            onHandOver={() => setHanding(row.draftId)}
          />
        ))}
      </ul>
      {handing !== undefined && <HandOver draftId={handing} onClose={() => setHanding(undefined)} />}
    </Screen>
  )
}
