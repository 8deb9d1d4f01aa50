import { useQuery } from '@tanstack/react-query'
import { readInstallation, startPractice } from '@thaiqm/contract/installation/installation-routes.ts'
import type { SessionView } from '@thaiqm/contract/session/session-routes.ts'
import { Icon, type IconName } from '@thaiqm/ui/icons.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ErrorNotice } from '@thaiqm/ui/notice.tsx'
import { ProgressBar } from '@thaiqm/ui/progress.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useEffect, useState } from 'react'
import { ask, call } from '../platform/api.ts'
import { usePageTitle } from '../platform/page.tsx'
import { failureText } from '../platform/refusal-text.ts'
import { useTakeSession } from '../platform/session.tsx'
import { EntryFrame } from '../session/entry-frame.tsx'
import { RealStart } from './real-start.tsx'

const words = defineWords({
  title: { th: 'เริ่มต้นใช้งานระบบ', en: 'Set up this server' },
  lead: {
    th: 'ระบบนี้ยังไม่มีข้อมูล กรอกรหัสเริ่มต้นแล้วเลือกวิธีใช้งาน',
    en: 'This server is still empty. Enter the start code, then choose.',
  },
  token: { th: 'รหัสเริ่มต้น', en: 'Start code' },
  tokenHint: {
    th: 'แสดงอยู่ในหน้าต่างคำสั่งที่ใช้เปิดระบบ เพื่อให้แน่ใจว่าผู้ตั้งค่าคือผู้เปิดระบบ',
    en: 'Shown in the terminal where the server was started: so that only whoever started it sets it up.',
  },
  tokenMissing: { th: 'กรอกรหัสเริ่มต้นก่อน', en: 'Enter the start code first' },
  real: { th: 'เริ่มใช้งานจริง', en: 'Start for real' },
  realHint: {
    th: 'กำหนดจังหวัด ผู้ดูแลระบบคนแรก และรอบ Re-X-Ray จากนั้นนำเข้าฐานข้อมูลเดิม',
    en: 'Set the province, its first administrator and the Re-X-Ray round, then import the baseline.',
  },
  practice: { th: 'เปิดพื้นที่ฝึก', en: 'Open a practice province' },
  practiceHint: {
    th: 'จังหวัดสมมติพร้อมครัวเรือน เจ้าหน้าที่ และปัญหา ใช้ลองทุกขั้นตอน ไม่มีข้อมูลจริง',
    en: 'An invented province with households, officers and problems. Try everything; nothing is real.',
  },
  loading: { th: 'กำลังสร้างพื้นที่ฝึก', en: 'Building the practice province' },
  loadingHint: {
    th: 'ใช้เวลาประมาณครึ่งนาที หน้านี้จะเปิดให้เองเมื่อเสร็จ',
    en: 'About half a minute. This page goes on by itself.',
  },
})

const POLL_MS = 700

const Choice = ({
  icon,
  title,
  hint,
  onChoose,
}: {
  readonly icon: IconName
  readonly title: string
  readonly hint: string
  readonly onChoose: () => void
}) => (
  <button type="button" className="of-choice" onClick={onChoose}>
    <span className="of-choice-icon">
      <Icon name={icon} size={28} />
    </span>
    <span className="of-choice-text">
      <b>{title}</b>
      <span>{hint}</span>
    </span>
    <Icon name="arrow-right" size={20} />
  </button>
)

/** Loading of the practice province: asks how far it has come, and goes on to sign-in when it is done. */
const PracticeLoading = () => {
  const say = useWords(words)
  const takeSession = useTakeSession()
  const query = useQuery({
    queryKey: ['installation'],
    queryFn: () => ask(readInstallation, {}),
    refetchInterval: POLL_MS,
  })
  const isReady = query.data !== undefined && query.data.mode !== 'empty' && query.data.loading === null
  useEffect(() => {
    if (isReady) takeSession(null)
  }, [isReady, takeSession])
  const loading = query.data?.loading ?? { done: 0, of: 1 }
  return (
    <div className="of-entry-card" role="status">
      <h1>{say.loading}</h1>
      <ProgressBar label={say.loading} n={loading.done} of={Math.max(1, loading.of)} />
      <p className="of-muted">{say.loadingHint}</p>
    </div>
  )
}

/** First run: an empty server becomes a practice province or a real installation. */
export const FirstRunScreen = ({ view }: { readonly view: SessionView }) => {
  const { language } = useLanguage()
  const say = useWords(words)
  const installation = useQuery({ queryKey: ['installation'], queryFn: () => ask(readInstallation, {}) })
  const [token, setToken] = useState('')
  const [isTried, setTried] = useState(false)
  const [step, setStep] = useState<'choose' | 'real' | 'loading'>('choose')
  const [failure, setFailure] = useState<string | null>(null)
  usePageTitle(say.title)
  if (step === 'loading' || installation.data?.loading != null) {
    return (
      <EntryFrame>
        <PracticeLoading />
      </EntryFrame>
    )
  }
  const withToken = (go: () => void) => () => {
    setTried(true)
    if (token.trim().length >= 6) go()
  }
  const openPractice = async () => {
    const outcome = await call(startPractice, { body: { token: token.trim() } })
    if (outcome.ok) setStep('loading')
    else setFailure(failureText(outcome, language))
  }
  if (step === 'real') {
    return (
      <EntryFrame>
        <RealStart token={token.trim()} today={view.today} onBack={() => setStep('choose')} />
      </EntryFrame>
    )
  }
  return (
    <EntryFrame>
      <div className="of-entry-wide of-first-run">
        <h1>{say.title}</h1>
        <p className="of-muted">{say.lead}</p>
        <ErrorNotice>{failure}</ErrorNotice>
        <div className="of-token">
          <TextField
            label={say.token}
            hint={say.tokenHint}
            value={token}
            onChange={setToken}
            autoComplete="off"
            spellCheck="false"
            isRequired
            autoFocus
            error={isTried && token.trim().length < 6 ? say.tokenMissing : undefined}
          />
        </div>
        <div className="of-choices">
          <Choice
            icon="building"
            title={say.real}
            hint={say.realHint}
            onChoose={withToken(() => {
              setFailure(null)
              setStep('real')
            })}
          />
          <Choice
            icon="clipboard"
            title={say.practice}
            hint={say.practiceHint}
            onChoose={withToken(() => void openPractice())}
          />
        </div>
      </div>
    </EntryFrame>
  )
}
