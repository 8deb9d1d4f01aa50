import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { memberId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Member } from '@thaiqm/core/member/member.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { useState } from 'react'
import { newMember, withMember } from '../member/member-entry.ts'
import { MemberForm } from '../member/member-form.tsx'
import { MemberList } from '../member/member-list.tsx'
import { memberWords } from '../member/member-words.ts'
import { SectionQuestions } from './section-questions.tsx'
import type { OpenSurvey } from './use-survey.ts'

/** Everybody of the household, then what the form asks of each about registration. */
export const MembersStep = (open: OpenSurvey) => {
  const said = useWords(memberWords)
  const { draft, change } = open
  const [edited, setEdited] = useState<{ readonly member: Member; readonly isNew: boolean }>()
  const add = () =>
    setEdited({ member: newMember(memberId.parse(crypto.randomUUID()), draft.members.length === 0), isNew: true })
  return (
    <>
      <section className="fd-card">
        <h2>{said.people}</h2>
        {draft.members.length === 0 && (
          <EmptyState icon="users" title={said.noOne}>
            {said.noOneHint}
          </EmptyState>
        )}
        <MemberList
          members={draft.members}
          on={dayOf(draft.visitedAt)}
          onEdit={member => setEdited({ member, isNew: false })}
        />
        <Button icon="plus" isWide onPress={add}>
          {said.add}
        </Button>
      </section>
      {draft.members.length > 0 && (
        <section className="fd-card">
          <h2>{said.questions}</h2>
          <SectionQuestions {...open} sectionId="members" />
        </section>
      )}
      {edited !== undefined && (
        <MemberForm
          member={edited.member}
          isNew={edited.isNew}
          onClose={() => setEdited(undefined)}
          onSave={member => {
            change(known => ({ members: [...withMember(known.members, member)] }))
            setEdited(undefined)
          }}
        />
      )}
    </>
  )
}
