import { describe, expect, it } from 'vitest'
import { atomName } from '../../../src/disclosure/atoms.ts'
import { type HoldableCells, holdKey, lastShown, saysTheSame } from '../../../src/disclosure/earlier/hold.ts'
import { earlierOf, type LedgerFigure, type LedgerRelease } from '../../../src/disclosure/earlier/ledger.ts'
import type { PublishableCell } from '../../../src/disclosure/publishable.ts'
import { type ProtectionRequest, problemOf } from '../../../src/disclosure/request.ts'
import { suppress } from '../../../src/disclosure/suppress.ts'
import { ledgerOf } from '../../../src/releases/protection/ledger-rows.ts'
import { loadSolver } from '../../../src/suppression/highs.ts'
import { isRefusal } from '../../../src/suppression/problem.ts'
import { protect } from '../../../src/suppression/protect.ts'
import type { FigureTable } from '../../../src/targets/figure-table.ts'
import fc from '../../fast-check.ts'
import { count, indicator, ratio, request, value } from '../request-of.ts'

const solver = await loadSolver()
type Asked = ProtectionRequest & { tables: FigureTable[] }

/** Counts of places and their sum, each as approved at an instant; one place less in the sum, where it has not reported. */
function report(counts: readonly { amount: number; approvedFrom: number }[]): Asked {
  const behind = counts.map(({ amount, approvedFrom }, at) => ({ ...value(at + 1, amount), approvedFrom }))
  const total = counts.reduce((sum, { amount }) => sum + amount, 0)
  return request(indicator('count'), [
    { figure: count(total), behind },
    ...behind.map((one, at) => ({ group: `p${at}`, figure: count(one.value), behind: [one] })),
  ])
}

/** What a report says of each figure: "12", "[c]", "12 [h]". */
const said = (cells: readonly PublishableCell[]) =>
  cells.map(({ shown }) =>
    shown.kind === 'confidential' ? '[c]' : `${shown.figure.value}${shown.figure.flags.includes('held') ? ' [h]' : ''}`,
  )

/** One report after others, protected against them, with what it could hold figures at. */
function next(asked: Asked, ledger: readonly (LedgerRelease & { asAt: number })[], before: readonly Asked[]) {
  const counts = new Map([...before, asked].flatMap((one) => [...Object.entries(problemOf(one).atoms)]))
  const { earlier } = earlierOf(ledger, (atom) => counts.get(atomName(atom)) ?? null)
  const problem = problemOf({ ...asked, earlier, earlierCounts: counts })
  const protection = protect(problem, solver)
  if (isRefusal(protection)) throw new Error(protection.refused)
  const holdable: HoldableCells = new Map(
    [...lastShown(ledger, 'donor')].flatMap(([id, number]) => {
      const then = before[number.releaseId - 1]!.tables[0]!.cells.flat().find((cell) => cell.id === id)
      return then ? [[holdKey('t', id), { cell: then, number }]] : []
    }),
  )
  const publish = (cells: HoldableCells) => suppress(asked.tables, 'donor', { problem, protection }, cells)
  const [held, hidden] = [publish(holdable), publish(new Map())]
  const write = (releaseId: number): LedgerRelease & { asAt: number } => ({
    releaseId,
    asAt: releaseId,
    audience: 'donor',
    threshold: 5,
    ...ledgerOf(held, problem, protection.suppressed),
  })
  return { held: held[0]!.cells.flat(), hidden: hidden[0]!.cells.flat(), write }
}

const first = report([
  { amount: 12, approvedFrom: 1 },
  { amount: 7, approvedFrom: 1 },
])

describe('a figure that has changed by too few', () => {
  it('stands at the number that was shown last, with its sign, until five more or fewer can be told; so does what has not', () => {
    const one = next(first, [], [])
    expect(said(one.held)).toEqual(['19', '12', '7'])
    const reports = [first]
    const ledger = [one.write(1)]
    const then = [13, 14, 16, 17].map((amount, nth) => {
      const asked = report([
        { amount, approvedFrom: 2 + nth },
        { amount: 7, approvedFrom: 1 },
      ])
      const made = next(asked, ledger, reports)
      ledger.push(made.write(2 + nth))
      reports.push(asked)
      return [said(made.held), said(made.hidden)]
    })
    expect(then).toEqual([
      [
        ['19 [h]', '12 [h]', '7 [h]'],
        ['[c]', '[c]', '7'],
      ],
      [
        ['19 [h]', '12 [h]', '7 [h]'],
        ['[c]', '[c]', '7'],
      ],
      [
        ['19 [h]', '12 [h]', '7 [h]'],
        ['[c]', '[c]', '7'],
      ],
      [
        ['24', '17', '7'],
        ['24', '17', '7'],
      ],
    ])
  })

  it('is in the ledger with both: the number that stands there, and that another one was withheld', () => {
    const ledger = [next(first, [], []).write(1)]
    const asked = report([
      { amount: 13, approvedFrom: 2 },
      { amount: 7, approvedFrom: 1 },
    ])
    const { atoms, figures } = next(asked, ledger, [first]).write(2)
    const of = (id: string) => figures.find(({ figureId }) => figureId === `X1|p0|2020-Q1||${id}`)!
    const named = (list: readonly number[]) => list.map((nth) => atoms[nth]!.split('|')[5])
    expect(of('value')).toMatchObject({ atoms: [], shown: 12, mark: null, withheld: [] })
    expect(of('amount')).toMatchObject({ shown: 12, mark: null })
    expect([named(of('amount').atoms), named(of('amount').withheld!)]).toEqual([['1'], ['2']])
    const { earlier } = earlierOf([{ releaseId: 2, audience: 'donor', threshold: 5, atoms, figures }], () => 12)
    const known = earlier.filter(({ figureId }) => figureId === 'X1|p0|2020-Q1||amount')
    expect(known.map(({ shown, id }) => [shown, id])).toEqual([
      [12, 'earlier|2|X1|p0|2020-Q1||amount'],
      [null, 'earlier|2|X1|p0|2020-Q1||amount-withheld'],
    ])
  })

  it('is held with what it rests on, its target and its rating, and no sign that it was restated', () => {
    const asked = (numerator: number, approvedFrom: number) =>
      request(indicator('ratio'), [
        { figure: ratio(numerator, 40), behind: [{ ...value(1, numerator, '', 40), approvedFrom }] },
      ])
    const then = asked(20, 1)
    then.tables[0]!.cells[0]![0]!.figure.flags.push('revised', 'partial')
    const ledger = [next(then, [], []).write(1)]
    const [cell] = next(asked(21, 2), ledger, [then]).held
    expect(cell!.shown).toMatchObject({
      figure: { value: 0.5, numerator: 20, denominator: 40, flags: ['partial', 'held'] },
      target: 7,
      progress: { variance: 0.5 - 7 },
      held: { releaseId: 1, asAt: 1 },
    })
  })
})

describe('what figures can be held at', () => {
  const figure = (id: string, shown: number | null, over: Partial<LedgerFigure> = {}): LedgerFigure[] => [
    { figureId: `${id}|value`, indicatorId: 1, atoms: [], shown, mark: shown === null ? '[c]' : null, withheld: null },
    {
      figureId: `${id}|amount`,
      indicatorId: 1,
      atoms: [0],
      shown,
      mark: shown === null ? '[c]' : null,
      withheld: null,
      ...over,
    },
  ]
  const of = (releaseId: number, figures: LedgerFigure[], audience: 'donor' | 'public' = 'donor') => ({
    releaseId,
    asAt: releaseId * 10,
    audience,
    threshold: 5,
    atoms: [`a${releaseId}`],
    figures,
  })
  const found = (...args: Parameters<typeof lastShown>) =>
    [...lastShown(...args)].map(([id, { releaseId, value: at }]) => [id, releaseId, at])

  it('is the newest number shown, not one that was held itself, nor a zero, nor what counts nobody', () => {
    const held = figure('a', 12).map((one) => ({ ...one, withheld: [] }))
    const releases = [
      of(1, [...figure('a', 12), ...figure('zero', 0), ...figure('b', 8)]),
      of(2, [...held, ...figure('b', 30), figure('open', 9)[0]!]),
      of(3, figure('b', null)),
    ]
    expect(found(releases, 'donor')).toEqual([
      ['a', 1, 12],
      ['b', 2, 30],
    ])
    expect(lastShown(releases, 'donor').get('b')!.parts).toEqual(new Map([['amount', { sum: ['a2'], shown: 30 }]]))
  })

  it('is for the public what the public was shown, for donors what either was', () => {
    const releases = [of(1, figure('a', 12), 'public'), of(2, figure('a', 20))]
    expect([found(releases, 'public'), found(releases, 'donor')]).toEqual([[['a', 1, 12]], [['a', 2, 20]]])
    expect(found([releases[1]!], 'public')).toEqual([])
  })
})

describe('whether a figure says what was said before', () => {
  const parts = (given: Record<string, number>) =>
    new Map(Object.entries(given).map(([part, shown]) => [part as never, { sum: [], shown }]))
  const half = { numerator: 20, complement: 20, denominator: 40 }
  it.each<[boolean, string, number, Record<string, number>]>([
    [true, 'the same of the same people', 0.5, half],
    [false, 'another share', 0.6, half],
    [false, 'the same share of fewer', 0.5, { numerator: 10, complement: 10, denominator: 20 }],
    [false, 'the same share with one count changed', 0.5, { ...half, numerator: 19 }],
    [false, 'the same share of counts that were not all told', 0.5, { numerator: 20, denominator: 40 }],
    [false, 'the same share with a count that is none of its', 0.5, { ...half, amount: 20 }],
  ])('%s: %s', (says, _, shown, then) => {
    const cell = { figure: ratio(20, 40) }
    expect(saysTheSame(cell, indicator('ratio'), { releaseId: 1, asAt: 0, value: shown, parts: parts(then) })).toBe(
      says,
    )
  })
})

describe('holding', () => {
  it('tells nothing that hiding does not: what stands there follows from [c] and from earlier reports', () => {
    const amounts = fc.array(
      fc.record({ was: fc.integer({ min: 0, max: 14 }), by: fc.constantFrom(0, 0, 0, 1, -1, 2, -3, 5) }),
      { minLength: 2, maxLength: 4 },
    )
    let held = 0
    fc.assert(
      fc.property(amounts, (list) => {
        const then = report(list.map(({ was }) => ({ amount: was, approvedFrom: 1 })))
        const now = report(
          list.map(({ was, by }) => ({ amount: Math.max(0, was + by), approvedFrom: by === 0 ? 1 : 2 })),
        )
        const one = next(then, [], [])
        const two = next(now, [one.write(1)], [then])
        const earlier = said(one.held)
        const hidden = said(two.hidden)
        const canHold = (at: number) => earlier[at] !== '[c]' && earlier[at] !== '0'
        const holds = hidden.some((sign, at) => sign === '[c]' && canHold(at))
        const worked = hidden.map((sign, at) =>
          holds && canHold(at) && (sign === '[c]' || sign === earlier[at]) ? `${earlier[at]} [h]` : sign,
        )
        expect(said(two.held)).toEqual(worked)
        held += worked.filter((sign) => sign.endsWith('[h]')).length
      }),
      { numRuns: 120 },
    )
    expect(held).toBeGreaterThan(30)
  })
})
