import { systemActor } from '@thaiqm/core/access/actor.ts'
import { areaCode } from '@thaiqm/core/area/area-code.ts'
import { day, type Instant, instant } from '@thaiqm/core/ledger/day.ts'
import { findFigure } from '@thaiqm/core/measure/figure.ts'
import type { RoundLedger } from '@thaiqm/core/round/round-command.ts'
import { findAreas } from '../area/area-store.ts'
import { type AreaFigures, readFigures } from '../measure/figures.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { findOfficeDocuments } from '../sync/ledger-store.ts'
import { complain, exitCodes } from './cli-settings.ts'
import { type Command, isOn, textOf } from './command.ts'
import { withServer } from './open-for-command.ts'

const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/

/** A moment with its offset, or a day: its last moment in Bangkok. Undefined for anything else. */
export const readMoment = (text: string): Instant | undefined => {
  if (!MOMENT.test(text) || !day.safeParse(text.slice(0, 10)).success) return undefined
  const time = Date.parse(text.length === 10 ? `${text}T23:59:59.999+07:00` : text)
  return Number.isNaN(time) ? undefined : instant.parse(new Date(time).toISOString())
}

const linesOf = ({ areaCode: code, nameTh, figures }: AreaFigures): string[] => [
  `${code} ${nameTh}`,
  ...figures.map(({ key, n, of }) => {
    const { nameTh: th = key, nameEn: en = '' } = findFigure(key) ?? {}
    return `  ${th} · ${en}: ${of === null ? n : `${n}/${of}`}`
  }),
]

export const showFiguresCommand: Command = {
  name: 'figures',
  words: [],
  th: 'แสดงตัวชี้วัดของพื้นที่ ณ ปัจจุบัน หรือ ณ เวลาที่กำหนด',
  en: "Show an area's figures, now or as of an earlier moment",
  options: {
    area: { value: 'CODE', required: true, th: 'รหัสพื้นที่ 2, 4, 6 หรือ 8 หลัก', en: 'area code of 2, 4, 6 or 8 digits' },
    'as-of': {
      value: 'INSTANT',
      th: 'ณ เวลา เช่น 2024-01-31T23:59:59+07:00 หรือสิ้นวันที่ 2024-01-31',
      en: 'a moment such as 2024-01-31T23:59:59+07:00, or the end of a day 2024-01-31',
    },
  },
  run: async (line, settings) => {
    const area = areaCode.safeParse(textOf(line, 'area'))
    if (!area.success)
      return complain(
        settings,
        'รหัสพื้นที่ต้องมี 2, 4, 6 หรือ 8 หลัก',
        'An area code has 2, 4, 6 or 8 digits.',
        exitCodes.notBegun,
      )
    const asked = textOf(line, 'as-of')
    const asOf = asked === undefined ? null : readMoment(asked)
    if (asOf === undefined)
      return complain(
        settings,
        'เวลาใน --as-of อ่านไม่ได้ ตัวอย่าง 2024-01-31T23:59:59+07:00',
        'The moment of --as-of is not understood; write 2024-01-31T23:59:59+07:00.',
        exitCodes.notBegun,
      )
    return withServer(settings, ({ parts }) =>
      inTransaction(parts.db, systemScope, async trx => {
        const isKnown = area.data.length === 8 || (await findAreas(trx, [area.data])).length > 0
        if (!isKnown) return complain(settings, `ไม่พบพื้นที่ ${area.data}`, `No area ${area.data}.`, exitCodes.notBegun)
        const rounds = (await findOfficeDocuments(trx, 'round', parts.keys)) as RoundLedger[]
        const now = parts.clock.now()
        const reply = await readFigures(trx, rounds, { actor: systemActor, area: area.data, roundId: null, asOf, now })
        settings.out(
          isOn(line, 'json')
            ? JSON.stringify(reply)
            : [reply.asOf, ...linesOf(reply.area), '', ...reply.children.flatMap(linesOf)].join('\n'),
        )
        return exitCodes.done
      }),
    )
  },
}
