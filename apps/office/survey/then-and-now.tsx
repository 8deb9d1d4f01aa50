import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { oldProblems } from '@thaiqm/core/rexray/old-problem.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge, StatusDot } from '@thaiqm/ui/badge.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { kindName, stateName, verdictName } from '../platform/names.ts'
import { useSession } from '../platform/session.tsx'
import { toneOfState } from '../platform/tones.ts'

const words = defineWords({
  title: { th: 'ปัญหาเดิม: เมื่อก่อนและเดี๋ยวนี้ (Re-X-Ray)', en: 'Old problems: then and now (Re-X-Ray)' },
  done: { th: (n: string, of: string) => `มีผลแล้ว ${n} จาก ${of}`, en: (n, of) => `${n} of ${of} judged` },
  problem: { th: 'ปัญหาเดิม', en: 'Old problem' },
  then: { th: 'บันทึกเมื่อ', en: 'Recorded on' },
  verdict: { th: 'ผลการตรวจสอบรอบนี้', en: 'Result this round' },
  pending: { th: 'รอตรวจสอบ', en: 'To be checked' },
  note: { th: 'สาเหตุหรือหมายเหตุ', en: 'Cause or note' },
  now: { th: 'สถานะปัจจุบัน', en: 'Now' },
})

/** Every hardship of earlier rounds with what this round found: the books must balance. */
export const ThenAndNow = ({ household }: { readonly household: HouseholdView }) => {
  const { round } = useSession()
  const { language } = useLanguage()
  const say = useWords(words)
  if (round === null) return null
  const old = household.problems.filter(problem => oldProblems(household, round.id).some(one => one.id === problem.id))
  if (old.length === 0) return null
  const recheckOf = (problem: (typeof old)[number]) => problem.rechecks.findLast(one => one.roundId === round.id)
  const judged = old.filter(problem => recheckOf(problem) !== undefined).length
  return (
    <Section
      title={say.title}
      actions={
        <Badge tone={judged === old.length ? 'good' : 'warning'}>
          {say.done(formatNumber(judged, language), formatNumber(old.length, language))}
        </Badge>
      }
    >
      <DataTable
        caption={say.title}
        rows={old}
        rowKey={problem => problem.id}
        columns={[
          {
            key: 'problem',
            heading: say.problem,
            cell: problem => {
              const member = household.members.find(one => one.id === problem.memberId)
              return (
                <>
                  <span className="of-code">{problem.kindCode}</span> {kindName(problem.kindCode, language)}
                  {member !== undefined && <span className="of-whose"> {memberName(member)}</span>}
                </>
              )
            },
          },
          { key: 'then', heading: say.then, cell: problem => formatDay(problem.foundOn, { language }), priority: 2 },
          {
            key: 'verdict',
            heading: say.verdict,
            cell: problem => {
              const recheck = recheckOf(problem)
              return recheck === undefined ? (
                <StatusDot tone="warning">{say.pending}</StatusDot>
              ) : (
                <b>
                  {recheck.verdict} {verdictName(recheck.verdict, language)}
                </b>
              )
            },
          },
          { key: 'note', heading: say.note, cell: problem => recheckOf(problem)?.note || '–', priority: 2 },
          {
            key: 'now',
            heading: say.now,
            cell: problem => (
              <StatusDot tone={toneOfState(problem.state)}>{stateName(problem.state, language)}</StatusDot>
            ),
          },
        ]}
      />
    </Section>
  )
}
