import { reXrayVerdicts } from '@thaiqm/catalogue/catalogue.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { Evidence } from '@thaiqm/core/problem/evidence.ts'
import { type VerdictCode, verdictNeeds } from '@thaiqm/core/rexray/verdict.ts'
import { deadlinesFor } from '@thaiqm/core/round/round.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { stateName } from '../platform/names.ts'
import { useDecisionContext } from '../platform/session.tsx'
import { ActDialog } from './act-dialog.tsx'
import type { ActProps } from './act-props.ts'
import { recheckRound } from './allowed-acts.ts'
import { CauseFields } from './cause-fields.tsx'
import { EvidenceField } from './evidence-field.tsx'

const words = defineWords({
  title: { th: 'ผลการตรวจสอบซ้ำ (Re-X-Ray)', en: 'Re-X-Ray result' },
  confirm: { th: 'บันทึกผลการตรวจสอบ', en: 'Record the result' },
  verdict: { th: 'ปัญหาเดิมนี้เป็นอย่างไร', en: 'How does this old problem stand' },
  leadsTo: { th: (state: string) => `สถานะต่อไป: ${state}`, en: state => `Next state: ${state}` },
  cause: { th: 'สาเหตุอื่นหรือรายละเอียด', en: 'Another cause, or details' },
  planDay: { th: 'กำหนดแก้ไขให้แล้วเสร็จ', en: 'To be finished by' },
  planDayHint: { th: (day: string) => `ไม่เกิน ${day}`, en: day => `No later than ${day}` },
  reason: { th: 'เหตุผล', en: 'Reason' },
  helpers: { th: 'ผู้ที่ช่วยเหลือมาแล้ว', en: 'Who has helped so far' },
})

/** One verdict outside the form: a restricted hardship by a designated officer, or a re-visit later in the round. */
export const RecheckProblem = ({ household, problem, onClose }: ActProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const context = useDecisionContext()
  const round = recheckRound(household, problem, context)
  const [code, setCode] = useState<VerdictCode | null>(null)
  const [causeCodes, setCauseCodes] = useState<string[]>([])
  const [cause, setCause] = useState('')
  const [planDueOn, setPlanDueOn] = useState<string | null>(null)
  const [evidence, setEvidence] = useState<Evidence[]>([])
  const [reason, setReason] = useState('')
  const [helpers, setHelpers] = useState('')
  if (round === undefined) return null

  const { resolveBy } = deadlinesFor(round, household.areaCode)
  const needs = code === null ? null : verdictNeeds[code]
  const command: HouseholdCommand | null =
    code === null
      ? null
      : {
          type: 'RecheckProblem',
          input: {
            roundId: round.id,
            verdict: {
              problemId: problem.id,
              verdict: code,
              causeCodes: needs?.cause === true ? causeCodes : [],
              cause: needs?.cause === true ? cause.trim() : '',
              planDueOn: needs?.planDay === true ? (planDueOn as Day | null) : null,
              evidence,
              reason: needs?.reason === true ? reason.trim() : '',
              helpers: helpers.trim(),
            },
          },
        }
  return (
    <ActDialog
      household={household}
      command={command}
      title={say.title}
      problem={problem}
      confirmLabel={say.confirm}
      size="large"
      onClose={onClose}
      fieldCodes={[
        'verdict-cause-missing',
        'verdict-plan-day-missing',
        'due-day-passed',
        'due-day-after-deadline',
        'evidence-missing',
        'verdict-reason-missing',
      ]}
    >
      {errorOf => (
        <>
          <RadioGroup
            label={say.verdict}
            layout="grid"
            choices={reXrayVerdicts.map(one => ({
              value: one.code as VerdictCode,
              label: `${one.code} ${one[language]}`,
              description: say.leadsTo(stateName(one.nextState, language)),
            }))}
            value={code}
            onChange={setCode}
            error={code === null ? errorOf('incomplete') : undefined}
            isRequired
          />
          {needs?.cause === true && (
            <>
              <CauseFields
                kindCode={problem.kindCode}
                value={causeCodes}
                onChange={setCauseCodes}
                error={errorOf('verdict-cause-missing')}
              />
              <TextField label={say.cause} value={cause} onChange={setCause} maxLength={2000} isOptional />
            </>
          )}
          {needs?.planDay === true && (
            <DatePicker
              label={say.planDay}
              hint={say.planDayHint(formatDay(resolveBy, { language }))}
              value={planDueOn}
              onChange={setPlanDueOn}
              min={context.today}
              max={resolveBy}
              error={errorOf('verdict-plan-day-missing', 'due-day-passed', 'due-day-after-deadline')}
              isRequired
            />
          )}
          {needs?.reason === true && (
            <TextArea
              label={say.reason}
              value={reason}
              onChange={setReason}
              maxLength={2000}
              error={errorOf('verdict-reason-missing')}
              isRequired
            />
          )}
          {code !== null && (
            <>
              <TextField label={say.helpers} value={helpers} onChange={setHelpers} maxLength={2000} isOptional />
              <EvidenceField
                value={evidence}
                onChange={setEvidence}
                isRequired={needs?.evidence === true}
                error={errorOf('evidence-missing')}
              />
            </>
          )}
        </>
      )}
    </ActDialog>
  )
}
