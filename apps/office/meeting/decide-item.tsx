import { agencies, unresolvableReasons } from '@thaiqm/catalogue/catalogue.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { itemDecisionNames } from '@thaiqm/contract/meeting/meeting-names.ts'
import type { MeetingView } from '@thaiqm/contract/meeting/meeting-routes.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import {
  type AgendaItem,
  type AgendaItemKind,
  decisionOn,
  decisionsFor,
  type ItemDecision,
} from '@thaiqm/core/meeting/meeting.ts'
import { decideMeetingCommand, type MeetingCommand } from '@thaiqm/core/meeting/meeting-command.ts'
import { Checkbox, RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { FormDialog } from '@thaiqm/ui/dialog.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { ComboBox, Select } from '@thaiqm/ui/select.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useHousehold } from '../household/use-household.ts'
import { officeOf } from '../organisation/organisations-near.ts'
import { useOrganisations } from '../organisation/use-organisations.ts'
import { useCommand } from '../platform/commands.ts'
import { QueryView } from '../platform/page.tsx'
import { refusalText } from '../platform/refusal-text.ts'
import { useDecisionContext } from '../platform/session.tsx'
import { useJudge } from '../problem/use-judge.ts'
import { DeedNotice } from './deed-notice.tsx'
import { type HouseholdDeed, householdDeed } from './household-deed.ts'
import { ItemFacts } from './item-facts.tsx'
import { meetingCommand } from './use-meetings.ts'

const words = defineWords({
  title: { th: 'บันทึกมติที่ประชุม', en: 'Record the decision' },
  record: { th: 'บันทึกมติ', en: 'Record' },
  decision: { th: 'มติ', en: 'Decision' },
  words: { th: 'ถ้อยคำของที่ประชุม', en: 'Words of the meeting' },
  wordsHint: { th: 'จะปรากฏในรายงานการประชุม', en: 'As they will stand in the minutes' },
  assignedTo: { th: 'ผู้รับผิดชอบ', en: 'Assigned to' },
  dueOn: { th: 'ให้แล้วเสร็จภายใน', en: 'To be done by' },
  beyond: {
    th: 'ที่ประชุมเห็นว่าแก้ไขไม่ได้หรือเกินอำนาจ ให้นายอำเภอวินิจฉัย',
    en: 'The meeting finds that nobody here can solve it: the district chief declares it unresolvable',
  },
  reason: { th: 'เหตุที่แก้ไขไม่ได้', en: 'Why it cannot be solved' },
  care: { th: 'แนวทางดูแลต่อเนื่อง', en: 'Continuing care' },
  agency: { th: 'ส่งต่อหน่วยงานตามมตินี้', en: 'Refer to an agency by this decision' },
  agencyHint: {
    th: 'หากระบุ ระบบจะส่งต่อปัญหานี้ให้หน่วยงานทันทีที่บันทึกมติ โดยต้องระบุวันที่ให้แล้วเสร็จ',
    en: 'If chosen, the problem is referred as soon as the decision is recorded; the day is then required.',
  },
  noAgency: { th: 'ไม่ส่งต่อ', en: 'No referral' },
  choose: { th: 'โปรดเลือกมติ', en: 'Please choose' },
  gone: {
    th: 'เรื่องนี้พิจารณาในครัวเรือนแล้ว บันทึกเฉพาะมติที่ประชุมได้',
    en: 'This has been decided in the household’s own record meanwhile; only the meeting’s decision will be recorded.',
  },
  kept: {
    th: 'ระบบยังไม่รับคำสั่งต่อครัวเรือน จึงยังไม่บันทึกมติ โปรดดูเหตุในรายการรอพิจารณา',
    en: 'The household’s own command was kept for a person to look at, so the item stays undecided.',
  },
  notYet: { th: 'ยังบันทึกมติไม่ได้', en: 'Not possible yet' },
})

const NO_AGENCY = 'none'
const REFERABLE: readonly AgendaItemKind[] = ['unmet-need', 'overdue', 'returned-referral']

/** One item decided in place: what it means for the household goes first; refused there, the item stays undecided. */
export const DecideItem = ({
  meeting,
  item,
  onClose,
}: {
  readonly meeting: MeetingView
  readonly item: AgendaItem
  readonly onClose: () => void
}) => {
  const query = useHousehold(item.householdId)
  if (item.householdId === null) {
    return <DecideForm meeting={meeting} item={item} household={null} onClose={onClose} />
  }
  return (
    <QueryView query={query} loading={null}>
      {({ household }) => <DecideForm meeting={meeting} item={item} household={household} onClose={onClose} />}
    </QueryView>
  )
}

interface Shown {
  readonly meeting: MeetingView
  readonly item: AgendaItem
  readonly household: HouseholdView | null
  readonly onClose: () => void
}

const DecideForm = ({ meeting, item, household, onClose }: Shown) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const context = useDecisionContext()
  const { give, giveToHousehold, isGiving } = useCommand()
  const judge = useJudge()
  const before = decisionOn(meeting, item.itemId)
  const [decision, setDecision] = useState<ItemDecision | null>(before?.decision ?? null)
  const [said, setSaid] = useState(before?.words ?? '')
  const [assignedTo, setAssignedTo] = useState(before?.assignedTo ?? '')
  const [dueOn, setDueOn] = useState<string | null>(before?.dueOn ?? null)
  const [reasonCode, setReasonCode] = useState<string | null>(null)
  const [continuingCare, setContinuingCare] = useState('')
  const [isTried, setTried] = useState(false)
  const [refused, setRefused] = useState<string>()
  const [isBeyond, setBeyond] = useState(false)
  const [agencyCode, setAgencyCode] = useState(NO_AGENCY)
  const organisations = useOrganisations()
  // Of what is overdue or came back the meeting may find that nobody can solve it.
  const mayBeBeyond = item.problemId !== null && ['overdue', 'returned-referral'].includes(item.kind)
  // What is to be seen to may be handed to an agency in the same breath.
  const mayRefer = household !== null && REFERABLE.includes(item.kind) && item.problemId !== null
  const refers = mayRefer && decision === 'ASSIGNED' && agencyCode !== NO_AGENCY
  const asksReason = (mayBeBeyond && isBeyond) || (item.kind === 'unresolvable' && decision === 'APPROVED')

  const command: MeetingCommand | null =
    decision === null
      ? null
      : {
          type: 'DecideItem',
          input: {
            itemId: item.itemId,
            decision,
            words: said.trim(),
            assignedTo: assignedTo.trim(),
            dueOn: dueOn as Day | null,
            replaces: before?.revision ?? 0,
          },
        }
  const decided = command === null ? null : decideMeetingCommand(meeting, command, context)
  const deed: HouseholdDeed =
    household === null || decision === null
      ? { is: 'none' }
      : householdDeed(item, household, decision, {
          words: said.trim(),
          beyond: asksReason ? { reasonCode: reasonCode ?? '', continuingCare: continuingCare.trim() } : null,
          referral: refers
            ? {
                agencyCode,
                organisationId:
                  officeOf(organisations.data?.organisations ?? [], agencyCode, household.areaCode)?.organisationId ??
                  null,
                dueOn: dueOn as Day | null,
              }
            : null,
        })
  // Both are judged before either goes out.
  const meetingRefusal = decided === null || decided.ok ? null : refusalText(decided, language)
  const householdRefusal =
    household === null || deed.is !== 'deed' ? null : (judge(household, deed.command)?.sentence ?? null)

  const record = async () => {
    setTried(true)
    setRefused(undefined)
    if (command === null || meetingRefusal !== null || householdRefusal !== null) return
    if (household !== null && deed.is === 'deed') {
      const done = await giveToHousehold(household, deed.command)
      if (!done.ok) return setRefused(done.sentence)
      if (done.outcome === 'parked') {
        const why = done.receipt?.refusal == null ? '' : refusalText(done.receipt.refusal, language)
        return setRefused([say.kept, why].filter(Boolean).join(' '))
      }
    }
    const result = await give(meetingCommand(meeting.id, meeting, command))
    if (result.ok) onClose()
    else setRefused(result.sentence)
  }
  const stands = isTried ? (refused ?? meetingRefusal ?? householdRefusal) : (refused ?? null)
  return (
    <FormDialog
      onClose={onClose}
      title={say.title}
      size="large"
      confirmLabel={say.record}
      onConfirm={() => void record()}
      isPending={isGiving}
    >
      <ItemFacts item={item} household={household} />
      <RadioGroup
        label={say.decision}
        layout="inline"
        choices={decisionsFor(item.kind).map(one => ({ value: one, label: itemDecisionNames[one][language] }))}
        value={decision}
        onChange={setDecision}
        error={isTried && decision === null ? say.choose : undefined}
        isRequired
      />
      {deed.is === 'deed' && <DeedNotice type={deed.command.type} />}
      {deed.is === 'gone' && <Notice tone="warning">{say.gone}</Notice>}
      {mayBeBeyond && (
        <Checkbox isSelected={isBeyond} onChange={setBeyond}>
          {say.beyond}
        </Checkbox>
      )}
      {asksReason && (
        <>
          <Select
            label={say.reason}
            options={unresolvableReasons.map(one => ({ value: one.code, label: one[language] }))}
            value={reasonCode}
            onChange={setReasonCode}
            isRequired
          />
          <TextArea label={say.care} value={continuingCare} onChange={setContinuingCare} maxLength={2000} isRequired />
        </>
      )}
      <TextArea
        label={say.words}
        hint={say.wordsHint}
        value={said}
        onChange={setSaid}
        maxLength={2000}
        isOptional={decision !== 'RETURNED' && decision !== 'DEFERRED'}
        isRequired={decision === 'RETURNED' || decision === 'DEFERRED'}
      />
      {mayRefer && decision === 'ASSIGNED' && (
        <ComboBox
          label={say.agency}
          hint={say.agencyHint}
          options={[
            { value: NO_AGENCY, label: say.noAgency },
            ...agencies.map(one => ({ value: one.code, label: one[language] })),
          ]}
          value={agencyCode}
          onChange={next => {
            setAgencyCode(next ?? NO_AGENCY)
            const agency = agencies.find(one => one.code === next)
            if (agency !== undefined) setAssignedTo(agency.th)
          }}
        />
      )}
      <FieldStack columns={2}>
        <TextField
          label={say.assignedTo}
          value={assignedTo}
          onChange={setAssignedTo}
          maxLength={200}
          isRequired={decision === 'ASSIGNED'}
          isOptional={decision !== 'ASSIGNED'}
        />
        <DatePicker label={say.dueOn} value={dueOn} onChange={setDueOn} isOptional={!refers} isRequired={refers} />
      </FieldStack>
      {stands !== null && (
        <Notice tone="danger" title={say.notYet} isLive>
          {stands}
        </Notice>
      )}
    </FormDialog>
  )
}
