import { relations } from '@thaiqm/catalogue/catalogue.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { type Member, memberAge, memberName } from '@thaiqm/core/member/member.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button, IconButton } from '@thaiqm/ui/button.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { memberWords } from './member-words.ts'

/** The people of a household: who, how old, how related, and what is unusual. */
export const MemberList = ({
  members,
  on,
  onEdit,
  onDeath,
}: {
  readonly members: readonly Member[]
  readonly on: Day
  readonly onEdit?: ((member: Member) => void) | undefined
  /** Offers to record that somebody has died. */
  readonly onDeath?: ((member: Member) => void) | undefined
}) => {
  const said = useWords(memberWords)
  const { language } = useLanguage()
  // Registers that were imported may hold a relation in their own words.
  const relationOf = (code: string): string => {
    const known = relations.find(r => r.code === code)
    return known === undefined ? code : language === 'th' ? known.th : known.en
  }
  return (
    <ul className="fd-list">
      {members.map(member => {
        const age = memberAge(member, on)
        return (
          <li key={member.id} className="fd-member">
            <div className="fd-member-text">
              <p className="fd-strong">{memberName(member)}</p>
              <p className="fd-muted fd-small">
                {[member.isHead ? '' : relationOf(member.relation), age === null ? said.noAge : said.age(age)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <div className="fd-row">
                {member.isHead && <Badge tone="info">{said.head}</Badge>}
                {member.residence !== 'resident' && <Badge>{said[member.residence]}</Badge>}
                {member.numberStatus === 'to-check' && <Badge tone="warning">{said.toCheck}</Badge>}
              </div>
            </div>
            {onDeath !== undefined && member.residence !== 'dead' && (
              <Button
                kind="quiet"
                size="small"
                aria-label={said.deathOf(memberName(member))}
                onPress={() => onDeath(member)}
              >
                {said.death}
              </Button>
            )}
            {onEdit !== undefined && (
              <IconButton icon="edit" label={said.editOf(memberName(member))} onPress={() => onEdit(member)} />
            )}
          </li>
        )
      })}
    </ul>
  )
}
