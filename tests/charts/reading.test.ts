import { describe, expect, it } from 'vitest'
import { placeAfter, readingAt } from '../../src/browser/charts/reading.ts'
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

describe('a picture read out', () => {
  it('says what stands in a place, series by series, and nothing of those left out or without a word', () => {
    expect(readingAt(chart, 0, () => true)).toBe('Q1 2021: Whole project: 47; Planned: 45')
    expect(readingAt(chart, 1, () => true)).toBe('Q2 2021: Whole project: [x] · not reported')
    expect(readingAt(chart, 0, (series) => series === 1)).toBe('Q1 2021: Planned: 45')
  })

  it.each<[key: string, here: number | null, there: number | null]>([
    ['ArrowRight', null, 0],
    ['ArrowRight', 0, 1],
    ['ArrowDown', 2, 2],
    ['ArrowLeft', null, 2],
    ['ArrowUp', 1, 0],
    ['ArrowLeft', 0, 0],
    ['Home', 2, 0],
    ['End', null, 2],
    ['Tab', 1, null],
    ['a', null, null],
  ])('%s leads from %j to %j of three places', (key, here, there) => {
    expect(placeAfter(key, here, 3)).toBe(there)
  })
})
