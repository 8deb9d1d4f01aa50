import { agencies, problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { addDays, type Day, earlierDay } from '@thaiqm/core/ledger/day.ts'
import type { OrganisationId } from '@thaiqm/core/ledger/identifiers.ts'
import type { ReferralPart } from '@thaiqm/core/problem/problem.ts'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ComboBox, Select } from '@thaiqm/ui/select.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { officeOf, organisationsNear } from '../organisation/organisations-near.ts'
import { useOrganisations } from '../organisation/use-organisations.ts'
import { useSession } from '../platform/session.tsx'
import { ActDialog } from '../problem/act-dialog.tsx'
import type { ActProps } from '../problem/act-props.ts'

const words = defineWords({
  title: { th: 'ส่งต่อหน่วยงาน', en: 'Refer to an agency' },
  contributorTitle: { th: 'ขอความร่วมมือหน่วยงานร่วม', en: 'Ask a contributing agency' },
  contributor: { th: 'หน่วยงานร่วม', en: 'Contributing agency' },
  co: { th: 'หน่วยงานที่มักร่วมแก้ปัญหานี้', en: 'Often helps with this problem' },
  confirm: { th: 'ส่งต่อเรื่อง', en: 'Refer' },
  agency: { th: 'หน่วยงานรับผิดชอบ', en: 'Responsible agency' },
  lead: { th: 'หน่วยงานหลักของปัญหานี้', en: 'Usual lead for this problem' },
  organisation: { th: 'หน่วยงานในพื้นที่', en: 'Local office' },
  noOrganisation: { th: 'ไม่ระบุ', en: 'Not specified' },
  due: { th: 'ขอให้แจ้งผลภายในวันที่', en: 'Answer expected by' },
  note: { th: 'ข้อความถึงหน่วยงาน', en: 'Note to the agency' },
  noteHint: {
    th: 'ระบุเฉพาะข้อมูลที่จำเป็นต่อการช่วยเหลือ',
    en: 'Only what is needed to help',
  },
})

const none = 'none'
const USUAL_DAYS = 30

/** The district hands a hardship to the agency whose work it is, with a day to answer by. */
export const ReferProblem = (act: ActProps) => <ReferDialog {...act} part="LEAD" />

/** The district asks an agency to help beside the lead one. */
export const ReferToContributor = (act: ActProps) => <ReferDialog {...act} part="CONTRIBUTING" />

const ReferDialog = ({ household, problem, part, onClose }: ActProps & { readonly part: ReferralPart }) => {
  const isLead = part === 'LEAD'
  const coAgencies = problemKindByCode.get(problem.kindCode)?.coAgencies ?? []
  const say = useWords(words)
  const { language } = useLanguage()
  const { today } = useSession()
  const organisations = useOrganisations()
  const [agencyCode, setAgencyCode] = useState<string | null>(
    isLead && problem.leadAgency !== '' ? problem.leadAgency : null,
  )
  const [chosenOffice, setChosenOffice] = useState<string | null>(null)
  const usual = addDays(today, USUAL_DAYS)
  const [dueOn, setDueOn] = useState<string | null>(
    problem.dueOn !== null && problem.dueOn >= today ? earlierDay(problem.dueOn, usual) : usual,
  )
  const [note, setNote] = useState('')

  const all = organisations.data?.organisations ?? []
  // Until the officer chooses, the agency's own office for this place stands there.
  const organisationId: string = chosenOffice ?? officeOf(all, agencyCode, household.areaCode)?.organisationId ?? none
  const offices = organisationsNear(all, household.areaCode).filter(one => one.agencyCode === agencyCode)
  return (
    <ActDialog
      household={household}
      command={{
        type: 'ReferProblem',
        input: {
          problemId: problem.id,
          agencyCode: agencyCode ?? '',
          organisationId: organisationId === none ? null : (organisationId as OrganisationId),
          dueOn: dueOn as Day | null,
          note: note.trim(),
          ...(isLead ? {} : { part }),
        },
      }}
      title={isLead ? say.title : say.contributorTitle}
      problem={problem}
      confirmLabel={say.confirm}
      onClose={onClose}
      fieldCodes={[
        'agency-missing',
        'already-with-agency',
        'due-day-missing',
        'due-day-passed',
        'need-names-household',
      ]}
    >
      {errorOf => (
        <>
          <ComboBox
            label={isLead ? say.agency : say.contributor}
            options={agencies.map(one => ({
              value: one.code,
              label: one[language],
              description:
                one.code === problem.leadAgency ? say.lead : coAgencies.includes(one.code) ? say.co : undefined,
            }))}
            value={agencyCode}
            onChange={code => {
              setAgencyCode(code)
              setChosenOffice(null)
            }}
            error={errorOf('agency-missing', 'already-with-agency')}
            isRequired
          />
          {offices.length > 0 && (
            <Select
              label={say.organisation}
              options={[
                { value: none, label: say.noOrganisation },
                ...offices.map(one => ({ value: one.organisationId as string, label: one.nameTh })),
              ]}
              value={organisationId}
              onChange={setChosenOffice}
            />
          )}
          <DatePicker
            label={say.due}
            value={dueOn}
            onChange={setDueOn}
            min={today}
            error={errorOf('due-day-missing', 'due-day-passed')}
            isRequired
          />
          <TextArea
            label={say.note}
            hint={say.noteHint}
            value={note}
            onChange={setNote}
            maxLength={2000}
            error={errorOf('need-names-household')}
            isOptional
          />
        </>
      )}
    </ActDialog>
  )
}
