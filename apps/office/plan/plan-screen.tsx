import { mayCommand } from '@thaiqm/core/access/permission.ts'
import { householdId } from '@thaiqm/core/ledger/identifiers.ts'
import { LinkButton } from '@thaiqm/ui/button.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { useHousehold } from '../household/use-household.ts'
import { useParam } from '../platform/address.ts'
import { NotFoundState, QueryView, usePageTitle } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'
import { plannableProblems } from './plannable-problems.ts'
import { ProposePlan } from './propose-plan.tsx'
import { useKeptDraft } from './use-kept-draft.ts'

const words = defineWords({
  title: { th: 'จัดทำแผน', en: 'Make a plan' },
  nothing: { th: 'ไม่มีปัญหาที่ต้องวางแผน', en: 'There is no problem to plan for' },
  nothingHint: {
    th: 'ปัญหาทุกข้อของครัวเรือนนี้แก้ไขแล้วหรือยุติแล้ว',
    en: 'Every problem of this household is solved or ended.',
  },
  noRound: { th: 'ยังไม่มีรอบสำรวจ', en: 'There is no round yet' },
  noRoundHint: { th: 'ที่ทำการปกครองจังหวัดเป็นผู้กำหนดรอบสำรวจ', en: 'Rounds are set by the provincial office.' },
  back: { th: 'กลับไปหน้าครัวเรือน', en: 'Back to the household' },
})

/** `/households/…/plan`: the page in which a plan is written. */
export const PlanScreen = () => {
  const say = useWords(words)
  usePageTitle(say.title)
  const id = householdId.safeParse(useParam('householdId'))
  return id.success && id.data !== undefined ? <PlanOf id={id.data} /> : <NotFoundState />
}

const PlanOf = ({ id }: { readonly id: ReturnType<typeof householdId.parse> }) => {
  const say = useWords(words)
  const { actor, round } = useSession()
  const query = useHousehold(id)
  const kept = useKeptDraft(id)
  const back = <LinkButton href={`/households/${id}`}>{say.back}</LinkButton>
  return (
    <QueryView query={query}>
      {({ household }) => {
        if (!mayCommand(actor, 'ProposePlan')) return <NotFoundState />
        if (round === null) return <EmptyState title={say.noRound}>{say.noRoundHint}</EmptyState>
        if (plannableProblems(household.problems).length === 0) {
          return (
            <EmptyState icon="check-circle" title={say.nothing} actions={back}>
              {say.nothingHint}
            </EmptyState>
          )
        }
        if (kept.data === undefined) return <Skeleton lines={8} />
        return <ProposePlan household={household} round={round} kept={kept.data} />
      }}
    </QueryView>
  )
}
