import { sectors } from '@thaiqm/catalogue/catalogue.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Sector } from '@thaiqm/core/plan/plan.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { IconButton } from '@thaiqm/ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { MoneyField } from '@thaiqm/ui/number-field.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { PartnerFields } from '../organisation/partner-fields.tsx'
import { kindShortName, supportLevelName } from '../platform/names.ts'
import { useSession } from '../platform/session.tsx'
import { OrderButtons } from './order-buttons.tsx'
import { type DraftAction, gapsOf } from './plan-draft.ts'
import { plannableProblems } from './plannable-problems.ts'
import type { PlanEditor } from './use-plan-editor.ts'

const words = defineWords({
  heading: { th: (n: number) => `แนวทางที่ ${n}`, en: n => `Action ${n}` },
  remove: { th: (n: number) => `นำแนวทางที่ ${n} ออกจากแผน`, en: n => `Take action ${n} out` },
  what: { th: 'สิ่งที่จะดำเนินการ', en: 'What will be done' },
  whatMissing: { th: 'โปรดระบุสิ่งที่จะดำเนินการ', en: 'Please say what will be done' },
  problems: { th: 'แก้ปัญหา', en: 'Answers' },
  problemsMissing: { th: 'โปรดเลือกอย่างน้อย 1 ปัญหา', en: 'Please choose at least one problem' },
  level: { th: 'ระดับการช่วยเหลือ', en: 'Level of help' },
  sector: { th: 'ภาคี', en: 'Partner sector' },
  owner: { th: 'ผู้รับผิดชอบ', en: 'Responsible person' },
  due: { th: 'แล้วเสร็จภายในวันที่', en: 'Done by' },
  dueHint: { th: (day: string) => `ไม่เกิน ${day}`, en: day => `No later than ${day}` },
  dueMissing: { th: 'โปรดกำหนดวันแล้วเสร็จ', en: 'Please set the day' },
  budget: { th: 'งบประมาณ', en: 'Budget' },
  fund: { th: 'แหล่งงบประมาณ', en: 'Source of funds' },
})

const levels = ['SURVIVE', 'SUFFICIENT', 'SUSTAIN'] as const

export interface PlanActionCardProps {
  readonly household: HouseholdView
  readonly editor: PlanEditor
  readonly action: DraftAction
  readonly number: number
  /** Shown once the person has tried to send. */
  readonly isChecked: boolean
}

/** One action of the plan, whole and editable. */
export const PlanActionCard = ({ household, editor, action, number, isChecked }: PlanActionCardProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { today } = useSession()
  const change = (patch: Partial<DraftAction>) => editor.changeAction(action.id, patch)
  const gaps = isChecked ? gapsOf(action) : []
  const found = editor.actionErrors.find(error => error.action.id === action.id)?.judgement
  const judged = found === undefined || found === 'incomplete' ? null : found
  // A day that cannot be is said at once; what is only not filled in yet waits until sending.
  const isDayWrong = judged?.code === 'due-day-passed' || judged?.code === 'due-day-after-deadline'
  return (
    <section
      className="plan-action"
      id={`action-${action.id}`}
      aria-label={say.heading(number)}
      data-wrong={isChecked && found !== undefined ? true : undefined}
    >
      <div className="plan-action-head">
        <h3>{say.heading(number)}</h3>
        <div className="plan-action-tools">
          <OrderButtons editor={editor} action={action} number={number} />
          <IconButton icon="trash" label={say.remove(number)} onPress={() => editor.removeAction(action.id)} />
        </div>
      </div>
      <TextField
        label={say.what}
        value={action.what}
        onChange={what => change({ what })}
        maxLength={500}
        error={
          gaps.includes('what')
            ? say.whatMissing
            : judged?.code === 'need-names-household'
              ? judged.sentence
              : undefined
        }
        isRequired
      />
      <CheckboxGroup
        label={say.problems}
        layout="inline"
        choices={plannableProblems(household.problems).map(problem => ({
          value: problem.id as string,
          label: `${problem.kindCode} ${kindShortName(problem.kindCode, language)}`,
        }))}
        value={[...action.problemIds]}
        onChange={chosen => change({ problemIds: chosen as ProblemId[] })}
        error={gaps.includes('problems') ? say.problemsMissing : undefined}
        isRequired
      />
      <FieldStack columns={2}>
        <Select
          label={say.sector}
          options={sectors.map(one => ({ value: one.code as Sector, label: one[language] }))}
          value={action.sector}
          onChange={sector => change({ sector, organisationId: null, agencyCode: null })}
        />
        <PartnerFields
          areaCode={household.areaCode}
          sector={action.sector}
          value={{ organisationId: action.organisationId, agencyCode: action.agencyCode, name: action.ownerName }}
          onChange={({ name, ...owner }) => change({ ...owner, ownerName: name })}
          nameLabel={say.owner}
          nameError={isChecked && judged?.code === 'owner-missing' ? judged.sentence : undefined}
        />
        <DatePicker
          label={say.due}
          hint={say.dueHint(formatDay(editor.deadline, { language }))}
          value={action.dueOn}
          onChange={dueOn => change({ dueOn: dueOn as Day | null })}
          min={today}
          max={editor.deadline}
          error={isDayWrong ? judged?.sentence : gaps.includes('dueOn') ? say.dueMissing : undefined}
          isRequired
        />
        <MoneyField
          label={say.budget}
          value={action.budgetBaht}
          onChange={budgetBaht => change({ budgetBaht })}
          min={0}
          isOptional
        />
        <TextField
          label={say.fund}
          value={action.fundSource}
          onChange={fundSource => change({ fundSource })}
          maxLength={200}
          isOptional
        />
      </FieldStack>
      <RadioGroup
        label={say.level}
        layout="inline"
        choices={levels.map(level => ({ value: level, label: supportLevelName(level, language) }))}
        value={action.level}
        onChange={level => change({ level })}
      />
    </section>
  )
}
