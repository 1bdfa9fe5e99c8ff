import { describe, expect, it } from 'vitest'
import { entryRows } from '../../../src/dashboards/origin/entries.ts'
import { originQuestion } from '../../../src/dashboards/origin/question.ts'
import { partColumns, sumLine, totalsOf } from '../../../src/dashboards/origin/sum.ts'
import type { Contribution, RecordedActs } from '../../../src/figures/provenance/contributions.ts'
import { PROJECT } from '../../../src/figures/question.ts'
import { UNSPLIT } from '../../../src/figures/split.ts'
import { reported, UNDEFINED } from '../../charts/tables.ts'
import { q } from '../../support/small-project.ts'
import { Q3, Q4 } from '../overview/standings.ts'
import { context, count, JULY, mean, office, ratio, stage, state, union, words } from './given.ts'

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
      ...{ key: 'a value', provisional: false, approvedFrom: JULY, ...more },
    }) as Contribution
  const lan: RecordedActs = { handedIn: { at: JULY, by: 'Mai', byId: 1 }, approved: { at: JULY, by: 'Lan', byId: 2 } }
  const known = (acts: RecordedActs = lan) => ({ ...context, acts: new Map([['a value', acts]]) })
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
    const rows = entryRows(known(), count, behind as never, partColumns(count, words))
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

  it.each<[string, Partial<Contribution>, Partial<RecordedActs>, string]>([
    ['by whom and when', {}, {}, 'Lan, 5 Jul 2021 09:30'],
    ['when, where nobody is known', {}, { approved: { at: JULY, by: null, byId: null } }, '5 Jul 2021 09:30'],
    ['since when it counts, of what came with the project', {}, { approved: null }, '5 Jul 2021 09:30'],
    ['nothing, where nothing is known', { approvedFrom: null }, { approved: null }, ''],
    [
      'that it is not yet, and who can be asked',
      { provisional: true },
      {},
      'not approved yet; handed in by Mai, 5 Jul 2021 09:30',
    ],
    ['that it is not yet', { provisional: true }, { handedIn: { at: JULY, by: null, byId: null } }, 'not approved yet'],
  ])('say of their approval %s', (_, more, acts, text) => {
    const behind = { values: [entry(5, null, more)], notApplicable: [], missing: [] }
    const found = entryRows(known({ ...lan, ...acts }), count, behind as never, partColumns(count, words))
    expect(found[0]!.approved).toBe(text)
  })
})
