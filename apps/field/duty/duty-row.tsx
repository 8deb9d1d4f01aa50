import { agencyByCode } from '@thaiqm/catalogue/catalogue.ts'
import { dutyKindName } from '@thaiqm/core/duty/duty-kind-name.ts'
import { dutyReason } from '@thaiqm/core/duty/duty-reason.ts'
import { levelOf } from '@thaiqm/core/duty/escalation.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { TextLink } from '@thaiqm/ui/button.tsx'
import { Icon } from '@thaiqm/ui/icons.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { useHouseTitle } from '../household/household-row.tsx'
import { useFieldApp } from '../platform/field-app.tsx'
import { useKindName } from '../problem/problem-list.tsx'
import { type DutyToday, dutyHref, isDoneInOffice } from './duties-today.ts'

const words = defineWords({
  crisis: { th: 'วิกฤต', en: 'Crisis' },
  urgent: { th: 'เร่งด่วน', en: 'Urgent' },
  office: { th: 'ดำเนินการบนเว็บไซต์ ThaiQM', en: 'Done on the ThaiQM website' },
})

/** One thing that waits: what, whose, why now. The whole row leads to where it is done. */
export const DutyRow = ({ duty, village }: { readonly duty: DutyToday; readonly village: string | undefined }) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { actor, clock } = useFieldApp()
  const titleOf = useHouseTitle()
  const kindName = useKindName()
  const agency = duty.agencyCode === null ? undefined : agencyByCode.get(duty.agencyCode)
  return (
    <li className="fd-household">
      <div className="fd-household-text">
        <TextLink href={dutyHref(duty)}>{dutyKindName(duty.kind)[language]}</TextLink>
        <span>{duty.headName}</span>
        <span className="fd-muted fd-small">{[titleOf(duty), village].filter(Boolean).join(' ')}</span>
        {duty.kindCode !== null && <span className="fd-small">{kindName(duty.kindCode)}</span>}
        {agency !== undefined && <span className="fd-small">{language === 'th' ? agency.th : agency.en}</span>}
        <span className="fd-row">
          {duty.severity < 3 && (
            <Badge tone={duty.severity === 1 ? 'danger' : 'warning'}>
              {duty.severity === 1 ? said.crisis : said.urgent}
            </Badge>
          )}
          <span className="fd-muted fd-small">
            {dutyReason(duty, levelOf(actor.role) ?? 'VILLAGE', clock.today(), language)}
          </span>
          {isDoneInOffice(duty) && <Badge>{said.office}</Badge>}
        </span>
      </div>
      <Icon name="chevron-right" size={24} />
    </li>
  )
}
