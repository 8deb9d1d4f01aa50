import { clocks } from '@thaiqm/catalogue/clocks.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { lanesFor, type SolvingLane, solvingLaneNames, solvingLaneWords } from '@thaiqm/core/problem/solving-lane.ts'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { headName } from '../household/household-summary.ts'
import { ActCard, type ActProps } from './act-card.tsx'
import { LookAgainField } from './look-again-field.tsx'

const words = defineWords({
  title: { th: 'เลือกช่องทางแก้ไข', en: 'Choose a lane' },
  confirm: { th: 'บันทึกช่องทาง', en: 'Record the lane' },
  lane: { th: 'ใครเป็นผู้ขับเคลื่อน', en: 'Who moves it on' },
  owner: { th: 'ผู้รับผิดชอบ', en: 'Owner' },
  ownerHint: { th: 'ชื่อและตำแหน่ง หรือชื่อกลุ่ม', en: 'Name and post, or the group' },
  note: { th: 'แนวทาง', en: 'How' },
})

/** เลือกช่องทาง: who moves a hardship on, and when somebody looks again. */
export const Lane = ({ household, problem, onClose }: ActProps) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const [lane, setLane] = useState<SolvingLane | null>(problem.lane?.lane ?? null)
  const [ownerName, setOwnerName] = useState(problem.lane?.ownerName ?? '')
  const [lookAgainOn, setLookAgainOn] = useState<string | null>(null)
  const [note, setNote] = useState(problem.lane?.note ?? '')
  const days = lane === null ? null : clocks.lookAgainAfterDays[lane]
  const choose = (next: SolvingLane) => {
    setLane(next)
    if (next === 'SELF' && ownerName === '') setOwnerName(headName(household))
  }
  const input = {
    problemId: problem.id,
    ownerName: ownerName.trim(),
    // Partners are chosen in the office, where they are listed; one chosen there stays with its lane.
    organisationId: lane === problem.lane?.lane ? (problem.lane?.organisationId ?? null) : null,
    lookAgainOn: lookAgainOn as Day | null,
    note: note.trim(),
  }
  return (
    <ActCard
      household={household}
      title={said.title}
      confirm={said.confirm}
      command={lane === null ? null : { type: 'ChooseLane', input: { ...input, lane } }}
      fieldCodes={['lane-owner-missing', 'due-day-passed', 'look-again-too-late']}
      onClose={onClose}
    >
      {errorOf => (
        <>
          <RadioGroup<SolvingLane>
            label={said.lane}
            isRequired
            value={lane}
            onChange={choose}
            choices={lanesFor(problem).map(one => ({
              value: one,
              label: solvingLaneNames[one][language],
              description: solvingLaneWords[one][language],
            }))}
          />
          <TextField
            label={said.owner}
            hint={said.ownerHint}
            isRequired
            value={ownerName}
            onChange={text => setOwnerName(text.slice(0, 200))}
            error={errorOf('lane-owner-missing')}
          />
          {days !== null && (
            <LookAgainField
              days={days}
              value={lookAgainOn}
              onChange={setLookAgainOn}
              error={errorOf('due-day-passed', 'look-again-too-late')}
            />
          )}
          <TextArea label={said.note} isOptional value={note} onChange={text => setNote(text.slice(0, 2000))} />
        </>
      )}
    </ActCard>
  )
}
