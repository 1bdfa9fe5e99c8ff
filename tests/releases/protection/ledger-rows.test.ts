import { describe, expect, it } from 'vitest'
import { partId } from '../../../src/disclosure/counted-parts.ts'
import type { LedgerFigure } from '../../../src/disclosure/earlier/ledger.ts'
import type { PublishableTable, ShownFigure } from '../../../src/disclosure/publishable.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import { checksumOf, ledgerOf } from '../../../src/releases/protection/ledger-rows.ts'
import { NOT_REPORTED, RATIO, reported, table } from '../../charts/tables.ts'

const SHARE = reported(0.15, { numerator: 3, denominator: 20 })
const SUMS = { numerator: ['helped'], complement: ['not helped'], denominator: ['helped', 'not helped'] }
const HIDDEN: ShownFigure = { kind: 'confidential' }

/** What stands in the ledger of a ratio: each count as its atoms, and its number or sign. */
function ledger(
  given: { shown?: ShownFigure; figure?: Figure; suppressed?: string[]; helped?: number; sums?: object } = {},
) {
  const made = table([[given.figure ?? SHARE]], { indicator: RATIO })
  const cell = made.cells[0]![0]!
  const shown = given.shown ?? cell.shown
  const tables = [{ ...made, cells: [[{ ...cell, shown }]] } as PublishableTable]
  const sums = Object.entries(given.sums ?? SUMS) as [keyof typeof SUMS, string[]][]
  const problem = {
    threshold: 5,
    atoms: { helped: given.helped ?? 3, 'not helped': 17 },
    cells: sums.map(([part, sum]) => ({ id: partId(cell.id, part), sum })),
  }
  const suppressed = Object.fromEntries((given.suppressed ?? []).map((part) => [partId(cell.id, part as never), 'x']))
  const { atoms, figures } = ledgerOf([...tables, ...tables], problem, suppressed)
  return figures.map(({ figureId, atoms: sum, shown: number, mark, withheld }) => {
    const part = figureId.slice(cell.id.length + 1)
    const behind = (some: readonly number[]) => some.map((at) => atoms[at]).join(' + ')
    return [part, behind(sum), mark ?? number, withheld && behind(withheld)].join(': ').replace(/: $/, '')
  })
}

describe('what stands in the ledger of a release, each figure once', () => {
  it('is of a figure that is shown its number, and the counts that it tells', () => {
    expect(ledger()).toEqual([
      'value: : 0.15',
      'numerator: helped: 3',
      'complement: not helped: 17',
      'denominator: helped + not helped: 20',
    ])
  })

  it('is of one that is hidden for one of its counts that count alone', () => {
    expect(ledger({ shown: HIDDEN, suppressed: ['numerator'] })).toEqual(['value: : [c]', 'numerator: helped: [c]'])
  })

  it('is of one that is hidden for the sake of its row all of its counts', () => {
    expect(ledger({ shown: HIDDEN })).toEqual([
      'value: : [c]',
      'numerator: helped: [c]',
      'complement: not helped: [c]',
      'denominator: helped + not helped: [c]',
    ])
    const { numerator } = SUMS
    expect(ledger({ shown: HIDDEN, sums: { numerator } })).toEqual(['value: : [c]', 'numerator: helped: [c]'])
  })

  it('is nothing of nobody: a count of none is no secret', () => {
    expect(ledger({ shown: HIDDEN, helped: 0 })).not.toContain('numerator: helped: [c]')
    expect(ledger({ shown: HIDDEN, helped: 1 })).toContain('numerator: helped: [c]')
  })

  it('is the sign alone where nothing was reported', () => {
    expect(ledger({ figure: NOT_REPORTED, sums: {} })).toEqual(['value: : [x]'])
  })

  describe('of a figure that is held', () => {
    const held = (part: 'numerator' | 'complement'): ShownFigure => ({
      ...{ kind: 'figure', figure: SHARE, target: null, progress: null },
      held: { releaseId: 3, asAt: 0, value: 0.15, parts: new Map([[part, { sum: ['then'], shown: 9 }]]) },
    })

    it('is its earlier number, and behind it what is not shown', () => {
      expect(ledger({ shown: held('numerator'), suppressed: ['numerator'] })).toContain('numerator: then: 9: helped')
    })

    it('is no secret where another of its counts had to go', () => {
      expect(ledger({ shown: held('complement'), suppressed: ['numerator'] })).toContain('complement: then: 9')
    })
  })
})

describe('the mark of a ledger', () => {
  const row = (more: Partial<LedgerFigure> = {}): LedgerFigure => ({
    ...{ figureId: 'a', indicatorId: 1, atoms: [0], shown: 9, mark: null, withheld: null },
    ...more,
  })
  const other = row({ figureId: 'b' })

  it('is the same in whatever order its rows are read', () => {
    expect(checksumOf(['x'], [other, row()])).toBe(checksumOf(['x'], [row(), other]))
  })

  it.each<[string, Partial<LedgerFigure>]>([
    ['figure', { figureId: 'c' }],
    ['indicator', { indicatorId: 2 }],
    ['sum', { atoms: [] }],
    ['number', { shown: 8 }],
    ['sign', { mark: '[c]' }],
    ['count that is withheld', { withheld: [0] }],
    ['figure that is held, of which nothing is withheld', { withheld: [] }],
  ])('is another one with another %s', (_, more) => {
    expect(checksumOf(['x'], [row(more), other])).not.toBe(checksumOf(['x'], [row(), other]))
    expect(checksumOf(['y'], [row(more)])).not.toBe(checksumOf(['x'], [row(more)]))
  })

  it('is that of before figures were held, where none is', () => {
    // SHA-256 of [["x"],["[\"a\",1,[0],9,null]"]]: its rows end with the sign.
    expect(checksumOf(['x'], [row()])).toBe('550aa21d26e16e1ffff27d741a290c8509c49d453349e8b054e7ba99644422f3')
  })

  it('tells apart what is withheld of two figures that are held', () => {
    expect(checksumOf(['x'], [row({ withheld: [0] })])).not.toBe(checksumOf(['x'], [row({ withheld: [1] })]))
  })
})
