import { clocks } from '@thaiqm/catalogue/clocks.ts'
import { addDays, type Day } from '@thaiqm/core/ledger/day.ts'
import type { OrganisationId } from '@thaiqm/core/ledger/identifiers.ts'
import { lanesFor, type SolvingLane, solvingLaneNames, solvingLaneWords } from '@thaiqm/core/problem/solving-lane.ts'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { organisationsNear } from '../organisation/organisations-near.ts'
import { useOrganisations } from '../organisation/use-organisations.ts'
import { useSession } from '../platform/session.tsx'
import { ActDialog } from './act-dialog.tsx'
import type { ActProps } from './act-props.ts'

const words = defineWords({
  title: { th: 'เลือกช่องทางแก้ไข', en: 'Choose a lane' },
  confirm: { th: 'บันทึกช่องทาง', en: 'Record the lane' },
  lane: { th: 'ใครเป็นผู้ขับเคลื่อน', en: 'Who moves it on' },
  owner: { th: 'ผู้รับผิดชอบ', en: 'Owner' },
  ownerHint: { th: 'ชื่อและตำแหน่ง หรือชื่อกลุ่ม', en: 'Name and post, or the group' },
  organisation: { th: 'ภาคีที่รับผิดชอบ', en: 'Partner in charge' },
  noOrganisation: { th: 'ไม่ระบุ', en: 'Not specified' },
  lookAgain: { th: 'ติดตามอีกครั้งวันที่', en: 'Look again on' },
  lookAgainHint: {
    th: (days: number) => `ไม่เกิน ${days} วันสำหรับช่องทางนี้`,
    en: days => `At most ${days} days in this lane`,
  },
  note: { th: 'แนวทาง', en: 'How' },
})

const none = 'none'

/** Each problem gets an owner and a day to look again. */
export const ChooseLane = ({ household, problem, onClose }: ActProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { today } = useSession()
  const organisations = useOrganisations()
  const [lane, setLane] = useState<SolvingLane | null>(problem.lane?.lane ?? null)
  const [ownerName, setOwnerName] = useState(problem.lane?.ownerName ?? '')
  const [organisationId, setOrganisationId] = useState<string>(problem.lane?.organisationId ?? none)
  const [lookAgainOn, setLookAgainOn] = useState<string | null>(null)
  const [note, setNote] = useState(problem.lane?.note ?? '')
  const days = lane === null ? null : clocks.lookAgainAfterDays[lane]
  const near = organisationsNear(organisations.data?.organisations ?? [], household.areaCode)
  return (
    <ActDialog
      household={household}
      command={
        lane === null
          ? null
          : {
              type: 'ChooseLane',
              input: {
                problemId: problem.id,
                lane,
                ownerName: ownerName.trim(),
                organisationId: organisationId === none ? null : (organisationId as OrganisationId),
                lookAgainOn: lookAgainOn as Day | null,
                note: note.trim(),
              },
            }
      }
      title={say.title}
      problem={problem}
      confirmLabel={say.confirm}
      onClose={onClose}
      fieldCodes={['lane-owner-missing', 'due-day-passed', 'look-again-too-late']}
    >
      {errorOf => (
        <>
          <RadioGroup
            label={say.lane}
            choices={lanesFor(problem).map(one => ({
              value: one,
              label: solvingLaneNames[one][language],
              description: solvingLaneWords[one][language],
            }))}
            value={lane}
            onChange={setLane}
            error={lane === null ? errorOf('incomplete') : undefined}
            isRequired
          />
          <TextField
            label={say.owner}
            hint={say.ownerHint}
            value={ownerName}
            onChange={setOwnerName}
            maxLength={200}
            error={errorOf(
              'lane-owner-missing',
              ...(ownerName.trim() === '' && organisationId === none ? ['incomplete'] : []),
            )}
            isRequired={organisationId === none}
          />
          {near.length > 0 && (
            <Select
              label={say.organisation}
              options={[
                { value: none, label: say.noOrganisation },
                ...near.map(one => ({ value: one.organisationId as string, label: one.nameTh })),
              ]}
              value={organisationId}
              onChange={setOrganisationId}
            />
          )}
          <DatePicker
            label={say.lookAgain}
            hint={days === null ? undefined : say.lookAgainHint(days)}
            value={lookAgainOn}
            onChange={setLookAgainOn}
            min={today}
            {...(days === null ? {} : { max: addDays(today, days) })}
            error={errorOf('due-day-passed', 'look-again-too-late')}
            isOptional
          />
          <TextArea label={say.note} value={note} onChange={setNote} maxLength={2000} isOptional />
        </>
      )}
    </ActDialog>
  )
}
