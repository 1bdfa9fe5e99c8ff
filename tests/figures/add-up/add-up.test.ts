import { describe, expect, it } from 'vitest'
import { addUp, type Effects } from '../../../src/figures/add-up/add-up.ts'
import type { ReporterSum } from '../../../src/figures/add-up/reporter-sum.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import type { Rules } from '../../../src/indicators/indicator.ts'
import { away, part, rules } from './parts.ts'

type Row = [what: string, rules: Rules, parts: ReporterSum[], figure: Figure, aside?: Effects]
const flow = rules('count', 'sum', 'sum')
const stock = rules('count', 'sum', 'latest')
const unique = rules('count', 'none', 'none')
const ratio = rules('ratio', 'sum', 'sum')
const mean = rules('mean', 'sum', 'sum')
const median = rules('median', 'none', 'none')
const milestone = rules('milestone', 'sum', 'latest', 3)

const table: Row[] = [
  ['nothing asked', flow, [], { state: 'not due', value: null, coverage: [0, 0], flags: [] }],
  [
    'nothing due',
    flow,
    [part(5, 0, { due: 0, expected: 0 })],
    { state: 'not due', value: null, coverage: [0, 0], flags: [] },
  ],
  ['all away', flow, [away(), away()], { state: 'not applicable', value: null, coverage: [0, 0], flags: [] }],
  ['nothing came', flow, [part(null)], { state: 'not reported', value: null, coverage: [0, 1], flags: ['partial'] }],
  ['zero came', flow, [part(0)], { state: 'reported', value: 0, coverage: [1, 1], flags: [] }],
  ['a sum', flow, [part(2), part(3)], { state: 'reported', value: 5, coverage: [2, 2], flags: [] }],
  ['one away', flow, [part(2), away()], { state: 'reported', value: 2, coverage: [1, 1], flags: [] }],
  ['one missing', flow, [part(2), part(null)], { state: 'reported', value: 2, coverage: [1, 2], flags: ['partial'] }],
  [
    'a flow counts submissions',
    flow,
    [part(2, 0, { due: 5, expected: 4, reported: 3 })],
    { state: 'reported', value: 2, coverage: [3, 4], flags: ['partial'] },
  ],
  [
    'a stock counts reporters',
    stock,
    [part(2, 0, { due: 5, expected: 4, reported: 3 }), part(null)],
    { state: 'reported', value: 2, coverage: [1, 2], flags: ['partial'] },
  ],
  [
    'a carried stock',
    stock,
    [part(2, 0, { latest: 8079 }), part(3)],
    { state: 'reported', value: 5, coverage: [2, 2], flags: ['carried'] },
  ],
  [
    'all flags, in order',
    stock,
    [part(2, 0, { latest: 8079, provisional: true, joined: true }), part(null)],
    { state: 'reported', value: 2, coverage: [1, 2], flags: ['partial', 'carried', 'provisional', 'break'] },
  ],
  [
    'a reporter that is away breaks the series all the same',
    flow,
    [part(2), away({ joined: true })],
    { state: 'reported', value: 2, coverage: [1, 1], flags: ['break'] },
  ],
  [
    'categories that change',
    flow,
    [part(2)],
    { state: 'reported', value: 2, coverage: [1, 1], flags: ['break'] },
    { broken: true },
  ],
  [
    'definitions that measure different things, whoever reports',
    flow,
    [part(2)],
    { state: 'not additive', value: null, coverage: [1, 1], flags: [], why: 'definitions' },
    { incompatible: true },
  ],
  [
    'a period that cuts the span of a value, before anything else that stands against a total',
    unique,
    [part(7, 0, { latest: 8079 }), part(null)],
    { state: 'not formed', value: null, coverage: [1, 2], flags: ['partial'] },
    { cut: true, incompatible: true },
  ],
  [
    'a stock that is carried has no such mark where there is no number',
    stock,
    [part(7, 0, { latest: 8079 })],
    { state: 'not formed', value: null, coverage: [1, 1], flags: [] },
    { cut: true },
  ],
  [
    'a value that was restated',
    flow,
    [part(2)],
    { state: 'reported', value: 2, coverage: [1, 1], flags: ['revised'] },
    { revised: true },
  ],
  ['one reporter where none add', unique, [part(7)], { state: 'reported', value: 7, coverage: [1, 1], flags: [] }],
  [
    'two reporters where none add',
    unique,
    [part(7), part(8)],
    { state: 'not additive', value: null, coverage: [2, 2], flags: [], why: 'reporters' },
  ],
  [
    'two reporters asked, none came',
    unique,
    [part(null), part(null)],
    { state: 'not additive', value: null, coverage: [0, 2], flags: ['partial'], why: 'reporters' },
  ],
  ['two reporters, one away', unique, [part(7), away()], { state: 'reported', value: 7, coverage: [1, 1], flags: [] }],
  [
    "two reporters of the project's own",
    rules('count', 'project', 'sum'),
    [part(7), part(8)],
    { state: 'not additive', value: null, coverage: [2, 2], flags: [], why: 'reporters' },
  ],
  [
    'two quarters where none add',
    unique,
    [part(7, 0, { due: 2, expected: 2, quarters: [8080, 8081] })],
    { state: 'not additive', value: null, coverage: [1, 2], flags: ['partial'], why: 'quarters' },
  ],
  [
    'quarters that do not add, of two reporters that do',
    rules('count', 'sum', 'none'),
    [part(7, 0, { quarters: [8080] }), part(7, 0, { quarters: [8081] })],
    { state: 'not additive', value: null, coverage: [2, 2], flags: [], why: 'quarters' },
  ],
  [
    'the same quarter of two reporters that add',
    rules('count', 'sum', 'none'),
    [part(7), part(8)],
    { state: 'reported', value: 15, coverage: [2, 2], flags: [] },
  ],
  [
    'quarters count only where they do not add',
    stock,
    [part(7, 0, { quarters: [8080, 8081] })],
    { state: 'reported', value: 7, coverage: [1, 1], flags: [] },
  ],
  [
    'rows that may hold the same person',
    flow,
    [part(7)],
    { state: 'not additive', value: null, coverage: [1, 1], flags: [], why: 'cells' },
    { overlapping: true },
  ],
  [
    'a ratio',
    ratio,
    [part(9, 10), part(10, 90)],
    { state: 'reported', value: 0.19, numerator: 19, denominator: 100, coverage: [2, 2], flags: [] },
  ],
  [
    'a ratio of nothing',
    ratio,
    [part(0, 0)],
    { state: 'undefined', value: null, numerator: 0, denominator: 0, coverage: [1, 1], flags: [] },
  ],
  [
    'a carried ratio of nothing',
    rules('ratio', 'sum', 'latest'),
    [part(0, 0, { latest: 8079 })],
    { state: 'undefined', value: null, numerator: 0, denominator: 0, coverage: [1, 1], flags: ['carried'] },
  ],
  ['a mean', mean, [part(80, 10), part(50, 90)], { state: 'reported', value: 53, n: 100, coverage: [2, 2], flags: [] }],
  ['a mean of nobody', mean, [part(80, 0)], { state: 'undefined', value: null, n: 0, coverage: [1, 1], flags: [] }],
  ['a median', median, [part(8.5, 12)], { state: 'reported', value: 8.5, n: 12, coverage: [1, 1], flags: [] }],
  [
    'a median of nobody',
    median,
    [part(8.5, 0)],
    { state: 'undefined', value: null, n: 0, coverage: [1, 1], flags: [] },
  ],
  [
    'a median of two cells',
    median,
    [part(8.5, 12, { cells: 2 })],
    { state: 'not additive', value: null, coverage: [1, 1], flags: [], why: 'cells' },
  ],
  [
    'medians of two reporters, whatever the definition says',
    rules('median', 'sum', 'sum'),
    [part(8, 2), part(9, 2)],
    { state: 'not additive', value: null, coverage: [2, 2], flags: [], why: 'reporters' },
  ],
  [
    'medians of two quarters, whatever the definition says',
    rules('median', 'none', 'sum'),
    [part(8, 2, { expected: 2, reported: 2, quarters: [8080, 8081] })],
    { state: 'not additive', value: null, coverage: [2, 2], flags: [], why: 'quarters' },
  ],
  [
    'a sum of two cells is one',
    flow,
    [part(8, 0, { cells: 2 })],
    { state: 'reported', value: 8, coverage: [1, 1], flags: [] },
  ],
  ['a stage', milestone, [part(4)], { state: 'reported', value: 4, coverage: [1, 1], flags: [] }],
  [
    'stages of three, one short, one just there, one missing',
    milestone,
    [part(2), part(3), part(null)],
    { state: 'reported', value: 1, of: 3, coverage: [2, 3], flags: ['partial'] },
  ],
  [
    'a stage of two cells',
    milestone,
    [part(4, 0, { cells: 2 })],
    { state: 'not additive', value: null, coverage: [1, 1], flags: [], why: 'cells' },
  ],
  [
    'stages without a target stage: none is reached',
    rules('milestone', 'sum', 'latest', null),
    [part(2), part(3)],
    { state: 'reported', value: 0, of: 2, coverage: [2, 2], flags: [] },
  ],
]

describe('the rules for adding up', () => {
  it.each(table)('%s', (_, given, parts, figure, aside) => {
    expect(addUp(given, parts, aside)).toEqual(figure)
  })

  it('refuse stages of several when only one of them was split into categories', () => {
    expect(addUp(milestone, [part(4, 0, { cells: 2 }), part(4)])).toMatchObject({ state: 'not additive', why: 'cells' })
  })

  it('leave out a missing milestone, even if the target is stage 0', () => {
    expect(addUp(rules('milestone', 'sum', 'latest', 0), [part(0), part(null)])).toMatchObject({ value: 1, of: 2 })
  })
})
