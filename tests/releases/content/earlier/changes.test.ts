import { describe, expect, it } from 'vitest'
import { partId } from '../../../../src/disclosure/counted-parts.ts'
import { valueId } from '../../../../src/disclosure/earlier/hold.ts'
import type { LedgerFigure } from '../../../../src/disclosure/earlier/ledger.ts'
import type { PublishableTable } from '../../../../src/disclosure/publishable.ts'
import type { Figure } from '../../../../src/figures/figure.ts'
import type { Indicator } from '../../../../src/indicators/indicator.ts'
import { CHANGE_KINDS, isRestated, type ReleaseTable } from '../../../../src/releases/content/content.ts'
import { changesSince } from '../../../../src/releases/content/earlier/changes.ts'
import type { ChangeReason } from '../../../../src/releases/content/earlier/reason.ts'
import { COUNT, NOT_REPORTED, RATIO, reported, table } from '../../../charts/tables.ts'

const OPEN: Indicator = { ...COUNT, code: 'X1', sensitivity: 0 }
const said = (figureId: string, shown: number | null, mark: string | null = null): LedgerFigure => ({
  ...{ figureId, indicatorId: 1, atoms: [], shown, mark, withheld: null },
})
const hiddenIn = (made: PublishableTable): PublishableTable => ({
  ...made,
  cells: made.cells.map((row) => row.map((cell) => ({ ...cell, shown: { kind: 'confidential' } }) as never)),
})
const inReport = (made: PublishableTable, more: Partial<ReleaseTable> = {}): ReleaseTable => ({
  ...{ section: 'series', table: made, breakdown: null },
  ...more,
})

/** What is said of one figure that was one thing and is another. */
function changed(
  was: number | string | null,
  is: Figure | 'hidden',
  given: { indicator?: Indicator; reason?: ChangeReason; countWas?: number } = {},
) {
  const { indicator = OPEN, reason, countWas } = given
  const shown = table([[is === 'hidden' ? reported(1) : is]], { indicator })
  const made = is === 'hidden' ? hiddenIn(shown) : shown
  const { id } = made.cells[0]![0]!
  const value = typeof was === 'string' ? said(valueId(id), null, was) : said(valueId(id), was)
  const before = [
    value,
    ...(countWas === undefined
      ? []
      : [said(partId(id, indicator.measure === 'ratio' ? 'numerator' : 'amount'), countWas)]),
  ]
  return changesSince(before, [inReport(made)], 5, new Map(reason ? [[id, reason]] : []))
}

describe('what is said of a figure that differs from the report before', () => {
  const why = (corrected: boolean, late: boolean) => ({ reason: { corrected, late, approvals: [], submissions: [] } })

  it.each<[string, Parameters<typeof changed>, object]>([
    ['a number', [10, reported(30)], { before: 10, now: 30, difference: 20, kind: 'recalculated' }],
    ['a corrected one', [10, reported(30), why(true, false)], { kind: 'corrected' }],
    ['a late one', [10, reported(30), why(false, true)], { kind: 'late' }],
    ['both', [10, reported(30), why(true, true)], { kind: 'late-and-corrected' }],
    ['neither', [10, reported(30), why(false, false)], { kind: 'recalculated', approvals: [], submissions: [] }],
    ['one without any reason', [10, reported(30)], { approvals: [], submissions: [] }],
    ['now hidden', [10, 'hidden'], { before: 10, now: '[c]', difference: '[c]', kind: 'now-hidden' }],
    ['now shown', ['[c]', reported(30)], { before: '[c]', now: 30, difference: '[c]', kind: 'now-shown' }],
    ['now missing', [10, NOT_REPORTED], { before: 10, now: '[x]', difference: '[z]', kind: 'now-missing' }],
    ['now reported', ['[x]', reported(30)], { before: '[x]', now: 30, difference: '[z]', kind: 'now-reported' }],
    ['without any sign before', [null, reported(30)], { before: '[x]', kind: 'now-reported' }],
    [
      'a share',
      [0.25, reported(0.5), { indicator: { ...RATIO, sensitivity: 0 } }],
      { before: 0.25, now: 0.5, difference: 0.25, format: '0.0%' },
    ],
  ])('%s', (_, made, change) => {
    const { changes, untold, held } = changed(...made)
    expect([changes, untold, held]).toEqual([
      [expect.objectContaining({ indicator: expect.any(String), ...change })],
      ...[[], []],
    ])
  })

  it('is nothing where it is the same, or one of the two reports does not hold it', () => {
    const nothing = { changes: [], untold: [], held: [] }
    expect(changed(10, reported(10))).toEqual(nothing)
    expect(changed('[x]', NOT_REPORTED)).toEqual(nothing)
    // It was planned for at most.
    expect(changed('[d]', reported(30))).toEqual(nothing)
    expect(changesSince([], [inReport(table([[reported(10)]]))], 5, new Map())).toEqual(nothing)
  })

  it('is said once, however many tables hold it', () => {
    const made = table([[reported(30)]], { indicator: OPEN })
    const before = [said(valueId(made.cells[0]![0]!.id), 10)]
    expect(changesSince(before, [inReport(made), inReport(made)], 5, new Map()).changes).toHaveLength(1)
  })

  it('names the period, and the place or the category that it is of', () => {
    const of = (more: Partial<ReleaseTable>, rowsAre: PublishableTable['rowsAre']) => {
      const made = table([[reported(30)]], { indicator: OPEN, rowsAre })
      const before = [said(valueId(made.cells[0]![0]!.id), 10)]
      const [change] = changesSince(before, [inReport(made, more)], 5, new Map()).changes
      return [change!.place.en, change!.category.en, change!.period.en]
    }
    const sex = { breakdown: { vi: 'Giới', en: 'Sex' } }
    expect(of({}, 'places')).toEqual(['Q1 2021', 'Total', 'project'])
    expect(of(sex, 'categories')).toEqual(['Whole project', 'Q1 2021', 'project'])
    expect(of({}, 'categories')[1]).toBe('Total')
    expect(of(sex, 'places')[1]).toBe('Total')
  })
})

describe('of an indicator that counts people', () => {
  const told = ({ changes, untold }: ReturnType<typeof changed>) => [changes.length, untold]

  it('it is not told which figures were hidden since, only that more has changed', () => {
    expect(told(changed(10, 'hidden', { indicator: COUNT }))).toEqual([0, ['V3']])
  })

  it.each([
    ['by one', 30, [0, ['V3']]],
    ['by less than k', 27, [0, ['V3']]],
    ['by k', 26, [1, []]],
    ['by much', 1, [1, []]],
  ])('a count that has changed %s', (_, was, expected) => {
    expect(told(changed(was, reported(31), { indicator: COUNT, countWas: was }))).toEqual(expected)
    expect(told(changed(31, reported(was), { indicator: COUNT, countWas: 31 }))).toEqual(expected)
  })

  it('a share is not told either where what it rests on has changed by less than k, though it rounds to the same', () => {
    const share = { ...reported(0.5), numerator: 40, denominator: 80 }
    expect(told(changed(0.5, share, { indicator: RATIO, countWas: 38 }))).toEqual([0, ['V6']])
    expect(told(changed(0.4, share, { indicator: RATIO, countWas: 32 }))).toEqual([1, []])
    expect(told(changed(0.5, share, { indicator: RATIO, countWas: 40 }))).toEqual([0, []])
  })
})

it('is a restatement where a value was corrected, and none where it came late or is shown otherwise', () => {
  expect(CHANGE_KINDS.filter((kind) => isRestated({ kind }))).toEqual(['corrected', 'late-and-corrected'])
})
