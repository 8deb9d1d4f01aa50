import { areas } from '@thaiqm/catalogue/catalogue.ts'
import { startForReal } from '@thaiqm/contract/installation/installation-routes.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { defaultRounds } from '@thaiqm/core/round/default-rounds.ts'
import { Button, ButtonRow } from '@thaiqm/ui/button.tsx'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { ErrorSummary } from '@thaiqm/ui/error-summary.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ErrorNotice } from '@thaiqm/ui/notice.tsx'
import { NumberField } from '@thaiqm/ui/number-field.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { ComboBox } from '@thaiqm/ui/select.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { type FormEvent, useState } from 'react'
import { call } from '../platform/api.ts'
import { usePageTitle } from '../platform/page.tsx'
import { failureText } from '../platform/refusal-text.ts'
import { useTakeSession } from '../platform/session.tsx'
import { YearField } from '../platform/year-field.tsx'
import { checkRealStart, type RealStartDraft } from './real-start-draft.ts'

const words = defineWords({
  title: { th: 'เริ่มใช้งานจริง', en: 'Start for real' },
  province: { th: 'จังหวัด', en: 'Province' },
  administrator: { th: 'ผู้ดูแลระบบคนแรก', en: 'First administrator' },
  administratorHint: {
    th: 'บัญชีส่วนบุคคลของเจ้าหน้าที่ที่ทำการปกครองจังหวัด ใช้เพิ่มผู้ใช้งานคนอื่น',
    en: 'A personal account at the provincial administration office, for adding everyone else.',
  },
  name: { th: 'ชื่อ–สกุล', en: 'Name' },
  position: { th: 'ตำแหน่ง', en: 'Position' },
  username: { th: 'ชื่อผู้ใช้', en: 'Username' },
  usernameHint: { th: 'อักษรอังกฤษตัวเล็กหรือตัวเลข 3–40 ตัว', en: '3–40 lower-case letters or digits' },
  password: { th: 'รหัสผ่าน', en: 'Password' },
  passwordHint: { th: 'อย่างน้อย 15 ตัวอักษร', en: 'At least 15 characters' },
  baseline: { th: 'รอบฐานข้อมูลเดิม', en: 'Baseline round' },
  baselineHint: { th: 'รอบที่จะนำเข้าเพื่อตรวจสอบซ้ำ', en: 'The round that will be imported and re-checked' },
  round: { th: 'รอบ Re-X-Ray', en: 'Re-X-Ray round' },
  roundHint: { th: 'แก้ไขได้ภายหลังในหน้ารอบสำรวจและกำหนดวัน', en: 'Can be changed later under rounds and deadlines' },
  roundName: { th: 'ชื่อรอบ', en: 'Name of the round' },
  yearBe: { th: 'ปี พ.ศ.', en: 'Year (B.E.)' },
  opensOn: { th: 'เปิดรอบ', en: 'Opens on' },
  recordBy: { th: 'บันทึกให้แล้วเสร็จ', en: 'Recorded by' },
  resolveBy: { th: 'แก้ไขให้แล้วเสร็จ', en: 'Solved by' },
  graceDays: { th: 'ผ่อนผันส่งแบบที่เริ่มทันเวลา (วัน)', en: 'Grace for forms begun in time (days)' },
  start: { th: 'ตั้งค่าและเข้าสู่ระบบ', en: 'Set up and sign in' },
  back: { th: 'ย้อนกลับ', en: 'Back' },
  baselineName: { th: (year: number) => `ThaiQM ปี ${year}`, en: year => `ThaiQM ปี ${year}` },
  reXrayName: { th: (year: number) => `Re-X-Ray ปี ${year}`, en: year => `Re-X-Ray ปี ${year}` },
  provinceMissing: { th: 'เลือกจังหวัด', en: 'Choose the province' },
  missing: { th: 'กรอกข้อมูลช่องนี้', en: 'Please fill this in' },
  usernameWrong: { th: 'ใช้อักษรอังกฤษตัวเล็กหรือตัวเลข 3–40 ตัว', en: 'Use 3–40 lower-case letters or digits' },
  passwordShort: { th: 'รหัสผ่านสั้นกว่า 15 ตัวอักษร', en: 'Shorter than 15 characters' },
  order: { th: 'วันต้องเรียงกัน: เปิดรอบ → บันทึก → แก้ไข', en: 'Days must be in order: opens, recorded, solved' },
})

const provinces = areas.filter(area => area.code.length === 2)

const firstDraft = (
  today: Day,
  name: { baseline: (y: number) => string; round: (y: number) => string },
): RealStartDraft => {
  const rounds = defaultRounds(today)
  return {
    provinceCode: provinces.length === 1 ? (provinces[0]?.code ?? null) : null,
    name: '',
    position: '',
    username: '',
    password: '',
    baselineNameTh: name.baseline(rounds.baselineYearBe),
    baselineYearBe: rounds.baselineYearBe,
    nameTh: name.round(rounds.yearBe),
    yearBe: rounds.yearBe,
    opensOn: rounds.opensOn,
    recordBy: rounds.recordBy,
    resolveBy: rounds.resolveBy,
    graceDays: 3,
  }
}

/** Sets up a real installation: province, first administrator, rounds. */
export const RealStart = ({
  token,
  today,
  onBack,
}: {
  readonly token: string
  readonly today: Day
  readonly onBack: () => void
}) => {
  const { language } = useLanguage()
  const say = useWords(words)
  const takeSession = useTakeSession()
  const [draft, setDraft] = useState(() =>
    firstDraft(today, { baseline: say.baselineName, round: words.reXrayName[language] }),
  )
  const [isTried, setTried] = useState(false)
  const [isStarting, setStarting] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  usePageTitle(say.title)
  const set =
    <Key extends keyof RealStartDraft>(key: Key) =>
    (value: RealStartDraft[Key]) =>
      setDraft(before => ({ ...before, [key]: value }))
  const checked = checkRealStart(draft)
  const errorOf = (key: keyof RealStartDraft): string | undefined => {
    const wrong = checked.ok ? undefined : checked.wrong[key]
    return isTried && wrong !== undefined ? say[wrong] : undefined
  }
  const start = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!checked.ok) return
    setStarting(true)
    const outcome = await call(startForReal, { body: { token, ...checked.value } })
    setStarting(false)
    if (outcome.ok) takeSession(outcome.value)
    else setFailure(failureText(outcome, language))
  }
  const text = (key: 'name' | 'position' | 'username' | 'baselineNameTh' | 'nameTh', label: string, hint?: string) => (
    <TextField
      id={key}
      label={label}
      hint={hint}
      value={draft[key]}
      onChange={set(key)}
      error={errorOf(key)}
      isRequired
    />
  )
  const year = (key: 'baselineYearBe' | 'yearBe') => (
    <YearField
      id={key}
      label={say.yearBe}
      value={draft[key] === 0 ? null : draft[key]}
      onChange={yearBe => set(key)(yearBe ?? 0)}
      error={errorOf(key)}
    />
  )
  const labels: Partial<Record<keyof RealStartDraft, string>> = {
    provinceCode: say.province,
    name: say.name,
    position: say.position,
    username: say.username,
    password: say.password,
    baselineNameTh: `${say.baseline} ${say.roundName}`,
    baselineYearBe: `${say.baseline} ${say.yearBe}`,
    nameTh: `${say.round} ${say.roundName}`,
    yearBe: `${say.round} ${say.yearBe}`,
    opensOn: say.opensOn,
    recordBy: say.recordBy,
    resolveBy: say.resolveBy,
    graceDays: say.graceDays,
  }
  return (
    <form onSubmit={event => void start(event)} className="of-entry-wide of-setup" noValidate>
      <h1>{say.title}</h1>
      <ErrorNotice>{failure}</ErrorNotice>
      {isTried && !checked.ok && (
        <ErrorSummary
          errors={Object.entries(checked.wrong).map(([fieldId, wrong]) => ({
            fieldId,
            text: `${labels[fieldId as keyof RealStartDraft] ?? ''}: ${say[wrong]}`,
          }))}
        />
      )}
      <Section title={say.province}>
        <ComboBox
          id="provinceCode"
          label={say.province}
          options={provinces.map(area => ({ value: area.code, label: language === 'th' ? area.th : area.en }))}
          value={draft.provinceCode}
          onChange={set('provinceCode')}
          error={errorOf('provinceCode')}
          isRequired
        />
      </Section>
      <Section title={say.administrator} description={say.administratorHint}>
        <FieldStack columns={2}>
          {text('name', say.name)}
          {text('position', say.position)}
          {text('username', say.username, say.usernameHint)}
          <TextField
            id="password"
            type="password"
            autoComplete="new-password"
            label={say.password}
            hint={say.passwordHint}
            value={draft.password}
            onChange={set('password')}
            error={errorOf('password')}
            isRequired
          />
        </FieldStack>
      </Section>
      <Section title={say.baseline} description={say.baselineHint}>
        <FieldStack columns={2}>
          {text('baselineNameTh', say.roundName)}
          {year('baselineYearBe')}
        </FieldStack>
      </Section>
      <Section title={say.round} description={say.roundHint}>
        <FieldStack columns={2}>
          {text('nameTh', say.roundName)}
          {year('yearBe')}
          <DatePicker
            id="opensOn"
            label={say.opensOn}
            value={draft.opensOn}
            onChange={set('opensOn')}
            error={errorOf('opensOn')}
          />
          <DatePicker
            id="recordBy"
            label={say.recordBy}
            value={draft.recordBy}
            onChange={set('recordBy')}
            error={errorOf('recordBy')}
          />
          <DatePicker
            id="resolveBy"
            label={say.resolveBy}
            value={draft.resolveBy}
            onChange={set('resolveBy')}
            error={errorOf('resolveBy')}
          />
          <NumberField
            label={say.graceDays}
            value={draft.graceDays}
            onChange={days => set('graceDays')(days ?? 0)}
            error={errorOf('graceDays')}
          />
        </FieldStack>
      </Section>
      <ButtonRow>
        <Button type="submit" kind="primary" size="large" isPending={isStarting}>
          {say.start}
        </Button>
        <Button size="large" onPress={onBack}>
          {say.back}
        </Button>
      </ButtonRow>
    </form>
  )
}
