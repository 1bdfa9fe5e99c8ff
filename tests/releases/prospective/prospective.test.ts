import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import type { PublishableTable, ShownFigure } from '../../../src/disclosure/publishable.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import type { LookedAt } from '../../../src/figures/mask/masked-answer.ts'
import { PROJECT, type Question } from '../../../src/figures/question.ts'
import { UNSPLIT } from '../../../src/figures/split.ts'
import { maskOf, shownFigures } from '../../../src/releases/prospective/prospective.ts'

const AS_AT = Date.parse('2021-10-31T23:59:59+07:00')
const Q3 = { key: 'Q3', from: quarterOf(2021, 3), to: quarterOf(2021, 3) }
const YEAR = { key: 'year', from: quarterOf(2020, 1), to: quarterOf(2020, 4) }
const figure = (value: number, more: Partial<Figure> = {}): Figure => ({
  state: 'reported',
  value,
  coverage: [4, 5],
  flags: ['partial', 'revised'],
  ...more,
})
const shown = (one: Figure): ShownFigure => ({ kind: 'figure', figure: one, target: 10, progress: null })
const HIDDEN: ShownFigure = { kind: 'confidential' }

/** What a report of one indicator shows, by place, quarters, category and breakdown. */
const report = (all: Record<string, ShownFigure>) => ({ shown: new Map(Object.entries(all)) })
const looked = (more: Partial<LookedAt> & { asked?: Partial<Question> } = {}): LookedAt => {
  const { asked, ...rest } = more
  return {
    indicator: 'V3',
    group: { key: PROJECT, places: '*' },
    span: Q3,
    cell: '',
    question: { indicators: '*', groups: [], spans: [], basis: 'approved', map: 'as-reported', ...asked },
    ...rest,
  }
}

describe('what the reader of a report sees', () => {
  const PUBLISHED = figure(40, { coverage: [5, 5], flags: [] })
  const known = report({
    'V3|project|2021-Q3||': shown(PUBLISHED),
    'V3|nghe-an|2020-Q1..2020-Q4||': HIDDEN,
    'V3|project|2021-Q3|sex=female|sex': HIDDEN,
    'V3|project|2021-Q3|?|sex': HIDDEN,
    'V3|project|2021-Q3|?|age': shown(figure(7)),
  })
  const see = (at: LookedAt, given = figure(40), asAt?: number) => maskOf(known, asAt)(given, at)
  const stateOf = (...of: Parameters<typeof see>) => see(...of).state

  it('is what stands in the report, whatever else there would be', () => {
    expect(see(looked(), figure(41))).toBe(PUBLISHED)
  })

  const [ngheAn, female] = [{ key: 'nghe-an', places: ['nghe-an'] }, 'sex=female']
  it.each<[what: string, given: Figure]>([
    ['a count', figure(3)],
    ['a ratio', figure(0.2, { numerator: 3, denominator: 15 })],
    ['a mean', figure(7.5, { n: 3 })],
    ['a median', figure(12, { n: 2 })],
    ['milestones', figure(2, { of: 5 })],
    ['a ratio of nothing', figure(0, { state: 'undefined', value: null, numerator: 0, denominator: 0 })],
    ['what is not added up', figure(0, { state: 'not additive', value: null, why: 'reporters' })],
    ['what nobody reported', figure(0, { state: 'not reported', value: null })],
  ])('of %s that is hidden, or outside, nothing is left but how many reports there are', (_, given) => {
    const left = { value: null, coverage: [4, 5], flags: [] }
    expect(see(looked({ group: ngheAn, span: YEAR }), given)).toEqual({ state: 'confidential', ...left })
    expect(see(looked({ group: ngheAn }), given)).toEqual({ state: 'outside', ...left })
  })

  it('says what was not due, of which there is no number', () => {
    const notDue: Figure = { state: 'not due', value: null, coverage: [0, 0], flags: [] }
    for (const at of [looked(), looked({ group: ngheAn }), looked({ group: ngheAn, span: YEAR })])
      expect(see(at, notDue)).toBe(notDue)
  })

  it('tells apart a category by its breakdown, and of each what could not be split', () => {
    const by = (code: string) => ({ asked: { by: [code] } })
    expect(stateOf(looked({ cell: female, ...by('sex') }))).toBe('confidential')
    expect(stateOf(looked({ cell: UNSPLIT, ...by('sex') }))).toBe('confidential')
    expect(see(looked({ cell: UNSPLIT, ...by('age') })).value).toBe(7)
    // The undivided total beside categories is that of every table.
    expect(see(looked(by('sex')))).toBe(PUBLISHED)
    expect(stateOf(looked({ cell: `${female}&age=18`, asked: { by: ['sex', 'age'] } }))).toBe('outside')
  })

  it.each<[what: string, at: LookedAt]>([
    ['what is not approved', looked({ asked: { basis: 'provisional' } })],
    ['figures on another map', looked({ asked: { map: 'today' } })],
    ['some categories alone', looked({ asked: { only: { sex: 'female' } } })],
    ['several areas as one', looked({ group: { key: PROJECT, places: ['nghe-an', 'ha-tinh'] } })],
    ['a partner in an area', looked({ group: { key: 'nghe-an', places: ['nghe-an'], partner: 'union' }, span: YEAR })],
    ['another instant', looked({ asked: { asAt: AS_AT } })],
    ['another indicator', looked({ indicator: 'V4' })],
    ['another period', looked({ span: YEAR })],
  ])('is nothing of %s: no report holds it', (_, at) => {
    expect(stateOf(at)).toBe('outside')
  })

  it('is of the instant that the report is as at', () => {
    expect(see(looked({ asked: { asAt: AS_AT } }), figure(1), AS_AT)).toBe(PUBLISHED)
    expect(stateOf(looked(), figure(1), AS_AT)).toBe('outside')
  })

  it('of a partner is what its report has of it, where figures are compared by partners', () => {
    const ofPartner = { group: { key: 'union', places: '*' as const, partner: 'union' } }
    const seen = maskOf(report({ 'V3|union|2021-Q3||': shown(figure(9)) }), undefined)
    expect(seen(figure(9), looked(ofPartner)).value).toBe(9)
  })
})

describe('what the tables of a report show', () => {
  const table = (rowsAre: PublishableTable['rowsAre'], keys: string[], cells: [cell: string, shown: ShownFigure][]) =>
    ({
      rowsAre,
      rows: keys.map((key) => ({ key })),
      cells: cells.map(([cell, one]) => [
        { ref: { indicator: 'V3', group: PROJECT, span: '2021-Q3', cell }, shown: one },
      ]),
    }) as unknown as PublishableTable

  it('is each figure once, hidden where one of them hides it, whichever comes first', () => {
    const [open, closed] = [table('places', ['x'], [['', shown(figure(9))]]), table('places', ['x'], [['', HIDDEN]])]
    for (const tables of [
      [open, closed],
      [closed, open],
    ])
      expect([...shownFigures(tables)]).toEqual([['V3|project|2021-Q3||', HIDDEN]])
  })

  it('is in which breakdown a category stands, and what could not be split', () => {
    const sexes = table(
      'categories',
      ['sex=female', UNSPLIT],
      [
        ['sex=female', HIDDEN],
        [UNSPLIT, shown(figure(9))],
      ],
    )
    expect([...shownFigures([sexes]).keys()]).toEqual(['V3|project|2021-Q3|sex=female|sex', 'V3|project|2021-Q3|?|sex'])
  })
})
