import { agendaItemKindNames, agendaSectionNames } from '@thaiqm/contract/meeting/meeting-names.ts'
import type { MeetingView, WaitingMatter } from '@thaiqm/contract/meeting/meeting-routes.ts'
import { inSections, setAgenda } from '@thaiqm/core/meeting/agenda-order.ts'
import { agendaItemKind, ofNoHousehold } from '@thaiqm/core/meeting/meeting.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { CheckboxGroup } from '@thaiqm/ui/choice-group.tsx'
import { FormDialog } from '@thaiqm/ui/dialog.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useCommand } from '../platform/commands.ts'
import { LedgerDialog } from '../platform/ledger-dialog.tsx'
import { newId } from '../platform/new-id.ts'
import { QueryView } from '../platform/page.tsx'
import { useDecisionContext, useSession } from '../platform/session.tsx'
import { usePublishedWords } from './published-words.ts'
import { meetingCommand, useWaitingMatters } from './use-meetings.ts'
import { asItem, notYetOn } from './waiting-matters.ts'

const words = defineWords({
  draw: { th: 'ดึงเรื่องที่รอพิจารณา', en: 'Draw what waits' },
  add: { th: (n: string) => `เพิ่ม ${n} เรื่องเข้าวาระ`, en: n => `Add ${n} items` },
  more: { th: 'แสดงเพิ่ม', en: 'Show more' },
  nothing: { th: 'ไม่มีเรื่องรอพิจารณาในพื้นที่', en: 'Nothing waits in this area' },
  nothingHint: {
    th: 'เรื่องที่อยู่ในวาระแล้วไม่แสดงซ้ำ เพิ่มเรื่องทั่วไปได้ด้วยปุ่ม “เพิ่มเรื่อง”',
    en: 'What is on the agenda already is not shown. Other matters can be added by hand.',
  },
  group: { th: (name: string, n: string) => `${name} (${n} เรื่อง)`, en: (name, n) => `${name} (${n})` },
  carried: { th: 'เรื่องค้างจากการประชุมครั้งก่อน', en: 'Left by an earlier meeting' },
  all: { th: 'เลือกทั้งหมด', en: 'Choose all' },
  restricted: {
    th: 'จำกัดการเข้าถึง: เลือกทีละเรื่อง ไม่แสดงบนจอฉาย',
    en: 'Restricted: chosen one by one, never on the projector',
  },
  due: { th: (day: string) => `ครบกำหนด ${day}`, en: day => `due ${day}` },
  households: { th: (n: string) => `${n} ครัวเรือน`, en: n => `${n} households` },
  free: { th: 'เพิ่มเรื่อง', en: 'Add a matter' },
  section: { th: 'ระเบียบวาระที่', en: 'Section' },
  title: { th: 'เรื่อง', en: 'Matter' },
  titleHint: {
    th: 'วาระแสดงบนจอต่อที่ประชุม โปรดอย่าระบุชื่อบุคคลในครัวเรือน',
    en: 'It is shown to the whole meeting: please name nobody of a household.',
  },
  missing: { th: 'โปรดระบุเรื่อง', en: 'Please say what it is about' },
})

const keyOf = (one: WaitingMatter): string =>
  [one.kind, one.householdId ?? one.title, one.problemId ?? '', one.kindCodes.join('+')].join('|')

/** Under the name of its kind a matter need not say it again. */
const withoutKind = ({ kind, title }: WaitingMatter): string => {
  const said = `${agendaItemKindNames[kind].th} · `
  return title.startsWith(said) ? title.slice(said.length) : title
}

const PAGE = 20

/** Ticks what waits in the area and puts it on the agenda. */
export const DrawAgenda = ({ meeting, onClose }: { readonly meeting: MeetingView; readonly onClose: () => void }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { give, isGiving } = useCommand()
  const { kinds } = useDecisionContext()
  const { today } = useSession()
  const published = usePublishedWords()
  const [pageSize, setPageSize] = useState(PAGE)
  const [chosen, setChosen] = useState<ReadonlyMap<string, WaitingMatter>>(new Map())
  const [refused, setRefused] = useState<string>()
  const query = useWaitingMatters(meeting, undefined, pageSize)

  const add = async () => {
    const items = [...meeting.agenda, ...[...chosen.values()].map(one => asItem(one, newId()))]
    const result = await give(meetingCommand(meeting.id, meeting, setAgenda(meeting, inSections(items))))
    if (result.ok) onClose()
    else setRefused(result.sentence)
  }
  const isRestricted = (one: WaitingMatter): boolean => one.kindCodes.some(code => kinds.get(code)?.restricted === true)
  const describe = (one: WaitingMatter): string =>
    [
      isRestricted(one) ? say.restricted : '',
      one.publishedOn === undefined ? '' : published(one.publishedOn, today),
      one.dueOn === null ? '' : say.due(formatDay(one.dueOn, { language })),
      one.householdCount === null ? '' : say.households(formatNumber(one.householdCount, language)),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <FormDialog
      onClose={onClose}
      title={say.draw}
      size="large"
      confirmLabel={say.add(formatNumber(chosen.size, language))}
      onConfirm={() => void add()}
      isPending={isGiving}
      isDisabled={chosen.size === 0}
      error={refused}
    >
      <QueryView query={query}>
        {({ groups }) => {
          const offered = groups
            .map(group => ({ ...group, matters: notYetOn(meeting.agenda, group.matters) }))
            .filter(group => group.matters.length > 0)
          if (offered.length === 0) {
            return (
              <EmptyState icon="check-circle" title={say.nothing}>
                {say.nothingHint}
              </EmptyState>
            )
          }
          return (
            <FieldStack>
              {offered.map(group => {
                const keys = new Map(group.matters.map(one => [keyOf(one), one]))
                const choose = (picked: readonly string[]) => {
                  const next = new Map(chosen)
                  for (const key of keys.keys()) next.delete(key)
                  for (const key of picked) {
                    const one = keys.get(key)
                    if (one !== undefined) next.set(key, one)
                  }
                  setChosen(next)
                }
                return (
                  <div key={group.kind} className="meeting-drawn">
                    <CheckboxGroup
                      label={say.group(
                        group.kind === 'free' ? say.carried : agendaItemKindNames[group.kind][language],
                        `${formatNumber(group.matters.length, language)}${group.hasMore ? '+' : ''}`,
                      )}
                      choices={group.matters.map(one => ({
                        value: keyOf(one),
                        label: withoutKind(one),
                        description: describe(one),
                      }))}
                      value={[...keys.keys()].filter(key => chosen.has(key))}
                      onChange={choose}
                    />
                    <Button
                      size="small"
                      onPress={() => choose([...keys].flatMap(([key, one]) => (isRestricted(one) ? [] : [key])))}
                    >
                      {say.all}
                    </Button>
                    {group.hasMore && (
                      <Button size="small" isPending={query.isFetching} onPress={() => setPageSize(pageSize + PAGE)}>
                        {say.more}
                      </Button>
                    )}
                  </div>
                )
              })}
            </FieldStack>
          )
        }}
      </QueryView>
    </FormDialog>
  )
}

/** A matter written by hand. */
export const AddMatter = ({ meeting, onClose }: { readonly meeting: MeetingView; readonly onClose: () => void }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const [itemId] = useState(newId)
  const [section, setSection] = useState('5')
  const [title, setTitle] = useState('')
  const item = asItem(
    {
      kind: agendaItemKind.enum.free,
      section: Number(section),
      title: title.trim(),
      ...ofNoHousehold,
    },
    itemId,
  )
  const command = setAgenda(meeting, inSections([...meeting.agenda, item]))
  return (
    <LedgerDialog
      command={title.trim() === '' ? null : meetingCommand(meeting.id, meeting, command)}
      title={say.free}
      confirmLabel={say.free}
      onClose={onClose}
      fieldCodes={['incomplete']}
    >
      {(_errorOf, isTried) => (
        <>
          <Select
            label={say.section}
            options={agendaSectionNames.map((one, at) => ({
              value: String(at + 1),
              label: `${at + 1} ${one[language]}`,
            }))}
            value={section}
            onChange={next => setSection(next ?? '5')}
            isRequired
          />
          <TextArea
            label={say.title}
            hint={say.titleHint}
            value={title}
            onChange={setTitle}
            maxLength={300}
            error={isTried && title.trim() === '' ? say.missing : undefined}
            isRequired
            autoFocus
          />
        </>
      )}
    </LedgerDialog>
  )
}
