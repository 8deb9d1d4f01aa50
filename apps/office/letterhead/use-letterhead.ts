import { useQuery } from '@tanstack/react-query'
import { readLetterhead } from '@thaiqm/contract/letterhead/letterhead-routes.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { officeAreaOf } from '@thaiqm/core/letterhead/letterhead.ts'
import { ask } from '../platform/api.ts'
import { useSession } from '../platform/session.tsx'

/** The letterhead of the officer's own office: undefined until it is read, null where nothing is kept yet. */
export const useLetterhead = () => {
  const { actor } = useSession()
  const areaCode = officeAreaOf(actor.areaCode)
  const query = useQuery({
    queryKey: ['letterhead', areaCode],
    queryFn: () => ask(readLetterhead, { params: { areaCode } }),
    enabled: hasAbility(actor, 'write-letters'),
  })
  return { query, areaCode, letterhead: query.data?.letterhead, mayKeep: hasAbility(actor, 'keep-letterhead') }
}
