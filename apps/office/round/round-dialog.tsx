import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { Round } from '@thaiqm/core/round/round.ts'
import { decideRoundCommand } from '@thaiqm/core/round/round-command.ts'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { NumberField } from '@thaiqm/ui/number-field.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { LedgerDialog } from '../platform/ledger-dialog.tsx'
import { newId } from '../platform/new-id.ts'
import { useSession } from '../platform/session.tsx'
import { YearField } from '../platform/year-field.tsx'
import { draftOf, ledgerOf, newRound, type RoundDraft, roundCommand } from './round-draft.ts'

const words = defineWords({
  plan: { th: 'กำหนดรอบสำรวจใหม่', en: 'Plan a new round' },
  change: { th: 'แก้ไขรอบสำรวจ', en: 'Change the round' },
  confirmPlan: { th: 'กำหนดรอบ', en: 'Plan the round' },
  confirmChange: { th: 'บันทึกการแก้ไข', en: 'Save changes' },
  kind: { th: 'ชนิดของรอบ', en: 'Kind of round' },
  RE_XRAY: { th: 'ตรวจสอบซ้ำ (Re-X-Ray)', en: 'Re-X-Ray' },
  BASELINE: { th: 'รอบฐาน (นำเข้าข้อมูลเดิม)', en: 'Baseline (imported)' },
  nameTh: { th: 'ชื่อรอบ (ไทย)', en: 'Name (Thai)' },
  nameEn: { th: 'ชื่อรอบ (อังกฤษ)', en: 'Name (English)' },
  year: { th: 'ปี พ.ศ.', en: 'Year (B.E.)' },
  opensOn: { th: 'เปิดรอบวันที่', en: 'Opens on' },
  recordBy: { th: 'สำรวจและบันทึกให้แล้วเสร็จภายใน', en: 'Recorded by' },
  resolveBy: { th: 'แก้ไขปัญหาให้แล้วเสร็จภายใน', en: 'Resolved by' },
  grace: { th: 'ผ่อนผันส่งแบบที่เริ่มก่อนกำหนด', en: 'Grace for forms begun in time' },
  days: { th: 'วัน', en: 'days' },
  missing: { th: 'โปรดระบุ', en: 'Please fill in' },
})

/** Plans a round or changes one; null plans a new one. */
export const RoundDialog = ({ round, onClose }: { readonly round: Round | null; readonly onClose: () => void }) => {
  const say = useWords(words)
  const { today } = useSession()
  const [id] = useState(() => round?.id ?? newId())
  const [draft, setDraft] = useState<RoundDraft>(() => (round === null ? newRound(today) : draftOf(round)))
  const change = (patch: Partial<RoundDraft>) => setDraft(known => ({ ...known, ...patch }))
  const command = roundCommand(draft, round === null)
  return (
    <LedgerDialog
      command={
        command === null
          ? null
          : {
              ledgerKind: 'round',
              ledgerId: id,
              version: null,
              type: command.type,
              input: command.input,
              decide: context => decideRoundCommand(round === null ? null : ledgerOf(round), command, context),
            }
      }
      title={round === null ? say.plan : say.change}
      confirmLabel={round === null ? say.confirmPlan : say.confirmChange}
      size="large"
      onClose={onClose}
      fieldCodes={['deadlines-in-wrong-order']}
    >
      {(errorOf, isTried) => {
        const missing = (value: unknown) => (isTried && (value === null || value === '') ? say.missing : undefined)
        return (
          <>
            {round === null && (
              <RadioGroup
                label={say.kind}
                layout="inline"
                choices={[
                  { value: 'RE_XRAY', label: say.RE_XRAY },
                  { value: 'BASELINE', label: say.BASELINE },
                ]}
                value={draft.kind}
                onChange={kind => change({ kind })}
              />
            )}
            <FieldStack columns={2}>
              <TextField
                label={say.nameTh}
                value={draft.nameTh}
                onChange={nameTh => change({ nameTh })}
                error={missing(draft.nameTh.trim())}
                isRequired
              />
              <TextField label={say.nameEn} value={draft.nameEn} onChange={nameEn => change({ nameEn })} isOptional />
              <YearField
                label={say.year}
                value={draft.yearBe}
                onChange={yearBe => change({ yearBe })}
                error={missing(draft.yearBe)}
              />
              <NumberField
                label={say.grace}
                value={draft.graceDays}
                onChange={graceDays => change({ graceDays })}
                min={0}
                unit={say.days}
                error={missing(draft.graceDays)}
                isRequired
              />
            </FieldStack>
            <FieldStack columns={3}>
              {(['opensOn', 'recordBy', 'resolveBy'] as const).map(which => (
                <DatePicker
                  key={which}
                  label={say[which]}
                  value={draft[which]}
                  onChange={chosen => change({ [which]: chosen as Day | null })}
                  error={
                    missing(draft[which]) ?? (which === 'opensOn' ? errorOf('deadlines-in-wrong-order') : undefined)
                  }
                  isRequired
                />
              ))}
            </FieldStack>
          </>
        )
      }}
    </LedgerDialog>
  )
}
