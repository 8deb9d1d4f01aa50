import { surveyStateNames } from '@thaiqm/core/survey/survey-state-name.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { TextLink } from '@thaiqm/ui/button.tsx'
import { Icon } from '@thaiqm/ui/icons.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { formStateTone } from '../survey/form-state-tone.ts'
import type { ListedHousehold } from './household-filter.ts'
import './household-row.css'

const words = defineWords({
  house: { th: (no: string) => `บ้านเลขที่ ${no}`, en: no => `House ${no}` },
  noNumber: { th: 'บ้านไม่มีเลขที่', en: 'House without number' },
  family: { th: (n: number) => `ครอบครัวที่ ${n}`, en: n => `family ${n}` },
  noHead: { th: 'ยังไม่มีชื่อหัวหน้าครัวเรือน', en: 'Head not recorded' },
  old: { th: (n: number) => `ปัญหาเดิม ${n}`, en: n => `${n} old problems` },
  live: { th: (n: number) => `ยังไม่แก้ ${n}`, en: n => `${n} unsolved` },
  draft: { th: 'มีร่าง', en: 'Draft' },
  waiting: { th: 'รอส่ง', en: 'To be sent' },
  attempts: { th: (n: number) => `ไปแล้วไม่พบ ${n} ครั้ง`, en: n => `${n} visits without form` },
  missed: { th: 'ตกหล่น', en: 'Missed' },
  fresh: { th: 'ตั้งใหม่', en: 'New' },
  VACANT: { th: 'บ้านว่าง', en: 'Vacant' },
  DEMOLISHED: { th: 'รื้อถอนแล้ว', en: 'Demolished' },
  MOVED: { th: 'ย้ายออก', en: 'Moved away' },
  WITHDRAWN: { th: 'ถอนการนำเข้า', en: 'Withdrawn' },
  MERGED: { th: 'รวมกับครัวเรือนอื่นแล้ว', en: 'Merged' },
})

/** How a house is called, with the family when several live under its number. */
export const useHouseTitle = () => {
  const said = useWords(words)
  return ({ houseNumber, sequenceInHouse }: { readonly houseNumber: string; readonly sequenceInHouse: number }) => {
    const house = houseNumber === '' ? said.noNumber : said.house(houseNumber)
    return sequenceInHouse > 1 ? `${house} (${said.family(sequenceInHouse)})` : house
  }
}

/** A household in a list: where, who, and what is to be done. The whole row leads to it. */
export const HouseholdRow = ({
  row,
  village,
}: {
  readonly row: ListedHousehold
  readonly village?: string | undefined
}) => {
  const said = useWords(words)
  const states = useWords(surveyStateNames)
  const titleOf = useHouseTitle()
  return (
    <li className="fd-household">
      <div className="fd-household-text">
        <TextLink href={`/households/${row.householdId}`}>{titleOf(row)}</TextLink>
        <span>{row.headName === '' ? said.noHead : row.headName}</span>
        {village !== undefined && <span className="fd-muted fd-small">{village}</span>}
        <span className="fd-row">
          {row.status === 'ACTIVE' ? (
            <Badge tone={formStateTone[row.formState]}>{states[row.formState]}</Badge>
          ) : (
            <Badge>{said[row.status]}</Badge>
          )}
          {row.hasDraft && (
            <Badge tone="warning" icon="edit">
              {said.draft}
            </Badge>
          )}
          {row.waiting > 0 && (
            <Badge tone="warning" icon="cloud-up">
              {said.waiting}
            </Badge>
          )}
          {row.origin === 'MISSED' && <Badge tone="info">{said.missed}</Badge>}
          {row.origin === 'NEW' && <Badge tone="info">{said.fresh}</Badge>}
          {row.formState === 'NOT_STARTED' && row.oldProblems > 0 && (
            <Badge tone="danger">{said.old(row.oldProblems)}</Badge>
          )}
          {row.formState !== 'NOT_STARTED' && row.liveProblems > 0 && (
            <Badge tone="danger">{said.live(row.liveProblems)}</Badge>
          )}
          {row.formState === 'NOT_STARTED' && row.attempts > 0 && (
            <span className="fd-muted fd-small">{said.attempts(row.attempts)}</span>
          )}
        </span>
      </div>
      <Icon name="chevron-right" size={24} />
    </li>
  )
}
