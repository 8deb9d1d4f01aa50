import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { EarlierPhotosPanel } from '../photo/earlier-photos-panel.tsx'
import { photosOfProblem } from '../photo/photos-of-household.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { VerdictCard } from '../rexray/verdict-card.tsx'
import { withAnswer } from './draft.ts'
import { isAskedHere } from './held-answers.ts'
import { QuestionField } from './question-field.tsx'
import type { OpenSurvey } from './use-survey.ts'

const words = defineWords({
  intro: {
    th: (n: number) => `ครัวเรือนนี้มีปัญหาเดิม ${n} เรื่อง ตรวจสอบสภาพจริงแล้วเลือกผลทีละเรื่อง`,
    en: n => `${n} old problems. Look at each and choose what is found now.`,
  },
})

/** Every old hardship as a card, with what the form asks besides. */
export const ReXRayStep = ({ household, draft, state, change }: OpenSurvey) => {
  const said = useWords(words)
  const { clock } = useFieldApp()
  const asked = state.evaluation.sections.flatMap(s => s.instances).filter(i => i.scope === 'problem')
  return (
    <>
      <p className="fd-plain">{said.intro(state.oldProblems.length)}</p>
      <EarlierPhotosPanel household={household} />
      {state.oldProblems.map(problem => {
        const given = draft.verdicts[problem.id]
        const questions = asked
          .filter(i => i.instanceId === problem.id)
          .flatMap(i => i.questions)
          .filter(q => q.relevant && isAskedHere(q.question))
        return (
          <div key={problem.id} className="fd-list">
            <VerdictCard
              householdId={household.id}
              problem={problem}
              earlier={photosOfProblem(household, problem)}
              members={draft.members}
              value={given}
              recheckedAs={problem.rechecks.findLast(r => r.roundId === draft.roundId)?.verdict}
              today={clock.today()}
              resolveBy={state.resolveBy}
              showsLacks={window.location.hash === '#lacks'}
              onChange={verdict => change(known => ({ verdicts: { ...known.verdicts, [problem.id]: verdict } }))}
            />
            {given?.verdict != null &&
              questions.map(q => (
                <QuestionField
                  key={q.question.id}
                  state={q}
                  showsMissing={false}
                  onChange={value =>
                    change(known => ({
                      answers: withAnswer(
                        known.answers,
                        { scope: 'problem', instanceId: problem.id, questionId: q.question.id },
                        value,
                      ),
                    }))
                  }
                />
              ))}
          </div>
        )
      })}
    </>
  )
}
