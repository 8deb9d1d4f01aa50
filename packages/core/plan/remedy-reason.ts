import type { EligibilityRule } from './eligibility-rule.ts'
import type { RemedyProposal } from './rank-remedies.ts'
import type { RemedyRule } from './remedy-rule.ts'

const thousands = (n: number): string => String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ',')

const all = (rules: readonly EligibilityRule[], language: 'th' | 'en'): string =>
  rules.map(rule => rule[language]).join(language === 'th' ? ' และ' : ' and ')

type Part = { readonly th: string; readonly en: string } | null

const eligibilityPart = ({ verdict, met, failed, toAsk }: RemedyProposal['eligibility']): Part => {
  if (verdict === 'eligible') return { th: `เข้าเกณฑ์ (${all(met, 'th')})`, en: `eligible (${all(met, 'en')})` }
  if (verdict === 'not-eligible')
    return { th: `ไม่เข้าเกณฑ์ เพราะต้อง${all(failed, 'th')}`, en: `not eligible: must be ${all(failed, 'en')}` }
  if (verdict === 'cannot-tell')
    return {
      th: `ยังไม่ทราบว่าเข้าเกณฑ์หรือไม่ โปรดสอบถามว่า${all(toAsk, 'th')}หรือไม่`,
      en: `please ask first: ${all(toAsk, 'en')}?`,
    }
  return null
}

const problemsPart = (count: number): Part =>
  count > 1
    ? { th: `แก้ได้พร้อมกัน ${count} ปัญหา`, en: `answers ${count} problems at once` }
    : { th: 'ตรงกับปัญหาของครัวเรือน', en: 'answers the problem' }

const tooLittleKnown = { th: 'แต่ยังมีข้อมูลผลในอำเภอนี้ไม่เพียงพอ', en: 'too little is known of it in this district' }

const lastOfAll = { th: (text: string) => `และ${text}`, en: (text: string) => `and ${text}` }

const evidencePart = (evidence: RemedyProposal['evidence']): Part => {
  if (evidence === null) return tooLittleKnown
  const { solved, tried, least } = evidence
  if (least === null)
    return {
      th: `เคยได้ผล ${solved} จาก ${tried} ครัวเรือนในอำเภอนี้`,
      en: `worked in ${solved} of ${tried} households of the district`,
    }
  return {
    th: `เคยได้ผล ${solved} จาก ${tried} ครัวเรือนที่คล้ายกัน (ตรงกันอย่างน้อย ${least.same} จาก ${least.of} ลักษณะ)`,
    en: `worked in ${solved} of ${tried} similar households (alike in at least ${least.same} of ${least.of} respects)`,
  }
}

const triedHerePart = (outcome: RemedyProposal['triedHere']): Part => {
  if (outcome === 'RELAPSED')
    return { th: 'เคยใช้กับครัวเรือนนี้แล้วปัญหาเกิดซ้ำ', en: 'tried in this household before, and the problem came back' }
  if (outcome === 'UNRESOLVED')
    return { th: 'เคยใช้กับครัวเรือนนี้แล้วไม่สำเร็จ', en: 'tried in this household before, without success' }
  return null
}

const capacityPart = (capacity: RemedyProposal['capacity']): Part => {
  if (capacity === null) return null
  if (capacity.quantityLeft === 0) return { th: 'ภาคีในพื้นที่ให้ครบจำนวนแล้ว', en: 'partners have none left' }
  const left = thousands(capacity.quantityLeft)
  const unit = capacity.unit.trim()
  return {
    th: `ภาคีในพื้นที่ยังมีให้อีก ${left} ${unit === '' ? 'หน่วย' : unit}`,
    en: `partners have ${left} left`,
  }
}

const costPart = ({ typicalBudgetBaht }: RemedyRule): Part =>
  typicalBudgetBaht === null
    ? null
    : { th: `ใช้งบประมาณราว ${thousands(typicalBudgetBaht)} บาท`, en: `about ${thousands(typicalBudgetBaht)} baht` }

/** Why a remedy stands where it does, in one Thai sentence and one English. Speaks of no person. */
export const remedyReason = (
  proposal: RemedyProposal,
  remedy: RemedyRule,
): { readonly th: string; readonly en: string } => {
  // Who may not have it need not know what else speaks for it.
  const isOut = proposal.eligibility.verdict === 'not-eligible'
  const parts = (
    isOut
      ? [eligibilityPart(proposal.eligibility)]
      : [
          eligibilityPart(proposal.eligibility),
          problemsPart(proposal.problemIds.length),
          triedHerePart(proposal.triedHere),
          evidencePart(proposal.evidence),
          capacityPart(proposal.capacity),
          costPart(remedy),
        ]
  ).filter(part => part !== null)
  const written = (language: 'th' | 'en'): string[] =>
    parts.map((part, at) =>
      at > 0 && at === parts.length - 1 && part !== tooLittleKnown
        ? lastOfAll[language](part[language])
        : part[language],
    )
  const en = written('en').join('; ')
  return { th: written('th').join(' '), en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.` }
}
