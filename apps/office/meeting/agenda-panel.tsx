import { agendaItemKindNames, agendaSectionNames, itemDecisionNames } from '@thaiqm/contract/meeting/meeting-names.ts'
import type { MeetingView } from '@thaiqm/contract/meeting/meeting-routes.ts'
import { inSections, movedItem, setAgenda } from '@thaiqm/core/meeting/agenda-order.ts'
import { type AgendaItem, decisionOn, type ItemDecision, isOver } from '@thaiqm/core/meeting/meeting.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge, type Tone } from '@thaiqm/ui/badge.tsx'
import { Button, ButtonRow, IconButton, TextLink } from '@thaiqm/ui/button.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, ErrorNotice, Notice } from '@thaiqm/ui/notice.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { useState } from 'react'
import { useCommand } from '../platform/commands.ts'
import { AddMatter, DrawAgenda } from './agenda-builder.tsx'
import { DecideItem } from './decide-item.tsx'
import { usePublishedWords } from './published-words.ts'
import { meetingCommand } from './use-meetings.ts'

const words = defineWords({
  title: { th: 'ระเบียบวาระการประชุม', en: 'Agenda' },
  progress: { th: (n: string, all: string) => `มีมติแล้ว ${n} จาก ${all} เรื่อง`, en: (n, all) => `${n} of ${all} decided` },
  draw: { th: 'ดึงเรื่องที่รอพิจารณา', en: 'Draw what waits' },
  add: { th: 'เพิ่มเรื่อง', en: 'Add a matter' },
  arrange: { th: 'จัดลำดับ', en: 'Arrange' },
  save: { th: 'บันทึกลำดับ', en: 'Save the order' },
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
  section: { th: (n: string, name: string) => `ระเบียบวาระที่ ${n} ${name}`, en: (n, name) => `${n}. ${name}` },
  up: { th: (name: string) => `เลื่อนขึ้น: ${name}`, en: name => `Move up: ${name}` },
  down: { th: (name: string) => `เลื่อนลง: ${name}`, en: name => `Move down: ${name}` },
  takeOut: { th: (name: string) => `นำออกจากวาระ: ${name}`, en: name => `Take out: ${name}` },
  decide: { th: 'บันทึกมติ', en: 'Decide' },
  decideOn: { th: (name: string) => `บันทึกมติ: ${name}`, en: name => `Decide: ${name}` },
  change: { th: 'แก้ไขมติ', en: 'Change' },
  changeOn: { th: (name: string) => `แก้ไขมติ: ${name}`, en: name => `Change the decision: ${name}` },
  household: { th: 'ดูครัวเรือน', en: 'See the household' },
  householdOf: { th: (name: string) => `ดูครัวเรือน: ${name}`, en: name => `See the household: ${name}` },
  due: { th: (day: string) => `ครบกำหนด ${day}`, en: day => `due ${day}` },
  households: { th: (n: string) => `${n} ครัวเรือน`, en: n => `${n} households` },
  assigned: { th: (to: string) => `ผู้รับผิดชอบ: ${to}`, en: to => `to ${to}` },
  by: { th: (day: string) => `ภายใน ${day}`, en: day => `by ${day}` },
  waits: { th: 'ยังไม่มีมติ', en: 'Not decided' },
  restricted: { th: 'จำกัดการเข้าถึง', en: 'Restricted' },
  empty: { th: 'ยังไม่มีวาระ', en: 'No item yet' },
  emptyHint: { th: 'ดึงเรื่องที่รอพิจารณาในพื้นที่ หรือเพิ่มเรื่องเอง', en: 'Draw what waits in the area, or add a matter by hand.' },
  hidden: {
    th: (n: string) => `มีวาระที่จำกัดการเข้าถึงอีก ${n} เรื่อง ผู้มีสิทธิเท่านั้นที่เห็นและบันทึกมติได้ การประชุมจะปิดได้เมื่อมีมติครบ`,
    en: n =>
      `${n} more items are restricted: only those permitted see and decide them, and the meeting closes after that.`,
  },
})

const decisionTones: Readonly<Record<ItemDecision, Tone>> = {
  APPROVED: 'good',
  RETURNED: 'danger',
  DEFERRED: 'warning',
  ASSIGNED: 'info',
  NOTED: 'neutral',
}

/** The agenda: put together before, decided item by item during, and read after the meeting. */
export const AgendaPanel = ({
  meeting,
  hiddenItems,
  mayKeep,
}: {
  readonly meeting: MeetingView
  readonly hiddenItems: number
  readonly mayKeep: boolean
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const published = usePublishedWords()
  const { give, isGiving } = useCommand()
  const [open, setOpen] = useState<'draw' | 'add' | null>(null)
  const [deciding, setDeciding] = useState<string | null>(null)
  const [order, setOrder] = useState<readonly AgendaItem[] | null>(null)
  const [refused, setRefused] = useState<string>()
  const items = inSections<AgendaItem>(order ?? meeting.agenda)
  const mayChange = mayKeep && !isOver(meeting)
  const isArranging = order !== null
  const item = meeting.agenda.find(one => one.itemId === deciding)

  const save = async () => {
    if (order === null) return
    const result = await give(meetingCommand(meeting.id, meeting, setAgenda(meeting, inSections(order))))
    if (result.ok) {
      setOrder(null)
      setRefused(undefined)
    } else setRefused(result.sentence)
  }
  const actions = !mayChange ? undefined : isArranging ? (
    <ButtonRow>
      <Button kind="primary" onPress={() => void save()} isPending={isGiving}>
        {say.save}
      </Button>
      <Button onPress={() => setOrder(null)}>{say.cancel}</Button>
    </ButtonRow>
  ) : (
    <ButtonRow>
      <Button icon="inbox" onPress={() => setOpen('draw')}>
        {say.draw}
      </Button>
      <Button icon="plus" onPress={() => setOpen('add')}>
        {say.add}
      </Button>
      {meeting.agenda.length > 0 && (
        <Button icon="sort" onPress={() => setOrder(meeting.agenda)}>
          {say.arrange}
        </Button>
      )}
    </ButtonRow>
  )
  const number = (n: number) => formatNumber(n, language)
  return (
    <Section
      title={say.title}
      description={
        items.length === 0 ? undefined : say.progress(number(meeting.decisions.length), number(items.length))
      }
      actions={actions}
    >
      {hiddenItems > 0 && <Notice>{say.hidden(number(hiddenItems))}</Notice>}
      <ErrorNotice>{refused}</ErrorNotice>
      {items.length === 0 && (
        <EmptyState icon="clipboard" title={say.empty}>
          {say.emptyHint}
        </EmptyState>
      )}
      {agendaSectionNames.map((name, at) => {
        const own = items.filter(one => one.section === at + 1)
        if (own.length === 0) return null
        return (
          <div key={name.th} className="meeting-section">
            <h3>{say.section(number(at + 1), name[language])}</h3>
            <ol className="meeting-items" start={items.findIndex(one => one.section === at + 1) + 1}>
              {own.map(one => {
                const decided = decisionOn(meeting, one.itemId)
                const facts = [
                  one.householdCount === null ? '' : say.households(number(one.householdCount)),
                  one.publishedOn === undefined ? '' : published(one.publishedOn, meeting.heldOn),
                  one.dueOn === null ? '' : say.due(formatDay(one.dueOn, { language })),
                ].filter(Boolean)
                return (
                  <li key={one.itemId} className="meeting-item">
                    <div className="meeting-item-row">
                      <div className="meeting-item-text">
                        <b>{one.title}</b>
                        <span className="meeting-item-facts">
                          {one.restricted && (
                            <Badge tone="danger" icon="lock">
                              {say.restricted}
                            </Badge>
                          )}
                          {!one.title.startsWith(agendaItemKindNames[one.kind].th) && one.kind !== 'free' && (
                            <Badge>{agendaItemKindNames[one.kind][language]}</Badge>
                          )}
                          {facts.length > 0 && <span className="of-muted">{facts.join(' · ')}</span>}
                          {decided === undefined && meeting.state === 'OPEN' && !isArranging && (
                            <Badge>{say.waits}</Badge>
                          )}
                          {one.householdId !== null && !isArranging && (
                            <TextLink href={`/households/${one.householdId}`}>
                              <span aria-hidden="true">{say.household}</span>
                              <span className="tq-visually-hidden">{say.householdOf(one.title)}</span>
                            </TextLink>
                          )}
                        </span>
                        {decided !== undefined && (
                          <span className="meeting-decided">
                            <Badge tone={decisionTones[decided.decision]}>
                              {itemDecisionNames[decided.decision][language]}
                            </Badge>
                            <span>
                              {[
                                decided.words,
                                decided.assignedTo === '' ? '' : say.assigned(decided.assignedTo),
                                decided.dueOn === null ? '' : say.by(formatDay(decided.dueOn, { language })),
                              ]
                                .filter(Boolean)
                                .join(' · ')}
                            </span>
                          </span>
                        )}
                      </div>
                      {isArranging && (
                        <div className="meeting-item-actions">
                          <IconButton
                            icon="arrow-up"
                            label={say.up(one.title)}
                            onPress={() => setOrder(movedItem(items, one.itemId, -1))}
                          />
                          <IconButton
                            icon="arrow-down"
                            label={say.down(one.title)}
                            onPress={() => setOrder(movedItem(items, one.itemId, 1))}
                          />
                          {decided === undefined && (
                            <IconButton
                              icon="trash"
                              label={say.takeOut(one.title)}
                              onPress={() => setOrder(items.filter(other => other.itemId !== one.itemId))}
                            />
                          )}
                        </div>
                      )}
                      {!isArranging && mayKeep && meeting.state === 'OPEN' && (
                        <Button
                          size="small"
                          kind={decided === undefined ? 'primary' : 'quiet'}
                          aria-label={decided === undefined ? say.decideOn(one.title) : say.changeOn(one.title)}
                          onPress={() => setDeciding(one.itemId)}
                        >
                          {decided === undefined ? say.decide : say.change}
                        </Button>
                      )}
                    </div>
                  </li>
                )
              })}
            </ol>
          </div>
        )
      })}
      {open === 'draw' && <DrawAgenda meeting={meeting} onClose={() => setOpen(null)} />}
      {open === 'add' && <AddMatter meeting={meeting} onClose={() => setOpen(null)} />}
      {item !== undefined && (
        <DecideItem key={item.itemId} meeting={meeting} item={item} onClose={() => setDeciding(null)} />
      )}
    </Section>
  )
}
