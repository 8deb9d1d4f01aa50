import { problemKindByCode, problemKinds } from '@thaiqm/catalogue/catalogue.ts'
import { problemId } from '@thaiqm/core/ledger/identifiers.ts'
import { isLivingHere, memberName } from '@thaiqm/core/member/member.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { Checkbox } from '@thaiqm/ui/choice-group.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ComboBox, Select } from '@thaiqm/ui/select.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { raiseKey, withAnswer } from './draft.ts'
import type { Raise } from './draft-state.ts'
import { MissingList } from './missing-list.tsx'
import { QuestionField } from './question-field.tsx'
import type { OpenSurvey } from './use-survey.ts'

const words = defineWords({
  raised: { th: 'ปัญหาที่พบจากการสำรวจ', en: 'Problems found' },
  raisedHint: {
    th: 'ระบบสรุปจากคำตอบ ตรวจทานกับผู้ให้ข้อมูล หากไม่ใช่ปัญหาจริงให้ระบุเหตุผล',
    en: 'From the answers. Go through them with the informant; give the reason where one is no real problem.',
  },
  noneRaised: { th: 'คำตอบไม่ได้บ่งชี้ปัญหาใหม่', en: 'The answers raise no problem' },
  new: { th: 'ปัญหาใหม่', en: 'New' },
  known: { th: 'ปัญหาเดิมที่ยังมีอยู่', en: 'Known, still there' },
  again: { th: 'เกิดซ้ำ', en: 'Came back' },
  whole: { th: 'ทั้งครัวเรือน', en: 'Whole household' },
  details: { th: 'รายละเอียดเพิ่มเติม', en: 'More details' },
  detailsOf: { th: (kind: string) => `รายละเอียดของ${kind}`, en: kind => `Details of ${kind}` },
  notProblem: { th: 'ไม่นับเป็นปัญหา', en: 'This is no problem' },
  because: { th: 'เหตุผลที่ไม่นับเป็นปัญหา', en: 'Why it is no problem' },
  becauseLack: { th: 'โปรดระบุเหตุผล', en: 'Please give the reason' },
  remove: { th: 'นำออก', en: 'Take out' },
  noNew: { th: 'ยืนยันว่า “ไม่มีปัญหาใหม่” ในครัวเรือนนี้', en: 'Confirm: no new problem in this household' },
  addTitle: { th: 'เพิ่มปัญหาที่พบเห็นเอง', en: 'Add a problem seen on the visit' },
  kind: { th: 'ประเภทปัญหา', en: 'Kind of problem' },
  whose: { th: 'เป็นปัญหาของ', en: 'Whose problem' },
  words: { th: 'รายละเอียด', en: 'Details' },
  add: { th: 'เพิ่มปัญหานี้', en: 'Add this problem' },
  sign: { th: 'รับทราบ', en: 'Acknowledgement' },
})

const RaiseCard = ({ raise, ...open }: OpenSurvey & { readonly raise: Raise }) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { draft, change } = open
  const kind = problemKindByCode.get(raise.kindCode)
  const name = kind === undefined ? raise.kindCode : language === 'th' ? kind.th : kind.en
  const member = draft.members.find(m => m.id === raise.memberId)
  const isRemoved = raise.removedBecause !== undefined
  const tones = { new: 'danger', known: 'info', again: 'warning' } as const
  const setRemoved = (reason: string | undefined) =>
    change(known => {
      const { [raise.key]: _gone, ...others } = known.removed
      return { removed: reason === undefined ? others : { ...others, [raise.key]: reason } }
    })
  return (
    <li className="fd-card">
      <h3>
        {raise.kindCode} {name}
      </h3>
      <div className="fd-row">
        <Badge tone={tones[raise.standing]}>{said[raise.standing]}</Badge>
        <span className="fd-muted">{member === undefined ? said.whole : memberName(member)}</span>
      </div>
      {!isRemoved && raise.byQuestionId !== null && (
        <TextField
          label={said.details}
          aria-label={said.detailsOf(name)}
          isOptional
          value={draft.described[raise.key] ?? ''}
          onChange={text => change(known => ({ described: { ...known.described, [raise.key]: text.slice(0, 2000) } }))}
        />
      )}
      {raise.byQuestionId === null ? (
        <Button
          kind="quiet"
          icon="trash"
          onPress={() => change(known => ({ added: known.added.filter(a => raiseKey(a) !== raise.key) }))}
        >
          {said.remove}
        </Button>
      ) : (
        <Checkbox isSelected={isRemoved} onChange={ticked => setRemoved(ticked ? '' : undefined)}>
          {said.notProblem}
        </Checkbox>
      )}
      {isRemoved && (
        <TextArea
          label={said.because}
          isRequired
          error={raise.removedBecause?.trim() === '' ? said.becauseLack : undefined}
          value={raise.removedBecause ?? ''}
          onChange={reason => setRemoved(reason.slice(0, 2000))}
        />
      )}
    </li>
  )
}

const AddProblem = ({ draft, change }: OpenSurvey) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const [kindCode, setKindCode] = useState<string | null>(null)
  const [memberId, setMemberId] = useState('')
  const [description, setDescription] = useState('')
  const add = () => {
    if (kindCode === null) return
    const added = {
      problemId: problemId.parse(crypto.randomUUID()),
      kindCode,
      memberId: memberId === '' ? null : memberId,
      description: description.trim().slice(0, 2000),
    }
    change(known => ({ added: [...known.added.filter(a => raiseKey(a) !== raiseKey(added)), added] }))
    setOpen(false)
    setKindCode(null)
    setMemberId('')
    setDescription('')
  }
  if (!isOpen) {
    return (
      <Button icon="plus" isWide onPress={() => setOpen(true)}>
        {said.addTitle}
      </Button>
    )
  }
  return (
    <section className="fd-card">
      <h2>{said.addTitle}</h2>
      <ComboBox
        label={said.kind}
        isRequired
        value={kindCode}
        onChange={setKindCode}
        options={problemKinds.map(k => ({ value: k.code, label: `${k.code} ${language === 'th' ? k.th : k.en}` }))}
      />
      <Select
        label={said.whose}
        value={memberId}
        onChange={setMemberId}
        options={[
          { value: '', label: said.whole },
          ...draft.members.filter(isLivingHere).map(m => ({ value: m.id as string, label: memberName(m) })),
        ]}
      />
      <TextArea label={said.words} value={description} onChange={setDescription} />
      <Button kind="primary" isWide isDisabled={kindCode === null} onPress={add}>
        {said.add}
      </Button>
    </section>
  )
}

/** What the form comes to: hardships to confirm, what is still missing, and the acknowledgement. */
export const SummaryStep = (open: OpenSurvey) => {
  const said = useWords(words)
  const { draft, state, change } = open
  const signatures = state.evaluation.sections
    .flatMap(s => s.instances)
    .flatMap(i => i.questions)
    .filter(q => q.relevant && q.question.type === 'signature')
  return (
    <>
      <MissingList {...open} />
      <section className="fd-list">
        <h2 className="fd-plain">{said.raised}</h2>
        {state.raises.length === 0 ? (
          <p className="fd-muted">{said.noneRaised}</p>
        ) : (
          <p className="fd-muted">{said.raisedHint}</p>
        )}
        <ul className="fd-list">
          {state.raises.map(raise => (
            <RaiseCard key={raise.key} {...open} raise={raise} />
          ))}
        </ul>
        <AddProblem {...open} />
      </section>
      {state.newProblems === 0 && (
        <Checkbox isSelected={draft.saysNoNewProblem} onChange={saysNoNewProblem => change({ saysNoNewProblem })}>
          {said.noNew}
        </Checkbox>
      )}
      {signatures.length > 0 && (
        <section className="fd-card">
          <h2>{said.sign}</h2>
          {signatures.map(q => (
            <QuestionField
              key={q.question.id}
              state={q}
              showsMissing={false}
              onChange={value =>
                change(known => ({
                  answers: withAnswer(
                    known.answers,
                    { scope: q.scope, instanceId: q.instanceId, questionId: q.question.id },
                    value,
                  ),
                }))
              }
            />
          ))}
        </section>
      )}
    </>
  )
}
