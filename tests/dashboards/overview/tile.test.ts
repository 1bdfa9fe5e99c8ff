import { describe, expect, it } from 'vitest'
import { tileOf } from '../../../src/dashboards/overview/scorecard/tile.ts'
import { wordsFor } from '../../../src/language/words.ts'
import type { ComparedFigure } from '../../../src/targets/compared-table.ts'
import { NOT_APPLICABLE, NOT_DUE, NOT_REPORTED, reported } from '../../charts/tables.ts'
import { indicatorNamed, progress } from './standings.ts'

const words = wordsFor('en')
describe('the tile of a province', () => {
  const own = indicatorNamed(1)
  const tile = (more: Partial<ComparedFigure>, href: string | null = '/origin') =>
    tileOf({ own, figure: reported(120), target: 100, progress: null, ...more }, 'Ha Tinh', href, words)
  const unrated = { target: null, progress: { ...progress('grey'), why: 'no target' as const } }

  it.each([
    ['green', 'A'],
    ['amber', 'B'],
    ['red', 'C'],
  ] as const)('is a letter where it is rated %s: %s, small while reports are missing', (rag, letter) => {
    const rated = progress(rag, 0.84)
    expect(tile({ progress: rated })).toMatchObject({ letter, rag, soFar: false, href: '/origin' })
    expect(tile({ progress: { ...rated, soFar: true } })).toMatchObject({ letter: letter.toLowerCase(), soFar: true })
  })

  it('says all of it in words', () => {
    expect(tile({ progress: progress('amber', 0.84) }).label).toBe('B Ha Tinh: 120 Somewhat behind 84%')
  })

  it('is the figure where nothing is rated and there is room for it', () => {
    expect(tile(unrated)).toMatchObject({ letter: '120', label: 'Ha Tinh: 120 no target', place: 'Ha Tinh' })
    expect(tile({ ...unrated, figure: reported(99_999) }).letter).toBe('99,999')
    expect(tile({ ...unrated, figure: reported(100_000) }).letter).toBe('●')
    expect(tile(unrated, null)).toMatchObject({ letter: '●', label: 'Ha Tinh: 120 no target', href: null, place: null })
  })

  it('is the sign of what stands in place of a figure; where nothing was due it leads nowhere', () => {
    expect(tile({ ...unrated, figure: NOT_DUE })).toMatchObject({ letter: '·', href: null, place: 'Ha Tinh' })
    const missing = tile({ ...unrated, figure: NOT_REPORTED })
    expect(missing.letter).toMatch(/^[^[\]()]+$/)
    expect(missing).toMatchObject({ href: '/origin', label: expect.stringContaining('Ha Tinh: not reported') })
    expect(tile({ ...unrated, figure: NOT_APPLICABLE }).letter).not.toBe(missing.letter)
  })
})
