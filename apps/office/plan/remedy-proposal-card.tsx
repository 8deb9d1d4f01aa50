import type { Remedy } from '@thaiqm/catalogue/catalogue-schemas.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { RemedyProposalView } from '@thaiqm/contract/plan/remedy-routes.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { formatBaht, formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Disclosure } from '@thaiqm/ui/tabs.tsx'
import { agencyShortName, kindShortName, sectorName, supportLevelName } from '../platform/names.ts'
import type { PlanEditor } from './use-plan-editor.ts'

const words = defineWords({
  add: { th: 'เพิ่มในแผน', en: 'Add' },
  addNamed: { th: (what: string) => `เพิ่มในแผน: ${what}`, en: what => `Add to the plan: ${what}` },
  added: { th: 'อยู่ในแผนแล้ว', en: 'In the plan' },
  shared: { th: (count: number) => `แก้ได้ ${count} ปัญหา`, en: count => `Answers ${count} problems` },
  days: { th: (days: number) => `ประมาณ ${days} วัน`, en: days => `about ${days} days` },
  eligible: { th: 'เข้าเกณฑ์', en: 'Eligible' },
  'cannot-tell': { th: 'ต้องสอบถามเพิ่ม', en: 'Ask first' },
  'not-eligible': { th: 'ไม่เข้าเกณฑ์', en: 'Not eligible' },
  worked: { th: (n: string, of: string) => `เคยได้ผล ${n} จาก ${of}`, en: (n, of) => `worked in ${n} of ${of}` },
  left: { th: (n: string, unit: string) => `เหลือ ${n} ${unit}`, en: n => `${n} left` },
  unit: { th: 'หน่วย', en: 'units' },
  noneLeft: { th: 'ให้ครบจำนวนแล้ว', en: 'None left' },
  why: { th: 'เกณฑ์และที่มาของลำดับ', en: 'Rules, and why it stands here' },
  whyNamed: { th: (what: string) => `เกณฑ์และที่มาของลำดับ: ${what}`, en: what => `Rules and place of ${what}` },
  problems: { th: 'ปัญหาที่แก้ได้', en: 'Problems it answers' },
  eligibility: { th: 'เกณฑ์สิทธิ (เต็ม 20)', en: 'Eligibility (of 20)' },
  capacity: { th: 'จำนวนที่ภาคียังให้ได้ (เต็ม 15)', en: 'What partners have left (of 15)' },
  cost: { th: 'ค่าใช้จ่าย (เต็ม 10)', en: 'Cost (of 10)' },
  evidence: { th: 'ผลที่เคยเกิดขึ้น (เต็ม 30)', en: 'What worked before (of 30)' },
  points: { th: (n: string) => `${n} คะแนน`, en: n => `${n} points` },
  tooFew: { th: 'น้อยกว่า 3 ครัวเรือน ไม่แสดง', en: 'fewer than 3 households, not shown' },
  met: { th: 'เข้าเกณฑ์', en: 'Met' },
  failed: { th: 'ไม่เข้าเกณฑ์', en: 'Not met' },
  toAsk: { th: 'ยังไม่ทราบ', en: 'Not known' },
  unconfirmed: { th: 'โปรดตรวจสอบกับประกาศฉบับปัจจุบัน', en: 'please check against the current announcement' },
  noRule: { th: 'ไม่มีเกณฑ์สิทธิเฉพาะในเมนูช่วยเหลือ', en: 'The menu knows no rule of eligibility for it' },
})

const toneOf = { eligible: 'good', 'cannot-tell': 'warning', 'not-eligible': 'danger' } as const

const Why = ({ proposal }: { readonly proposal: RemedyProposalView }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const rules = (['met', 'toAsk', 'failed'] as const).flatMap(how => proposal[how].map(rule => ({ how, rule })))
  const parts = ['problems', 'eligibility', 'capacity', 'cost', 'evidence'] as const
  return (
    <div className="remedy-why">
      <dl>
        {parts.map(part => {
          const points = proposal.score[part]
          return (
            <div key={part}>
              <dt>{say[part]}</dt>
              <dd>{points === null ? say.tooFew : say.points(formatNumber(points, language))}</dd>
            </div>
          )
        })}
      </dl>
      {rules.length === 0 ? (
        <p className="act-muted">{say.noRule}</p>
      ) : (
        <ul>
          {rules.map(({ how, rule }) => (
            <li key={rule.th}>
              {say[how]}: {rule[language]}
              <span className="act-muted">
                {' '}
                — {language === 'th' ? rule.sourceTh : rule.sourceEn}
                {!rule.confirmed && ` (${say.unconfirmed})`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface RemedyProposalCardProps {
  readonly household: HouseholdView
  readonly editor: PlanEditor
  readonly remedy: Remedy
  readonly proposal: RemedyProposalView
}

/** One remedy of the ranked menu: what it answers, whether the household may have it, and why it stands where it does. */
export const RemedyProposalCard = ({ household, editor, remedy, proposal }: RemedyProposalCardProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const isAdded = editor.draft.actions.some(action => action.remedyId === remedy.id)
  const { verdict, capacity, evidence, problemIds } = proposal
  const kinds = household.problems.filter(problem => problemIds.includes(problem.id)).map(problem => problem.kindCode)
  const facts = [
    agencyShortName(remedy.agencyCode, language),
    sectorName(remedy.sector, language),
    supportLevelName(remedy.level, language),
    remedy.typicalBudgetBaht === null ? '' : formatBaht(remedy.typicalBudgetBaht, language),
    say.days(remedy.typicalDays),
  ].filter((fact, at, all) => fact !== '' && all.indexOf(fact) === at)
  return (
    <li className="remedy" data-out={verdict === 'not-eligible' ? true : undefined}>
      <div className="remedy-body">
        <b>{remedy[language]}</b>
        <p className="remedy-badges">
          {[...new Set(kinds)].map(kind => (
            <Badge key={kind}>
              {kind} {kindShortName(kind, language)}
            </Badge>
          ))}
          {problemIds.length > 1 && <Badge tone="info">{say.shared(problemIds.length)}</Badge>}
          {verdict !== 'no-rule' && <Badge tone={toneOf[verdict]}>{say[verdict]}</Badge>}
          {evidence !== null && (
            <Badge tone={evidence.solved * 2 >= evidence.tried ? 'good' : 'warning'}>
              {say.worked(formatNumber(evidence.solved, language), formatNumber(evidence.tried, language))}
            </Badge>
          )}
          {capacity !== null && (
            <Badge tone={capacity.quantityLeft > 0 ? 'info' : 'warning'}>
              {capacity.quantityLeft > 0
                ? say.left(
                    formatNumber(capacity.quantityLeft, language),
                    capacity.unit === '' ? say.unit : capacity.unit,
                  )
                : say.noneLeft}
            </Badge>
          )}
        </p>
        <p className="remedy-reason">{language === 'th' ? proposal.reasonTh : proposal.reasonEn}</p>
        <p className="act-muted">{facts.join(' · ')}</p>
      </div>
      {isAdded ? (
        <Badge tone="good" icon="check">
          {say.added}
        </Badge>
      ) : (
        <Button
          size="small"
          icon="plus"
          aria-label={say.addNamed(remedy[language])}
          onPress={() => editor.addRemedy(remedy, problemIds)}
        >
          {say.add}
        </Button>
      )}
      <div className="remedy-more">
        <Disclosure title={say.why}>
          <Why proposal={proposal} />
        </Disclosure>
      </div>
    </li>
  )
}
