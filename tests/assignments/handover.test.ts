import { describe, expect, it } from 'vitest'
import { HANDOVER_REFUSALS, REFUSED_HANDOVER, takenOver } from '../../src/assignments/handover.ts'
import { NO_HEIRS } from '../../src/assignments/heirs.ts'
import { wordsFor } from '../../src/language/words.ts'

const begun = [
  { reporter: 'labour', from: 8080 },
  { reporter: 'labour', from: 8090 },
  { reporter: 'health', from: 8084 },
  { reporter: 'police', from: 8084 },
]
const health = { reporter: 'health', from: 8084 }

describe('a duty passes', () => {
  it('from the last assignment that has begun by then', () => {
    expect(takenOver(health, 'labour', begun, NO_HEIRS)).toEqual({ from: 8080 })
    const later = { reporter: 'health', from: 8091 }
    expect(takenOver(later, 'labour', [...begun, later], NO_HEIRS)).toEqual({ from: 8090 })
    expect(takenOver(health, 'police', begun, NO_HEIRS)).toEqual({ from: 8084 })
  })

  it.each([
    ['to itself', health, 'health', 'to-itself'],
    ['from whom nothing is asked', health, 'court', 'not-assigned'],
    ['to whom nothing is asked', { reporter: 'court', from: 8084 }, 'labour', 'not-assigned'],
    ['to an assignment that begins in another quarter', { ...health, from: 8085 }, 'labour', 'not-assigned'],
    ['before its predecessor began', { reporter: 'labour', from: 8080 }, 'health', 'before-predecessor'],
  ] as const)('but not %s', (_, heir, predecessor, refused) => {
    expect(takenOver(heir, predecessor, begun, NO_HEIRS)).toEqual({ refused })
  })

  it('but not in a circle, however long, nor one that was there before', () => {
    const back = { reporter: 'labour', from: 8090 }
    const heirs = new Map([
      ['labour', ['police']],
      ['police', ['health']],
      ['health', ['police']],
    ])
    expect(takenOver(back, 'police', begun, heirs)).toEqual({ refused: 'circle' })
    expect(takenOver(back, 'health', begun, heirs)).toEqual({ refused: 'circle' })
    expect(takenOver(health, 'labour', begun, heirs)).toEqual({ from: 8080 })
  })

  it('and what refuses it is said in both languages, with what to do', () => {
    for (const language of ['vi', 'en'] as const) {
      const said = HANDOVER_REFUSALS.map((refusal) =>
        wordsFor(language).t(REFUSED_HANDOVER[refusal], { heir: 'A', predecessor: 'B', quarter: 'Q1 2025' }),
      )
      expect(new Set(said).size).toBe(4)
      for (const sentence of said) expect(sentence).toMatch(/A/)
    }
  })
})
