import { useParams, useRouter } from '@tanstack/react-router'
import { problemKinds } from '@thaiqm/catalogue/catalogue.ts'
import { memberId, problemId } from '@thaiqm/core/ledger/identifiers.ts'
import { isLivingHere, memberName } from '@thaiqm/core/member/member.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ErrorNotice } from '@thaiqm/ui/notice.tsx'
import { ComboBox, Select } from '@thaiqm/ui/select.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import { useState } from 'react'
import { useHouseTitle } from '../household/household-row.tsx'
import { useHousehold } from '../household/use-household.ts'
import { addressOf } from '../platform/base-path.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { Screen } from '../platform/screen.tsx'
import { usePerform } from '../platform/use-perform.ts'

const words = defineWords({
  title: { th: 'แจ้งปัญหาที่พบเพิ่ม', en: 'Report a problem' },
  kind: { th: 'ประเภทปัญหา', en: 'Kind of problem' },
  kindHint: { th: 'พิมพ์บางส่วนของชื่อหรือรหัสเพื่อค้นหา', en: 'Type part of the name or code' },
  whose: { th: 'เป็นปัญหาของ', en: 'Whose problem' },
  whole: { th: 'ทั้งครัวเรือน', en: 'Whole household' },
  details: { th: 'สภาพปัญหาที่พบ', en: 'What was found' },
  save: { th: 'บันทึกปัญหา', en: 'Record the problem' },
  saved: { th: 'บันทึกปัญหาแล้ว', en: 'Problem recorded' },
})

/** A hardship that came up outside a form. */
export const ReportProblemScreen = () => {
  const { householdId } = useParams({ strict: false }) as { householdId: string }
  const said = useWords(words)
  const { language } = useLanguage()
  const { roundOf } = useFieldApp()
  const router = useRouter()
  const titleOf = useHouseTitle()
  const { household } = useHousehold(householdId)
  const { perform, isPending, refusal } = usePerform()
  const [kindCode, setKindCode] = useState<string | null>(null)
  const [whose, setWhose] = useState('')
  const [description, setDescription] = useState('')
  const backHref = `/households/${householdId}`
  if (household == null) {
    return (
      <Screen title={said.title} backHref={backHref}>
        <Skeleton lines={6} />
      </Screen>
    )
  }
  const round = roundOf(household.areaCode)
  const save = async () => {
    if (kindCode === null || round === undefined) return
    const done = await perform(householdId, household, {
      type: 'ReportProblem',
      input: {
        problemId: problemId.parse(crypto.randomUUID()),
        roundId: round.id,
        kindCode,
        memberId: whose === '' ? null : memberId.parse(whose),
        description: description.trim(),
        source: 'MANUAL',
      },
    })
    if (!done.ok) return
    showToast({ title: said.saved })
    router.history.replace(addressOf(backHref))
  }
  return (
    <Screen
      title={said.title}
      subtitle={titleOf(household.address)}
      backHref={backHref}
      foot={
        <Button
          kind="primary"
          size="large"
          isDisabled={kindCode === null}
          isPending={isPending}
          onPress={() => void save()}
        >
          {said.save}
        </Button>
      }
    >
      <ErrorNotice>{refusal?.text}</ErrorNotice>
      <FieldStack>
        <ComboBox
          label={said.kind}
          hint={said.kindHint}
          isRequired
          value={kindCode}
          onChange={setKindCode}
          options={problemKinds.map(k => ({ value: k.code, label: `${k.code} ${language === 'th' ? k.th : k.en}` }))}
        />
        <Select
          label={said.whose}
          value={whose}
          onChange={setWhose}
          options={[
            { value: '', label: said.whole },
            ...household.members.filter(isLivingHere).map(m => ({ value: m.id as string, label: memberName(m) })),
          ]}
        />
        <TextArea label={said.details} value={description} onChange={text => setDescription(text.slice(0, 2000))} />
      </FieldStack>
    </Screen>
  )
}
