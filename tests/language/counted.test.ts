import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { unitBehind } from '../../src/language/counted.ts'

describe('a unit behind a number', () => {
  it.each([
    ['persons', 'person'],
    ['attendances', 'attendance'],
    ['cases', 'case'],
    ['facilities', 'facility'],
    ['days', 'day'],
    ['courses', 'course'],
    ['houses', 'house'],
    ['buses', 'bus'],
    ['churches', 'church'],
    ['boxes', 'box'],
    ['classes', 'class'],
    ['business models', 'business model'],
    ['packages (households)', 'package (households)'],
    ['measures (0–8)', 'measure (0–8)'],
    ['persons per 100,000 inhabitants', 'person per 100,000 inhabitants'],
    ['members of staff', 'member of staff'],
    ['meetings invited to', 'meeting invited to'],
    ['people', 'person'],
    ['Women', 'Woman'],
    ['analyses', 'analysis'],
    ['series', 'series'],
    // What has no plural, or is one already, stays.
    ['staff', 'staff'],
    ['campus', 'campus'],
    ['progress', 'progress'],
    ['analysis', 'analysis'],
    ['%', '%'],
    ['', ''],
  ])('%s: 1 %s', (unit, one) => {
    expect(unitBehind('1', unit, 'en')).toBe(one)
  })

  it('is one of it behind one more and one less, and many behind any other number, however near', () => {
    expect(['1', '+1', '-1', '−1'].map((written) => unitBehind(written, 'persons', 'en'))).toEqual(
      Array.from({ length: 4 }, () => 'person'),
    )
    for (const written of ['0', '1.0', '0.1', '11', '21', '1,000', '1 of 5', '[x]', '', '1–3'])
      expect(unitBehind(written, 'persons', 'en'), written).toBe('persons')
  })

  it('has no plural in Vietnamese', () => {
    expect(unitBehind('1', 'xã (houses)', 'vi')).toBe('xã (houses)')
  })

  it.each(['pilot', 'consular'])('is known of whatever the %s project counts', (project) => {
    const all = JSON.parse(readFileSync(`fixtures/${project}/indicators.json`, 'utf8')) as {
      countingUnit: { en: string }
    }[]
    const plain = new Set(all.map(({ countingUnit }) => countingUnit.en).filter((unit) => /^[a-z]+s(?: |$)/.test(unit)))
    const still = [...plain].filter((unit) => unitBehind('1', unit, 'en') === unit)
    expect([plain.size > 0, still]).toEqual([true, []])
  })
})
