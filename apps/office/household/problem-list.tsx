import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { isLive } from '@thaiqm/core/problem/problem-state.ts'
import { oldProblems } from '@thaiqm/core/rexray/old-problem.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Icon } from '@thaiqm/ui/icons.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useEffect, useRef } from 'react'
import {
  agencyName,
  causeName,
  dimensionName,
  dimensionOfKind,
  kindName,
  stateName,
  verdictName,
} from '../platform/names.ts'
import { useSession } from '../platform/session.tsx'
import { toneOfState } from '../platform/tones.ts'
import { ProblemActions } from '../problem/problem-actions.tsx'
import { ReportProblemButton } from '../problem/report-problem.tsx'
import { inOrderOfNeed } from './problem-order.ts'
import { solvingFacts } from './solving-facts.ts'

type Problem = HouseholdView['problems'][number]

const words = defineWords({
  title: { th: 'ปัญหาความเดือดร้อน', en: 'Hardships' },
  none: { th: 'ไม่มีปัญหาที่ท่านเห็นได้', en: 'No problem you may see' },
  noneHint: {
    th: 'ปัญหาเกิดจากคำตอบในแบบสำรวจ หรือบันทึกเพิ่มเมื่อได้รับแจ้ง',
    en: 'Problems come from the answers of the form, or are reported by hand.',
  },
  old: { th: 'ปัญหาเดิม', en: 'Old problem' },
  found: { th: 'พบใหม่ในรอบนี้', en: 'Found in this round' },
  restricted: { th: 'ข้อมูลจำกัดผู้เข้าถึง', en: 'Restricted' },
  household: { th: 'ทั้งครัวเรือน', en: 'The household' },
  due: { th: 'ครบกำหนด', en: 'Due' },
  overdue: { th: 'เกินกำหนด', en: 'overdue' },
  noDue: { th: 'ไม่มีกำหนด', en: 'No due day' },
  agency: { th: 'หน่วยงานหลัก', en: 'Lead agency' },
  severity: { th: 'ความรุนแรง', en: 'Severity' },
  causes: { th: 'สาเหตุ', en: 'Causes' },
  verdict: { th: 'ผล Re-X-Ray', en: 'Re-X-Ray result' },
  noVerdict: { th: 'ยังไม่ตรวจสอบซ้ำ', en: 'Not re-checked yet' },
  reopened: { th: (n: number) => `เกิดซ้ำ ${n} ครั้ง`, en: n => `Reopened ${n}×` },
  cancelProposed: { th: 'มีข้อเสนอยกเลิก รออำเภอพิจารณา', en: 'Cancellation proposed' },
})

/** The hardships of a household, the most pressing first, each with what may be done about it. */
export const ProblemList = ({
  household,
  highlighted,
}: {
  readonly household: HouseholdView
  readonly highlighted: string | undefined
}) => {
  const { today } = useSession()
  const say = useWords(words)
  return (
    <Section title={say.title} actions={<ReportProblemButton household={household} />}>
      {household.problems.length === 0 ? (
        <EmptyState icon="flag" title={say.none}>
          {say.noneHint}
        </EmptyState>
      ) : (
        <ul className="of-problems">
          {inOrderOfNeed(household.problems, today).map(problem => (
            <ProblemRow
              key={problem.id}
              household={household}
              problem={problem}
              isHighlighted={problem.id === highlighted}
            />
          ))}
        </ul>
      )}
    </Section>
  )
}

interface RowProps {
  readonly household: HouseholdView
  readonly problem: Problem
  readonly isHighlighted: boolean
}

const ProblemRow = ({ household, problem, isHighlighted }: RowProps) => {
  const { language } = useLanguage()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isHighlighted) row.current?.scrollIntoView({ block: 'center' })
  }, [isHighlighted])
  return (
    <li ref={row} className={isHighlighted ? 'of-problem of-problem-highlighted' : 'of-problem'}>
      <div className="of-problem-head">
        <div className="of-problem-name">
          <h3>
            <span className="of-code">{problem.kindCode}</span> {kindName(problem.kindCode, language)}
          </h3>
          <p className="of-muted">
            {dimensionName(dimensionOfKind(problem.kindCode), language)} ·{' '}
            <Whose household={household} problem={problem} />
            {problem.description !== '' && ` · ${problem.description}`}
          </p>
        </div>
        <ProblemBadges household={household} problem={problem} />
      </div>
      <ProblemFacts household={household} problem={problem} />
      <ProblemActions household={household} problem={problem} />
    </li>
  )
}

const Whose = ({ household, problem }: Omit<RowProps, 'isHighlighted'>) => {
  const say = useWords(words)
  const member = household.members.find(one => one.id === problem.memberId)
  return <>{member === undefined ? say.household : memberName(member)}</>
}

const ProblemBadges = ({ household, problem }: Omit<RowProps, 'isHighlighted'>) => {
  const { round } = useSession()
  const { language } = useLanguage()
  const say = useWords(words)
  const isOld = round !== null && oldProblems(household, round.id).some(old => old.id === problem.id)
  return (
    <div className="of-problem-badges">
      <Badge tone={toneOfState(problem.state)}>{stateName(problem.state, language)}</Badge>
      {isOld && <Badge>{say.old}</Badge>}
      {round !== null && problem.foundInRoundId === round.id && <Badge tone="info">{say.found}</Badge>}
      {problem.restricted && (
        <Badge tone="danger" icon="lock">
          {say.restricted}
        </Badge>
      )}
      {problem.reopenedCount > 0 && <Badge tone="warning">{say.reopened(problem.reopenedCount)}</Badge>}
      {problem.cancellationProposal !== null && <Badge tone="warning">{say.cancelProposed}</Badge>}
    </div>
  )
}

const ProblemFacts = ({ household, problem }: Omit<RowProps, 'isHighlighted'>) => {
  const { today, round } = useSession()
  const { language } = useLanguage()
  const say = useWords(words)
  const isOverdue = isLive(problem.state) && problem.dueOn !== null && problem.dueOn < today
  const isOld = round !== null && oldProblems(household, round.id).some(old => old.id === problem.id)
  const recheck = problem.rechecks.findLast(one => one.roundId === round?.id)
  const named = [...problem.causeCodes.map(code => causeName(code, language)), problem.rootCause]
  const causes = [...new Set(named)].filter(Boolean)
  const due = problem.dueOn === null ? say.noDue : formatDay(problem.dueOn, { language })
  const facts = [
    {
      term: say.due,
      value: isOverdue ? (
        <b className="of-bad">
          <Icon name="warning" size={16} /> {due} ({say.overdue})
        </b>
      ) : (
        due
      ),
    },
    ...(problem.referral === null ? [{ term: say.agency, value: agencyName(problem.leadAgency, language) }] : []),
    ...solvingFacts(problem, today, language),
    ...(isOld
      ? [
          {
            term: say.verdict,
            value:
              recheck === undefined ? (
                <span className="of-warn">{say.noVerdict}</span>
              ) : (
                `${recheck.verdict} ${verdictName(recheck.verdict, language)}`
              ),
          },
        ]
      : []),
    ...(causes.length > 0 ? [{ term: say.causes, value: causes.join(' · ') }] : []),
  ]
  return (
    <dl className="of-problem-facts">
      {facts.map(fact => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
