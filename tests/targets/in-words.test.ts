import { expect, it } from 'vitest'
import { wordsFor } from '../../src/language/words.ts'
import { ragText, ratingInWords, targetText } from '../../src/targets/in-words.ts'
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
