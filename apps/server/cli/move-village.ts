import { villageCode } from '@thaiqm/core/area/area-code.ts'
import { moveVillage } from '../household/move-village.ts'
import { complain, exitCodes } from './cli-settings.ts'
import { type Command, isOn, textOf } from './command.ts'
import { withServer } from './open-for-command.ts'

export const moveVillageCommand: Command = {
  name: 'village move',
  words: [],
  th: 'ย้ายทุกครัวเรือนของหมู่บ้านไปรหัสใหม่เมื่อมีการเปลี่ยนเขต ประวัติและงานที่รอพิจารณาย้ายไปด้วย',
  en: 'Move every household of a village to another code when a boundary changes, with history and waiting work',
  options: {
    from: { value: 'CODE', required: true, th: 'รหัสหมู่บ้านเดิม 8 หลัก', en: 'village code it leaves, 8 digits' },
    to: { value: 'CODE', required: true, th: 'รหัสหมู่บ้านใหม่ 8 หลัก', en: 'village code it goes to, 8 digits' },
    name: { value: 'NAME', th: 'ชื่อหมู่บ้านใหม่ ไม่ระบุ = ชื่อเดิม', en: 'name of the village there; the old one when left out' },
    reason: { value: 'TEXT', required: true, th: 'เหตุผลหรือเลขที่ประกาศ', en: 'reason, or number of the announcement' },
  },
  run: async (line, settings) => {
    const from = villageCode.safeParse(textOf(line, 'from'))
    const to = villageCode.safeParse(textOf(line, 'to'))
    if (!from.success || !to.success || from.data === to.data)
      return complain(
        settings,
        'รหัสหมู่บ้านต้องเป็นตัวเลข 8 หลักและต่างกัน',
        'Village codes have 8 digits, and the two must differ.',
        exitCodes.notBegun,
      )
    return withServer(settings, async ({ parts }) => {
      const reason = textOf(line, 'reason') ?? ''
      const villageName = textOf(line, 'name') ?? ''
      const moved = await moveVillage(parts, { from: from.data, to: to.data, villageName, reason })
      settings.out(
        isOn(line, 'json')
          ? JSON.stringify({ moved })
          : `ย้ายแล้ว ${moved} ครัวเรือน · moved ${moved} households, ${from.data} → ${to.data}`,
      )
      return exitCodes.done
    })
  },
}
