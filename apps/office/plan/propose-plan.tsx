import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { Round } from '@thaiqm/core/round/round.ts'
import { formatDay, formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Button, LinkButton } from '@thaiqm/ui/button.tsx'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { formatBaht } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, Notice } from '@thaiqm/ui/notice.tsx'
import { Card, PageHeader, Section } from '@thaiqm/ui/page-header.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useGo } from '../platform/address.ts'
import { useCommand } from '../platform/commands.ts'
import { placeName } from '../platform/place.ts'
import type { KeptDraft } from './kept-draft.ts'
import { PlanActionCard } from './plan-action-card.tsx'
import { sumsBySector, totalBaht } from './plan-sums.ts'
import { plannableProblems } from './plannable-problems.ts'
import { RemedyMenu } from './remedy-menu.tsx'
import { SectorSums } from './sector-sums.tsx'
import { type PlanEditor, usePlanEditor } from './use-plan-editor.ts'
import './plan.css'

const words = defineWords({
  households: { th: 'ครัวเรือน', en: 'Households' },
  title: { th: 'จัดทำแผนแก้ไขปัญหารายครัวเรือน', en: 'Household plan' },
  description: {
    th: (deadline: string) => `เลือกแนวทางให้ตรงกับปัญหาแต่ละข้อ ทุกกิจกรรมต้องแล้วเสร็จภายใน ${deadline}`,
    en: deadline => `A remedy for each problem; everything done by ${deadline}.`,
  },
  back: { th: 'กลับไปหน้าครัวเรือน', en: 'Back to the household' },
  actions: { th: 'กิจกรรมในแผน', en: 'Actions in the plan' },
  noActions: { th: 'ยังไม่มีกิจกรรมในแผน', en: 'No action yet' },
  noActionsHint: { th: 'กด “เพิ่มในแผน” ที่แนวทางช่วยเหลือด้านบน', en: 'Press “Add” at a remedy above.' },
  fourT: { th: '4ท และเป้าหมาย', en: 'The four T and goals' },
  attitude: { th: 'ท1 ทัศนคติ', en: 'Attitude' },
  skill: { th: 'ท2 ทักษะ', en: 'Skill' },
  resource: { th: 'ท3 ทรัพยากร', en: 'Resources' },
  wayOut: { th: 'ท4 ทางออก (ความต้องการ)', en: 'Way out (needs)' },
  potential: { th: 'ศักยภาพครัวเรือน', en: 'Potential of the household' },
  developable: { th: 'พัฒนาได้', en: 'Can be developed' },
  welfare: { th: 'ต้องสงเคราะห์', en: 'Needs welfare' },
  goals: { th: 'เป้าหมายของครัวเรือน', en: 'Goals of the household' },
  unnamed: { th: '(ยังไม่ระบุ)', en: '(not said yet)' },
  summary: { th: 'สรุปแผน', en: 'Summary' },
  budget: { th: 'งบประมาณรวม', en: 'Total budget' },
  notCovered: {
    th: (codes: string) => `ยังไม่มีแนวทางสำหรับปัญหา ${codes}`,
    en: codes => `Nothing planned yet for ${codes}`,
  },
  incomplete: {
    th: (numbers: string) => `แนวทางที่ ${numbers} ยังไม่สมบูรณ์ โปรดตรวจสอบช่องที่มีเครื่องหมายสีแดง`,
    en: numbers => `Action ${numbers} is not complete. Please check the marked fields.`,
  },
  propose: { th: 'เสนอแผนต่อนายอำเภอ', en: 'Put to the district chief' },
  kept: { th: 'ร่างนี้เก็บไว้ในเครื่องนี้จนกว่าจะเสนอแผน', en: 'The draft is kept on this computer until it is sent.' },
  resumed: {
    th: (at: string) => `นำร่างที่เขียนค้างไว้เมื่อ ${at} กลับมาแล้ว`,
    en: at => `The draft you left on ${at} is back`,
  },
  afresh: { th: 'ทิ้งร่างและเริ่มใหม่', en: 'Throw it away and start afresh' },
})

interface EditorProps {
  readonly household: HouseholdView
  readonly editor: PlanEditor
}

const FourTFields = ({ editor }: Omit<EditorProps, 'household'>) => {
  const say = useWords(words)
  const { draft, change } = editor
  const parts = ['attitude', 'skill', 'resource', 'wayOut'] as const
  return (
    <Section title={say.fourT}>
      <FieldStack>
        <FieldStack columns={2}>
          {parts.map(part => (
            <TextArea
              key={part}
              label={say[part]}
              rows={2}
              value={draft.fourT[part]}
              onChange={text => change({ fourT: { ...draft.fourT, [part]: text } })}
              maxLength={1000}
            />
          ))}
        </FieldStack>
        <RadioGroup
          label={say.potential}
          layout="inline"
          choices={[
            { value: 'DEVELOPABLE', label: say.developable },
            { value: 'WELFARE', label: say.welfare },
          ]}
          value={draft.potential}
          onChange={potential => change({ potential })}
        />
        <TextArea label={say.goals} value={draft.goals} onChange={goals => change({ goals })} maxLength={2000} />
      </FieldStack>
    </Section>
  )
}

const jumpTo = (actionId: string) => {
  const card = document.getElementById(`action-${actionId}`)
  card?.scrollIntoView({ block: 'start', behavior: 'smooth' })
  card?.querySelector('input')?.focus({ preventScroll: true })
}

const Summary = ({ household, editor, onTried }: EditorProps & { readonly onTried: () => void }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const go = useGo()
  const { giveToHousehold, isGiving } = useCommand()
  const [isTried, setTried] = useState(false)
  const { draft, judgement, input, actionErrors } = editor
  const notCovered = plannableProblems(household.problems)
    .filter(problem => !draft.actions.some(action => action.problemIds.includes(problem.id)))
    .map(problem => problem.kindCode)
  const wrong = draft.actions.flatMap((action, at) =>
    actionErrors.some(error => error.action.id === action.id) ? [String(at + 1)] : [],
  )
  const refusal =
    judgement === null
      ? null
      : wrong.length > 0
        ? say.incomplete(wrong.join(', '))
        : judgement === 'incomplete'
          ? null
          : judgement.sentence

  const propose = async () => {
    setTried(true)
    onTried()
    if (judgement !== null || input === null) return
    const result = await giveToHousehold(household, { type: 'ProposePlan', input })
    if (!result.ok) return
    await editor.letGo()
    go(`/households/${household.id}`)
  }
  return (
    <Card>
      <h2 className="act-subheading">{say.summary}</h2>
      <p className="plan-total">
        <span>{say.budget}</span>
        <b>{formatBaht(totalBaht(draft.actions), language)}</b>
      </p>
      <ol className="plan-chosen" aria-label={say.actions}>
        {draft.actions.map((action, at) => (
          <li key={action.id} data-wrong={isTried && wrong.includes(String(at + 1)) ? true : undefined}>
            <button type="button" className="plan-jump" onClick={() => jumpTo(action.id)}>
              {at + 1}. {action.what === '' ? say.unnamed : action.what}
            </button>
            <span className="of-muted">
              {action.budgetBaht === null ? '–' : formatBaht(action.budgetBaht, language)}
            </span>
          </li>
        ))}
      </ol>
      <SectorSums sums={sumsBySector(draft.actions)} />
      <FieldStack>
        {notCovered.length > 0 && <Notice tone="warning">{say.notCovered(notCovered.join(', '))}</Notice>}
        {isTried && refusal !== null && (
          <Notice tone="danger" isLive>
            {refusal}
          </Notice>
        )}
        <Button kind="primary" icon="send" isWide onPress={() => void propose()} isPending={isGiving}>
          {say.propose}
        </Button>
        <p className="of-muted">{say.kept}</p>
      </FieldStack>
    </Card>
  )
}

interface ProposePlanProps {
  readonly household: HouseholdView
  readonly round: Round
  readonly kept: KeptDraft | null
}

/** The whole page in which one household's plan is cut to fit (ตัดเสื้อพอดีตัว). */
export const ProposePlan = ({ household, round, kept }: ProposePlanProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const editor = usePlanEditor(household, round, kept, language)
  const [isChecked, setChecked] = useState(false)
  const href = `/households/${household.id}`
  return (
    <>
      <PageHeader
        title={say.title}
        description={say.description(formatDay(editor.deadline, { language, style: 'long' }))}
        crumbs={[
          { label: say.households, href: '/households' },
          {
            label: placeName(
              {
                houseNumber: household.address.houseNumber,
                villageName: household.address.villageName,
                sequenceInHouse: household.address.sequenceInHouse,
                areaCode: household.areaCode,
              },
              language,
            ),
            href,
          },
          { label: say.title },
        ]}
        actions={
          <LinkButton icon="arrow-left" href={href}>
            {say.back}
          </LinkButton>
        }
      />
      {editor.resumedFrom !== null && (
        <Notice actions={<Button onPress={() => void editor.startAfresh()}>{say.afresh}</Button>}>
          {say.resumed(formatInstant(editor.resumedFrom, { language }))}
        </Notice>
      )}
      <div className="plan-layout">
        <div className="plan-main">
          <RemedyMenu household={household} editor={editor} />
          <Section title={say.actions}>
            {editor.draft.actions.length === 0 ? (
              <EmptyState icon="clipboard" title={say.noActions}>
                {say.noActionsHint}
              </EmptyState>
            ) : (
              <div className="plan-actions">
                {editor.draft.actions.map((action, at) => (
                  <PlanActionCard
                    key={action.id}
                    household={household}
                    editor={editor}
                    action={action}
                    number={at + 1}
                    isChecked={isChecked}
                  />
                ))}
              </div>
            )}
          </Section>
          <FourTFields editor={editor} />
        </div>
        <aside className="plan-aside">
          <Summary household={household} editor={editor} onTried={() => setChecked(true)} />
        </aside>
      </div>
    </>
  )
}
