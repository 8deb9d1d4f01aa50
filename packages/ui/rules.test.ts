import { describe, expect, it } from 'vitest'
import { isAcceptedFile } from './accepted-file.ts'
import { axisSteps, toPath, toPoints } from './chart-scale.ts'
import { toggleExclusively } from './exclusive-choice.ts'
import { pagesAround } from './pages-around.ts'

describe('pages around the current one', () => {
  it('are all shown while they are few', () => {
    expect(pagesAround(2, 3)).toEqual([1, 2, 3])
    expect(pagesAround(1, 1)).toEqual([1])
  })

  it('leave gaps of two or more, never of one', () => {
    expect(pagesAround(5, 10)).toEqual([1, 'gap-before', 4, 5, 6, 'gap-after', 10])
    expect(pagesAround(4, 10)).toEqual([1, 2, 3, 4, 5, 'gap-after', 10])
    expect(pagesAround(10, 10)).toEqual([1, 'gap-before', 9, 10])
  })
})

describe('a choice that excludes the others', () => {
  it('drops them when it is chosen, and is dropped when another is', () => {
    expect(toggleExclusively(['a', 'b'], ['a', 'b', 'none'], 'none')).toEqual(['none'])
    expect(toggleExclusively(['none'], ['none', 'a'], 'none')).toEqual(['a'])
    expect(toggleExclusively(['none'], [], 'none')).toEqual([])
    expect(toggleExclusively(['a'], ['a', 'b'], 'none')).toEqual(['a', 'b'])
    expect(toggleExclusively(['a'], ['a', 'b'], undefined)).toEqual(['a', 'b'])
  })
})

describe('accepted files', () => {
  const sheet = { name: 'รายชื่อ.XLSX', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
  const photo = { name: 'บ้าน.jpg', type: 'image/jpeg' }

  it('are known by ending, type or family', () => {
    expect(isAcceptedFile(sheet, ['.xlsx', '.csv'])).toBe(true)
    expect(isAcceptedFile(photo, ['.xlsx', '.csv'])).toBe(false)
    expect(isAcceptedFile(photo, ['image/*'])).toBe(true)
    expect(isAcceptedFile(photo, ['image/png'])).toBe(false)
    expect(isAcceptedFile(photo, [])).toBe(true)
  })
})

describe('a chart', () => {
  it('has round steps that reach the highest value', () => {
    expect(axisSteps(96_000)).toEqual([0, 25_000, 50_000, 75_000, 100_000])
    expect(axisSteps(4)).toEqual([0, 1, 2, 3, 4])
    expect(axisSteps(0)).toEqual([0, 1])
    for (const highest of [0.3, 7, 41, 999, 14_562_655])
      expect(axisSteps(highest).at(-1)).toBeGreaterThanOrEqual(highest)
  })

  it('breaks its line where a value is missing', () => {
    expect(toPath(toPoints([0, 10, null, 5, 10], 10, 100, 50))).toBe('M0.0 50.0L25.0 0.0M75.0 25.0L100.0 0.0')
  })
})
