import { useParams, useRouter } from '@tanstack/react-router'
import { Button, IconButton, LinkButton, TextLink } from '@thaiqm/ui/button.tsx'
import { ConfirmDialog } from '@thaiqm/ui/dialog.tsx'
import { Icon } from '@thaiqm/ui/icons.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, ErrorNotice, Notice } from '@thaiqm/ui/notice.tsx'
import { ProgressBar } from '@thaiqm/ui/progress.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { holdTogether } from '@thaiqm/ui/words.ts'
import { type ReactNode, useState } from 'react'
import { useHouseTitle } from '../household/household-row.tsx'
import { headName } from '../household/household-summary.ts'
import { addressOf } from '../platform/base-path.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { refusalText } from '../platform/refusal-text.ts'
import { Screen } from '../platform/screen.tsx'
import { usePerform } from '../platform/use-perform.ts'
import { HouseholdStep } from './household-step.tsx'
import { MembersStep } from './members-step.tsx'
import { ReXRayStep } from './re-x-ray-step.tsx'
import { SectionQuestions } from './section-questions.tsx'
import { SUMMARY, stepAfter, stepBefore, stepToContinue, wholeProgress } from './step-list.ts'
import { toSubmitInput } from './submit-input.ts'
import { SummaryStep } from './summary-step.tsx'
import { type OpenSurvey, useSurvey } from './use-survey.ts'
import { VisitStep } from './visit-step.tsx'
import './survey.css'

const words = defineWords({
  title: { th: 'แบบสำรวจ', en: 'Survey form' },
  summary: { th: 'สรุปและส่งแบบสำรวจ', en: 'Summary and sending' },
  progress: { th: 'ความคืบหน้า', en: 'Progress' },
  goOn: { th: 'ทำต่อ', en: 'Go on' },
  begin: { th: 'เริ่มถาม', en: 'Begin' },
  next: { th: 'ถัดไป', en: 'Next' },
  previous: { th: 'ก่อนหน้า', en: 'Previous' },
  submit: { th: 'ส่งแบบสำรวจ', en: 'Send the form' },
  kept: { th: 'ร่างนี้บันทึกในเครื่องทุกครั้งที่ตอบ', en: 'The draft is kept on this phone at every answer' },
  answered: { th: (a: number, b: number) => `${a} จาก ${b}`, en: (a, b) => `${a} of ${b}` },
  nothing: { th: 'ไม่มีข้อบังคับ', en: 'Nothing required' },
  remove: { th: 'ลบร่างนี้', en: 'Delete this draft' },
  removeTitle: { th: 'ลบร่างแบบสำรวจนี้หรือไม่', en: 'Delete this draft?' },
  removeText: { th: 'คำตอบและภาพในร่างนี้จะหายไปและเรียกคืนไม่ได้', en: 'Its answers and photos are lost for good.' },
  returned: { th: 'ถูกส่งกลับให้แก้ไข', en: 'Returned to be corrected' },
  gone: { th: 'ไม่พบครัวเรือนนี้ในเครื่อง', en: 'This household is not on this phone' },
  goneHint: { th: 'เปิดรายชื่อหมู่บ้านเพื่อปรับปรุงข้อมูลก่อน', en: 'Open the list of the village to refresh it.' },
  refused: { th: 'เริ่มแบบสำรวจไม่ได้', en: 'The form cannot be begun' },
  back: { th: 'กลับไปหน้าครัวเรือน', en: 'Back to the household' },
  unsaved: { th: 'บันทึกคำตอบล่าสุดไม่ได้', en: 'The last answer could not be saved' },
  unsavedText: {
    th: 'พื้นที่ในเครื่องเต็ม โปรดลบไฟล์หรือภาพอื่นในเครื่อง แล้วตอบข้อใดข้อหนึ่งอีกครั้ง อย่าเพิ่งปิดแอป',
    en: 'The phone is full. Delete other files or pictures, then answer any question again. Do not close the app yet.',
  },
})

/** What stands before a form is open: waiting, missing, or not allowed. */
const Opened = ({ render }: { readonly render: (open: OpenSurvey) => ReactNode }) => {
  const { householdId } = useParams({ strict: false }) as { householdId: string }
  const said = useWords(words)
  const { language } = useLanguage()
  const opening = useSurvey(householdId)
  if (opening.kind === 'open') return render(opening)
  return (
    <Screen title={said.title} backHref={`/households/${householdId}`}>
      {opening.kind === 'loading' && <Skeleton lines={8} />}
      {opening.kind === 'no-household' && (
        <EmptyState icon="house" title={said.gone}>
          {said.goneHint}
        </EmptyState>
      )}
      {opening.kind === 'refused' && (
        <Notice
          tone="warning"
          title={said.refused}
          actions={<LinkButton href={`/households/${householdId}`}>{said.back}</LinkButton>}
        >
          {refusalText(opening.refusal, language)}
        </Notice>
      )}
    </Screen>
  )
}

const useSubtitle = ({ household }: OpenSurvey) => {
  const titleOf = useHouseTitle()
  return [titleOf(household.address), headName(household)].filter(Boolean).join(' · ')
}

/** Said at once and until it is mended: what is on the screen is not on the phone. */
const UnsavedNotice = ({ isUnsaved }: Pick<OpenSurvey, 'isUnsaved'>) => {
  const said = useWords(words)
  return isUnsaved ? (
    <Notice tone="danger" title={said.unsaved} isLive>
      {said.unsavedText}
    </Notice>
  ) : null
}

const Overview = (open: OpenSurvey) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { drafts } = useFieldApp()
  const router = useRouter()
  const subtitle = useSubtitle(open)
  const [isRemoving, setRemoving] = useState(false)
  const { household, state, draft } = open
  const base = `/households/${household.id}/survey`
  const whole = wholeProgress(state.steps)
  const before = household.surveys.find(s => s.roundId === draft.roundId)
  const remove = async () => {
    await drafts.remove(draft.surveyId)
    router.history.push(addressOf(`/households/${household.id}`))
  }
  return (
    <Screen
      title={said.title}
      subtitle={subtitle}
      backHref={`/households/${household.id}`}
      actions={<IconButton icon="trash" label={said.remove} onPress={() => setRemoving(true)} />}
      foot={
        <LinkButton kind="primary" size="large" iconAfter="arrow-right" href={`${base}/${stepToContinue(state)}`}>
          {whole.answered === 0 ? said.begin : said.goOn}
        </LinkButton>
      }
    >
      <UnsavedNotice {...open} />
      {before?.state === 'RETURNED' && (
        <Notice tone="danger" title={said.returned}>
          {before.returnReason}
        </Notice>
      )}
      <ProgressBar label={said.progress} n={whole.answered} of={whole.asked} />
      <p className="fd-muted fd-small">{said.kept}</p>
      <ol className="fd-steps">
        {state.steps.map((step, at) => (
          <li key={step.id} className={`fd-step fd-step-${step.state}`}>
            <span className="fd-step-mark" aria-hidden="true">
              {step.state === 'done' ? <Icon name="check" /> : at + 1}
            </span>
            <span className="fd-step-text">
              <TextLink href={`${base}/${step.id}`}>
                {holdTogether(language === 'th' ? step.titleTh : step.titleEn)}
              </TextLink>
              <span className="fd-muted fd-small">
                {step.progress.asked === 0 ? said.nothing : said.answered(step.progress.answered, step.progress.asked)}
              </span>
            </span>
            <Icon name="chevron-right" />
          </li>
        ))}
        <li className="fd-step fd-step-untouched">
          <span className="fd-step-mark" aria-hidden="true">
            {state.steps.length + 1}
          </span>
          <span className="fd-step-text">
            <TextLink href={`${base}/${SUMMARY}`}>{said.summary}</TextLink>
          </span>
          <Icon name="chevron-right" />
        </li>
      </ol>
      <ConfirmDialog
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        onConfirm={() => void remove()}
        title={said.removeTitle}
        confirmLabel={said.remove}
        isDangerous
      >
        {said.removeText}
      </ConfirmDialog>
    </Screen>
  )
}

const content: Readonly<Record<string, (open: OpenSurvey) => ReactNode>> = {
  visit: open => <VisitStep {...open} />,
  household: open => <HouseholdStep {...open} />,
  members: open => <MembersStep {...open} />,
  're-x-ray': open => <ReXRayStep {...open} />,
  [SUMMARY]: open => <SummaryStep {...open} />,
}

const StepPage = ({ stepId, ...open }: OpenSurvey & { readonly stepId: string }) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { drafts } = useFieldApp()
  const router = useRouter()
  const { perform, isPending, refusal } = usePerform()
  const subtitle = useSubtitle(open)
  const { household, draft, state } = open
  const base = `/households/${household.id}/survey`
  const step = state.steps.find(s => s.id === stepId)
  const title = step === undefined ? said.summary : language === 'th' ? step.titleTh : step.titleEn
  const next = stepAfter(state.steps, stepId)
  const previous = stepBefore(state.steps, stepId)
  const isComplete = state.missing.length + state.lacks.length === 0
  const submit = async () => {
    const input = toSubmitInput(draft, state, household, () => crypto.randomUUID())
    const sent = await perform(household.id, household, { type: 'SubmitSurvey', input }, draft.basedOnVersion)
    if (!sent.ok) return
    await drafts.remove(draft.surveyId)
    router.history.replace(addressOf(`/households/${household.id}/sent/${sent.commandId}`))
  }
  return (
    <Screen
      title={title}
      subtitle={subtitle}
      backHref={base}
      foot={
        <>
          {previous !== undefined && <LinkButton href={`${base}/${previous}`}>{said.previous}</LinkButton>}
          {next === undefined ? (
            <Button
              kind="primary"
              size="large"
              icon="send"
              isDisabled={!isComplete}
              isPending={isPending}
              onPress={() => void submit()}
            >
              {said.submit}
            </Button>
          ) : (
            <LinkButton kind="primary" size="large" iconAfter="arrow-right" href={`${base}/${next}`}>
              {said.next}
            </LinkButton>
          )}
        </>
      }
    >
      <ErrorNotice>{refusal?.text}</ErrorNotice>
      <UnsavedNotice {...open} />
      {(content[stepId] ?? (given => <SectionQuestions {...given} sectionId={stepId} />))(open)}
    </Screen>
  )
}

/** The form at a glance: its sections and how far each is. */
export const SurveyScreen = () => <Opened render={open => <Overview {...open} />} />

/** One section of the form. */
export const SurveyStepScreen = () => {
  const { step } = useParams({ strict: false }) as { step: string }
  return <Opened render={open => <StepPage key={step} {...open} stepId={step} />} />
}
