import { problemKindByCode, reXrayVerdicts } from '@thaiqm/catalogue/catalogue.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { isLivingHere, type Member, memberName } from '@thaiqm/core/member/member.ts'
import type { Problem } from '@thaiqm/core/problem/problem.ts'
import { problemStateNames } from '@thaiqm/core/problem/problem-state-name.ts'
import type { VerdictCode } from '@thaiqm/core/rexray/verdict.ts'
import { verdictNeeds } from '@thaiqm/core/rexray/verdict.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { CheckboxGroup, RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import type { HouseholdPhoto } from '../photo/photos-of-household.ts'
import { ThenAndNow } from '../photo/then-and-now.tsx'
import { EvidenceField } from '../problem/evidence-field.tsx'
import { photosGiven } from '../problem/photos-given.ts'
import { problemStateTone } from '../problem/problem-state-tone.ts'
import { emptyVerdict, type VerdictDraft } from '../survey/draft.ts'
import { verdictLacks, withVerdict } from './verdict-needs.ts'

const words = defineWords({
  of: { th: (name: string) => `ของ ${name}`, en: name => `of ${name}` },
  then: { th: 'ข้อมูลเดิม', en: 'As recorded' },
  found: { th: (day: string) => `บันทึกเมื่อ ${day}`, en: day => `Recorded ${day}` },
  verdict: { th: 'ผลการตรวจสอบครั้งนี้', en: 'What is found now' },
  causes: { th: 'สาเหตุที่ยังไม่แล้วเสร็จ', en: 'Why it is not finished' },
  causeWords: { th: 'สาเหตุอื่นหรือรายละเอียด', en: 'Other cause or details' },
  planDay: { th: 'กำหนดแล้วเสร็จ', en: 'To be done by' },
  planDayHint: { th: (day: string) => `ไม่เกิน ${day}`, en: day => `Not after ${day}` },
  reason: { th: 'เหตุผล', en: 'Reason' },
  helpers: { th: 'ใครช่วยเหลือแล้ว อะไร เมื่อใด', en: 'Who has helped, with what, when' },
  gone: {
    th: 'บันทึกไว้ว่าบุคคลนี้เสียชีวิตหรือย้ายออกแล้ว หากเป็นปัญหาเฉพาะตัว เลือก “ไม่เกี่ยวข้องแล้ว” พร้อมเหตุผล',
    en: 'This person is recorded as dead or moved. For a personal problem choose “no longer applies”, with the reason.',
  },
  recheckedAlready: {
    th: 'ตรวจแล้วในรอบนี้ เลือกใหม่ได้หากผลเปลี่ยนไป',
    en: 'Checked in this round already; choose again if it changed.',
  },
  verdictLack: { th: 'โปรดเลือกผลการตรวจสอบ', en: 'Please choose' },
  cause: { th: 'โปรดเลือกหรือระบุสาเหตุอย่างน้อย 1 ข้อ', en: 'Please give at least one cause' },
  planDayLack: { th: 'โปรดกำหนดวันที่จะแล้วเสร็จ', en: 'Please set the day' },
  planDayPassed: { th: 'วันนี้ผ่านไปแล้ว โปรดกำหนดวันใหม่', en: 'That day has passed' },
  planDayTooLate: { th: 'เกินกำหนดแก้ไขของรอบ โปรดกำหนดวันใหม่', en: 'After the round’s deadline' },
  evidence: { th: 'ยังไม่มีหลักฐาน โปรดแนบอย่างน้อย 1 รายการ', en: 'No evidence yet' },
  reasonLack: { th: 'โปรดระบุเหตุผล', en: 'Please give the reason' },
})

export interface VerdictCardProps {
  readonly householdId: string
  readonly problem: Problem
  /** Photos that show it as it was. */
  readonly earlier: readonly HouseholdPhoto[]
  readonly members: readonly Member[]
  readonly value: VerdictDraft | undefined
  readonly recheckedAs: VerdictCode | undefined
  readonly today: Day
  readonly resolveBy: Day
  /** Says beside each field what it lacks. */
  readonly showsLacks: boolean
  readonly onChange: (verdict: VerdictDraft) => void
}

/** One old hardship: what was recorded then, what is found now, and what that result needs. */
export const VerdictCard = ({
  householdId,
  problem,
  earlier,
  members,
  value,
  recheckedAs,
  today,
  resolveBy,
  showsLacks,
  onChange,
}: VerdictCardProps) => {
  const said = useWords(words)
  const states = useWords(problemStateNames)
  const { language } = useLanguage()
  const kind = problemKindByCode.get(problem.kindCode)
  const member = members.find(m => m.id === problem.memberId)
  const given = value ?? emptyVerdict(problem.id)
  const set = (patch: Partial<VerdictDraft>) => onChange({ ...given, ...patch })
  const lacks =
    showsLacks && (value !== undefined || recheckedAs === undefined) ? verdictLacks(given, { today, resolveBy }) : []
  const needs = given.verdict === null ? undefined : verdictNeeds[given.verdict]
  const name = kind === undefined ? problem.kindCode : language === 'th' ? kind.th : kind.en
  const planError = lacks.includes('planDay')
    ? said.planDayLack
    : lacks.includes('planDayPassed')
      ? said.planDayPassed
      : lacks.includes('planDayTooLate')
        ? said.planDayTooLate
        : undefined
  return (
    <section className="fd-card" id={`problem-${problem.id}`} aria-label={name}>
      <h2>
        {problem.kindCode} {name}
      </h2>
      {member !== undefined && <p className="fd-strong">{said.of(memberName(member))}</p>}
      <div className="fd-notice-text">
        <span className="fd-row">
          <span className="fd-small">{said.then}</span>
          <Badge tone={problemStateTone[problem.state]}>{states[problem.state]}</Badge>
        </span>
        {problem.description !== '' && <p className="fd-plain">{problem.description}</p>}
        <span className="fd-muted fd-small">{said.found(formatDay(problem.foundOn, { language }))}</span>
      </div>
      {member !== undefined && !isLivingHere(member) && <Notice tone="warning">{said.gone}</Notice>}
      {recheckedAs !== undefined && value === undefined && <Notice tone="good">{said.recheckedAlready}</Notice>}
      <FieldStack>
        <RadioGroup<VerdictCode>
          label={said.verdict}
          isRequired
          error={lacks.includes('verdict') ? said.verdictLack : undefined}
          value={given.verdict ?? (value === undefined ? (recheckedAs ?? null) : null)}
          onChange={verdict => onChange(withVerdict(given, verdict))}
          choices={reXrayVerdicts.map(v => ({ value: v.code, label: language === 'th' ? v.th : v.en }))}
        />
        {needs?.cause === true && (
          <>
            <CheckboxGroup
              label={said.causes}
              isRequired
              error={lacks.includes('cause') ? said.cause : undefined}
              value={given.causeCodes}
              onChange={causeCodes => set({ causeCodes })}
              choices={(kind?.causes ?? []).map(c => ({ value: c.code, label: language === 'th' ? c.th : c.en }))}
            />
            <TextField
              label={said.causeWords}
              value={given.cause}
              onChange={cause => set({ cause: cause.slice(0, 2000) })}
            />
          </>
        )}
        {needs?.planDay === true && (
          <DatePicker
            label={said.planDay}
            hint={said.planDayHint(formatDay(resolveBy, { language }))}
            isRequired
            error={planError}
            value={given.planDueOn}
            min={today}
            max={resolveBy}
            onChange={planDueOn => set({ planDueOn: planDueOn as Day | null })}
          />
        )}
        {needs?.evidence === true && (
          <>
            {lacks.includes('evidence') && <Notice tone="danger">{said.evidence}</Notice>}
            <ThenAndNow householdId={householdId} then={earlier} now={photosGiven(given.evidence)} />
            <EvidenceField value={given.evidence} onChange={evidence => set({ evidence: [...evidence] })} />
          </>
        )}
        {needs?.reason === true && (
          <TextArea
            label={said.reason}
            isRequired
            error={lacks.includes('reason') ? said.reasonLack : undefined}
            value={given.reason}
            onChange={reason => set({ reason: reason.slice(0, 2000) })}
          />
        )}
        {given.verdict !== null && given.verdict !== 'R5' && (
          <TextField
            label={said.helpers}
            isOptional
            value={given.helpers}
            onChange={helpers => set({ helpers: helpers.slice(0, 2000) })}
          />
        )}
      </FieldStack>
    </section>
  )
}
