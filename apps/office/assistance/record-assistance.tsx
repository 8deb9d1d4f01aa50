import { sectors } from '@thaiqm/catalogue/catalogue.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { AssistanceId, PlanActionId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Sector } from '@thaiqm/core/plan/plan.ts'
import { CheckboxGroup, RadioGroup, Switch } from '@thaiqm/ui/choice-group.tsx'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { MoneyField, NumberField } from '@thaiqm/ui/number-field.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useAllocations } from '../offer/use-offers.ts'
import { PartnerFields } from '../organisation/partner-fields.tsx'
import { nameOfOrganisation, useOrganisations } from '../organisation/use-organisations.ts'
import { kindName, stateName } from '../platform/names.ts'
import { newId } from '../platform/new-id.ts'
import { useSession } from '../platform/session.tsx'
import { ActDialog } from '../problem/act-dialog.tsx'
import { EvidenceField } from '../problem/evidence-field.tsx'
import {
  type AssistanceDraft,
  helpableProblems,
  helpFromAllocation,
  helpFromPartner,
  helpFromPlan,
  openPlanActions,
  toAssistanceInput,
} from './assistance-draft.ts'

const words = defineWords({
  title: { th: 'บันทึกการช่วยเหลือ', en: 'Record help' },
  confirm: { th: 'บันทึกการช่วยเหลือ', en: 'Record help' },
  planned: { th: 'ตามกิจกรรมในแผนที่อนุมัติ', en: 'Under the approved plan' },
  plannedHint: { th: 'เลือกแล้วระบบกรอกข้อมูลตามแผนให้ แก้ไขได้', en: 'Fills in what the plan says; you may change it.' },
  fromPart: { th: 'ตามการจัดสรรที่อำเภอยืนยันแล้ว', en: 'From a confirmed allocation' },
  fromPartHint: {
    th: 'เลือกแล้วระบบบันทึกว่าส่งมอบจากข้อเสนอนั้นพร้อมกัน',
    en: 'It is recorded as delivered from that offer in the same act.',
  },
  notFromPart: { th: 'ไม่ได้มาจากการจัดสรร', en: 'Not from an allocation' },
  notPlanned: { th: 'ช่วยเหลือนอกแผน', en: 'Help outside the plan' },
  problems: { th: 'ช่วยเหลือปัญหาใด', en: 'Which problems it answers' },
  sector: { th: 'ภาคีผู้ให้', en: 'Partner sector' },
  giver: { th: 'ชื่อผู้ให้ความช่วยเหลือ', en: 'Who gave it' },
  what: { th: 'สิ่งที่ช่วยเหลือ', en: 'What was given' },
  whatHint: { th: 'เช่น แผ่นสังกะสี ซ่อมห้องส้วม เบี้ยยังชีพ', en: 'Roof sheets, toilet repair, allowance' },
  quantity: { th: 'จำนวน', en: 'Quantity' },
  unit: { th: 'หน่วย', en: 'Unit' },
  value: { th: 'มูลค่า', en: 'Value' },
  givenOn: { th: 'วันที่ช่วยเหลือ', en: 'Given on' },
  completes: { th: 'ช่วยเหลือครบแล้ว ส่งตรวจผล', en: 'Help is complete: send for verification' },
  completesHint: {
    th: 'เจ้าหน้าที่คนอื่นที่ไม่ใช่ผู้บันทึกจะเป็นผู้ตรวจผล',
    en: 'Somebody other than the recorder will verify the result.',
  },
})

const none = 'none'

export interface RecordAssistanceProps {
  readonly household: HouseholdView
  /** Chosen at first, when the dialog is opened from one hardship. */
  readonly problemId?: ProblemId
  /** Chosen at first, when the dialog is opened from one action of the plan. */
  readonly planActionId?: PlanActionId
  readonly onClose: () => void
}

/** Help that one of the seven partners gave: what, how much, when, and what shows it. */
export const RecordAssistance = ({ household, problemId, planActionId, onClose }: RecordAssistanceProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { today, actor } = useSession()
  const helpable = helpableProblems(household)
  const planned = openPlanActions(household)
  const fromPlan = (id: string | undefined): Partial<AssistanceDraft> => {
    const action = planned.find(one => one.id === id)
    return action === undefined ? { planActionId: null } : helpFromPlan(action, helpable)
  }
  const [draft, setDraft] = useState<AssistanceDraft>(() => ({
    id: newId() as AssistanceId,
    problemIds: problemId !== undefined ? [problemId] : helpable.length === 1 ? helpable.map(one => one.id) : [],
    sector: actor.role === 'AGENCY' ? 'GOV' : null,
    agencyCode: actor.agencyCode,
    organisationId: actor.organisationId,
    giverName: actor.role === 'AGENCY' || actor.role === 'PARTNER' ? actor.position : '',
    what: '',
    quantity: null,
    unit: '',
    valueBaht: null,
    givenOn: today,
    evidence: [],
    completes: false,
    planActionId: null,
    ...fromPlan(planActionId),
  }))
  const organisations = useOrganisations()
  const parts = (useAllocations({ householdId: household.id }).data?.allocations ?? []).filter(
    part => part.state === 'CONFIRMED' && helpable.some(one => one.id === part.problemId),
  )
  const [partId, setPartId] = useState<string>(none)
  const part = parts.find(one => one.allocationId === partId)
  const takePart = (id: string) => {
    setPartId(id)
    const taken = parts.find(one => one.allocationId === id)
    if (taken === undefined) return
    const giver = organisations.data?.organisations.find(one => one.organisationId === taken.organisationId)
    change({ ...helpFromAllocation(taken), ...(giver === undefined ? {} : helpFromPartner(giver)) })
  }
  const change = (patch: Partial<AssistanceDraft>) => setDraft(known => ({ ...known, ...patch }))
  const input = toAssistanceInput(draft)
  return (
    <ActDialog
      household={household}
      command={input === null ? null : { type: 'RecordAssistance', input }}
      also={
        part === undefined || input === null
          ? []
          : [
              {
                ledgerKind: 'offer',
                ledgerId: part.offerId,
                version: null,
                type: 'DeliverAllocation',
                input: {
                  allocationId: part.allocationId,
                  deliveredOn: input.givenOn,
                  assistanceId: input.assistanceId,
                },
              },
            ]
      }
      title={say.title}
      confirmLabel={say.confirm}
      size="large"
      onClose={onClose}
      fieldCodes={['what-missing', 'giver-missing', 'day-in-future']}
    >
      {errorOf => (
        <>
          {parts.length > 0 && (
            <Select
              label={say.fromPart}
              hint={say.fromPartHint}
              options={[
                ...parts.map(one => ({
                  value: one.allocationId as string,
                  label: `${one.what} ${one.quantity} ${one.unit}`,
                  description: nameOfOrganisation(organisations.data?.organisations, one.organisationId) ?? '',
                })),
                { value: none, label: say.notFromPart },
              ]}
              value={partId}
              onChange={takePart}
            />
          )}
          {planned.length > 0 && (
            <Select
              label={say.planned}
              hint={say.plannedHint}
              options={[
                ...planned.map(one => ({ value: one.id as string, label: one.what, description: one.ownerName })),
                { value: none, label: say.notPlanned },
              ]}
              value={draft.planActionId ?? none}
              onChange={chosen => change(fromPlan(chosen))}
            />
          )}
          <CheckboxGroup
            label={say.problems}
            choices={helpable.map(one => ({
              value: one.id as string,
              label: `${one.kindCode} ${kindName(one.kindCode, language)}`,
              description: stateName(one.state, language),
            }))}
            value={[...draft.problemIds]}
            onChange={chosen => change({ problemIds: chosen as ProblemId[] })}
            error={draft.problemIds.length === 0 ? errorOf('incomplete') : undefined}
            isRequired
          />
          <RadioGroup
            label={say.sector}
            layout="inline"
            choices={sectors.map(one => ({ value: one.code, label: one[language] }))}
            value={draft.sector}
            onChange={(chosen: Sector) => change({ sector: chosen, organisationId: null, agencyCode: null })}
            error={draft.sector === null ? errorOf('incomplete') : undefined}
            isRequired
          />
          <PartnerFields
            areaCode={household.areaCode}
            sector={draft.sector}
            value={{ organisationId: draft.organisationId, agencyCode: draft.agencyCode, name: draft.giverName }}
            onChange={({ name, ...giver }) => change({ ...giver, giverName: name })}
            nameLabel={say.giver}
            nameError={errorOf('giver-missing', ...(draft.giverName.trim() === '' ? ['incomplete'] : []))}
            isNameRequired
          />
          <TextField
            label={say.what}
            hint={say.whatHint}
            value={draft.what}
            onChange={what => change({ what })}
            maxLength={500}
            error={errorOf('what-missing', ...(draft.what.trim() === '' ? ['incomplete'] : []))}
            isRequired
          />
          <FieldStack columns={3}>
            <NumberField
              label={say.quantity}
              value={draft.quantity}
              onChange={quantity => change({ quantity })}
              min={0}
              decimals={2}
              isOptional
            />
            <TextField
              label={say.unit}
              value={draft.unit}
              onChange={unit => change({ unit })}
              maxLength={40}
              isOptional
            />
            <MoneyField
              label={say.value}
              value={draft.valueBaht}
              onChange={valueBaht => change({ valueBaht })}
              min={0}
              isOptional
            />
          </FieldStack>
          <DatePicker
            label={say.givenOn}
            value={draft.givenOn}
            onChange={givenOn => change({ givenOn: givenOn as Day | null })}
            max={today}
            error={errorOf('day-in-future') ?? (draft.givenOn === null ? errorOf('incomplete') : undefined)}
            isRequired
          />
          <EvidenceField value={draft.evidence} onChange={evidence => change({ evidence })} />
          <div>
            <Switch isSelected={draft.completes} onChange={completes => change({ completes })}>
              {say.completes}
            </Switch>
            <p className="act-muted">{say.completesHint}</p>
          </div>
        </>
      )}
    </ActDialog>
  )
}
