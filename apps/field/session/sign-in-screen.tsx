import { listPracticePeople, type PracticePerson, practiceSignIn } from '@thaiqm/contract/practice/practice-routes.ts'
import { type SessionView, signIn } from '@thaiqm/contract/session/session-routes.ts'
import { Avatar } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { FieldShell } from '@thaiqm/ui/field-shell.tsx'
import { defineWords, LanguageSwitch, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, ErrorState, Notice } from '@thaiqm/ui/notice.tsx'
import { SearchField } from '@thaiqm/ui/search-field.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { type FormEvent, useCallback, useEffect, useState } from 'react'
import { type CallFailure, call } from '../platform/api.ts'
import type { StoredPerson } from '../platform/device-database.ts'
import { failureText } from '../platform/failure-text.ts'
import { PracticeStrip } from '../platform/screen.tsx'
import { practicePeopleFor } from './practice-people.ts'
import { useSession } from './session-provider.tsx'
import './sign-in-screen.css'

const words = defineWords({
  title: { th: 'ThaiQM สำรวจ', en: 'ThaiQM Survey' },
  tagline: { th: 'สำรวจและตรวจสอบครัวเรือน (Re-X-Ray)', en: 'Household survey and Re-X-Ray' },
  username: { th: 'ชื่อผู้ใช้', en: 'Username' },
  password: { th: 'รหัสผ่าน', en: 'Password' },
  enter: { th: 'เข้าสู่ระบบ', en: 'Sign in' },
  choose: { th: 'เลือกผู้ใช้ฝึก', en: 'Choose a practice person' },
  chooseHint: { th: 'แตะชื่อเพื่อเข้าใช้งาน บุคคลทั้งหมดเป็นบุคคลสมมติ', en: 'Tap a name to sign in. All are invented.' },
  find: { th: 'ค้นหาชื่อ ตำแหน่ง หรือพื้นที่', en: 'Find by name, post or area' },
  none: { th: 'ไม่พบผู้ใช้ที่ค้นหา', en: 'Nobody found' },
  noneHint: { th: 'ลองค้นหาด้วยชื่อหมู่บ้านหรือตำบล', en: 'Try the name of a village or tambon.' },
  offline: { th: 'ไม่มีสัญญาณเครือข่าย', en: 'No network' },
  offlineHint: {
    th: 'การเข้าสู่ระบบครั้งแรกต้องใช้สัญญาณเครือข่าย เมื่อเข้าแล้วจึงทำงานโดยไม่มีสัญญาณได้',
    en: 'The first sign-in needs the network; afterwards the app works without it.',
  },
  empty: { th: 'ระบบยังไม่ได้ตั้งค่า โปรดแจ้งผู้ดูแลระบบ', en: 'This server is not set up yet. Please tell the administrator.' },
  whole: { th: 'แสดงทั้งหมด', en: 'Show all' },
  here: { th: 'ผู้ใช้ในเครื่องนี้', en: 'People of this phone' },
  hereHint: { th: 'แตะชื่อแล้วใส่รหัส PIN ใช้ได้แม้ไม่มีสัญญาณ', en: 'Tap your name and enter your PIN, also without signal.' },
})

const SHOWN_AT_FIRST = 30

const PasswordSignIn = () => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { enter } = useSession()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [failure, setFailure] = useState<CallFailure>()
  const [isPending, setPending] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setPending(true)
    const answer = await call(signIn, { body: { username, password } })
    setPending(false)
    if (answer.ok) await enter(answer.value)
    else setFailure(answer)
  }
  return (
    <form onSubmit={submit} className="fd-card">
      {failure !== undefined && (
        <Notice tone="danger" isLive>
          {failureText(failure, language)}
        </Notice>
      )}
      <FieldStack>
        <TextField label={said.username} value={username} onChange={setUsername} autoComplete="username" isRequired />
        <TextField
          label={said.password}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          isRequired
        />
        <Button kind="primary" size="large" type="submit" isWide isPending={isPending}>
          {said.enter}
        </Button>
      </FieldStack>
    </form>
  )
}

type Card = Pick<PracticePerson, 'name' | 'position' | 'areaNameTh'>

const PersonRow = ({ person, onChoose }: { readonly person: Card; readonly onChoose: () => void }) => (
  <li>
    <button type="button" className="fd-person" onClick={onChoose}>
      <Avatar name={person.name} size={44} />
      <span className="fd-person-text">
        <span className="fd-person-name">{person.name}</span>
        <span className="fd-person-post">{person.position}</span>
        {person.areaNameTh !== '' && <span className="fd-person-area">{person.areaNameTh}</span>}
      </span>
    </button>
  </li>
)

const PracticeSignIn = () => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { enter } = useSession()
  const [people, setPeople] = useState<readonly PracticePerson[]>()
  const [failure, setFailure] = useState<CallFailure>()
  const [search, setSearch] = useState('')
  const [isWhole, setWhole] = useState(false)
  const load = useCallback(async () => {
    setFailure(undefined)
    const answer = await call(listPracticePeople, {})
    if (answer.ok) setPeople(answer.value.people)
    else setFailure(answer)
  }, [])
  useEffect(() => {
    void load()
  }, [load])
  const choose = async (person: PracticePerson) => {
    const answer = await call(practiceSignIn, { body: { personId: person.personId } })
    if (answer.ok) await enter(answer.value)
    else setFailure(answer)
  }
  if (failure !== undefined)
    return <ErrorState onRetry={() => void load()}>{failureText(failure, language)}</ErrorState>
  if (people === undefined) return <Skeleton lines={6} />
  const found = practicePeopleFor(people, search)
  const shown = isWhole ? found : found.slice(0, SHOWN_AT_FIRST)
  return (
    <>
      <div>
        <h2 className="fd-plain">{said.choose}</h2>
        <p className="fd-muted fd-small">{said.chooseHint}</p>
      </div>
      <SearchField label={said.find} value={search} onChange={setSearch} />
      {found.length === 0 && (
        <EmptyState icon="users" title={said.none}>
          {said.noneHint}
        </EmptyState>
      )}
      <ul className="fd-list">
        {shown.map(person => (
          <PersonRow
            key={`${person.personId}-${person.areaCode}`}
            person={person}
            onChoose={() => void choose(person)}
          />
        ))}
      </ul>
      {shown.length < found.length && <Button onPress={() => setWhole(true)}>{said.whole}</Button>}
    </>
  )
}

/** People who work on this phone: a tap and a PIN, also without network. */
const PeopleHere = ({ people }: { readonly people: readonly StoredPerson[] }) => {
  const said = useWords(words)
  const { take } = useSession()
  const cards = people.flatMap(person => {
    const { actor, posts } = person.view
    if (actor === null) return []
    const areaNameTh = posts.find(post => post.postId === actor.postId)?.areaNameTh ?? ''
    return [{ person, card: { name: actor.name, position: actor.position, areaNameTh } }]
  })
  if (cards.length === 0) return null
  return (
    <section className="fd-card">
      <h2>{said.here}</h2>
      <p className="fd-muted fd-small">{said.hereHint}</p>
      <ul className="fd-list">
        {cards.map(({ person, card }) => (
          <PersonRow key={person.personId} person={card} onChoose={() => void take(person)} />
        ))}
      </ul>
    </section>
  )
}

/** The first page: this phone's people by their PIN, a practice person by one tap, or a personal account. */
export const SignInScreen = ({
  view,
  isOffline,
  people,
}: {
  readonly view: SessionView | null
  readonly isOffline: boolean
  readonly people: readonly StoredPerson[]
}) => {
  const said = useWords(words)
  const { refresh } = useSession()
  useEffect(() => {
    document.title = `${said.enter} · ${said.title}`
  }, [said])
  return (
    <FieldShell
      title={said.title}
      subtitle={said.tagline}
      actions={<LanguageSwitch />}
      status={view === null ? undefined : <PracticeStrip view={view} />}
    >
      <PeopleHere people={people} />
      {view === null && isOffline && people.length === 0 && (
        <ErrorState title={said.offline} onRetry={() => void refresh()}>
          {said.offlineHint}
        </ErrorState>
      )}
      {view === null && !isOffline && <ErrorState onRetry={() => void refresh()} />}
      {view?.mode === 'empty' && <Notice tone="warning">{said.empty}</Notice>}
      {view?.mode === 'practice' && <PracticeSignIn />}
      {view?.mode === 'real' && <PasswordSignIn />}
    </FieldShell>
  )
}
