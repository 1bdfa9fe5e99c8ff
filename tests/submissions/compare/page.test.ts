import { describe, expect, it } from 'vitest'
import { changeInWords, changeKind } from '../../../src/submissions/compare/change.ts'
import { type ComparedState, comparedPage } from '../../../src/submissions/compare/page.ts'
import { type Entry, remarked, reported } from '../../../src/submissions/entry.ts'
import { definition, indicator, lastQuarter, marked } from '../entry-form/definitions.ts'
import { on, pageState, stored, words } from '../page-state.ts'

const [COUNT, RATIO] = [
  indicator('V1', 'count', [['primary', 'sex']]),
  indicator('P1', 'ratio', [], { component: 'prevention' }),
]

describe('how a value stands to an earlier one', () => {
  const v = (value: number) => reported('V1', '', value)
  const r = (value: number, base: number) => reported('P1', '', value, base)
  it.each<[string, Entry | null, Entry | null, string]>([
    ['none', null, null, ''],
    ['new', null, v(0), 'new'],
    ['gone', v(0), null, 'taken out'],
    ['same', v(3), v(3), '= unchanged'],
    ['more', v(3), v(1234), '▲ +1,231 (more)'],
    ['less', v(3), v(0), '▼ −3 (less)'],
    ['other', v(3), marked('V1', 'not reported'), '≠ changed'],
    ['other', marked('V1', 'not reported'), v(3), '≠ changed'],
    ['other', marked('V1', 'not applicable', 'No court.'), marked('V1', 'not applicable', 'None here.'), '≠ changed'],
    ['same', marked('V1', 'not reported'), marked('V1', 'not reported'), '= unchanged'],
  ])('%s', (kind, before, now, said) => {
    expect([changeKind(COUNT, before, now), changeInWords(COUNT, before, now, words)]).toEqual([kind, said])
  })

  it.each([
    [0.1, 0.3, 'V1', '▲ +0.2 (more)'],
    [0.000_001, 0.000_003, 'V1', '▲ +0.000002 (more)'],
    [41.5, 40, '%', '▼ −1.5 points (less)'],
  ])('%d, then %d of %s: told to the last digit that is read, of per cents in points', (before, now, unit, said) => {
    const of = { ...COUNT, decimals: 0, ...(unit === '%' ? { countingUnit: { vi: '%', en: '%' } } : {}) }
    expect(changeInWords(of, v(before), v(now), words)).toBe(said)
  })

  it('is of two numbers that belong together only the same or another', () => {
    expect(changeKind(RATIO, r(1, 2), r(2, 4))).toBe('other')
    expect(changeKind(RATIO, r(1, 2), r(1, 3))).toBe('other')
    expect(changeKind(RATIO, r(1, 2), r(1, 2))).toBe('same')
    expect(changeKind(indicator('J1', 'milestone'), reported('J1', '', 0), reported('J1', '', 1))).toBe('other')
  })
})

const FORM = definition(RATIO, COUNT)
const chosen = { version: 1, at: on('2021-10-04'), by: 'Binh' }
const compared = (more: Partial<ComparedState> = {}, only?: 'changed') => {
  const state = { ...pageState(FORM), stored: stored(), earlier: [chosen], chosen, before: [], ...more }
  return comparedPage(state, { only }, words)
}

describe('a report beside earlier ones', () => {
  const entries = [reported('V1', 'sex=male', 4), reported('V1', 'sex=female', 1)]
  const before = [reported('V1', 'sex=male', 3), reported('V1', 'sex=female', 1)]
  const previous = lastQuarter(reported('V1', 'sex=male', 4))

  it('has every cell with its value last time, in the earlier version and now', () => {
    const model = compared({ entries, before, previous })
    expect(model.sections.map(({ section }) => section)).toEqual(['prevention', 'protection'])
    const [male, female] = model.sections[1]!.rows[0]!.cells
    expect(male).toEqual({
      label: 'male',
      kind: 'number',
      now: '4',
      last: { shown: '4', change: '= unchanged', kind: 'same' },
      before: { shown: '3', change: '▲ +1 (more)', kind: 'more' },
    })
    expect(female).toMatchObject({ last: { shown: '[x] not reported', kind: 'new' }, before: { kind: 'same' } })
  })

  it('offers the earlier versions, each with who saved it when, and says whether all is shown', () => {
    const nobody = { version: 2, at: on('2021-10-05'), by: null }
    const { versions, onlyChanged } = compared({ entries, before, previous, earlier: [chosen, nobody] })
    expect(versions).toMatchObject({ name: 'version', label: 'Compare with', chosen: '1' })
    expect(versions!.options.map(({ value }) => value)).toEqual(['1', '2'])
    expect(versions!.options[0]!.label).toContain('Binh')
    expect([onlyChanged, compared({ entries, before, previous }, 'changed').onlyChanged]).toEqual([false, true])
  })

  it('shows only what changed since that version, when asked', () => {
    const model = compared({ entries, before, previous }, 'changed')
    expect(
      model.sections.map(({ rows }) => rows.map((row) => [row.code, row.cells.map(({ label }) => label)])),
    ).toEqual([[['V1', ['male']]]])
    expect(compared({ entries, before: entries }, 'changed').sections).toEqual([])
  })

  it('is compared with last time alone where there is no earlier version', () => {
    const model = compared({ entries, previous, chosen: null, earlier: [] }, 'changed')
    expect([model.versions, model.sections[0]!.rows[0]!.cells.map(({ label, before }) => [label, before])]).toEqual([
      null,
      [['female', null]],
    ])
  })

  it('says a state that stood in place of values', () => {
    const model = compared({ entries, before: [marked('V1', 'not reported')] }, 'changed')
    expect(model.sections[0]!.rows[0]!.cells[0]).toMatchObject({
      label: 'The whole indicator',
      now: 'reported',
      before: { shown: '[x] not reported', kind: 'other' },
    })
  })

  it('names the versions by who saved them when', () => {
    expect(compared().versions!.options).toEqual([{ value: '1', label: 'Version 1, 4 Oct 2021 09:00, Binh' }])
  })

  it('has a remark where there is or was one, and says whether it is the same', () => {
    const remarks = (now: string[], then: string[], only?: 'changed') =>
      compared({ entries: now.map((one) => remarked('V1', one)), before: then.map((one) => remarked('V1', one)) }, only)
        .sections.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
        .filter(({ label }) => label === 'Remarks')
        .map(({ now: is, last, before: was }) => [is, last.shown, last.kind, was?.shown, was?.kind])
    expect(remarks([], [])).toEqual([])
    expect(remarks(['Late'], ['Late'])).toEqual([['Late', '', 'none', 'Late', 'same']])
    expect(remarks(['Late'], ['Lost'], 'changed')).toEqual([['Late', '', 'none', 'Lost', 'other']])
    expect(remarks(['Late'], [])).toEqual([['Late', '', 'none', '', 'new']])
    expect(remarks([], ['Late'])).toEqual([['', '', 'none', 'Late', 'gone']])
    expect(remarks(['Late'], ['Late'], 'changed')).toEqual([])
  })
})
