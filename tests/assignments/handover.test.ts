import { describe, expect, it } from 'vitest'
import {
  HANDOVER_REFUSALS,
  passedOn,
  RECORD_REFUSALS,
  REFUSED_HANDOVER,
  takenOver,
} from '../../src/assignments/handover.ts'
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
      const said = [...HANDOVER_REFUSALS, ...RECORD_REFUSALS].map((refusal) =>
        wordsFor(language).t(REFUSED_HANDOVER[refusal], {
          heir: 'A',
          predecessor: 'B',
          quarter: 'Q1 2025',
          indicator: 'P13',
        }),
      )
      expect(new Set(said).size).toBe(8)
      for (const sentence of said) expect(sentence).toMatch(/A/)
    }
  })
})

describe('the assignments that a hand-over leaves', () => {
  const [labour, nurses] = [
    { partnerId: 1, placeId: 1 },
    { partnerId: 2, placeId: 1 },
  ]
  const given = (reporter: typeof labour, from: number, to: number | null = null) => ({
    ...reporter,
    indicatorId: 9,
    from,
    to,
  })
  const pass = (
    assignments: ReturnType<typeof given>[],
    { from = 8092, assigns = true, heir = nurses, heirs = NO_HEIRS as Parameters<typeof passedOn>[2] } = {},
  ) => passedOn({ predecessor: labour, heir, from }, assignments, heirs, assigns)

  it('are the predecessor’s until the quarter before, and the heir’s from then on', () => {
    expect(pass([given(labour, 8080)])).toEqual({
      ended: [given(labour, 8080)],
      begun: [given(labour, 8080, 8091), given(nurses, 8092)],
      predecessorFrom: 8080,
    })
  })

  it('leave a predecessor that has ended before as it was, and drop what would have begun again', () => {
    const before = given(labour, 8080, 8085)
    expect(pass([before])).toEqual({ ended: [], begun: [given(nurses, 8092)], predecessorFrom: 8080 })
    const again = given(labour, 8095)
    expect(pass([before, again])).toEqual({ ended: [again], begun: [given(nurses, 8092)], predecessorFrom: 8080 })
  })

  it('cut the heir’s own where it takes over, and ask it only in quarters in which it was not asked', () => {
    const own = given(nurses, 8076, 8093)
    expect(pass([given(labour, 8080, 8091), own])).toEqual({
      ended: [own],
      begun: [given(nurses, 8076, 8091), given(nurses, 8092, 8093), given(nurses, 8094)],
      predecessorFrom: 8080,
    })
    expect(pass([given(labour, 8080, 8091), own], { assigns: false })).toMatchObject({
      begun: [given(nurses, 8076, 8091), given(nurses, 8092, 8093)],
    })
    expect(pass([given(labour, 8080, 8091), given(nurses, 8092)])).toMatchObject({ ended: [], begun: [] })
  })

  it.each([
    ['of an heir that is not asked and is not to be', { assigns: false }, 'heir-not-assigned'],
    ['to oneself', { heir: labour }, 'to-itself'],
    ['before its predecessor began', { from: 8079 }, 'before-predecessor'],
    ['in a circle', { heirs: new Map([['2/1', ['1/1']]]) }, 'circle'],
    ['once more', { heirs: new Map([['1/1', ['2/1']]]) }, 'recorded'],
  ] as const)('are not there %s', (_, how, refused) => {
    expect(pass([given(labour, 8080)], how)).toEqual({ refused })
  })

  it('are not there where the predecessor is not asked for anything', () => {
    expect(pass([given(nurses, 8080)])).toEqual({ refused: 'not-assigned' })
    expect(pass([])).toEqual({ refused: 'not-assigned' })
  })
})
