import { agendaItemKindNames, agendaSectionNames, itemDecisionNames } from '@thaiqm/contract/meeting/meeting-names.ts'
import type { MeetingView } from '@thaiqm/contract/meeting/meeting-routes.ts'
import { meetingId } from '@thaiqm/core/ledger/identifiers.ts'
import { inSections } from '@thaiqm/core/meeting/agenda-order.ts'
import { type AgendaItem, decisionOn } from '@thaiqm/core/meeting/meeting.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Button, ButtonRow } from '@thaiqm/ui/button.tsx'
import { Switch } from '@thaiqm/ui/choice-group.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useHousehold } from '../household/use-household.ts'
import { useGo, useParam } from '../platform/address.ts'
import { useAreas } from '../platform/areas.ts'
import { kindName } from '../platform/names.ts'
import { NotFoundState, QueryView, usePageTitle } from '../platform/page.tsx'
import { SectorCounts } from './attendance-panel.tsx'
import { usePublishedWords } from './published-words.ts'
import { useMeeting } from './use-meetings.ts'
import './meeting.css'
import './projector.css'

const words = defineWords({
  title: { th: 'ฉายระเบียบวาระ', en: 'Projector' },
  place: { th: (n: string, all: string) => `วาระที่ ${n} จาก ${all}`, en: (n, all) => `Item ${n} of ${all}` },
  number: { th: (n: string) => `ครั้งที่ ${n}`, en: n => `No. ${n}` },
  section: { th: (n: string, name: string) => `ระเบียบวาระที่ ${n} ${name}`, en: (n, name) => `${n}. ${name}` },
  house: {
    th: (n: string, moo: number, tambon: string) => `บ้านเลขที่ ${n} หมู่ที่ ${moo} ${tambon}`,
    en: (n, moo, tambon) => `House ${n}, Moo ${moo} ${tambon}`,
  },
  noNumber: { th: '(ไม่มีเลขที่)', en: '(no number)' },
  households: { th: (n: string) => `${n} ครัวเรือน`, en: n => `${n} households` },
  due: { th: (day: string) => `ครบกำหนด ${day}`, en: day => `Due ${day}` },
  decision: { th: 'มติ', en: 'Decision' },
  waits: { th: 'รอมติที่ประชุม', en: 'Waiting for the meeting' },
  assigned: { th: (to: string) => `ผู้รับผิดชอบ: ${to}`, en: to => `to ${to}` },
  by: { th: (day: string) => `ภายใน ${day}`, en: day => `by ${day}` },
  previous: { th: 'ก่อนหน้า', en: 'Previous' },
  next: { th: 'ถัดไป', en: 'Next' },
  names: { th: 'แสดงชื่อหัวหน้าครัวเรือน', en: 'Show the head’s name' },
  leave: { th: 'ออกจากจอฉาย', en: 'Leave' },
  keys: { th: 'ใช้แป้น ← → เลื่อนวาระ แป้น Esc เพื่อออก', en: 'Arrow keys turn the pages, Esc leaves' },
  attendance: { th: 'ผู้มาประชุม', en: 'Attendance' },
  empty: { th: 'ยังไม่มีวาระ', en: 'No item yet' },
  restricted: { th: 'วาระที่จำกัดการเข้าถึง', en: 'Restricted item' },
  notShown: {
    th: 'ไม่แสดงบนจอ โปรดพิจารณาเฉพาะผู้มีสิทธิจากหน้าการประชุม',
    en: 'Not shown here: those permitted consider it on the meeting’s own page',
  },
})

/** `/meetings/:id/projector`: the agenda on the wall, one item at a time; names nobody until the presenter says so. */
export const ProjectorScreen = () => {
  const say = useWords(words)
  const read = meetingId.safeParse(useParam('meetingId'))
  const query = useMeeting(read.data ?? '')
  usePageTitle(say.title)
  if (!read.success) return <NotFoundState />
  return <QueryView query={query}>{({ meeting }) => <Wall meeting={meeting} />}</QueryView>
}

const Wall = ({ meeting }: { readonly meeting: MeetingView }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const go = useGo()
  const { titleOf } = useAreas()
  const [at, setAt] = useState(0)
  const [hasNames, setNames] = useState(false)
  const wall = useRef<HTMLDialogElement>(null)
  // The dialog covers everything, menu and all, and keeps the keyboard inside.
  useEffect(() => {
    const dialog = wall.current
    if (dialog?.open === false) {
      dialog.showModal()
      // Not on the switch that shows names: a space bar must not show them to the hall.
      dialog.focus()
    }
    return () => dialog?.close()
  }, [])
  const items = inSections(meeting.agenda)
  const shown = Math.min(at, items.length - 1)
  const item = items[shown]
  const turn = (by: 1 | -1) => setAt(Math.max(0, Math.min(items.length - 1, shown + by)))
  const onKeyDown = (event: KeyboardEvent) => {
    if (['ArrowRight', 'PageDown'].includes(event.key)) turn(1)
    else if (['ArrowLeft', 'PageUp'].includes(event.key)) turn(-1)
    else if (event.key === 'Home') setAt(0)
    else if (event.key === 'End') setAt(items.length - 1)
    else return
    event.preventDefault()
  }
  const number = (n: number) => formatNumber(n, language)
  return (
    <dialog
      ref={wall}
      className="projector"
      tabIndex={-1}
      data-theme="dark"
      aria-label={say.title}
      onKeyDown={onKeyDown}
      onCancel={event => {
        event.preventDefault()
        go(`/meetings/${meeting.id}`)
      }}
    >
      <header className="projector-head">
        <div>
          <b>{meeting.title}</b>{' '}
          <span>
            {[
              meeting.number === '' ? '' : say.number(meeting.number),
              meeting.title.includes(titleOf(meeting.areaCode)) ? '' : titleOf(meeting.areaCode),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        <div className="projector-place">
          {item === undefined ? '' : say.place(number(shown + 1), number(items.length))}
        </div>
      </header>
      <div className="projector-item" aria-live="polite">
        {item?.restricted === true ? (
          // Whoever presents may see it; the hall may not.
          <>
            <h1>{say.restricted}</h1>
            <p className="projector-facts">{say.notShown}</p>
          </>
        ) : item === undefined ? (
          <p>{say.empty}</p>
        ) : (
          <Shown meeting={meeting} item={item} hasNames={hasNames} />
        )}
      </div>
      <footer className="projector-foot">
        <div className="projector-attendance">
          <span>{say.attendance}</span>
          <SectorCounts meeting={meeting} />
        </div>
        <div className="projector-tools">
          <Switch isSelected={hasNames} onChange={setNames}>
            {say.names}
          </Switch>
          <ButtonRow>
            <Button icon="arrow-left" onPress={() => turn(-1)} isDisabled={shown <= 0}>
              {say.previous}
            </Button>
            <Button iconAfter="arrow-right" onPress={() => turn(1)} isDisabled={shown >= items.length - 1}>
              {say.next}
            </Button>
            <Button kind="quiet" icon="close" onPress={() => go(`/meetings/${meeting.id}`)}>
              {say.leave}
            </Button>
          </ButtonRow>
          <span className="projector-keys">{say.keys}</span>
        </div>
      </footer>
    </dialog>
  )
}

const Shown = ({
  meeting,
  item,
  hasNames,
}: {
  readonly meeting: MeetingView
  readonly item: AgendaItem
  readonly hasNames: boolean
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { titleOf } = useAreas()
  const published = usePublishedWords()
  const decided = decisionOn(meeting, item.itemId)
  // A published need names nobody, on the wall neither.
  const mayName = hasNames && item.kind !== 'unmet-need'
  const household = useHousehold(item.householdId, mayName)
  const head = household.data?.household.members.find(one => one.isHead)
  const section = agendaSectionNames[item.section - 1]
  const house =
    item.householdId === null || item.areaCode === null
      ? null
      : say.house(
          item.houseNumber === '' ? say.noNumber : item.houseNumber,
          Number(item.areaCode.slice(6)),
          titleOf(item.areaCode.slice(0, 6)),
        )
  return (
    <>
      {section !== undefined && (
        <p className="projector-section">{say.section(formatNumber(item.section, language), section[language])}</p>
      )}
      {item.kind === 'unmet-need' && <p className="projector-section">{agendaItemKindNames[item.kind][language]}</p>}
      {/* A drawn matter says house and kinds below, in their own lines. */}
      <h1>{house === null ? item.title : agendaItemKindNames[item.kind][language]}</h1>
      {house !== null && <p className="projector-house">{house}</p>}
      {mayName && head !== undefined && <p className="projector-house">{memberName(head)}</p>}
      {item.kindCodes.length > 0 && (
        <ul className="projector-kinds">
          {item.kindCodes.map(code => (
            <li key={code}>{`${code} ${kindName(code, language)}`}</li>
          ))}
        </ul>
      )}
      {(item.householdCount !== null || item.dueOn !== null || item.publishedOn !== undefined) && (
        <p className="projector-facts">
          {[
            item.householdCount === null ? '' : say.households(formatNumber(item.householdCount, language)),
            item.publishedOn === undefined ? '' : published(item.publishedOn, meeting.heldOn),
            item.dueOn === null ? '' : say.due(formatDay(item.dueOn, { language, style: 'long' })),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      <div className={decided === undefined ? 'projector-decision projector-waits' : 'projector-decision'}>
        {decided === undefined ? (
          say.waits
        ) : (
          <>
            <b>{`${say.decision}: ${itemDecisionNames[decided.decision][language]}`}</b>
            {decided.words !== '' && <p>{decided.words}</p>}
            {(decided.assignedTo !== '' || decided.dueOn !== null) && (
              <p>
                {[
                  decided.assignedTo === '' ? '' : say.assigned(decided.assignedTo),
                  decided.dueOn === null ? '' : say.by(formatDay(decided.dueOn, { language })),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            )}
          </>
        )}
      </div>
    </>
  )
}
