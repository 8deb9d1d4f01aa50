import { useQuery } from '@tanstack/react-query'
import { questionnaireByVersion } from '@thaiqm/catalogue/catalogue.ts'
import { type HeldFact, type RecordLook, readHeldRecord } from '@thaiqm/contract/data-request/data-request-routes.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { houseInWords } from '@thaiqm/core/area/place-in-words.ts'
import { dataRequestKindNames } from '@thaiqm/core/data-request/data-request.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { householdId } from '@thaiqm/core/ledger/identifiers.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import { problemStateNames } from '@thaiqm/core/problem/problem-state-name.ts'
import { formatDay, formatPartialDay } from '@thaiqm/core/thai/format-day.ts'
import { formatNationalNumber } from '@thaiqm/core/thai/national-number.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { DefinitionList } from '@thaiqm/ui/definition-list.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { PageHeader, Section } from '@thaiqm/ui/page-header.tsx'
import { auditAct } from '../audit/audit-sentence.ts'
import { timelineSentence } from '../household/timeline-sentence.ts'
import { useParam } from '../platform/address.ts'
import { ask } from '../platform/api.ts'
import { agencyName, kindName, relationName, roleName, stateName, visitOutcomeName } from '../platform/names.ts'
import { NotFoundState, QueryView, usePageTitle } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'
import { shownAnswers } from '../survey/shown-answers.ts'
import './held-record.css'

const words = defineWords({
  title: { th: 'ข้อมูลทั้งหมดที่จัดเก็บ', en: 'Everything held of this household' },
  lead: {
    th: (house: string, day: string) => `${house} · ข้อมูล ณ วันที่ ${day}`,
    en: (house, day) => `${house} · as of ${day}`,
  },
  print: { th: 'พิมพ์เอกสาร (A4)', en: 'Print (A4)' },
  back: { th: 'กลับไปที่ครัวเรือน', en: 'Back to the household' },
  watched: {
    th: 'การเปิดดูหน้านี้บันทึกไว้ในบันทึกการใช้งานระบบ โปรดมอบเอกสารให้เจ้าของข้อมูลหรือผู้รับมอบอำนาจเท่านั้น',
    en: 'Opening this page is in the audit. Please hand the paper to the people themselves or whom they empowered.',
  },
  general: { th: 'ที่อยู่และการติดต่อ', en: 'Address and telephone' },
  address: { th: 'ที่อยู่', en: 'Address' },
  phone: { th: 'โทรศัพท์', en: 'Telephone' },
  position: { th: 'พิกัดบ้าน', en: 'Position' },
  people: { th: 'สมาชิกครัวเรือน', en: 'People' },
  born: { th: (day: string) => `เกิด ${day}`, en: day => `born ${day}` },
  number: { th: (n: string) => `เลขประจำตัว ${n}`, en: n => `number ${n}` },
  form: { th: (day: string) => `คำตอบในแบบสำรวจ วันที่ ${day}`, en: day => `Answers of ${day}` },
  problems: { th: 'ปัญหาที่บันทึก', en: 'Problems' },
  found: { th: (day: string) => `พบเมื่อ ${day}`, en: day => `found ${day}` },
  referrals: { th: 'การส่งต่อหน่วยงาน', en: 'Referrals' },
  plans: { th: 'แผนและกิจกรรม', en: 'Plans' },
  help: { th: 'ความช่วยเหลือที่ได้รับ', en: 'Help received' },
  visits: { th: 'การเยี่ยม', en: 'Visits' },
  photos: { th: (n: number) => `ภาพถ่ายที่เก็บไว้ ${n} ภาพ`, en: n => `${n} photographs kept` },
  requests: { th: 'คำขอเกี่ยวกับข้อมูล', en: 'Data requests' },
  history: { th: 'ประวัติการดำเนินการกับข้อมูล', en: 'What was done with the data' },
  looks: { th: 'ผู้ที่เปิดดูข้อมูล (ตามตำแหน่ง)', en: 'Who has looked, by post' },
  moreLooks: { th: 'แสดงเฉพาะ 500 รายการล่าสุด', en: 'The latest 500 only.' },
  none: { th: 'ไม่มีข้อมูล', en: 'Nothing' },
})

interface Item {
  readonly term: string
  readonly value: string
}

const joined = (...parts: readonly (string | null)[]): string =>
  parts.filter(part => part !== null && part !== '').join(' · ')

/** What is held, section by section, in plain words: what the paper says. */
const useHeld = (household: HouseholdView): readonly { readonly title: string; readonly items: readonly Item[] }[] => {
  const say = useWords(words)
  const { language } = useLanguage()
  const onDay = (day: Parameters<typeof formatDay>[0]) => formatDay(day, { language })
  const kind = (code: string) => `${code} ${kindName(code, language)}`
  const { address, position } = household
  const forms = household.surveys.map(survey => {
    const form = questionnaireByVersion(survey.formVersion)
    const sections = form === undefined ? [] : shownAnswers(form, household, survey, null, language)
    const items = sections.flatMap(section =>
      section.answers.map(({ question, whose, now }) => ({
        term: whose === '' ? question : `${question} (${whose})`,
        value: now,
      })),
    )
    return { title: say.form(onDay(survey.surveyedOn)), items }
  })
  const referrals = household.problems.flatMap(problem =>
    [problem.referral, ...(problem.contributions ?? [])].flatMap(referral =>
      referral === null
        ? []
        : [
            {
              term: kind(problem.kindCode),
              value: joined(
                agencyName(referral.agencyCode, language),
                onDay(dayOf(referral.sentAt)),
                referral.note,
                referral.reply,
              ),
            },
          ],
    ),
  )
  return [
    {
      title: say.general,
      items: [
        { term: say.address, value: houseInWords(household.areaCode, address) },
        { term: say.phone, value: household.phone ?? '' },
        {
          term: say.position,
          value: position === null ? '' : `${position.latitude.toFixed(5)}, ${position.longitude.toFixed(5)}`,
        },
      ],
    },
    {
      title: say.people,
      items: household.members.map(member => ({
        term: memberName(member),
        value: joined(
          relationName(member.relation, language),
          member.birth === null ? null : say.born(formatPartialDay(member.birth, { language })),
          member.nationalNumber === null ? null : say.number(formatNationalNumber(member.nationalNumber)),
        ),
      })),
    },
    ...forms,
    {
      title: say.problems,
      items: household.problems.map(problem => ({
        term: kind(problem.kindCode),
        value: joined(
          problemStateNames[problem.state][language],
          say.found(onDay(problem.foundOn)),
          problem.description,
          problem.rootCause,
          problem.closeNote,
        ),
      })),
    },
    { title: say.referrals, items: referrals },
    {
      title: say.plans,
      items: household.plans.flatMap(plan =>
        plan.actions.map(action => ({
          term: action.what,
          value: joined(stateName(plan.state, language), plan.goals, onDay(action.dueOn), action.result),
        })),
      ),
    },
    {
      title: say.help,
      items: household.assistances.map(help => ({
        term: help.what,
        value: joined(help.giverName, onDay(help.givenOn)),
      })),
    },
    {
      title: say.visits,
      items: [
        ...household.visits.map(visit => ({
          term: onDay(dayOf(visit.visitedAt)),
          value: joined(visitOutcomeName(visit.outcome, language), visit.note),
        })),
        ...(household.photos.length === 0 ? [] : [{ term: say.photos(household.photos.length), value: '' }]),
      ],
    },
    {
      title: say.requests,
      items: (household.dataRequests ?? []).map(request => ({
        term: joined(dataRequestKindNames[request.kind][language], onDay(request.receivedOn)),
        value: joined(request.askedBy, request.words, request.answered?.words ?? null),
      })),
    },
  ]
}

const Paper = ({
  household,
  history,
  looks,
  moreLooks,
}: {
  readonly household: HouseholdView
  readonly history: readonly HeldFact[]
  readonly looks: readonly RecordLook[]
  readonly moreLooks: boolean
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { today } = useSession()
  const held = useHeld(household)
  const done = history.map(({ at, position, ...fact }) => {
    const { title, body } = timelineSentence(fact, language)
    return { term: formatDay(dayOf(at), { language }), value: joined(title, body, position) }
  })
  const seenBy = looks.map(({ on, act, position, role }) => ({
    term: formatDay(on, { language }),
    value: joined(position !== '' ? position : role === null ? '' : roleName(role, language), auditAct(act, language)),
  }))
  return (
    <div className="of-held">
      <PageHeader
        title={say.title}
        description={say.lead(
          houseInWords(household.areaCode, household.address),
          formatDay(today, { language, style: 'long' }),
        )}
        crumbs={[{ label: say.back, href: `/households/${household.id}` }, { label: say.title }]}
        actions={
          <Button kind="primary" icon="printer" onPress={() => window.print()}>
            {say.print}
          </Button>
        }
      />
      <div className="tq-screen-only">
        <Notice>{say.watched}</Notice>
      </div>
      {[...held, { title: say.history, items: done }, { title: say.looks, items: seenBy }].map(({ title, items }) => (
        <Section key={title} title={title}>
          {items.length === 0 ? (
            <p className="of-muted">{say.none}</p>
          ) : (
            <DefinitionList items={items.map(({ term, value }) => ({ term, value: value === '' ? '–' : value }))} />
          )}
        </Section>
      ))}
      {moreLooks && <p className="of-muted">{say.moreLooks}</p>}
    </div>
  )
}

/** Everything held of a household on paper, for whoever asks to see it (PDPA s.30); opening it is an act of its own. */
export const HeldRecordScreen = () => {
  const say = useWords(words)
  const { actor } = useSession()
  const read = householdId.safeParse(useParam('householdId'))
  usePageTitle(say.title)
  const isOpen = read.success && hasAbility(actor, 'read-held-record')
  const query = useQuery({
    queryKey: ['held-record', read.data ?? ''],
    queryFn: async () => {
      if (!read.success) throw new Error('asked without an id')
      return ask(readHeldRecord, { params: { householdId: read.data } })
    },
    enabled: isOpen,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (!isOpen) return <NotFoundState />
  return <QueryView query={query}>{reply => <Paper {...reply} />}</QueryView>
}
