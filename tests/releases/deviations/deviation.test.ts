import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../../src/language/words.ts'
import type { ReleaseContent } from '../../../src/releases/content/content.ts'
import { deviationsIn, isUnplanned } from '../../../src/releases/deviations/deviating.ts'
import { mayExplainDeviations, unexplainedIn } from '../../../src/releases/deviations/deviation.ts'
import { deviationField, readDeviations } from '../../../src/releases/deviations/form.ts'
import { askedBecause } from '../../../src/releases/deviations/page.ts'
import type { Rag } from '../../../src/vocabulary/rag.ts'
import { RELEASE_STATES } from '../../../src/vocabulary/release.ts'

type Rated = { rag: Rag; ofTarget: number | null } | 'hidden' | 'nothing planned'

/** Tracking tables of one figure to date each. */
function tracked(all: Record<string, Rated>): ReleaseContent['tables'] {
  const shownOf = (rated: Rated) =>
    rated === 'hidden'
      ? { kind: 'confidential' }
      : {
          kind: 'figure',
          target: rated === 'nothing planned' ? null : 1,
          progress: rated === 'nothing planned' ? null : rated,
        }
  return Object.entries(all).map(([code, rated]) => {
    const cell = { shown: shownOf(rated) }
    const table = { indicator: { code }, columns: [{ key: 'period' }, { key: 'to-date' }], cells: [[cell, cell]] }
    return { section: 'tracking', breakdown: null, table }
  }) as never
}

const rated = (rag: Rag, ofTarget: number | null) => ({ rag, ofTarget })
const USUAL = { below: 'red', above: 120 } as const
const STRICT = { below: 'amber', above: 110 } as const

describe('a figure far from its plan', () => {
  it.each([
    ['green, on its plan', rated('green', 1), [], []],
    ['green, at the upper limit as it is printed', rated('green', 1.2004), [], ['above 120']],
    ['green, above it', rated('green', 1.2006), ['above 120.1'], ['above 120.1']],
    ['green, above the stricter one', rated('green', 1.15), [], ['above 115']],
    ['amber', rated('amber', 0.899), [], ['behind 89.9']],
    ['red', rated('red', 0.699), ['behind 69.9'], ['behind 69.9']],
    ['red, a stage that has no percentage', rated('red', null), ['behind null'], ['behind null']],
    ['green, such a stage', rated('green', null), [], []],
    ['grey', rated('grey', null), [], []],
    ['hidden: an answer would tell how far it is', 'hidden', [], []],
    ['of which nothing is planned', 'nothing planned', [], []],
  ] as const)('is asked about as its layout says: %s', (_, one, usual, strict) => {
    const said = (rule: Parameters<typeof deviationsIn>[1]) =>
      deviationsIn(tracked({ A: one }), rule).map(({ kind, percent }) => `${kind} ${percent}`)
    expect([said(USUAL), said(STRICT)]).toEqual([usual, strict])
  })

  it('is explained once it is in every language of the report', () => {
    const [one] = deviationsIn(tracked({ A: rated('red', 0.2) }), USUAL)
    const left = (vi: string | null, en: string | null, language: 'vi' | 'en' | 'both') =>
      unexplainedIn([one!], new Map([['A', { vi, en }]]), language).length
    expect([left('v', null, 'vi'), left('v', null, 'en'), left('v', null, 'both')]).toEqual([0, 1, 1])
    expect([left(null, 'e', 'vi'), left(null, 'e', 'en'), left(null, 'e', 'both')]).toEqual([1, 0, 1])
    expect([left('v', 'e', 'both'), unexplainedIn([one!], new Map(), 'both').length]).toEqual([0, 1])
  })

  it.each<[string, Record<string, Rated>, boolean]>([
    ['has a target', { A: 'nothing planned', B: rated('green', 1) }, false],
    ['has none', { A: 'nothing planned', B: 'nothing planned' }, true],
    ['that is shown has none', { A: 'nothing planned', B: 'hidden' }, true],
    ['is shown', { A: 'hidden' }, false],
    ['is there', {}, false],
  ])('is none where no figure has a target: one %s', (_, all, unplanned) => {
    expect(isUnplanned(tracked(all))).toBe(unplanned)
  })

  it('is explained once it is known which there are, and until the report is frozen', () => {
    expect(RELEASE_STATES.filter((state) => mayExplainDeviations({ state }))).toEqual(['protected'])
  })

  it('says why it is asked about', () => {
    const said = (one: Rated, language: 'vi' | 'en') =>
      deviationsIn(tracked({ A: one }), USUAL).map((found) =>
        askedBecause(found, { ...USUAL, thresholds: null }, wordsFor(language)),
      )
    expect(said(rated('red', 0.25), 'en')).toEqual(['Off track: 25% of what was planned by then'])
    expect(said(rated('green', 1.467), 'en')).toEqual(['146.7% of what was planned by then: above 120%'])
    expect(said(rated('green', 1.467), 'vi')).toEqual(['146,7% so với kế hoạch tính đến nay: trên 120%'])
    expect(said(rated('red', null), 'en')).toEqual(['Off track: a stage behind what was planned by then'])
  })
})

describe('what a manager typed about deviations', () => {
  const asked = [
    { indicator: 'A', kind: 'behind', rag: 'red', percent: 25, sensitive: false, aboutPeople: false },
    { indicator: 'V3', kind: 'behind', rag: 'red', percent: 25, sensitive: true, aboutPeople: true },
  ] as const
  const kept = new Map([
    ['A', { vi: null, en: 'Rain' }],
    ['Z', { vi: null, en: 'Asked for no more' }],
  ])
  const read = (fields: Record<string, string | string[]>, language: 'vi' | 'en' | 'both' = 'en') =>
    readDeviations(fields, asked, kept, language)
  const [text, seen] = [deviationField('text', 'en', asked[0]), deviationField('seen', 'en', asked[0])]

  it('is put in the place of what stood there; what is not asked about stays', () => {
    const { texts, typed } = read({ [text]: '  Snow\r\nand ice ', [seen]: 'Rain' })
    expect([...texts]).toEqual([
      ['A', { vi: null, en: 'Snow\nand ice' }],
      ['Z', { vi: null, en: 'Asked for no more' }],
      ['V3', { vi: null, en: null }],
    ])
    expect(typed.get('A')!.problem).toBeNull()
  })

  it('is taken away where it is blank', () => {
    expect(read({ [text]: ' ', [seen]: 'Rain' }).texts.get('A')).toEqual({ vi: null, en: null })
  })

  it('of a language that the report does not have stays as it was', () => {
    const vi = deviationField('text', 'vi', asked[0])
    expect(read({ [vi]: 'Mưa' }, 'vi').texts.get('A')).toEqual({ vi: 'Mưa', en: 'Rain' })
  })

  it('is told of when somebody else has changed the same field, and leaves alone what was not touched', () => {
    const overtaken = read({ [text]: 'Snow', [seen]: 'Sun' }).typed.get('A')!
    expect([overtaken.problem, overtaken.text.en, overtaken.seen.en]).toEqual(['overtaken', 'Snow', 'Rain'])
    const untouched = read({ [text]: 'Sun', [seen]: 'Sun' })
    expect([untouched.typed.get('A')!.problem, untouched.texts.get('A')!.en]).toEqual([null, 'Rain'])
    expect(read({ [text]: 'Rain', [seen]: 'Sun' }).typed.get('A')!.problem).toBeNull()
  })

  it('is too long above 500 letters, and comes back as it was typed', () => {
    expect(read({ [text]: 'x'.repeat(500), [seen]: 'Rain' }).typed.get('A')!.problem).toBeNull()
    const long = read({ [text]: 'x'.repeat(501), [seen]: 'Rain' }).typed.get('A')!
    expect([long.problem, long.text.en]).toEqual(['too-long', 'x'.repeat(501)])
  })

  it('is looked at again where it may name somebody, or tell a number that is hidden', () => {
    const v3 = deviationField('text', 'en', asked[1])
    for (const [written, doubts] of [
      ['Shelters were closed', []],
      ['12 came later', ['numbers']],
      ['Two girls came later', ['few']],
      ['Victim Anna came later', ['names']],
    ] as const) {
      const doubted = read({ [v3]: written })
      expect(doubted.typed.get('V3')).toMatchObject({ doubts, problem: doubts.length > 0 ? 'unchecked' : null })
      const checked = read({ [v3]: written, checked: ['V3', 'A'] })
      expect(checked.typed.get('V3')!.problem).toBeNull()
      expect(checked.confirmed).toEqual(doubts.length > 0 ? ['V3'] : [])
    }
  })

  it('may be begun with what a reporter wrote: nothing else is', () => {
    expect(read({ start: '12' }).start).toBe(12)
    for (const start of ['', 'x', '-1', '1e3', '9'.repeat(40)]) expect(read({ start }).start).toBeNull()
  })
})
