import { useQuery } from '@tanstack/react-query'
import { listPracticePeople, type PracticePerson, practiceSignIn } from '@thaiqm/contract/practice/practice-routes.ts'
import type { Role } from '@thaiqm/core/access/role.ts'
import { Avatar } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { Icon } from '@thaiqm/ui/icons.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, ErrorNotice } from '@thaiqm/ui/notice.tsx'
import { SearchField } from '@thaiqm/ui/search-field.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useState } from 'react'
import { ask, call } from '../platform/api.ts'
import { roleName } from '../platform/names.ts'
import { QueryView } from '../platform/page.tsx'
import { failureText } from '../platform/refusal-text.ts'
import { useTakeSession } from '../platform/session.tsx'
import { groupByRole } from './people-by-role.ts'
import { roleTask } from './role-tasks.ts'

const words = defineWords({
  search: { th: 'ค้นหาชื่อ ตำแหน่ง หรือพื้นที่', en: 'Search name, position or area' },
  more: { th: (n: string) => `แสดงทั้งหมด ${n} คน`, en: n => `Show all ${n}` },
  none: { th: 'ไม่พบบุคคลที่ตรงกับคำค้น', en: 'Nobody matches' },
})

const whereOf = (person: PracticePerson): string =>
  [person.areaNameTh, person.organisationNameTh].filter(Boolean).join(' · ')

interface CardProps {
  readonly person: PracticePerson
  readonly onChoose: (person: PracticePerson) => void
  readonly isBusy: boolean
}

const PersonCard = ({ person, onChoose, isBusy }: CardProps) => {
  const where = whereOf(person)
  return (
    <button type="button" className="of-person-card" onClick={() => onChoose(person)} disabled={isBusy}>
      <Avatar name={person.name} />
      <span className="of-person-text">
        <span className="of-person-name">{person.name}</span>
        <span>{person.position}</span>
        {!person.position.includes(where) && <span className="of-muted">{where}</span>}
      </span>
      <Icon name="chevron-right" size={18} />
    </button>
  )
}

const SHOWN_AT_FIRST = 4

interface GroupProps extends Omit<CardProps, 'person'> {
  readonly code: Role
  readonly people: readonly PracticePerson[]
  readonly isWhole: boolean
}

const RoleGroup = ({ code, people, isWhole, onChoose, isBusy }: GroupProps) => {
  const { language } = useLanguage()
  const say = useWords(words)
  const [isOpen, setOpen] = useState(false)
  const shown = isWhole || isOpen || people.length <= SHOWN_AT_FIRST + 1 ? people : people.slice(0, SHOWN_AT_FIRST)
  return (
    <section className="of-role-group">
      <div className="of-role-head">
        <h2>{roleName(code, language)}</h2>
        <p className="of-muted">{roleTask(code, language)}</p>
      </div>
      <div className="of-role-people">
        <div className="of-person-cards">
          {shown.map(person => (
            <PersonCard key={person.personId} person={person} isBusy={isBusy} onChoose={onChoose} />
          ))}
        </div>
        {shown.length < people.length && (
          <Button kind="quiet" size="small" iconAfter="chevron-down" onPress={() => setOpen(true)}>
            {`${say.more(formatNumber(people.length, language))} (${roleName(code, language)})`}
          </Button>
        )}
      </div>
    </section>
  )
}

/** The people of the practice province by role, in the order of the chain of command; one click signs in. */
export const PracticePeople = () => {
  const { language } = useLanguage()
  const say = useWords(words)
  const takeSession = useTakeSession()
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [search, setSearch] = useState('')
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
      {({ people }) => {
        const groups = groupByRole(people, search)
        return (
          <>
            <ErrorNotice>{failure}</ErrorNotice>
            <div className="of-search">
              <SearchField label={say.search} value={search} onChange={setSearch} />
            </div>
            {groups.length === 0 && <EmptyState icon="search" title={say.none} />}
            {groups.map(group => (
              <RoleGroup
                key={group.code}
                code={group.code}
                people={group.people}
                isWhole={search.trim() !== ''}
                isBusy={isBusy}
                onChoose={person => void enter(person)}
              />
            ))}
          </>
        )
      }}
    </QueryView>
  )
}
