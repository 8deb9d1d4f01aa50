import { memberName } from '@thaiqm/core/member/member.ts'
import { useLanguage } from '@thaiqm/ui/language.tsx'
import { kindName } from '../platform/names.ts'
import type { ActProps } from './act-props.ts'

/** Which hardship a dialog is about: its kind, and whose it is when it is one person's. */
export const ProblemHeading = ({ household, problem }: Omit<ActProps, 'onClose'>) => {
  const { language } = useLanguage()
  const member = household.members.find(one => one.id === problem.memberId)
  return (
    <p className="problem-heading">
      <b>
        {problem.kindCode} {kindName(problem.kindCode, language)}
      </b>
      {member !== undefined && <span> · {memberName(member)}</span>}
    </p>
  )
}
