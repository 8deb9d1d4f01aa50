import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { surveyIn } from '@thaiqm/core/household/household.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { isLive } from '@thaiqm/core/problem/problem-state.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { PageHeader } from '@thaiqm/ui/page-header.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { addressOf } from '../platform/address.ts'
import { useAreas } from '../platform/areas.ts'
import { missedReasonName, originName, stateName, statusName } from '../platform/names.ts'
import { placeName } from '../platform/place.ts'
import { useSession } from '../platform/session.tsx'
import { toneOfState } from '../platform/tones.ts'
import { HouseholdActions } from './household-actions.tsx'

const words = defineWords({
  referrals: { th: 'เรื่องที่ส่งมาถึง', en: 'Referred to us' },
  households: { th: 'ครัวเรือน', en: 'Households' },
  head: { th: (name: string) => `หัวหน้าครัวเรือน ${name}`, en: name => `Head: ${name}` },
  noHead: { th: 'ยังไม่ระบุหัวหน้าครัวเรือน', en: 'No head named yet' },
  live: { th: (n: string) => `ปัญหาที่ยังต้องแก้ ${n}`, en: n => `${n} live problems` },
  allSolved: { th: 'แก้ไขครบทุกปัญหา', en: 'All problems solved' },
  changed: { th: (when: string) => `ปรับปรุงล่าสุด ${when}`, en: when => `Last changed ${when}` },
  ownSolved: { th: 'แก้ไขครบทุกเรื่องที่ส่งต่อ', en: 'Everything referred is solved' },
})

/** Where the household is, how far the work with it has come, and who heads it. */
export const HouseholdHeader = ({ household }: { readonly household: HouseholdView }) => {
  const { actor, round } = useSession()
  const { language } = useLanguage()
  const { titleOf } = useAreas()
  const say = useWords(words)
  const { areaCode, address } = household
  const survey = round === null ? undefined : surveyIn(household, round.id)
  const surveyState = survey?.state ?? 'NOT_STARTED'
  const head = household.members.find(member => member.isHead)
  const counted = household.problems.filter(problem => problem.state !== 'CANCELLED')
  const live = counted.filter(problem => isLive(problem.state)).length
  const place = placeName({ ...address, areaCode }, language)
  const isPartner = readsReferredOnly(actor)
  const around = [areaCode.slice(0, 4), areaCode.slice(0, 6)]
  return (
    <PageHeader
      title={place}
      crumbs={
        isPartner
          ? [{ label: say.referrals, href: '/referrals' }, { label: place }]
          : [
              { label: say.households, href: '/households' },
              ...around.map(code => ({ label: titleOf(code), href: addressOf('/', { area: code }) })),
              { label: place },
            ]
      }
      badges={
        <>
          {!isPartner && (
            <>
              <Badge tone={toneOfState(surveyState)} icon="clipboard">
                {stateName(surveyState, language)}
              </Badge>
              <Badge>
                {household.missedReason === null
                  ? originName(household.origin, language)
                  : `${household.missedReason} ${missedReasonName(household.missedReason, language)}`}
              </Badge>
            </>
          )}
          {household.status !== 'ACTIVE' && <Badge tone="warning">{statusName(household.status, language)}</Badge>}
          {counted.length > 0 && (
            <Badge tone={live === 0 ? 'good' : 'warning'} icon={live === 0 ? 'check-circle' : 'flag'}>
              {live === 0 ? (isPartner ? say.ownSolved : say.allSolved) : say.live(formatNumber(live, language))}
            </Badge>
          )}
        </>
      }
      actions={<HouseholdActions household={household} />}
      description={
        <>
          {head === undefined ? say.noHead : say.head(memberName(head))} ·{' '}
          {say.changed(formatInstant(household.lastChangedAt, { language }))}
        </>
      }
    />
  )
}
