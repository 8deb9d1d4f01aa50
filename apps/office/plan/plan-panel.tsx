import { readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { mayCommand } from '@thaiqm/core/access/permission.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { formatDay, formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button, LinkButton } from '@thaiqm/ui/button.tsx'
import { formatBaht } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, Notice } from '@thaiqm/ui/notice.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { Disclosure } from '@thaiqm/ui/tabs.tsx'
import { useState } from 'react'
import { nameOfPerson } from '../person/named-person.ts'
import { planStateName } from '../platform/names.ts'
import { useSession } from '../platform/session.tsx'
import { toneOfState } from '../platform/tones.ts'
import { useJudge } from '../problem/use-judge.ts'
import { ApprovePlan, ReturnPlan } from './decide-plan.tsx'
import { PlanActionTable } from './plan-action-table.tsx'
import { sumsBySector, totalBaht } from './plan-sums.ts'
import type { PlanPanelProps, PlanView } from './plan-view.ts'
import { plannableProblems } from './plannable-problems.ts'
import { SectorSums } from './sector-sums.tsx'
import './plan.css'

const words = defineWords({
  title: { th: 'แผนแก้ไขปัญหารายครัวเรือน', en: 'Household plan' },
  propose: { th: 'จัดทำแผน', en: 'Make a plan' },
  revise: { th: 'แก้ไขแผน', en: 'Revise the plan' },
  renew: { th: 'จัดทำแผนฉบับใหม่', en: 'Make a new plan' },
  approve: { th: 'อนุมัติแผน', en: 'Approve' },
  sendBack: { th: 'ส่งกลับทบทวน', en: 'Return' },
  empty: { th: 'ยังไม่มีแผน', en: 'No plan yet' },
  emptyHint: {
    th: 'เลือกแนวทางช่วยเหลือให้ตรงกับปัญหาแต่ละข้อ กำหนดผู้รับผิดชอบและวันแล้วเสร็จ แล้วเสนอนายอำเภออนุมัติในที่ประชุม ศจพ.อ.',
    en: 'Choose a remedy for each problem, who is responsible and by when, then put it to the district chief.',
  },
  nothingToPlan: { th: 'ไม่มีปัญหาที่ต้องวางแผน', en: 'There is no problem to plan for' },
  proposed: {
    th: (name: string, at: string) => `เสนอโดย ${name} เมื่อ ${at}`,
    en: (name, at) => `Proposed by ${name}, ${at}`,
  },
  approved: {
    th: (name: string, at: string) => `อนุมัติโดย ${name} เมื่อ ${at}`,
    en: (name, at) => `Approved by ${name}, ${at}`,
  },
  returned: { th: 'นายอำเภอส่งกลับทบทวน', en: 'Returned by the district chief' },
  attitude: { th: 'ท1 ทัศนคติ', en: 'Attitude' },
  skill: { th: 'ท2 ทักษะ', en: 'Skill' },
  resource: { th: 'ท3 ทรัพยากร', en: 'Resources' },
  wayOut: { th: 'ท4 ทางออก (ความต้องการ)', en: 'Way out (needs)' },
  potential: { th: 'ศักยภาพครัวเรือน', en: 'Potential' },
  DEVELOPABLE: { th: 'พัฒนาได้', en: 'Can be developed' },
  WELFARE: { th: 'ต้องสงเคราะห์', en: 'Needs welfare' },
  goals: { th: 'เป้าหมาย', en: 'Goals' },
  budget: { th: 'งบประมาณรวม', en: 'Total budget' },
  older: { th: (n: number) => `แผนฉบับก่อน (${n})`, en: n => `Earlier plans (${n})` },
})

const orDash = (text: string) => (text.trim() === '' ? '–' : text)

const PlanFacts = ({ plan }: { readonly plan: PlanView }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const facts: readonly (readonly [string, string])[] = [
    [say.attitude, plan.fourT.attitude],
    [say.skill, plan.fourT.skill],
    [say.resource, plan.fourT.resource],
    [say.wayOut, plan.fourT.wayOut],
    [say.potential, say[plan.potential]],
    [say.goals, plan.goals],
    [say.budget, formatBaht(totalBaht(plan.actions), language)],
  ]
  return (
    <dl className="plan-facts">
      {facts.map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{orDash(fact)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The plan of a household that stands today, what it costs whom, and what may be done with it now. */
export const PlanPanel = ({ household, people }: PlanPanelProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor } = useSession()
  const judge = useJudge()
  const [open, setOpen] = useState<'approve' | 'return' | null>(null)
  const plan = household.plans.at(-1)
  const older = household.plans.slice(0, -1).reverse()
  const mayPropose = mayCommand(actor, 'ProposePlan') && plannableProblems(household.problems).length > 0
  const editorHref = `/households/${household.id}/plan`

  if (plan === undefined) {
    return (
      <Section title={say.title}>
        <EmptyState
          icon="clipboard"
          title={plannableProblems(household.problems).length === 0 ? say.nothingToPlan : say.empty}
          actions={
            mayPropose ? (
              <LinkButton kind="primary" icon="plus" href={editorHref}>
                {say.propose}
              </LinkButton>
            ) : undefined
          }
        >
          {plannableProblems(household.problems).length > 0 && say.emptyHint}
        </EmptyState>
      </Section>
    )
  }

  const isWaiting = plan.state === 'PROPOSED' && mayCommand(actor, 'ApprovePlan')
  const whyNotApproved = judge(household, { type: 'ApprovePlan', input: { planId: plan.id, note: '' } })
  return (
    <Section
      title={say.title}
      description={
        <>
          <Badge tone={toneOfState(plan.state)}>{planStateName(plan.state, language)}</Badge>{' '}
          {say.proposed(nameOfPerson(people, plan.proposedBy), formatInstant(plan.proposedAt, { language }))}
          {plan.approvedAt !== null &&
            ` · ${say.approved(nameOfPerson(people, plan.approvedBy), formatInstant(plan.approvedAt, { language }))}`}
        </>
      }
      actions={
        <>
          {isWaiting && (
            <>
              <Button
                kind="primary"
                icon="check"
                onPress={() => setOpen('approve')}
                isDisabled={whyNotApproved !== null}
              >
                {say.approve}
              </Button>
              <Button icon="undo" onPress={() => setOpen('return')}>
                {say.sendBack}
              </Button>
            </>
          )}
          {mayPropose && (
            <LinkButton icon="edit" href={editorHref}>
              {plan.state === 'APPROVED' ? say.renew : say.revise}
            </LinkButton>
          )}
        </>
      }
    >
      {isWaiting && whyNotApproved !== null && <Notice tone="warning">{whyNotApproved.sentence}</Notice>}
      {plan.state === 'RETURNED' && (
        <Notice tone="warning" title={say.returned}>
          {plan.returnReason}
        </Notice>
      )}
      {!readsReferredOnly(actor) && <PlanFacts plan={plan} />}
      <PlanActionTable household={household} plan={plan} people={people} />
      <SectorSums sums={sumsBySector(plan.actions)} isHiddenForOne />
      {older.length > 0 && (
        <div className="plan-old">
          <Disclosure title={say.older(older.length)}>
            {older.map(one => (
              <div key={one.id}>
                <p>
                  <Badge tone={toneOfState(one.state)}>{planStateName(one.state, language)}</Badge>{' '}
                  {formatDay(dayOf(one.proposedAt), { language })}
                </p>
                <PlanActionTable household={household} plan={one} people={people} isOld />
              </div>
            ))}
          </Disclosure>
        </div>
      )}
      {open === 'approve' && <ApprovePlan household={household} plan={plan} onClose={() => setOpen(null)} />}
      {open === 'return' && <ReturnPlan household={household} plan={plan} onClose={() => setOpen(null)} />}
    </Section>
  )
}
