import { dimensions, problemKinds } from '@thaiqm/catalogue/catalogue.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { mayCommand } from '@thaiqm/core/access/permission.ts'
import type { MemberId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { isLivingHere, memberName } from '@thaiqm/core/member/member.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ComboBox, Select } from '@thaiqm/ui/select.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { newId } from '../platform/new-id.ts'
import { useSession } from '../platform/session.tsx'
import { ActDialog } from './act-dialog.tsx'

const words = defineWords({
  open: { th: 'เพิ่มปัญหา', en: 'Add a problem' },
  title: { th: 'บันทึกปัญหาที่พบเพิ่มเติม', en: 'Record another problem' },
  confirm: { th: 'บันทึกปัญหา', en: 'Record the problem' },
  kind: { th: 'ประเภทปัญหา', en: 'Kind of problem' },
  kindHint: { th: 'พิมพ์รหัสหรือคำบางส่วน เช่น P204 หรือ ส้วม', en: 'Type a code or part of a word' },
  whose: { th: 'เป็นปัญหาของใคร', en: 'Whose problem' },
  wholeHousehold: { th: 'ทั้งครัวเรือน', en: 'The whole household' },
  source: { th: 'ที่มา', en: 'Source' },
  manual: { th: 'พบจากการเยี่ยมหรือปฏิบัติงาน', en: 'Found on a visit or at work' },
  report: { th: 'รับแจ้งหรือร้องเรียน (ศูนย์ดำรงธรรม)', en: 'Reported (Damrongdhama centre)' },
  details: { th: 'สภาพปัญหาตามที่พบ', en: 'What was found' },
})

const household = 'household'

/** A hardship that came up outside a form: seen on a visit, or reported to ศูนย์ดำรงธรรม. */
export const ReportProblem = ({
  household: of,
  onClose,
}: {
  readonly household: HouseholdView
  readonly onClose: () => void
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { round } = useSession()
  const [problemId] = useState(() => newId() as ProblemId)
  const [kindCode, setKindCode] = useState<string | null>(null)
  const [whose, setWhose] = useState<string>(household)
  const [source, setSource] = useState<'MANUAL' | 'REPORT'>('MANUAL')
  const [description, setDescription] = useState('')

  const dimensionName = new Map<string, string>(dimensions.map(one => [one.code, one[language]]))
  return (
    <ActDialog
      household={of}
      command={
        kindCode === null || round === null
          ? null
          : {
              type: 'ReportProblem',
              input: {
                problemId,
                roundId: round.id,
                kindCode,
                memberId: whose === household ? null : (whose as MemberId),
                description: description.trim(),
                source,
              },
            }
      }
      title={say.title}
      confirmLabel={say.confirm}
      onClose={onClose}
      fieldCodes={['problem-already-recorded']}
    >
      {errorOf => (
        <>
          <ComboBox
            label={say.kind}
            hint={say.kindHint}
            options={problemKinds.map(kind => ({
              value: kind.code,
              label: `${kind.code} ${kind[language]}`,
              description: dimensionName.get(kind.dimension),
            }))}
            value={kindCode}
            onChange={setKindCode}
            error={errorOf('problem-already-recorded', 'incomplete')}
            isRequired
          />
          <Select
            label={say.whose}
            options={[
              { value: household, label: say.wholeHousehold },
              ...of.members.filter(isLivingHere).map(one => ({ value: one.id as string, label: memberName(one) })),
            ]}
            value={whose}
            onChange={setWhose}
          />
          <RadioGroup
            label={say.source}
            choices={[
              { value: 'MANUAL', label: say.manual },
              { value: 'REPORT', label: say.report },
            ]}
            value={source}
            onChange={setSource}
          />
          <TextArea label={say.details} value={description} onChange={setDescription} maxLength={2000} isOptional />
        </>
      )}
    </ActDialog>
  )
}

/** The button that opens it; nothing for who may not record. */
export const ReportProblemButton = ({ household: of }: { readonly household: HouseholdView }) => {
  const say = useWords(words)
  const { actor } = useSession()
  const [isOpen, setOpen] = useState(false)
  if (!mayCommand(actor, 'ReportProblem')) return null
  return (
    <>
      <Button icon="plus" size="small" onPress={() => setOpen(true)}>
        {say.open}
      </Button>
      {isOpen && <ReportProblem household={of} onClose={() => setOpen(false)} />}
    </>
  )
}
