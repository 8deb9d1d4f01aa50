import { changePassword, changePost } from '@thaiqm/contract/session/session-routes.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { DefinitionList } from '@thaiqm/ui/definition-list.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ErrorNotice } from '@thaiqm/ui/notice.tsx'
import { PageHeader, Section } from '@thaiqm/ui/page-header.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { type FormEvent, useState } from 'react'
import { useGo } from '../platform/address.ts'
import { call } from '../platform/api.ts'
import { roleName } from '../platform/names.ts'
import { usePageTitle } from '../platform/page.tsx'
import { failureText } from '../platform/refusal-text.ts'
import { useSession, useTakeSession } from '../platform/session.tsx'
import { ReminderChoices } from '../reminder/reminder-choices.tsx'

const words = defineWords({
  title: { th: 'บัญชีและตำแหน่งของฉัน', en: 'My account and posts' },
  person: { th: 'ผู้ใช้งาน', en: 'Person' },
  name: { th: 'ชื่อ–สกุล', en: 'Name' },
  position: { th: 'ตำแหน่ง', en: 'Position' },
  posts: { th: 'ตำแหน่งหน้าที่ในระบบ', en: 'Posts in the system' },
  postsHint: {
    th: 'ผู้ที่มีหลายหน้าที่ใช้งานได้ทีละหน้าที่ เลือกเพื่อเปลี่ยนสิทธิและพื้นที่',
    en: 'With several posts you act under one at a time. Choose another to change rights and area.',
  },
  current: { th: 'กำลังใช้งาน', en: 'In use' },
  act: { th: (role: string) => `ใช้งานในหน้าที่ ${role}`, en: role => `Act as ${role}` },
  password: { th: 'เปลี่ยนรหัสผ่าน', en: 'Change password' },
  now: { th: 'รหัสผ่านปัจจุบัน', en: 'Current password' },
  next: { th: 'รหัสผ่านใหม่', en: 'New password' },
  nextHint: {
    th: 'อย่างน้อย 15 ตัวอักษร ใช้วลีที่จำได้แต่ผู้อื่นเดาไม่ได้',
    en: 'At least 15 characters: a phrase you remember and nobody guesses',
  },
  again: { th: 'รหัสผ่านใหม่อีกครั้ง', en: 'New password again' },
  differs: { th: 'รหัสผ่านสองช่องไม่ตรงกัน', en: 'The two passwords differ' },
  short: { th: 'รหัสผ่านสั้นกว่า 15 ตัวอักษร', en: 'Shorter than 15 characters' },
  save: { th: 'บันทึกรหัสผ่านใหม่', en: 'Save new password' },
  saved: { th: 'เปลี่ยนรหัสผ่านแล้ว', en: 'Password changed' },
})

const PostChooser = () => {
  const { view, actor } = useSession()
  const { language } = useLanguage()
  const say = useWords(words)
  const takeSession = useTakeSession()
  const go = useGo()
  const [failure, setFailure] = useState<string | null>(null)
  const choose = async (postId: (typeof view.posts)[number]['postId']) => {
    const outcome = await call(changePost, { body: { postId } })
    if (!outcome.ok) return setFailure(failureText(outcome, language))
    takeSession(outcome.value)
    go('/')
  }
  return (
    <>
      <ErrorNotice>{failure}</ErrorNotice>
      <ul className="of-plain-list">
        {view.posts.map(post => (
          <li key={post.postId} className="of-line">
            <span>
              <b>{roleName(post.role, language)}</b> {post.areaNameTh}
            </span>
            {post.postId === actor.postId ? (
              <Badge tone="good" icon="check">
                {say.current}
              </Badge>
            ) : (
              <Button size="small" onPress={() => void choose(post.postId)}>
                {say.act(`${roleName(post.role, language)} ${post.areaNameTh}`)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const PasswordForm = () => {
  const { language } = useLanguage()
  const say = useWords(words)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [isTried, setTried] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (next.length < 15 || next !== again) return
    setSaving(true)
    const outcome = await call(changePassword, { body: { current, next } })
    setSaving(false)
    if (!outcome.ok) return setFailure(failureText(outcome, language))
    setFailure(null)
    setTried(false)
    setCurrent('')
    setNext('')
    setAgain('')
    showToast({ title: say.saved })
  }
  return (
    <form onSubmit={event => void save(event)} className="of-narrow-form">
      <ErrorNotice>{failure}</ErrorNotice>
      <FieldStack>
        <TextField
          label={say.now}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          isRequired
        />
        <TextField
          label={say.next}
          hint={say.nextHint}
          type="password"
          autoComplete="new-password"
          value={next}
          onChange={setNext}
          isRequired
          error={isTried && next.length < 15 ? say.short : undefined}
        />
        <TextField
          label={say.again}
          type="password"
          autoComplete="new-password"
          value={again}
          onChange={setAgain}
          isRequired
          error={isTried && next !== again ? say.differs : undefined}
        />
        <div>
          <Button type="submit" kind="primary" isPending={isSaving}>
            {say.save}
          </Button>
        </div>
      </FieldStack>
    </form>
  )
}

/** Who one is to the system, under which post one acts, and one's own password. */
export const AccountScreen = () => {
  const { actor, isPractice } = useSession()
  const say = useWords(words)
  usePageTitle(say.title)
  return (
    <>
      <PageHeader title={say.title} />
      <Section title={say.person}>
        <DefinitionList
          items={[
            { term: say.name, value: actor.name },
            { term: say.position, value: actor.position },
          ]}
        />
      </Section>
      <Section title={say.posts} description={say.postsHint}>
        <PostChooser />
      </Section>
      <ReminderChoices />
      {!isPractice && (
        <Section title={say.password}>
          <PasswordForm />
        </Section>
      )}
    </>
  )
}
