import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { readCallBack } from '@thaiqm/contract/problem/call-back-routes.ts'
import type { HouseholdId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { Button, ButtonRow, LinkButton } from '@thaiqm/ui/button.tsx'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { DefinitionList } from '@thaiqm/ui/definition-list.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { PageHeader, Section, Stack } from '@thaiqm/ui/page-header.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useGo } from '../platform/address.ts'
import { ask } from '../platform/api.ts'
import { useCommand } from '../platform/commands.ts'
import { kindName } from '../platform/names.ts'
import { QueryView, usePageTitle } from '../platform/page.tsx'
import { placeName } from '../platform/place.ts'
import { refusalText } from '../platform/refusal-text.ts'

const words = defineWords({
  title: { th: 'โทรสอบทานครัวเรือน', en: 'Call a household back' },
  description: {
    th: 'หน้านี้ไม่แสดงการช่วยเหลือ หลักฐาน และผู้ตรวจรับ เพื่อให้ได้คำตอบของครัวเรือนเอง',
    en: 'Help, evidence and verifier are not shown, so that the answer is the household’s own.',
  },
  today: { th: 'งานวันนี้', en: 'Today' },
  whom: { th: 'ผู้ที่จะโทรหา', en: 'Whom to call' },
  name: { th: 'ชื่อ', en: 'Name' },
  phone: { th: 'โทรศัพท์', en: 'Telephone' },
  noPhone: { th: 'ไม่มีหมายเลข โปรดมอบหมายให้ไปพบที่บ้าน', en: 'None on record: please have somebody call at the house' },
  place: { th: 'ที่อยู่', en: 'Address' },
  tries: { th: 'โทรแล้ว', en: 'Calls so far' },
  times: { th: (n: number) => `${n} ครั้ง`, en: n => String(n) },
  script: { th: 'คำถาม', en: 'What to ask' },
  question: {
    th: (kind: string) =>
      `สวัสดีครับ/ค่ะ ติดต่อจากที่ว่าการอำเภอ ขอสอบถามเรื่อง “${kind}” ที่ท่านเคยแจ้งไว้ ขณะนี้ยังเดือดร้อนเรื่องนี้อยู่หรือไม่ เป็นอย่างไรบ้าง`,
    en: kind =>
      `Good day, this is the district. You told us about “${kind}”. Does it still trouble you, and how is it now?`,
  },
  answer: { th: 'คำตอบของครัวเรือน', en: 'The household’s answer' },
  SOLVED: { th: 'ไม่เดือดร้อนแล้ว', en: 'No longer' },
  NOT_SOLVED: { th: 'ยังเดือดร้อนอยู่ (ปัญหาจะเปิดขึ้นใหม่)', en: 'It still does (the problem opens again)' },
  NOT_REACHED: { th: 'ติดต่อไม่ได้', en: 'Nobody was reached' },
  inWords: { th: 'บันทึกตามคำของครัวเรือน', en: 'In the household’s own words' },
  save: { th: 'บันทึกผลโทรสอบทาน', en: 'Record the call' },
  choose: { th: 'โปรดเลือกคำตอบ', en: 'Please choose an answer' },
})

type Answer = 'SOLVED' | 'NOT_SOLVED' | 'NOT_REACHED'

/** `/call-backs/…`: one in twenty closings is asked about by somebody who had no part in it. */
export const CallBackScreen = () => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { householdId, problemId } = useParams({ strict: false }) as { householdId: HouseholdId; problemId: ProblemId }
  const { give, isGiving } = useCommand()
  const go = useGo()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [text, setText] = useState('')
  const [isAttempted, setAttempted] = useState(false)
  usePageTitle(say.title)
  const query = useQuery({
    queryKey: ['call-back', householdId, problemId],
    queryFn: () => ask(readCallBack, { params: { householdId, problemId } }),
  })
  const isMissing = answer !== 'NOT_REACHED' && text.trim() === ''
  const save = async (version: number) => {
    setAttempted(true)
    if (answer === null || isMissing) return
    const result = await give({
      ledgerKind: 'household',
      ledgerId: householdId,
      version,
      type: 'AnswerCallBack',
      input: { problemId, answer, words: text.trim() },
      // Who sees nothing of the case cannot judge it here: the server does.
      decide: () => succeed([null]),
    })
    if (result.ok) go('/today')
  }
  return (
    <>
      <PageHeader
        title={say.title}
        description={say.description}
        crumbs={[{ label: say.today, href: '/today' }, { label: say.title }]}
      />
      <QueryView query={query}>
        {data => (
          <Stack>
            {data.barred !== null && (
              <Notice tone="warning" actions={<LinkButton href="/today">{say.today}</LinkButton>}>
                {refusalText(refuse(data.barred), language)}
              </Notice>
            )}
            <Section title={say.whom}>
              <DefinitionList
                items={[
                  { term: say.name, value: data.headName },
                  {
                    term: say.phone,
                    value: data.phone === null ? say.noPhone : <a href={`tel:${data.phone}`}>{data.phone}</a>,
                  },
                  { term: say.place, value: placeName(data, language) },
                  ...(data.tries > 0 ? [{ term: say.tries, value: say.times(data.tries) }] : []),
                ]}
              />
            </Section>
            {data.barred === null && (
              <Section title={say.script}>
                <FieldStack>
                  <Notice>{say.question(kindName(data.kindCode, language))}</Notice>
                  <RadioGroup
                    label={say.answer}
                    choices={(['SOLVED', 'NOT_SOLVED', 'NOT_REACHED'] as const).map(value => ({
                      value,
                      label: say[value],
                    }))}
                    value={answer}
                    onChange={setAnswer}
                    error={isAttempted && answer === null ? say.choose : undefined}
                    isRequired
                  />
                  <TextArea
                    label={say.inWords}
                    value={text}
                    onChange={setText}
                    maxLength={2000}
                    error={
                      isAttempted && answer !== null && isMissing
                        ? refusalText(refuse('words-missing'), language)
                        : undefined
                    }
                    isRequired={answer !== 'NOT_REACHED'}
                  />
                  <ButtonRow>
                    <Button kind="primary" isPending={isGiving} onPress={() => void save(data.version)}>
                      {say.save}
                    </Button>
                  </ButtonRow>
                </FieldStack>
              </Section>
            )}
          </Stack>
        )}
      </QueryView>
    </>
  )
}
