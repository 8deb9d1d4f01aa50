import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { mayCommand } from '@thaiqm/core/access/permission.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { type Column, DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatBaht, formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { useState } from 'react'
import { nameOfOrganisation, useOrganisations } from '../organisation/use-organisations.ts'
import { type NamedPerson, nameOfPerson } from '../person/named-person.ts'
import { SectorSums } from '../plan/sector-sums.tsx'
import { kindShortName, sectorName } from '../platform/names.ts'
import { useSession } from '../platform/session.tsx'
import { EvidenceList } from '../problem/evidence-field.tsx'
import { helpableProblems, helpBySector } from './assistance-draft.ts'
import { RecordAssistance } from './record-assistance.tsx'

type Assistance = HouseholdView['assistances'][number]

const words = defineWords({
  title: { th: 'การช่วยเหลือ', en: 'Help given' },
  record: { th: 'บันทึกการช่วยเหลือ', en: 'Record help' },
  empty: { th: 'ยังไม่มีการช่วยเหลือ', en: 'No help yet' },
  emptyHint: {
    th: 'เมื่อภาคีให้ความช่วยเหลือแล้ว ให้บันทึกผู้ให้ สิ่งที่ให้ และหลักฐาน เพื่อให้ผู้อื่นตรวจผลได้',
    en: 'Once a partner has helped, record who gave what and the evidence, so that somebody else can verify.',
  },
  what: { th: 'สิ่งที่ช่วยเหลือ', en: 'What was given' },
  giver: { th: 'ผู้ให้', en: 'Giver' },
  sector: { th: 'ภาคี', en: 'Sector' },
  value: { th: 'มูลค่า', en: 'Value' },
  givenOn: { th: 'วันที่', en: 'Day' },
  evidence: { th: 'หลักฐาน', en: 'Evidence' },
  noEvidence: { th: 'ไม่มีหลักฐาน', en: 'None' },
  recordedBy: { th: (name: string) => `บันทึกโดย ${name}`, en: name => `Recorded by ${name}` },
  total: { th: 'รวม', en: 'Total' },
})

export interface AssistancePanelProps {
  readonly household: HouseholdView
  readonly people: readonly NamedPerson[]
}

/** All help a household was given, the newest first, with its sum per sector. */
export const AssistancePanel = ({ household, people }: AssistancePanelProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor } = useSession()
  const organisations = useOrganisations()
  const [isRecording, setRecording] = useState(false)
  const helps = [...household.assistances].sort((a, b) => (a.givenOn < b.givenOn ? 1 : -1))
  const mayRecord = mayCommand(actor, 'RecordAssistance') && helpableProblems(household).length > 0

  const columns: Column<Assistance>[] = [
    {
      key: 'what',
      heading: say.what,
      cell: help => (
        <div>
          <b>{help.what}</b>
          {help.quantity !== null && ` ${formatNumber(help.quantity, language)} ${help.unit}`}
          <div className="act-muted">
            {help.problemIds
              .flatMap(id => household.problems.filter(problem => problem.id === id))
              .map(problem => `${problem.kindCode} ${kindShortName(problem.kindCode, language)}`)
              .join(' · ')}
          </div>
        </div>
      ),
    },
    {
      key: 'giver',
      heading: say.giver,
      cell: help => (
        <div>
          {nameOfOrganisation(organisations.data?.organisations, help.organisationId) ?? help.giverName}
          <div className="act-muted">{say.recordedBy(nameOfPerson(people, help.recordedBy))}</div>
        </div>
      ),
    },
    { key: 'sector', heading: say.sector, cell: help => sectorName(help.sector, language) },
    { key: 'value', heading: say.value, cell: help => formatBaht(help.valueBaht, language), align: 'end' },
    { key: 'givenOn', heading: say.givenOn, cell: help => formatDay(help.givenOn, { language }) },
    {
      key: 'evidence',
      heading: say.evidence,
      cell: help =>
        help.evidence.length === 0 ? (
          <Badge tone="warning">{say.noEvidence}</Badge>
        ) : (
          <EvidenceList evidence={help.evidence} householdId={household.id} />
        ),
      priority: 2,
    },
  ]

  const record = (
    <Button kind="primary" icon="heart" onPress={() => setRecording(true)}>
      {say.record}
    </Button>
  )
  return (
    <Section title={say.title} actions={mayRecord && helps.length > 0 ? record : undefined}>
      <DataTable
        caption={say.title}
        columns={columns}
        rows={helps}
        rowKey={help => help.id}
        totals={
          helps.length > 1
            ? {
                what: say.total,
                value: formatBaht(
                  helps.reduce((sum, help) => sum + help.valueBaht, 0),
                  language,
                ),
              }
            : undefined
        }
        empty={
          <EmptyState icon="heart" title={say.empty} actions={mayRecord ? record : undefined}>
            {say.emptyHint}
          </EmptyState>
        }
      />
      <SectorSums sums={helpBySector(helps)} isHiddenForOne />
      {isRecording && <RecordAssistance household={household} onClose={() => setRecording(false)} />}
    </Section>
  )
}
