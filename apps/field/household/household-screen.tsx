import { useParams } from '@tanstack/react-router'
import { visitOutcomes } from '@thaiqm/catalogue/catalogue.ts'
import { mayCommand } from '@thaiqm/core/access/permission.ts'
import { type Household, surveyIn } from '@thaiqm/core/household/household.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import type { Member } from '@thaiqm/core/member/member.ts'
import { surveyStateNames } from '@thaiqm/core/survey/survey-state-name.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { formatHouseCode, readHouseCode } from '@thaiqm/core/thai/house-code.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { LinkButton } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, Notice } from '@thaiqm/ui/notice.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { useState } from 'react'
import { ConflictCard } from '../conflict/conflict-card.tsx'
import { DeathCard } from '../member/death-card.tsx'
import { MemberList } from '../member/member-list.tsx'
import { EarlierPhotosPanel } from '../photo/earlier-photos-panel.tsx'
import { failureText } from '../platform/failure-text.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { refusalText } from '../platform/refusal-text.ts'
import { Screen } from '../platform/screen.tsx'
import { useLive } from '../platform/use-live.ts'
import { ProblemList } from '../problem/problem-list.tsx'
import { formStateTone } from '../survey/form-state-tone.ts'
import { mayBeginSurvey } from '../survey/may-begin.ts'
import { VerifyCard } from '../survey/verify-card.tsx'
import { useHouseTitle } from './household-row.tsx'
import { headName } from './household-summary.ts'
import { useHousehold } from './use-household.ts'

const words = defineWords({
  plain: { th: 'ครัวเรือน', en: 'Household' },
  begin: { th: 'เริ่มสำรวจ', en: 'Begin the survey' },
  goOn: { th: 'ทำแบบสำรวจต่อ', en: 'Go on with the survey' },
  correct: { th: 'แก้ไขและส่งใหม่', en: 'Correct and send again' },
  again: { th: 'สำรวจใหม่', en: 'Survey again' },
  form: { th: 'แบบสำรวจรอบนี้', en: 'Form of this round' },
  sentOn: { th: (day: string) => `สำรวจเมื่อ ${day}`, en: day => `Surveyed on ${day}` },
  late: { th: 'บันทึกหลังกำหนด', en: 'Recorded late' },
  returned: { th: 'ส่งกลับแก้ไข', en: 'Returned' },
  members: { th: (n: number) => `สมาชิก ${n} คน`, en: n => `${n} members` },
  where: { th: 'ที่อยู่', en: 'Address' },
  houseCode: { th: 'เลขรหัสประจำบ้าน', en: 'House code' },
  village: { th: 'บ้าน', en: 'Village' },
  phone: { th: 'โทรศัพท์', en: 'Telephone' },
  visits: { th: 'การเยี่ยม', en: 'Visits' },
  visit: { th: 'บันทึกการเยี่ยมที่สำรวจไม่ได้', en: 'Record a visit without form' },
  report: { th: 'แจ้งปัญหาที่พบเพิ่ม', en: 'Report a problem' },
  help: { th: 'บันทึกการช่วยเหลือ', en: 'Record help' },
  gone: { th: 'ไม่พบครัวเรือนนี้', en: 'Household not found' },
  goneHint: {
    th: 'อาจอยู่นอกพื้นที่ของท่าน หรือยังไม่ได้ดาวน์โหลดไว้ในเครื่อง',
    en: 'It may be outside your area, or not on this phone.',
  },
  stale: { th: 'แสดงข้อมูลที่เก็บไว้ในเครื่อง', en: 'Shown from this phone' },
})

const FormPanel = ({ household }: { readonly household: Household }) => {
  const said = useWords(words)
  const states = useWords(surveyStateNames)
  const { language } = useLanguage()
  const { drafts, actor, clock, roundOf } = useFieldApp()
  const draft = useLive(`draft-${household.id}`, async () => (await drafts.findFor(household.id)) ?? null)
  const round = roundOf(household.areaCode)
  const survey = round === undefined ? undefined : surveyIn(household, round.id)
  const allowed = mayBeginSurvey(household, round, actor, clock.today())
  const href = `/households/${household.id}/survey`
  const label =
    draft != null
      ? said.goOn
      : survey === undefined
        ? said.begin
        : survey.state === 'RETURNED'
          ? said.correct
          : said.again
  const isMain = draft != null || survey === undefined || survey.state === 'RETURNED'
  const state = survey?.state ?? 'NOT_STARTED'
  return (
    <section className="fd-card">
      <h2>{said.form}</h2>
      <div className="fd-row">
        <Badge tone={formStateTone[state]}>{states[state]}</Badge>
        {survey?.late === true && <Badge tone="warning">{said.late}</Badge>}
        {survey !== undefined && (
          <span className="fd-muted">{said.sentOn(formatDay(survey.surveyedOn, { language }))}</span>
        )}
      </div>
      {survey?.state === 'RETURNED' && (
        <Notice tone="danger" title={said.returned}>
          {survey.returnReason}
        </Notice>
      )}
      {allowed.ok || draft != null ? (
        <LinkButton
          kind={isMain ? 'primary' : 'secondary'}
          size={isMain ? 'large' : 'normal'}
          icon="clipboard"
          isWide
          href={href}
        >
          {label}
        </LinkButton>
      ) : (
        <Notice tone={allowed.code === 'survey-certified' ? 'info' : 'warning'}>
          {refusalText(allowed, language)}
        </Notice>
      )}
      {mayCommand(actor, 'RecordVisit') && isMain && (
        <LinkButton kind="quiet" icon="history" isWide href={`/households/${household.id}/visit`}>
          {said.visit}
        </LinkButton>
      )}
    </section>
  )
}

const AboutPanel = ({ household }: { readonly household: Household }) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { clock, actor } = useFieldApp()
  const [died, setDied] = useState<Member | null>(null)
  const { address, phone, members, visits } = household
  const code = readHouseCode(address.houseCode ?? '')
  const missedVisits = visits.filter(v => v.outcome !== 'DONE')
  const outcomeName = (outcome: string): string => {
    const named = visitOutcomes.find(v => v.code === outcome)
    return named === undefined ? outcome : language === 'th' ? named.th : named.en
  }
  return (
    <>
      <section className="fd-card">
        <h2>{said.where}</h2>
        <dl className="fd-facts">
          {code.ok && (
            <>
              <dt>{said.houseCode}</dt>
              <dd>{formatHouseCode(code.value.code)}</dd>
            </>
          )}
          {address.villageName !== '' && (
            <>
              <dt>{said.village}</dt>
              <dd>{[address.villageName, address.lane, address.road].filter(Boolean).join(' ')}</dd>
            </>
          )}
          {phone !== null && (
            <>
              <dt>{said.phone}</dt>
              <dd>
                <a href={`tel:${phone}`}>{phone}</a>
              </dd>
            </>
          )}
        </dl>
      </section>
      <section className="fd-card">
        <h2>{said.members(members.length)}</h2>
        <MemberList
          members={members}
          on={clock.today()}
          onDeath={mayCommand(actor, 'RecordDeath') ? setDied : undefined}
        />
      </section>
      {died !== null && <DeathCard household={household} member={died} onClose={() => setDied(null)} />}
      {missedVisits.length > 0 && (
        <section className="fd-card">
          <h2>{said.visits}</h2>
          <ul className="fd-list">
            {missedVisits.map(visit => (
              <li key={visit.visitedAt}>
                {formatDay(dayOf(visit.visitedAt), { language })} · {outcomeName(visit.outcome)}
                {visit.note !== '' && <p className="fd-muted">{visit.note}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** A household: what is to be done with it first, then who lives there and what is hard for them. */
export const HouseholdScreen = () => {
  const { householdId } = useParams({ strict: false }) as { householdId: string }
  const said = useWords(words)
  const { language } = useLanguage()
  const { actor } = useFieldApp()
  const { household, failure } = useHousehold(householdId)
  const titleOf = useHouseTitle()
  if (household == null) {
    return (
      <Screen title={said.plain} backHref="/" tab="work">
        {household === undefined ? (
          <Skeleton lines={8} />
        ) : (
          <EmptyState icon="house" title={said.gone}>
            {failure?.kind === 'offline' ? failureText(failure, language) : said.goneHint}
          </EmptyState>
        )}
      </Screen>
    )
  }
  const hasLive = household.problems.length > 0
  return (
    <Screen
      title={titleOf(household.address)}
      plainTitle={said.plain}
      subtitle={headName(household)}
      backHref={`/villages/${household.areaCode}`}
      tab="work"
    >
      {failure !== undefined && (
        <Notice tone="warning" title={said.stale}>
          {failureText(failure, language)}
        </Notice>
      )}
      <ConflictCard household={household} />
      <FormPanel household={household} />
      <VerifyCard household={household} />
      <ProblemList household={household} />
      <EarlierPhotosPanel household={household} />
      {mayCommand(actor, 'ReportProblem') && (
        <LinkButton icon="flag" isWide href={`/households/${householdId}/report`}>
          {said.report}
        </LinkButton>
      )}
      {mayCommand(actor, 'RecordAssistance') && hasLive && (
        <LinkButton icon="heart" isWide href={`/households/${householdId}/assistance`}>
          {said.help}
        </LinkButton>
      )}
      <AboutPanel household={household} />
    </Screen>
  )
}
