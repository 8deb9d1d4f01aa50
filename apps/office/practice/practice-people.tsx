import { useQuery } from '@tanstack/react-query'
import { listPracticePeople, type PracticePerson, practiceSignIn } from '@thaiqm/contract/practice/practice-routes.ts'
import { role } from '@thaiqm/core/access/role.ts'
import { Avatar } from '@thaiqm/ui/badge.tsx'
import { Icon } from '@thaiqm/ui/icons.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useState } from 'react'
import { ask, call } from '../platform/api.ts'
import { roleName } from '../platform/names.ts'
import { QueryView } from '../platform/page.tsx'
import { failureText } from '../platform/refusal-text.ts'
import { useTakeSession } from '../platform/session.tsx'
import { roleTask } from './role-tasks.ts'

const words = defineWords({
  enterAs: { th: (name: string) => `เข้าใช้งานในนาม ${name}`, en: name => `Enter as ${name}` },
})

const PersonCard = ({
  person,
  onChoose,
  isBusy,
}: {
  readonly person: PracticePerson
  readonly onChoose: () => void
  readonly isBusy: boolean
}) => {
  const say = useWords(words)
  const where = [person.areaNameTh, person.organisationNameTh].filter(Boolean).join(' · ')
  return (
    <button
      type="button"
      className="of-person-card"
      onClick={onChoose}
      disabled={isBusy}
      aria-label={`${say.enterAs(person.name)} ${person.position} ${where}`}
    >
      <Avatar name={person.name} />
      <span className="of-person-text">
        <span className="of-person-name">{person.name}</span>
        <span>{person.position}</span>
        <span className="of-muted">{where}</span>
      </span>
      <Icon name="chevron-right" size={18} />
    </button>
  )
}

/** The people of the practice province by role, in the order of the chain of command; one click signs in. */
export const PracticePeople = () => {
  const { language } = useLanguage()
  const takeSession = useTakeSession()
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const query = useQuery({ queryKey: ['practice-people'], queryFn: () => ask(listPracticePeople, {}) })
  const enter = async (person: PracticePerson) => {
    setBusy(true)
    const outcome = await call(practiceSignIn, { body: { personId: person.personId } })
    setBusy(false)
    if (outcome.ok) takeSession(outcome.value)
    else setFailure(failureText(outcome, language))
  }
  return (
    <QueryView query={query}>
      {({ people }) => (
        <>
          {failure !== null && (
            <Notice tone="danger" isLive>
              {failure}
            </Notice>
          )}
          {orderOfChain
            .map(code => ({ code, members: people.filter(person => person.role === code) }))
            .filter(group => group.members.length > 0)
            .map(group => (
              <section key={group.code} className="of-role-group">
                <div className="of-role-head">
                  <h2>{roleName(group.code, language)}</h2>
                  <p className="of-muted">{roleTask(group.code, language)}</p>
                </div>
                <div className="of-person-cards">
                  {group.members.map(person => (
                    <PersonCard
                      key={person.personId}
                      person={person}
                      isBusy={isBusy}
                      onChoose={() => void enter(person)}
                    />
                  ))}
                </div>
              </section>
            ))}
        </>
      )}
    </QueryView>
  )
}

const first = ['GOV', 'PROV', 'DCHIEF', 'DOFF', 'TAM', 'VIL', 'MENTOR', 'AGENCY', 'PARTNER'] as const
const orderOfChain = [...first, ...role.options.filter(code => !(first as readonly string[]).includes(code))]
