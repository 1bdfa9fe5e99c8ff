import { expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { wordsFor } from '../../src/language/words.ts'
import { heldAgainstText, lifeText, planText, ragText, ratingInWords, targetText } from '../../src/targets/in-words.ts'
import { PLAN_BASES } from '../../src/targets/planned.ts'
import { progressOf } from '../../src/targets/progress.ts'
import { RAG } from '../../src/vocabulary/rag.ts'
import { COUNT, MILESTONE, RATIO, reported } from '../charts/tables.ts'

const [vi, en] = [wordsFor('vi'), wordsFor('en')]

it('a rating is a word, with a decimal where rounding would change its meaning', () => {
  expect(ratingInWords(59, { variance: -6, ofTarget: 53 / 59, rag: 'amber' }, en)).toEqual({
    rag: 'amber',
    text: 'Somewhat behind',
    percent: '89.8%',
  })
  expect(ratingInWords(null, { variance: null, ofTarget: null, rag: 'grey', why: 'no target' }, en).text).toBe(
    'no target',
  )
  expect(ratingInWords(0, { variance: 1, ofTarget: null, rag: 'grey', why: 'target is 0' }, en).text).toBe(
    'the target is 0',
  )
})

it('without a rating it says why; without a target that, whatever else is missing', () => {
  const missing = { variance: null, ofTarget: null, rag: 'grey', why: 'no figure' } as const
  expect(ratingInWords(5, missing, en)).toEqual({ rag: 'grey', text: 'no figure yet', percent: null })
  expect(ratingInWords(null, missing, en).text).toBe('no target')
  expect(ratingInWords(null, null, vi).text).toBe('không có chỉ tiêu')
  expect(ratingInWords(5, { ...missing, why: 'hidden baseline' }, en).text).toBe('the baseline is not shown')
})

it('every rating has its word in both languages', () => {
  expect(RAG.map((rag) => ragText(rag, en))).toEqual(['On track', 'Somewhat behind', 'Off track', 'No rating'])
  expect(new Set(RAG.map((rag) => ragText(rag, vi))).size).toBe(4)
})

it('what is printed is what is rated', () => {
  const thresholds = { green: 90, amber: 70 }
  for (let achieved = 6900; achieved <= 9100; achieved++) {
    const progress = progressOf(reported(achieved / 10), COUNT, { target: 1000, baseline: null, thresholds })
    const { percent, rag } = ratingInWords(1000, progress, en)
    const printed = Number(percent!.replace('%', ''))
    expect([printed, rag]).toEqual([printed, printed >= 90 ? 'green' : printed >= 70 ? 'amber' : 'red'])
  }
})

it('a target is written as figures are, of stages by number', () => {
  expect(targetText(0.9, RATIO, en)).toBe('90%')
  expect(targetText(1234, COUNT, vi)).toBe('1.234')
  expect(targetText(1, MILESTONE, en)).toBe('1')
})

it('a stage is held against its name, several reporters against how many should be there', () => {
  expect(heldAgainstText(1, reported(0), MILESTONE, en)).toBe('Issued')
  expect(heldAgainstText(5, reported(4, { of: 5 }), MILESTONE, en)).toBe('5')
  expect(heldAgainstText(0.9, reported(0.8), RATIO, en)).toBe('90%')
})

it('a rating of a stage has no percentage, and one that is not final says so', () => {
  expect(ratingInWords(1, { variance: -1, ofTarget: null, rag: 'amber' }, en)).toEqual({
    rag: 'amber',
    text: 'Somewhat behind',
    percent: null,
  })
  expect(ratingInWords(10, { variance: 0, ofTarget: 1, rag: 'green', soFar: true }, en)).toEqual({
    rag: 'green',
    text: 'On track so far',
    percent: '100%',
    soFar: '◌',
  })
})

it('without a figure and without a target, what else is the matter is said', () => {
  const undefinedFigure = { variance: null, ofTarget: null, rag: 'grey', why: 'undefined' } as const
  expect(ratingInWords(null, undefinedFigure, en).text).toBe('undefined, so not rated')
})

it('a planned value names the target it comes from, with its dates, in both languages', () => {
  const of = { from: quarterOf(2020, 1), to: quarterOf(2020, 4) }
  const told = PLAN_BASES.map((basis) => planText({ value: 1, by: of.to, basis, of }, en))
  expect(told[0]).toBe('the target for 1 Jan 2020 – 31 Dec 2020')
  for (const text of told) expect(text).toContain('1 Jan 2020 – 31 Dec 2020')
  expect(new Set(told).size).toBe(PLAN_BASES.length)
  expect(planText({ value: 1, by: of.to, basis: 'share', of }, vi)).toContain('01/01/2020')
})

it('the target of the project’s life says how much of it is done, where that can be said', () => {
  const life = (ofTarget: number | null) => ({
    variance: 0,
    ofTarget: 1,
    rag: 'green' as const,
    life: { target: 400, ofTarget },
  })
  expect(lifeText(reported(15), life(0.0375), COUNT, en)).toBe('400 (3.8%)')
  expect(lifeText(reported(15), life(null), COUNT, en)).toBe('400')
  expect(lifeText(reported(15), { variance: 0, ofTarget: 1, rag: 'green' }, COUNT, en)).toBeNull()
  expect(lifeText(reported(15), null, COUNT, en)).toBeNull()
})
