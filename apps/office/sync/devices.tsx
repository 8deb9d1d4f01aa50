import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type HandedIn, handInUnsentFile } from '@thaiqm/contract/client/hand-in-unsent-file.ts'
import { listDevices, lockDevice } from '@thaiqm/contract/sync/sync-routes.ts'
import { unsentFile } from '@thaiqm/contract/sync/unsent-file-routes.ts'
import type { RouteReply } from '@thaiqm/contract/wire/route.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { ConfirmDialog } from '@thaiqm/ui/dialog.tsx'
import { FileDrop } from '@thaiqm/ui/file-drop.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, Notice } from '@thaiqm/ui/notice.tsx'
import { PageHeader, Section } from '@thaiqm/ui/page-header.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useState } from 'react'
import { ask, call, send } from '../platform/api.ts'
import { useAreas } from '../platform/areas.ts'
import { FailedState, NotFoundState, usePageTitle } from '../platform/page.tsx'
import { failureText } from '../platform/refusal-text.ts'
import { useSession } from '../platform/session.tsx'

const words = defineWords({
  title: { th: 'เครื่องในสนาม', en: 'Phones in the field' },
  lead: {
    th: 'เครื่องใดยังมีงานที่ไม่ได้ส่ง ค้างมานานเท่าใด และติดต่อระบบครั้งสุดท้ายเมื่อใด',
    en: 'Which phone still holds unsent work, how old it is, and when it was last heard of.',
  },
  person: { th: 'ผู้ใช้เครื่อง', en: 'Person' },
  area: { th: 'พื้นที่', en: 'Area' },
  waiting: { th: 'ยังไม่ได้ส่ง', en: 'Not sent' },
  drafts: { th: 'ร่าง', en: 'Drafts' },
  photos: { th: 'ภาพรอส่ง', en: 'Photos' },
  oldest: { th: 'ค้างตั้งแต่', en: 'Oldest' },
  seen: { th: 'ติดต่อล่าสุด', en: 'Last heard of' },
  kind: { th: 'เครื่อง', en: 'Phone' },
  office: { th: 'คอมพิวเตอร์สำนักงาน', en: 'Office computer' },
  late: { th: 'ค้างเกิน 3 วัน', en: 'Over 3 days' },
  locked: { th: 'ล็อกแล้ว', en: 'Locked' },
  lock: { th: 'ล็อกเครื่อง', en: 'Lock' },
  unlock: { th: 'ปลดล็อก', en: 'Unlock' },
  act: { th: 'จัดการ', en: 'Manage' },
  lockTitle: { th: 'ล็อกเครื่องนี้หรือไม่', en: 'Lock this phone?' },
  lockText: {
    th: 'เมื่อเครื่องติดต่อระบบครั้งถัดไป รายชื่อครัวเรือนในเครื่องจะถูกลบ งานที่ยังไม่ได้ส่งไม่ถูกลบและจะส่งตามปกติ',
    en: 'At its next contact the phone forgets its households. Unsent work stays on it and is sent as usual.',
  },
  none: { th: 'ยังไม่มีเครื่องในพื้นที่ของท่าน', en: 'No phone of your area has been heard of yet' },
  file: { th: 'รับไฟล์งานที่ยังไม่ได้ส่ง', en: 'Load a file of unsent work' },
  fileLead: {
    th: 'สำหรับเครื่องที่ส่งเองไม่ได้ เช่น หน้าจอเสียหรือไม่มีสัญญาณ ไฟล์ปิดผนึกไว้ เปิดอ่านได้เฉพาะระบบ และนับเป็นงานของผู้บันทึกเดิม',
    en: 'For a phone that cannot send by itself. The file is sealed, and counts as sent by the person who made it.',
  },
  fileHint: { th: 'ไฟล์ .thaiqm จากหน้า “การส่งข้อมูล” ในโทรศัพท์', en: 'The .thaiqm file from the phone’s sending page' },
  notAFile: { th: 'ไฟล์นี้ไม่ใช่ไฟล์งานที่ยังไม่ได้ส่ง โปรดเลือกไฟล์ .thaiqm จากโทรศัพท์', en: 'This is not a file of unsent work.' },
  loaded: {
    th: ({ applied, alreadyApplied, parked, drafts, photos, photosRefused }: HandedIn) =>
      `รับแล้ว: บันทึกใหม่ ${applied} รายการ เคยส่งแล้ว ${alreadyApplied} รายการ รอพิจารณา ${parked} รายการ ร่าง ${drafts} ฉบับ ภาพถ่าย ${photos} ภาพ` +
      (photosRefused > 0 ? ` ไม่รับภาพ ${photosRefused} ภาพ` : ''),
    en: ({ applied, alreadyApplied, parked, drafts, photos, photosRefused }) =>
      `Received: ${applied} new, ${alreadyApplied} sent before, ${parked} waiting for a person, ${drafts} drafts, ${photos} photos` +
      (photosRefused > 0 ? `, ${photosRefused} photos not taken` : ''),
  },
})

type Device = RouteReply<typeof listDevices>['devices'][number]

const LATE_IN_MS = 3 * 86_400_000

const isLate = ({ holdings }: Device, asOf: Instant): boolean =>
  holdings.oldestWaitingAt !== null && Date.parse(asOf) - Date.parse(holdings.oldestWaitingAt) > LATE_IN_MS

const UnsentFileSection = () => {
  const { language } = useLanguage()
  const say = useWords(words)
  const client = useQueryClient()
  const [said, setSaid] = useState<{ readonly tone: 'good' | 'warning' | 'danger'; readonly text: string } | null>(null)
  const load = async (file: File | undefined) => {
    if (file === undefined) return
    setSaid(null)
    const read = unsentFile.safeParse(
      await file
        .text()
        .then(JSON.parse)
        .catch(() => null),
    )
    if (!read.success) return setSaid({ tone: 'danger', text: say.notAFile })
    const answer = await handInUnsentFile(send, read.data)
    if (!answer.ok) return setSaid({ tone: 'danger', text: failureText(answer, language) })
    const { parked, photosRefused } = answer.value
    setSaid({ tone: parked + photosRefused > 0 ? 'warning' : 'good', text: say.loaded(answer.value) })
    await client.invalidateQueries()
  }
  return (
    <Section title={say.file} description={say.fileLead}>
      <FileDrop label={say.file} hint={say.fileHint} accept={['.thaiqm']} onFiles={files => void load(files[0])} />
      {said !== null && (
        <Notice tone={said.tone} isLive>
          {said.text}
        </Notice>
      )}
    </Section>
  )
}

export const DevicesScreen = () => (hasAbility(useSession().actor, 'read-parked') ? <Devices /> : <NotFoundState />)

/** Phones of the area: what each still holds and how old it is; a lost one is locked here. */
const Devices = () => {
  const { language } = useLanguage()
  const { titleOf } = useAreas()
  const say = useWords(words)
  usePageTitle(say.title)
  const client = useQueryClient()
  const query = useQuery({ queryKey: ['devices'], queryFn: () => ask(listDevices, {}) })
  const [chosen, setChosen] = useState<Device | null>(null)
  const asOf = query.data?.asOf
  const turn = async (device: Device) => {
    await call(lockDevice, { params: { deviceId: device.deviceId }, body: { isLocked: !device.isLocked } })
    setChosen(null)
    await client.invalidateQueries({ queryKey: ['devices'] })
  }
  const count = (n: number) => (n === 0 ? '–' : formatNumber(n, language))
  return (
    <>
      <PageHeader title={say.title} description={say.lead} />
      <DataTable
        caption={say.title}
        rows={query.data?.devices ?? []}
        rowKey={row => row.deviceId}
        isLoading={query.isFetching}
        error={query.isError ? <FailedState error={query.error} onRetry={() => void query.refetch()} /> : undefined}
        empty={<EmptyState icon="mobile" title={say.none} />}
        isRowMarked={row => asOf !== undefined && isLate(row, asOf)}
        columns={[
          {
            key: 'person',
            heading: say.person,
            cell: row => (
              <>
                {row.personName} {row.isLocked && <Badge tone="warning">{say.locked}</Badge>}
              </>
            ),
          },
          {
            key: 'area',
            heading: say.area,
            cell: row => (row.areaCode === '' ? '–' : titleOf(row.areaCode)),
            priority: 2,
          },
          { key: 'waiting', heading: say.waiting, cell: row => count(row.holdings.waiting), align: 'end' },
          { key: 'drafts', heading: say.drafts, cell: row => count(row.holdings.drafts), align: 'end' },
          { key: 'photos', heading: say.photos, cell: row => count(row.holdings.photos), align: 'end', priority: 2 },
          {
            key: 'oldest',
            heading: say.oldest,
            cell: row =>
              row.holdings.oldestWaitingAt === null ? (
                '–'
              ) : (
                <>
                  {formatInstant(row.holdings.oldestWaitingAt, { language })}{' '}
                  {asOf !== undefined && isLate(row, asOf) && <Badge tone="danger">{say.late}</Badge>}
                </>
              ),
          },
          { key: 'seen', heading: say.seen, cell: row => formatInstant(row.lastSeenAt, { language }) },
          {
            key: 'kind',
            heading: say.kind,
            cell: row => (row.deviceKind === 'office' ? say.office : row.deviceKind),
            priority: 2,
          },
          {
            key: 'act',
            heading: say.act,
            isHeadingHidden: true,
            cell: row => (
              <Button size="small" onPress={() => (row.isLocked ? void turn(row) : setChosen(row))}>
                {row.isLocked ? say.unlock : say.lock}
              </Button>
            ),
          },
        ]}
      />
      <UnsentFileSection />
      {chosen !== null && (
        <ConfirmDialog
          isOpen
          onClose={() => setChosen(null)}
          onConfirm={() => void turn(chosen)}
          title={say.lockTitle}
          confirmLabel={say.lock}
          isDangerous
        >
          <p>{say.lockText}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
