import { describe, expect, it } from 'vitest'
import { correctionModels, type NamedCorrection, typedValue } from '../../../src/dashboards/origin/corrections.ts'
import { cellName, entryRows, naming, reporterIn } from '../../../src/dashboards/origin/entries.ts'
import { lineSentences } from '../../../src/dashboards/origin/lines.ts'
import { originQuestion } from '../../../src/dashboards/origin/question.ts'
import { partColumns, sumLine, totalsOf } from '../../../src/dashboards/origin/sum.ts'
import type { PageState } from '../../../src/dashboards/page-state.ts'
import type { Contribution } from '../../../src/figures/provenance/contributions.ts'
import { PROJECT } from '../../../src/figures/question.ts'
import { UNSPLIT } from '../../../src/figures/split.ts'
import { historyOf } from '../../../src/indicators/definitions/history.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { Places } from '../../../src/places/place.ts'
import { MEAN, MILESTONE, RATIO, reported, UNDEFINED } from '../../charts/tables.ts'
import { partnerNamed, placeNamed } from '../../partners/reporters.ts'
import { q } from '../../support/small-project.ts'
import { indicatorNamed, Q3, Q4 } from '../overview/standings.ts'

const words = wordsFor('en')
const JULY = Date.parse('2021-07-05T09:30:00+07:00')
const [count, stage] = [indicatorNamed(1), indicatorNamed(3, { ...MILESTONE, id: 3, code: 'M' })]
const ratio = indicatorNamed(2, { ...RATIO, id: 2, code: 'R' })
const mean = indicatorNamed(4, { ...MEAN, id: 4, code: 'N' })
const sex = {
  code: 'sex',
  name: { vi: 'Giới', en: 'Sex' },
  categories: [{ code: 'f', name: { vi: 'Nữ', en: 'Female' }, definitions: [] }],
}
const state = {
  ...{ words, breakdowns: [sex], places: new Places([placeNamed(1, 'Ha Tinh')], []), areas: 'places' },
  histories: new Map([count, ratio, stage, mean].map((one) => [one.code, historyOf([one])])),
  project: { firstQuarter: q('2019-Q1'), lastQuarter: q('2022-Q4') },
  choice: { from: Q3, to: Q4, basis: 'approved', asAt: null, map: 'as-reported' },
} as unknown as PageState
const context = {
  state,
  partners: [
    partnerNamed(1, 'union', [
      ['Former union', '2019-01-01'],
      ['Union', '2021-12-31'],
    ]),
    partnerNamed(2, 'office', [['Office', '2019-01-01']]),
  ],
}
const [union, office] = [1, 2].map((partnerId) => ({ partnerId, placeId: 1 })) as [Of, Of]
type Of = { partnerId: number; placeId: number }

describe('a correction', () => {
  const correction = (more: Partial<NamedCorrection> = {}): NamedCorrection => ({
    ...{ indicator: 1, quarter: Q4, ...union, cell: 1, at: JULY, by: 'Lan', reason: null },
    ...{
      wasState: 'reported',
      wasValue: 10,
      wasBase: null,
      becameState: 'reported',
      becameValue: 12,
      becameBase: null,
    },
    ...{ categories: { sex: 'f' }, ...more },
  })
  const told = (more: Partial<NamedCorrection>) => correctionModels(context, count, [correction(more)])[0]!.told

  it('is told with whose value it is, what it was and became', () => {
    expect(correctionModels(context, count, [correction()])).toEqual([
      {
        ...{ partner: 'Union', place: 'Ha Tinh', period: 'Q4 2021', dates: '1 Oct 2021 – 31 Dec 2021' },
        ...{ cell: 'Sex: Female', was: '10', became: '12', when: '5 Jul 2021 09:30' },
        told: 'Approved anew: Lan, 5 Jul 2021 09:30.',
      },
    ])
  })

  it('is told with why it was re-opened where that was said, and by whom where that is known', () => {
    expect(told({ reason: 'Twice.' })).toBe('Approved anew: Lan, 5 Jul 2021 09:30. Why it was re-opened: Twice.')
    expect(told({ by: null })).toBe('Approved anew: 5 Jul 2021 09:30.')
  })

  it.each([
    ['a number', count, 'reported', 10, null, '10'],
    ['a pair of numbers', ratio, 'reported', 1, 4, '25% (1 ÷ 4)'],
    ['a stage by its name', stage, 'reported', 1, null, 'Issued'],
    ['nothing given', count, null, null, null, '[x]'],
    ['not applicable', count, 'not applicable', null, null, 'not applicable'],
  ] as const)('is of what was typed: %s', (_, indicator, was, value, base, text) => {
    expect(typedValue(was, value, base, indicator, words)).toContain(text)
  })
})

describe('who reports', () => {
  it('is called as at the end of the quarter of the value, or on the day that is asked for', () => {
    const named = naming(context, 'I1')
    expect([Q3, Q4].map((quarter) => named({ quarter, ...union }).partner)).toEqual(['Former union', 'Union'])
    expect(reporterIn(context, union, '2021-06-30')).toBe('Former union (Ha Tinh)')
  })

  it('is called by number where the list has it no more', () => {
    expect(reporterIn(context, { partnerId: 9, placeId: 8 }, '2021-06-30')).toBe('9 (8)')
  })

  it('and under which categories, by name where these are known', () => {
    expect(cellName(state, {})).toBe('undivided')
    expect(cellName(state, { sex: 'f' })).toBe('Sex: Female')
    expect(cellName(state, { sex: 'x', age: 'child' })).toBe('sex=x; age=child')
  })
})

describe('lines of reporting', () => {
  const sentences = (...given: Partial<Parameters<typeof lineSentences>[1]>[]) =>
    lineSentences(context, { takenOver: [], ended: [], ...given[0] })
  const taken = (since: number | null, standIns: Of[] = []) => ({
    takenOver: [{ heir: office, predecessors: [{ ...union, since }], standIns }],
  })

  it('say who took over from whom, and since when', () => {
    expect(sentences(taken(Q4))).toEqual([
      expect.stringMatching(/^Office \(Ha Tinh\) took over from Union \(Ha Tinh\) on 1 Oct 2021: they are one line/),
    ])
    expect(sentences(taken(null))[0]).toContain('took over from Union (Ha Tinh): they')
  })

  it('say whose value stands in while the heir has none, and who left', () => {
    expect(sentences(taken(Q4, [union]))[0]).toContain('stands in (Union (Ha Tinh))')
    expect(sentences({ ended: [union] })).toEqual([expect.stringMatching(/^Union \(Ha Tinh\) has left/)])
  })

  it('tell twenty, those beyond by their number', () => {
    expect(sentences({ ended: Array(20).fill(union) })).toHaveLength(20)
    const many = sentences({ ...taken(Q4), ended: Array(21).fill(union) })
    expect(many).toHaveLength(21)
    expect(many[0]).toContain('took over')
    expect(many.at(-1)).toBe('2 more lines of reporting were taken over or have ended.')
  })
})

describe('the question behind a figure', () => {
  const asked = (query: Record<string, string>) => originQuestion(state, { indicator: 'I1', ...query })

  it.each([
    [{}, PROJECT, '*'],
    [{ group: '*' }, PROJECT, '*'],
    [{ group: '' }, PROJECT, '*'],
    [{ group: 'ha-tinh' }, 'ha-tinh', ['ha-tinh']],
  ])('is of the group that the address names: %j', (query, group, places) => {
    const { question, ...named } = asked(query)
    expect(named).toEqual({ group, cell: '' })
    expect(question).toMatchObject({ indicators: ['I1'], groups: [{ key: group, places }] })
    expect(question.spans).toEqual([{ key: 'whole', from: Q3, to: Q4 }])
  })

  it('keeps to the categories that it names', () => {
    expect(asked({ cell: 'sex=f' }).question).toMatchObject({ only: { sex: 'f' } })
  })

  it('of what can’t be split looks at the whole project: the breakdown need not be in use in the span', () => {
    const { question, cell } = asked({ cell: UNSPLIT, by: 'sex|age' })
    expect(cell).toBe(UNSPLIT)
    expect(question.by).toEqual(['sex', 'age'])
    expect(question.spans.slice(1)).toEqual([{ key: 'around', from: q('2019-Q1'), to: q('2022-Q4') }])
    expect(question.only).toBeUndefined()
  })
})

describe('the entries behind a figure', () => {
  const entry = (value: number | null, base: number | null = null, more: Partial<Contribution> = {}): Contribution =>
    ({
      ...{ quarter: Q4, ...union, categories: {}, state: 'reported', value, base, submissionId: 5 },
      ...{ provisional: false, approved: { at: JULY, by: 'Lan' }, approvedFrom: JULY, ...more },
    }) as Contribution
  const labels = (indicator: typeof count) => partColumns(indicator, words).map(({ label, summed }) => [label, summed])
  const totals = (indicator: typeof count, ...entries: Contribution[]) =>
    totalsOf(indicator, entries, partColumns(indicator, words), words)?.map(({ text, exact }) => [text, exact])

  it('have a column for each number that is typed, and one for what is summed of a mean', () => {
    expect(labels(count)).toEqual([['Value', true]])
    expect(labels(ratio)).toEqual([
      ['Numerator', true],
      ['Denominator', true],
    ])
    expect(labels(mean)).toEqual([
      ['Mean', false],
      ['n', true],
      ['Mean × n', true],
    ])
    expect(labels(stage)).toEqual([['Stage', false]])
  })

  it('are summed where the figure is a sum', () => {
    expect(totals(count, entry(1200), entry(34))).toEqual([['1,234', 1234]])
    expect(totals(ratio, entry(1, 4), entry(2, 4))).toEqual([
      ['3', 3],
      ['8', 8],
    ])
    expect(totals(mean, entry(2, 10), entry(5, 20))).toEqual([
      ['', null],
      ['30', 30],
      ['120', 120],
    ])
    expect(totals(stage, entry(1))).toBeUndefined()
  })

  it('make the figure, and the last step is printed', () => {
    const line = (indicator: typeof count, value: number, ...entries: Contribution[]) =>
      sumLine(reported(value), indicator, entries, words)
    expect(line(count, 34, entry(30), entry(4))).toBe('Sum of the entries listed: 34.')
    expect(line(ratio, 0.375, entry(1, 4), entry(2, 4))).toBe('3 ÷ 8 = 37.5%')
    expect(line(mean, 4, entry(2, 10), entry(5, 20))).toBe('120 ÷ 30 = 4')
    expect(line(stage, 1, entry(1))).toBeNull()
    expect(sumLine(UNDEFINED, ratio, [entry(0, 0)], words)).toBeNull()
  })

  it('are values, then what was declared not applicable, then what is missing', () => {
    const none = entry(null, null, { state: 'not applicable', submissionId: null })
    const behind = { values: [entry(5)], notApplicable: [none], missing: [{ quarter: Q4, ...office }] }
    const rows = entryRows(context, count, behind as never, partColumns(count, words))
    expect(rows.map(({ partner, cell, state: stands }) => [partner, cell, stands])).toEqual([
      ['Union', 'undivided', 'reported'],
      ['Union', 'undivided', 'not applicable'],
      ['Office', '', 'not reported'],
    ])
    expect(rows.map(({ submissionHref, trailHref }) => [submissionHref, trailHref])).toEqual([
      ['/submissions/5', '/trail?subject=submission%3A5'],
      [null, null],
      [null, null],
    ])
    expect(rows.map(({ values }) => values.map(({ exact }) => exact))).toEqual([[5], [null], [null]])
  })

  it.each([
    ['by whom and when', {}, 'Lan, 5 Jul 2021 09:30'],
    ['when, where nobody is known', { approved: { at: JULY, by: null } }, '5 Jul 2021 09:30'],
    ['since when it counts, of what came with the project', { approved: null }, '5 Jul 2021 09:30'],
    ['nothing, where nothing is known', { approved: null, approvedFrom: null }, ''],
    ['that it is not yet', { provisional: true }, 'not approved yet'],
  ])('say of their approval %s', (_, more, text) => {
    const behind = { values: [entry(5, null, more as Partial<Contribution>)], notApplicable: [], missing: [] }
    expect(entryRows(context, count, behind as never, partColumns(count, words))[0]!.approved).toBe(text)
  })
})
