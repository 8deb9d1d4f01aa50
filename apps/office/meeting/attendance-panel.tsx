import { sectors } from '@thaiqm/catalogue/catalogue.ts'
import type { MeetingView } from '@thaiqm/contract/meeting/meeting-routes.ts'
import type { AttendeeId } from '@thaiqm/core/ledger/identifiers.ts'
import { attendanceBySector, namedTwice } from '@thaiqm/core/meeting/attendance.ts'
import { type Attendee, attendee, isOver } from '@thaiqm/core/meeting/meeting.ts'
import type { Sector } from '@thaiqm/core/plan/plan.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button, ButtonRow } from '@thaiqm/ui/button.tsx'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Menu } from '@thaiqm/ui/menu.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useCommand } from '../platform/commands.ts'
import { LedgerDialog } from '../platform/ledger-dialog.tsx'
import { sectorName } from '../platform/names.ts'
import { newId } from '../platform/new-id.ts'
import { meetingCommand } from './use-meetings.ts'

const words = defineWords({
  title: { th: 'ผู้มาประชุม', en: 'Attendance' },
  add: { th: 'เพิ่มผู้มาประชุม', en: 'Add somebody' },
  change: { th: 'แก้ไขผู้มาประชุม', en: 'Change' },
  save: { th: 'บันทึก', en: 'Save' },
  name: { th: 'ชื่อ-สกุล', en: 'Name' },
  position: { th: 'ตำแหน่ง', en: 'Position' },
  organisation: { th: 'หน่วยงาน/องค์กร', en: 'Organisation' },
  sector: { th: 'ภาคส่วน', en: 'Sector' },
  presence: { th: 'การมาประชุม', en: 'Presence' },
  CAME: { th: 'มาประชุม', en: 'Came' },
  EXCUSED: { th: 'ลา/ติดราชการ', en: 'Excused' },
  actions: { th: 'ดำเนินการ', en: 'Actions' },
  actionsFor: { th: (name: string) => `ดำเนินการกับ ${name}`, en: name => `Actions for ${name}` },
  edit: { th: 'แก้ไข', en: 'Change' },
  takeOut: { th: 'นำออก', en: 'Take out' },
  missing: { th: 'โปรดระบุ', en: 'Please fill in' },
  twice: { th: 'ชื่อซ้ำ', en: 'Same name twice' },
  none: { th: 'ยังไม่ได้บันทึกผู้มาประชุม', en: 'Nobody recorded yet' },
  count: {
    th: (came: string, excused: string) => `มา ${came} คน ลา ${excused} คน`,
    en: (came, excused) => `${came} came, ${excused} excused`,
  },
})

/** How many came of each of the seven sectors; those that sent nobody are seen too. */
export const SectorCounts = ({ meeting }: { readonly meeting: Pick<MeetingView, 'attendees'> }) => {
  const { language } = useLanguage()
  return (
    <ul className="meeting-sectors">
      {attendanceBySector(meeting).map(({ sector, came }) => (
        <li key={sector} className={came === 0 ? 'meeting-sector-none' : undefined}>
          <span>{sectorName(sector, language)}</span> <b>{formatNumber(came, language)}</b>
        </li>
      ))}
    </ul>
  )
}

/** Who is at the meeting, by name, organisation and sector. */
export const AttendancePanel = ({ meeting, mayKeep }: { readonly meeting: MeetingView; readonly mayKeep: boolean }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { give } = useCommand()
  const [open, setOpen] = useState<Attendee | 'new' | null>(null)
  const mayChange = mayKeep && !isOver(meeting)
  const twice = namedTwice(meeting.attendees)
  const came = meeting.attendees.filter(one => one.presence === 'CAME').length
  const takeOut = (one: Attendee) =>
    give(
      meetingCommand(meeting.id, meeting, {
        type: 'RecordAttendance',
        input: { attendees: [], leftOut: [one.attendeeId], seen: [one] },
      }),
    )
  return (
    <Section
      title={say.title}
      description={say.count(formatNumber(came, language), formatNumber(meeting.attendees.length - came, language))}
      actions={
        mayChange && (
          <ButtonRow>
            <Button icon="plus" onPress={() => setOpen('new')}>
              {say.add}
            </Button>
          </ButtonRow>
        )
      }
    >
      <SectorCounts meeting={meeting} />
      <DataTable
        caption={say.title}
        rows={meeting.attendees}
        rowKey={one => one.attendeeId}
        empty={<EmptyState icon="users" title={say.none} />}
        columns={[
          {
            key: 'name',
            heading: say.name,
            cell: one => (
              <>
                {one.name} {mayChange && twice.has(one.attendeeId) && <Badge tone="warning">{say.twice}</Badge>}
              </>
            ),
          },
          { key: 'position', heading: say.position, cell: one => one.position || '–', priority: 2 },
          { key: 'organisation', heading: say.organisation, cell: one => one.organisation || '–' },
          { key: 'sector', heading: say.sector, cell: one => sectorName(one.sector, language) },
          {
            key: 'presence',
            heading: say.presence,
            cell: one => <Badge tone={one.presence === 'CAME' ? 'good' : 'neutral'}>{say[one.presence]}</Badge>,
          },
          ...(mayChange
            ? [
                {
                  key: 'actions',
                  heading: say.actions,
                  isHeadingHidden: true,
                  align: 'end' as const,
                  cell: (one: Attendee) => (
                    <Menu
                      label={say.actionsFor(one.name)}
                      actions={[
                        { id: 'edit', label: say.edit, icon: 'edit', onPress: () => setOpen(one) },
                        {
                          id: 'out',
                          label: say.takeOut,
                          icon: 'trash',
                          isDangerous: true,
                          onPress: () => void takeOut(one),
                        },
                      ]}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {open !== null && (
        <AttendeeDialog meeting={meeting} known={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </Section>
  )
}

const AttendeeDialog = ({
  meeting,
  known,
  onClose,
}: {
  readonly meeting: MeetingView
  readonly known: Attendee | null
  readonly onClose: () => void
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const [id] = useState(() => known?.attendeeId ?? (newId() as AttendeeId))
  const [name, setName] = useState(known?.name ?? '')
  const [position, setPosition] = useState(known?.position ?? '')
  const [organisation, setOrganisation] = useState(known?.organisation ?? '')
  const [sector, setSector] = useState<Sector | null>(known?.sector ?? null)
  const [presence, setPresence] = useState<Attendee['presence']>(known?.presence ?? 'CAME')
  const read = attendee.safeParse({
    attendeeId: id,
    name: name.trim(),
    position: position.trim(),
    organisation: organisation.trim(),
    sector,
    presence,
  })
  return (
    <LedgerDialog
      command={
        read.success
          ? meetingCommand(meeting.id, meeting, {
              type: 'RecordAttendance',
              input: { attendees: [read.data], leftOut: [], ...(known === null ? {} : { seen: [known] }) },
            })
          : null
      }
      title={known === null ? say.add : say.change}
      confirmLabel={known === null ? say.add : say.save}
      onClose={onClose}
    >
      {(_errorOf, isTried) => (
        <>
          <TextField
            label={say.name}
            value={name}
            onChange={setName}
            maxLength={200}
            error={isTried && name.trim() === '' ? say.missing : undefined}
            isRequired
            autoFocus
          />
          <FieldStack columns={2}>
            <TextField label={say.position} value={position} onChange={setPosition} maxLength={200} isOptional />
            <TextField
              label={say.organisation}
              value={organisation}
              onChange={setOrganisation}
              maxLength={200}
              isOptional
            />
          </FieldStack>
          <Select
            label={say.sector}
            options={sectors.map(one => ({
              value: one.code,
              label: one[language],
              ...(language === 'th' ? { description: one.whoTh } : {}),
            }))}
            value={sector}
            onChange={next => setSector(next as Sector | null)}
            error={isTried && sector === null ? say.missing : undefined}
            isRequired
          />
          <RadioGroup
            label={say.presence}
            layout="inline"
            choices={[
              { value: 'CAME', label: say.CAME },
              { value: 'EXCUSED', label: say.EXCUSED },
            ]}
            value={presence}
            onChange={setPresence}
            isRequired
          />
        </>
      )}
    </LedgerDialog>
  )
}
