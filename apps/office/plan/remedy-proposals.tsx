import { remedyById } from '@thaiqm/catalogue/catalogue.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { RemedyProposalView } from '@thaiqm/contract/plan/remedy-routes.ts'
import type { ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { Chip, ChipRow } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, Notice } from '@thaiqm/ui/notice.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { Disclosure } from '@thaiqm/ui/tabs.tsx'
import { useState } from 'react'
import { kindShortName } from '../platform/names.ts'
import { QueryView } from '../platform/page.tsx'
import { plannableProblems } from './plannable-problems.ts'
import { RemedyProposalCard } from './remedy-proposal-card.tsx'
import type { PlanEditor } from './use-plan-editor.ts'
import { useRemedies } from './use-remedies.ts'

const words = defineWords({
  title: { th: 'แนวทางที่เสนอ', en: 'Proposed remedies' },
  hint: {
    th: 'เรียงจากที่เหมาะกับครัวเรือนนี้มากที่สุด ทีมเป็นผู้เลือก จัดลำดับ และปรับรายละเอียด',
    en: 'Best for this household first. The team chooses, orders and changes.',
  },
  all: { th: 'ทุกปัญหา', en: 'All problems' },
  filter: { th: 'แสดงเฉพาะปัญหา', en: 'Show one problem' },
  more: { th: (n: number) => `แสดงอีก ${n} แนวทาง`, en: n => `Show ${n} more` },
  out: { th: (n: number) => `แนวทางที่ครัวเรือนนี้ไม่เข้าเกณฑ์ (${n})`, en: n => `Not eligible for (${n})` },
  none: { th: 'ไม่มีแนวทางในเมนูสำหรับปัญหานี้', en: 'The menu has nothing for this problem' },
  noneHint: { th: 'กด “เพิ่มแนวทางอื่น” ที่ปัญหาด้านบน', en: 'Press “Another action” at the problem above.' },
  together: {
    th: (cause: string, kinds: string) => `“${cause}” เป็นสาเหตุร่วมของ ${kinds} โปรดพิจารณาแนวทางเดียวที่แก้ได้พร้อมกัน`,
    en: (cause, kinds) => `“${cause}” stands behind ${kinds}. Please consider one remedy for all of them.`,
  },
  shared: { th: 'พบสาเหตุร่วม', en: 'A shared cause' },
  alike: { th: 'ครัวเรือนที่คล้ายกัน หมายถึงครัวเรือนแบบใด', en: 'What similar households are' },
  alikeHint: {
    th: 'เทียบกับลักษณะต่อไปนี้ของครัวเรือนนี้ ที่ทราบทั้งสองฝ่ายอย่างน้อย 4 ข้อ และตรงกันตั้งแต่สามในสี่ขึ้นไป',
    en: 'Compared in what is known of both, at least four of these, three in four of them the same.',
  },
  yes: { th: 'ใช่', en: 'yes' },
  no: { th: 'ไม่ใช่', en: 'no' },
  unknown: { th: 'ยังไม่ทราบ', en: 'not known' },
})

const SHOWN_AT_FIRST = 8

interface MenuProps {
  readonly household: HouseholdView
  readonly editor: PlanEditor
}

const Cards = ({ household, editor, proposals }: MenuProps & { readonly proposals: readonly RemedyProposalView[] }) => (
  <ol className="remedy-list">
    {proposals.map(proposal => {
      const remedy = remedyById.get(proposal.remedyId)
      return (
        remedy && (
          <RemedyProposalCard
            key={remedy.id}
            household={household}
            editor={editor}
            remedy={remedy}
            proposal={proposal}
          />
        )
      )
    })}
  </ol>
)

const Ranked = ({
  household,
  editor,
  proposals,
}: MenuProps & { readonly proposals: readonly RemedyProposalView[] }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const [only, setOnly] = useState<ProblemId | null>(null)
  const [isWhole, setWhole] = useState(false)
  const problems = [...plannableProblems(household.problems)].sort((a, b) => a.severity - b.severity)
  const asked = proposals.filter(one => only === null || one.problemIds.includes(only))
  const fitting = asked.filter(one => one.verdict !== 'not-eligible')
  const out = asked.filter(one => one.verdict === 'not-eligible')
  const shown = isWhole ? fitting : fitting.slice(0, SHOWN_AT_FIRST)
  return (
    <>
      {problems.length > 1 && (
        <fieldset className="remedy-filter" aria-label={say.filter}>
          <ChipRow>
            <Chip isSelected={only === null} onChange={() => setOnly(null)}>
              {say.all}
            </Chip>
            {problems.map(problem => (
              <Chip
                key={problem.id}
                isSelected={only === problem.id}
                onChange={isOn => setOnly(isOn ? problem.id : null)}
              >
                {problem.kindCode} {kindShortName(problem.kindCode, language)}
              </Chip>
            ))}
          </ChipRow>
        </fieldset>
      )}
      {asked.length === 0 && <EmptyState title={say.none}>{say.noneHint}</EmptyState>}
      <Cards household={household} editor={editor} proposals={shown} />
      {shown.length < fitting.length && (
        <Button kind="quiet" icon="chevron-down" onPress={() => setWhole(true)}>
          {say.more(fitting.length - shown.length)}
        </Button>
      )}
      {out.length > 0 && (
        <Disclosure title={say.out(out.length)}>
          <Cards household={household} editor={editor} proposals={out} />
        </Disclosure>
      )}
    </>
  )
}

/** The menu for the household's whole set of problems, best first, with what they have in common. */
export const RemedyProposals = ({ household, editor }: MenuProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const query = useRemedies(household)
  const kindsOf = (ids: readonly ProblemId[]): string =>
    household.problems
      .filter(problem => ids.includes(problem.id))
      .map(problem => `${problem.kindCode} ${kindShortName(problem.kindCode, language)}`)
      .join(' · ')
  return (
    <Section title={say.title} description={say.hint}>
      <QueryView query={query}>
        {({ proposals, sharedCauses, profile }) => (
          <div className="remedy-menu">
            {sharedCauses.map(({ cause, problemIds }) => (
              <Notice key={cause} title={say.shared}>
                {say.together(cause, kindsOf(problemIds))}
              </Notice>
            ))}
            <Ranked household={household} editor={editor} proposals={proposals} />
            <Disclosure title={say.alike}>
              <p className="act-muted">{say.alikeHint}</p>
              <ul className="remedy-profile">
                {profile.map(one => (
                  <li key={one.feature}>
                    {one[language]}: <b>{say[one.known]}</b>
                  </li>
                ))}
              </ul>
            </Disclosure>
          </div>
        )}
      </QueryView>
    </Section>
  )
}
