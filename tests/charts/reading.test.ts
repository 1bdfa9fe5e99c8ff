import { describe, expect, it } from 'vitest'
import { pointAfter, type ReadAt, readingAt } from '../../src/browser/charts/reading.ts'
import type { ChartData } from '../../src/charts/model/chart-data.ts'

const chart = {
  data: {
    labels: ['Q1 2021', 'Q2 2021'],
    datasets: [
      { label: 'Whole project', texts: ['47', '[x] · not reported'] },
      { label: 'Planned', texts: ['45', ''] },
    ],
  },
} as unknown as ChartData

const all = (place: number): ReadAt => ({ place, series: null })
const one = (place: number, series: number): ReadAt => ({ place, series })

describe('a picture read out', () => {
  it('says what stands in a place, series by series, and nothing of those left out or without a word', () => {
    expect(readingAt(chart, all(0), () => true)).toBe('Q1 2021: Whole project: 47; Planned: 45')
    expect(readingAt(chart, all(1), () => true)).toBe('Q2 2021: Whole project: [x] · not reported')
    expect(readingAt(chart, all(0), (series) => series === 1)).toBe('Q1 2021: Planned: 45')
    expect(readingAt(chart, one(0, 1), () => true)).toBe('Q1 2021: Planned: 45')
  })

  it.each<[key: string, here: ReadAt | null, there: ReadAt | null]>([
    ['ArrowRight', null, all(0)],
    ['ArrowRight', all(0), all(1)],
    ['ArrowDown', all(2), all(2)],
    ['ArrowLeft', null, all(2)],
    ['ArrowUp', all(1), all(0)],
    ['ArrowLeft', all(0), all(0)],
    ['Home', all(2), all(0)],
    ['End', null, all(2)],
    ['Tab', all(1), null],
    ['a', null, null],
  ])('of one series %s leads from %j to %j of three places', (key, here, there) => {
    expect(pointAfter(key, here, { places: 3, series: [0], isFlat: false })).toEqual(there)
  })

  it.each<[key: string, here: ReadAt | null, there: ReadAt | null]>([
    ['ArrowDown', null, all(0)],
    ['ArrowDown', all(1), one(1, 0)],
    ['ArrowDown', one(1, 0), one(1, 2)],
    ['ArrowDown', one(1, 2), all(1)],
    ['ArrowUp', all(1), one(1, 2)],
    ['ArrowUp', one(1, 0), all(1)],
    ['ArrowRight', one(1, 2), one(2, 2)],
    ['End', one(0, 2), one(2, 2)],
    ['Escape', one(1, 2), all(1)],
    ['Escape', null, null],
  ])('of several series, one of them left out, %s leads from %j to %j', (key, here, there) => {
    expect(pointAfter(key, here, { places: 3, series: [0, 2], isFlat: false })).toEqual(there)
  })

  it('goes down the rows of bars that lie down, and across to what was planned', () => {
    const rows = { places: 3, series: [0, 1], isFlat: true }
    expect(pointAfter('ArrowDown', all(0), rows)).toEqual(all(1))
    expect(pointAfter('ArrowRight', all(0), rows)).toEqual(one(0, 0))
    expect(pointAfter('ArrowLeft', all(0), rows)).toEqual(one(0, 1))
  })
})
