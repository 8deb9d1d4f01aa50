import { questionnaireByVersion } from '@thaiqm/catalogue/catalogue.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { formatDay, formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { DefinitionList } from '@thaiqm/ui/definition-list.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, Notice } from '@thaiqm/ui/notice.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { type NamedPerson, nameOfPerson } from '../person/named-person.ts'
import { stateName } from '../platform/names.ts'
import { useSession } from '../platform/session.tsx'
import { toneOfState } from '../platform/tones.ts'
import { AnswerSections } from './answer-sections.tsx'
import { ReviewActions } from './review-actions.tsx'
import { shownAnswers } from './shown-answers.ts'
import { ThenAndNow } from './then-and-now.tsx'

const words = defineWords({
  none: { th: 'ยังไม่มีแบบสำรวจในรอบนี้', en: 'No form in this round yet' },
  noneHint: {
    th: 'ผู้สำรวจบันทึกด้วยแอปภาคสนาม เมื่อส่งแล้วแบบจะปรากฏที่นี่',
    en: 'Surveyors record with the field app. Once sent, the form stands here.',
  },
  title: { th: 'การตรวจและรับรองข้อมูล', en: 'Verification and certification' },
  returned: { th: 'เหตุผลที่ส่งกลับแก้ไข', en: 'Why it was returned' },
  late: { th: 'บันทึกหลังกำหนด', en: 'Recorded late' },
  noNew: { th: 'ไม่มีปัญหาใหม่', en: 'No new problem' },
  surveyed: { th: 'สำรวจเมื่อ', en: 'Surveyed on' },
  sent: { th: 'ส่งแบบ', en: 'Sent' },
  verified: { th: 'ตำบลตรวจ', en: 'Verified' },
  certified: { th: 'อำเภอรับรอง', en: 'Certified' },
  version: { th: 'แบบฉบับ', en: 'Form version' },
  revision: { th: (n: number) => `ส่งครั้งที่ ${n}`, en: n => `revision ${n}` },
  unknownForm: {
    th: 'แอปรุ่นนี้ไม่รู้จักแบบสำรวจฉบับนี้ โปรดปรับปรุงแอปแล้วเปิดใหม่',
    en: 'This build does not know this form version. Please refresh the app.',
  },
})

interface Shown {
  readonly household: HouseholdView
  readonly people: readonly NamedPerson[]
}

/** The form of the running round: its way through the offices, old hardships then and now, and every answer. */
export const SurveyPanel = ({ household, people }: Shown) => {
  const { round } = useSession()
  const { language } = useLanguage()
  const say = useWords(words)
  const survey = household.surveys.find(one => one.roundId === round?.id) ?? household.surveys.at(-1)
  if (survey === undefined) {
    return (
      <div className="of-stack">
        <EmptyState icon="clipboard" title={say.none}>
          {say.noneHint}
        </EmptyState>
        <ThenAndNow household={household} />
      </div>
    )
  }
  const form = questionnaireByVersion(survey.formVersion)
  const before = household.surveys.findLast(one => one.roundId !== survey.roundId)?.answers ?? null
  const titleOf = (of: typeof form) => (language === 'th' ? of?.titleTh : of?.titleEn)
  const byWhom = (at: typeof survey.verifiedAt, personId: string | null) =>
    at === null ? null : `${formatInstant(at, { language })} · ${nameOfPerson(people, personId)}`
  return (
    <div className="of-stack">
      <Section
        title={say.title}
        actions={
          <>
            <Badge tone={toneOfState(survey.state)}>{stateName(survey.state, language)}</Badge>
            {survey.late && <Badge tone="warning">{say.late}</Badge>}
            {survey.noNewProblem && <Badge>{say.noNew}</Badge>}
          </>
        }
      >
        <div className="of-stack">
          {survey.state === 'RETURNED' && (
            <Notice tone="warning" title={say.returned}>
              {survey.returnReason}
            </Notice>
          )}
          <DefinitionList
            items={[
              { term: say.surveyed, value: formatDay(survey.surveyedOn, { language }) },
              { term: say.sent, value: byWhom(survey.submittedAt, survey.submittedBy) },
              { term: say.verified, value: byWhom(survey.verifiedAt, survey.verifiedBy) },
              { term: say.certified, value: byWhom(survey.certifiedAt, survey.certifiedBy) },
              { term: say.version, value: `${titleOf(form) ?? survey.formVersion} · ${say.revision(survey.revision)}` },
            ]}
          />
          <ReviewActions key={`${survey.id}-${survey.state}`} household={household} survey={survey} />
        </div>
      </Section>
      <ThenAndNow household={household} />
      {form === undefined ? (
        <Notice tone="warning">{say.unknownForm}</Notice>
      ) : (
        <AnswerSections
          sections={shownAnswers(form, household, survey, before, language)}
          hasBefore={before !== null}
        />
      )}
    </div>
  )
}
