import { expect, test } from 'vitest'
import type { Instant } from '../ledger/day.ts'
import { lineSummary } from './line-summary.ts'

const asOf = '2024-01-12T02:30:00.000Z' as Instant
const lines = [
  { name: 'ต.โพนทราย', n: 1024, of: 1340 },
  { name: 'ต.บางทรายใหญ่', n: 0, of: 0 },
]

test('a text for LINE: figure, area, moment in B.E., the whole, then n of N of each part', () => {
  const text = lineSummary({
    title: 'ความครอบคลุม',
    areaName: 'อ.เมืองมุกดาหาร',
    asOf,
    total: { n: 1024, of: 1340 },
    lines,
    url: 'https://thaiqm.example.go.th/areas/4901',
  })
  expect(text.split('\n')).toEqual([
    'ความครอบคลุม อ.เมืองมุกดาหาร',
    'ณ 12 ม.ค. 2567 09.30 น.',
    'รวม 1,024 จาก 1,340 (76.4%)',
    '• ต.โพนทราย 1,024 จาก 1,340 (76.4%)',
    '• ต.บางทรายใหญ่ 0 จาก 0',
    'https://thaiqm.example.go.th/areas/4901',
  ])
})

test('in English, and plain numbers without "of"', () => {
  const text = lineSummary({
    title: 'Overdue',
    areaName: 'Mueang Mukdahan',
    asOf,
    lines: [{ name: 'Phon Sai', n: 12345, of: null }],
    language: 'en',
  })
  expect(text).toBe('Overdue Mueang Mukdahan\nas of 12 Jan 2024 09:30\n• Phon Sai 12,345')
})
