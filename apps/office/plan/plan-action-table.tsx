import { readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { hasAbility, mayCommand } from '@thaiqm/core/access/permission.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge, StatusDot } from '@thaiqm/ui/badge.tsx'
import { Button, ButtonRow } from '@thaiqm/ui/button.tsx'
import { type Column, DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatBaht } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { useState } from 'react'
import { openPlanActions } from '../assistance/assistance-draft.ts'
import { RecordAssistance } from '../assistance/record-assistance.tsx'
import { nameOfOrganisation, useOrganisations } from '../organisation/use-organisations.ts'
import { nameOfPerson } from '../person/named-person.ts'
import { agencyShortName, kindShortName, sectorName, supportLevelName } from '../platform/names.ts'
import { useSession } from '../platform/session.tsx'
import { EvidenceList } from '../problem/evidence-field.tsx'
import { AnswerPlanAction } from './answer-plan-action.tsx'
import { CompletePlanAction } from './decide-plan.tsx'
import { totalBaht } from './plan-sums.ts'
import type { PlanPanelProps, PlanView } from './plan-view.ts'
import { TaskLinkDialog } from './task-link-dialog.tsx'

type Action = PlanView['actions'][number]

const words = defineWords({
  caption: { th: 'กิจกรรมตามแผน', en: 'Actions of the plan' },
  what: { th: 'แนวทางช่วยเหลือ', en: 'Action' },
  problems: { th: 'แก้ปัญหา', en: 'Answers' },
  level: { th: 'ระดับ', en: 'Level' },
  owner: { th: 'ผู้รับผิดชอบ', en: 'Owner' },
  due: { th: 'กำหนดแล้วเสร็จ', en: 'Due' },
  budget: { th: 'งบประมาณ', en: 'Budget' },
  state: { th: 'ผล', en: 'State' },
  PLANNED: { th: 'ยังไม่แล้วเสร็จ', en: 'Not done' },
  ACCEPTED: { th: 'รับดำเนินการแล้ว', en: 'Taken on' },
  CANNOT: { th: 'ทำไม่ได้', en: 'Cannot be done' },
  answeredBy: { th: (name: string, day: string) => `${name} ${day}`, en: (name, day) => `${name}, ${day}` },
  answer: { th: 'ตอบ', en: 'Answer' },
  answerNamed: { th: (what: string) => `ตอบ: ${what}`, en: what => `Answer: ${what}` },
  link: { th: 'ลิงก์ตอบงาน', en: 'Task link' },
  linkNamed: { th: (what: string) => `ลิงก์ตอบงาน: ${what}`, en: what => `Task link: ${what}` },
  late: { th: 'เลยกำหนด', en: 'Overdue' },
  DONE: { th: (day: string) => `แล้วเสร็จ ${day}`, en: day => `Done ${day}` },
  complete: { th: 'บันทึกผล', en: 'Mark as done' },
  help: { th: 'บันทึกการช่วยเหลือ', en: 'Record help' },
  helpNamed: { th: (what: string) => `บันทึกการช่วยเหลือ: ${what}`, en: what => `Record help: ${what}` },
  completeNamed: { th: (what: string) => `บันทึกผล: ${what}`, en: what => `Mark as done: ${what}` },
  total: { th: 'รวม', en: 'Total' },
})

/** The actions of a plan: what answers which problems, whose it is, by when, at what cost, and what came of it. */
export const PlanActionTable = ({
  household,
  plan,
  people,
  isOld = false,
}: PlanPanelProps & { readonly plan: PlanView; readonly isOld?: boolean }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor, today } = useSession()
  const organisations = useOrganisations()
  const [helping, setHelping] = useState<Action | null>(null)
  const [completing, setCompleting] = useState<Action | null>(null)
  const [answering, setAnswering] = useState<Action | null>(null)
  const [linking, setLinking] = useState<Action | null>(null)
  const isStanding = !isOld && plan.state === 'APPROVED'
  const helpable = isStanding && mayCommand(actor, 'RecordAssistance') ? openPlanActions(household) : []
  const mayLink = isStanding && hasAbility(actor, 'issue-task-links')
  // A partner sees only its own actions here, and answers for them.
  const mayAnswer = isStanding && readsReferredOnly(actor) && mayCommand(actor, 'AnswerPlanAction')
  const mayComplete = isStanding && !mayAnswer && mayCommand(actor, 'CompletePlanAction')

  const ownerOf = (action: Action): string =>
    [
      nameOfOrganisation(organisations.data?.organisations, action.organisationId) ??
        (action.agencyCode === null ? '' : agencyShortName(action.agencyCode, language)),
      action.ownerName,
    ]
      .filter((part, at, all) => part !== '' && all.indexOf(part) === at)
      .join(' · ')

  const columns: Column<Action>[] = [
    { key: 'what', heading: say.what, cell: action => <b>{action.what}</b> },
    {
      key: 'problems',
      heading: say.problems,
      cell: action => (
        <div className="plan-chips">
          {action.problemIds
            .flatMap(id => household.problems.filter(problem => problem.id === id))
            .map(problem => (
              <Badge key={problem.id}>
                {problem.kindCode} {kindShortName(problem.kindCode, language)}
              </Badge>
            ))}
        </div>
      ),
    },
    {
      key: 'level',
      heading: say.level,
      cell: action => <span className="plan-keep">{supportLevelName(action.level, language)}</span>,
    },
    {
      key: 'owner',
      heading: say.owner,
      cell: action => (
        <div>
          {ownerOf(action)}
          <div className="act-muted">{sectorName(action.sector, language)}</div>
        </div>
      ),
    },
    { key: 'due', heading: say.due, cell: action => formatDay(action.dueOn, { language }) },
    {
      key: 'budget',
      heading: say.budget,
      cell: action => (
        <div>
          {action.budgetBaht === 0 ? '–' : formatBaht(action.budgetBaht, language)}
          {action.fundSource !== '' && <div className="act-muted">{action.fundSource}</div>}
        </div>
      ),
      align: 'end',
    },
    {
      key: 'state',
      heading: say.state,
      cell: action => {
        if (action.state === 'DONE') {
          return (
            <div>
              <span className="plan-keep">
                <StatusDot tone="good">
                  {say.DONE(action.doneOn === null ? '' : formatDay(action.doneOn, { language }))}
                </StatusDot>
              </span>
              <div className="act-muted">
                {action.result} ({action.answer?.answeredBy ?? nameOfPerson(people, action.doneBy)})
              </div>
              {action.answer !== undefined && (
                <EvidenceList evidence={action.answer.evidence} householdId={household.id} />
              )}
            </div>
          )
        }
        const isLate = action.dueOn < today && !isOld
        return (
          <div className="plan-state">
            <span className="plan-keep">
              <StatusDot tone={isLate || action.state === 'CANNOT' ? 'danger' : 'neutral'}>
                {isLate && action.state !== 'CANNOT' ? say.late : say[action.state]}
              </StatusDot>
            </span>
            {action.answer !== undefined && (
              <div className="act-muted">
                {action.answer.words}{' '}
                {say.answeredBy(action.answer.answeredBy, formatDay(action.answer.on, { language }))}
              </div>
            )}
            <ButtonRow>
              {helpable.some(one => one.id === action.id) && (
                <Button size="small" aria-label={say.helpNamed(action.what)} onPress={() => setHelping(action)}>
                  {say.help}
                </Button>
              )}
              {mayAnswer && (
                <Button size="small" aria-label={say.answerNamed(action.what)} onPress={() => setAnswering(action)}>
                  {say.answer}
                </Button>
              )}
              {mayLink && (
                <Button size="small" aria-label={say.linkNamed(action.what)} onPress={() => setLinking(action)}>
                  {say.link}
                </Button>
              )}
              {mayComplete && (
                <Button size="small" aria-label={say.completeNamed(action.what)} onPress={() => setCompleting(action)}>
                  {say.complete}
                </Button>
              )}
            </ButtonRow>
          </div>
        )
      },
    },
  ]
  return (
    <>
      <DataTable
        caption={say.caption}
        columns={columns}
        rows={plan.actions}
        rowKey={action => action.id}
        totals={
          plan.actions.length > 1
            ? { what: say.total, budget: formatBaht(totalBaht(plan.actions), language) }
            : undefined
        }
      />
      {helping !== null && (
        <RecordAssistance household={household} planActionId={helping.id} onClose={() => setHelping(null)} />
      )}
      {answering !== null && (
        <AnswerPlanAction household={household} plan={plan} action={answering} onClose={() => setAnswering(null)} />
      )}
      {linking !== null && <TaskLinkDialog household={household} action={linking} onClose={() => setLinking(null)} />}
      {completing !== null && (
        <CompletePlanAction household={household} plan={plan} action={completing} onClose={() => setCompleting(null)} />
      )}
    </>
  )
}
