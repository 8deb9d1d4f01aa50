import { sectors } from '@thaiqm/catalogue/catalogue.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { AllocationRow, OfferRow } from '@thaiqm/contract/offer/offer-routes.ts'
import type { RecordAssistanceInput } from '@thaiqm/core/assistance/record-assistance.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { AssistanceId, PlanActionId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Sector } from '@thaiqm/core/plan/plan.ts'
import { CheckboxGroup, RadioGroup, Switch } from '@thaiqm/ui/choice-group.tsx'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { formatBaht, formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { MoneyField, NumberField } from '@thaiqm/ui/number-field.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { amountText, deliveredText } from '../offer/amount-text.ts'
import { offerCommand, offerOf, outstandingOfRow, useAllocations } from '../offer/use-offers.ts'
import { PartnerFields } from '../organisation/partner-fields.tsx'
import { nameOfOrganisation, useOrganisations } from '../organisation/use-organisations.ts'
import type { LedgerCommand } from '../platform/commands.ts'
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
  unitsDelivered,
} from './assistance-draft.ts'

const words = defineWords({
  title: { th: 'บันทึกการช่วยเหลือ', en: 'Record help' },
  confirm: { th: 'บันทึกการช่วยเหลือ', en: 'Record help' },
  planned: { th: 'ตามกิจกรรมในแผนที่อนุมัติ', en: 'Under the approved plan' },
  plannedHint: { th: 'เลือกแล้วระบบกรอกข้อมูลตามแผนให้ แก้ไขได้', en: 'Fills in what the plan says; you may change it.' },
  fromPart: { th: 'ตามการจัดสรรที่อำเภอยืนยันแล้ว', en: 'From a confirmed allocation' },
  fromPartHint: {
    th: 'ระบบบันทึกการส่งมอบจากข้อเสนอพร้อมกัน ตามจำนวนที่ให้จริง',
    en: 'What was really given is recorded as delivered from the offer in the same act.',
  },
  outstanding: { th: (amount: string) => `คงค้างส่งมอบ ${amount}`, en: amount => `Outstanding: ${amount}` },
  budgetLeft: { th: (baht: string) => `งบประมาณคงเหลือ ${baht}`, en: baht => `Left of its budget: ${baht}` },
  partUnits: { th: 'จำนวนที่ส่งมอบจากการจัดสรรนี้', en: 'Delivered from this allocation' },
  partBaht: { th: 'งบประมาณของข้อเสนอที่ใช้ครั้งนี้', en: 'Spent of the offer’s budget' },
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

const deliveredTooMuch = ['delivery-above-outstanding', 'delivery-empty'] as const

const isCount = (value: number | null): value is number => value !== null && Number.isInteger(value) && value >= 0

/** The other half of the deed: the delivery from the offer. Nothing for help from no allocation; null while it is not all said. */
const deliveryOf = (
  part: AllocationRow | undefined,
  offers: readonly OfferRow[] = [],
  { givenOn, assistanceId }: RecordAssistanceInput,
  quantity: number | null,
  budgetBaht: number | null,
): LedgerCommand | null | undefined => {
  const offer = offers.find(one => one.offerId === part?.offerId)
  if (part === undefined) return undefined
  if (offer === undefined || !isCount(quantity) || !isCount(budgetBaht)) return null
  const { allocationId } = part
  return {
    // Whoever took from the offer meanwhile does not make this one stale: what is outstanding decides.
    ...offerCommand(offerOf(offer, [part]), offer.offerId, {
      type: 'DeliverAllocation',
      input: { allocationId, deliveredOn: givenOn, assistanceId, quantity, budgetBaht },
    }),
    version: null,
  }
}

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
  const [partId, setPartId] = useState<string>(none)
  const taken = useAllocations({ householdId: household.id }).data
  const parts = (taken?.allocations ?? []).filter(
    one =>
      one.allocationId === partId ||
      (one.state === 'CONFIRMED' && helpable.some(problem => problem.id === one.problemId)),
  )
  // Also one that somebody else delivered or released while this is open: then the rules say so.
  const part = taken?.allocations.find(one => one.allocationId === partId)
  const outstanding = part === undefined ? null : outstandingOfRow(part)
  // Asked only where the help itself does not say it.
  const [saidUnits, setSaidUnits] = useState<number | null>(null)
  const [spentBaht, setSpentBaht] = useState<number | null>(null)
  const takePart = (id: string) => {
    setPartId(id)
    const chosen = parts.find(one => one.allocationId === id)
    if (chosen === undefined) return
    const left = outstandingOfRow(chosen)
    setSaidUnits(left.quantity)
    setSpentBaht(left.budgetBaht)
    const giver = organisations.data?.organisations.find(one => one.organisationId === chosen.organisationId)
    change({ ...helpFromAllocation(chosen, left), ...(giver === undefined ? {} : helpFromPartner(giver)) })
  }
  const change = (patch: Partial<AssistanceDraft>) => setDraft(known => ({ ...known, ...patch }))
  const input = toAssistanceInput(draft)
  const ownUnits = part === undefined ? undefined : unitsDelivered(draft, part)
  const units = ownUnits ?? saidUnits
  const left =
    part === undefined || outstanding === null
      ? undefined
      : say.outstanding(amountText({ quantity: outstanding.quantity, budgetBaht: 0 }, part.unit, language))
  const delivery = input === null ? undefined : deliveryOf(part, taken?.offers, input, units, spentBaht)
  return (
    <ActDialog
      household={household}
      command={input === null || delivery === null ? null : { type: 'RecordAssistance', input }}
      also={delivery ?? undefined}
      title={say.title}
      confirmLabel={say.confirm}
      size="large"
      onClose={onClose}
      fieldCodes={[
        'what-missing',
        'giver-missing',
        'day-in-future',
        'delivery-above-outstanding',
        'delivery-budget-above-outstanding',
        'delivery-empty',
      ]}
    >
      {errorOf => (
        <>
          {parts.length > 0 && (
            <Select
              label={say.fromPart}
              hint={left === undefined ? say.fromPartHint : `${left} · ${say.fromPartHint}`}
              options={[
                ...parts.map(one => ({
                  value: one.allocationId as string,
                  label: `${one.what} ${formatNumber(one.quantity, language)} ${one.unit}`,
                  description: [
                    nameOfOrganisation(organisations.data?.organisations, one.organisationId),
                    deliveredText(one, language),
                  ]
                    .flatMap(text => text ?? [])
                    .join(' · '),
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
              error={ownUnits === undefined ? undefined : errorOf(...deliveredTooMuch)}
              isOptional={part === undefined}
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
          {part !== undefined && outstanding !== null && (ownUnits === undefined || outstanding.budgetBaht > 0) && (
            <FieldStack columns={2}>
              {ownUnits === undefined && (
                <NumberField
                  label={say.partUnits}
                  hint={left}
                  value={saidUnits}
                  onChange={setSaidUnits}
                  min={0}
                  unit={part.unit}
                  error={errorOf(...deliveredTooMuch, ...(isCount(saidUnits) ? [] : ['incomplete']))}
                  isRequired
                />
              )}
              {outstanding.budgetBaht > 0 && (
                <MoneyField
                  label={say.partBaht}
                  hint={say.budgetLeft(formatBaht(outstanding.budgetBaht, language))}
                  value={spentBaht}
                  onChange={setSpentBaht}
                  error={errorOf('delivery-budget-above-outstanding', ...(isCount(spentBaht) ? [] : ['incomplete']))}
                  isRequired
                />
              )}
            </FieldStack>
          )}
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
