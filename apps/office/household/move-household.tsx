import { isDistrictOfficer } from '@thaiqm/core/access/actor.ts'
import type { VillageCode } from '@thaiqm/core/area/area-code.ts'
import { isLive } from '@thaiqm/core/problem/problem-state.ts'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { useState } from 'react'
import { AreaField } from '../person/area-field.tsx'
import { addressOf, useGo } from '../platform/address.ts'
import { useAreas } from '../platform/areas.ts'
import { ReasonField } from '../platform/reason-field.tsx'
import { useSession } from '../platform/session.tsx'
import { ActDialog } from '../problem/act-dialog.tsx'
import type { RecordDialogProps } from './record-dialog.ts'

const words = defineWords({
  title: { th: 'ย้ายครัวเรือนไปหมู่บ้านอื่น', en: 'Move the household to another village' },
  confirm: { th: 'ย้ายและส่งมอบงาน', en: 'Move and hand over' },
  to: { th: 'หมู่บ้านปลายทาง', en: 'To which village' },
  toMissing: { th: 'โปรดเลือกหมู่บ้านปลายทาง', en: 'Please choose the village' },
  reason: { th: 'เหตุผลที่ย้าย', en: 'Why' },
  reasonHint: {
    th: 'เช่น ครอบครัวย้ายที่อยู่ตามทะเบียนบ้าน โปรดไม่ระบุชื่อบุคคล',
    en: 'Such as: the family has moved its registration. Please name nobody.',
  },
  effect: {
    th: (live: number) =>
      `ประวัติทั้งหมดและปัญหาที่ยังต้องแก้ ${live} รายการจะไปอยู่ในความรับผิดชอบของพื้นที่ปลายทาง รวมถึงเรื่องที่ส่งต่อหน่วยงานและวันครบกำหนดเดิม`,
    en: live =>
      `The whole history and ${live} live problems go to the other area, with their referrals and due days as they are.`,
  },
  away: {
    th: 'หมู่บ้านปลายทางอยู่ต่างอำเภอ หลังย้ายแล้วเจ้าหน้าที่อำเภอเดิมจะเปิดครัวเรือนนี้ไม่ได้',
    en: 'That is another district: the officers of this one will no longer be able to open the household.',
  },
})

/** The family has moved: its record and what waits about it go to the other village (scenario 16). */
export const MoveHousehold = ({ household, onClose }: RecordDialogProps) => {
  const say = useWords(words)
  const { actor } = useSession()
  const go = useGo()
  const { byCode, titleOf } = useAreas()
  const [areaCode, setAreaCode] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const handsOver = isDistrictOfficer(actor)
  const isAway = areaCode !== null && areaCode.slice(0, 4) !== household.areaCode.slice(0, 4)
  const live = household.problems.filter(p => isLive(p.state)).length
  const village = areaCode === null ? undefined : byCode.get(areaCode)
  return (
    <ActDialog
      household={household}
      command={
        areaCode === null
          ? null
          : {
              type: 'MoveHousehold',
              input: {
                areaCode: areaCode as VillageCode,
                villageName: village?.nameTh ?? titleOf(areaCode),
                reason: reason.trim(),
              },
            }
      }
      title={say.title}
      confirmLabel={say.confirm}
      onClose={onClose}
      // The giver reads it no more: what is left is that it went.
      onDone={() => isAway && handsOver && go(addressOf('/handovers', { direction: 'given' }))}
      fieldCodes={['incomplete', 'reason-missing']}
    >
      {errorOf => (
        <>
          <AreaField
            label={say.to}
            levels={['VILLAGE']}
            within={handsOver ? household.areaCode.slice(0, 2) : undefined}
            value={areaCode}
            onChange={setAreaCode}
            error={errorOf('incomplete') === undefined ? undefined : say.toMissing}
            isRequired
          />
          <ReasonField
            label={say.reason}
            hint={say.reasonHint}
            value={reason}
            onChange={setReason}
            error={errorOf('reason-missing')}
          />
          <Notice tone={isAway ? 'warning' : 'info'}>
            {say.effect(live)}
            {isAway && ` ${say.away}`}
          </Notice>
        </>
      )}
    </ActDialog>
  )
}
