import { type SessionView, signIn } from '@thaiqm/contract/session/session-routes.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ErrorNotice } from '@thaiqm/ui/notice.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { type FormEvent, useState } from 'react'
import { call } from '../platform/api.ts'
import { usePageTitle } from '../platform/page.tsx'
import { failureText } from '../platform/refusal-text.ts'
import { useTakeSession } from '../platform/session.tsx'
import { PracticePeople } from '../practice/practice-people.tsx'
import { EntryFrame } from './entry-frame.tsx'
import { PracticeBanner } from './practice-banner.tsx'

const words = defineWords({
  title: { th: 'เข้าสู่ระบบ', en: 'Sign in' },
  lead: {
    th: 'ใช้บัญชีประจำตัวของท่านเท่านั้น ระบบบันทึกทุกการเข้าถึงข้อมูลส่วนบุคคล',
    en: 'Use your own account only. Every access to personal data is recorded.',
  },
  username: { th: 'ชื่อผู้ใช้', en: 'Username' },
  password: { th: 'รหัสผ่าน', en: 'Password' },
  enter: { th: 'เข้าสู่ระบบ', en: 'Sign in' },
  help: {
    th: 'ลืมรหัสผ่าน โปรดติดต่อที่ทำการปกครองจังหวัดเพื่อขอรหัสผ่านใช้ครั้งเดียว',
    en: 'Forgot your password? Ask the provincial administration office for a one-time password.',
  },
  practiceTitle: { th: 'เลือกบทบาทเพื่อเข้าใช้พื้นที่ฝึก', en: 'Choose a role to enter the practice province' },
  practiceLead: {
    th: 'บุคคล ครัวเรือน และปัญหาทั้งหมดเป็นข้อมูลสมมติ ทดลองได้ทุกขั้นตอนโดยไม่กระทบข้อมูลจริง',
    en: 'Every person, household and problem here is invented. Try every step; nothing real is touched.',
  },
})

const SignInForm = () => {
  const { language } = useLanguage()
  const say = useWords(words)
  const takeSession = useTakeSession()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const enter = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    const outcome = await call(signIn, { body: { username: username.trim().toLowerCase(), password } })
    setSending(false)
    if (outcome.ok) takeSession(outcome.value)
    else setFailure(failureText(outcome, language))
  }
  return (
    <form onSubmit={event => void enter(event)} className="of-entry-card">
      <h1>{say.title}</h1>
      <p className="of-muted">{say.lead}</p>
      <ErrorNotice>{failure}</ErrorNotice>
      <FieldStack>
        <TextField
          label={say.username}
          value={username}
          onChange={setUsername}
          autoComplete="username"
          spellCheck="false"
          isRequired
          autoFocus
        />
        <TextField
          label={say.password}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          isRequired
        />
        <Button type="submit" kind="primary" size="large" isWide isPending={isSending}>
          {say.enter}
        </Button>
      </FieldStack>
      <p className="of-muted of-small">{say.help}</p>
    </form>
  )
}

/** Sign-in: a personal account; in a practice province the list of its invented people. */
export const SignInScreen = ({ view }: { readonly view: SessionView }) => {
  const say = useWords(words)
  usePageTitle(say.title)
  if (view.mode !== 'practice') {
    return (
      <EntryFrame>
        <SignInForm />
      </EntryFrame>
    )
  }
  return (
    <EntryFrame banner={<PracticeBanner today={view.today} />}>
      <div className="of-entry-wide">
        <h1>{say.practiceTitle}</h1>
        <p className="of-muted">{say.practiceLead}</p>
        <PracticePeople />
      </div>
    </EntryFrame>
  )
}
