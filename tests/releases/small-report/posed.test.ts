import { beforeAll, describe, expect, it } from 'vitest'
import type { EarlierFigure } from '../../../src/disclosure/earlier/ledger.ts'
import { problemFor, type ReleaseSource } from '../../../src/releases/content/source.ts'
import type { Release } from '../../../src/releases/release.ts'
import { smallRelease, smallSource } from './report.ts'

let source: ReleaseSource
beforeAll(() => {
  source = smallSource()
})
const posed = (over: Partial<ReleaseSource> = {}, release: Partial<Release> = {}) =>
  problemFor({ ...source, ...over, release: { ...source.release, ...release } })

describe('against whom a report is protected', () => {
  const figure = (audience: 'donor' | 'public', id: string): EarlierFigure => {
    const { sum } = posed().problem.cells.find((cell) => cell.id === 'B|project|2020-Q1||amount')!
    const atoms = posed().problem.atoms
    const shown = sum.reduce((total, name) => total + atoms[name]!, 0)
    return { id, figureId: 'B|project|2020-Q1||amount', audience, sum, shown, small: false }
  }
  const earlierOf = (...figures: EarlierFigure[]) => ({
    earlier: { ...source.earlier, figures, counts: new Map(Object.entries(posed().problem.atoms)) },
  })
  const BOTH = () => earlierOf(figure('public', 'earlier|1|x'), figure('donor', 'earlier|2|x'))
  const said = ({ problem, others }: ReturnType<typeof posed>) =>
    [problem, ...others].map(({ threshold, earlier }) => [threshold, earlier?.length])

  it('is who has seen all earlier ones, where it goes to a donor', () => {
    expect(said(posed(BOTH()))).toEqual([[5, 2]])
  })

  it('is the public and, apart from it, who has seen donors’ reports and is told smaller counts', () => {
    expect(said(posed(BOTH(), { audience: 'public', threshold: 10 }))).toEqual([
      [10, 1],
      [5, 2],
    ])
    const donors = [{ ...source.project.donors[0]!, threshold: 7 }]
    const project = { ...source.project, donors }
    expect(said(posed({ ...BOTH(), project }, { audience: 'public', threshold: 10 }))[1]).toEqual([7, 2])
    expect(said(posed({ ...BOTH(), project }, { audience: 'public', threshold: 6 }))[1]).toEqual([6, 2])
  })

  it('is the public alone where no donor has seen more', () => {
    const seen = earlierOf(figure('public', 'earlier|1|x'))
    expect(said(posed(seen, { audience: 'public', threshold: 10 }))).toEqual([[10, 1]])
  })
})

describe('what the report before hid', () => {
  it('is hidden again where that costs nothing: what counts people, and what stood at an earlier number', () => {
    const ledgerFigure = (figureId: string, more: object) => ({
      ...{ figureId, indicatorId: 1, atoms: [0], shown: null as number | null, mark: '[c]' as string | null },
      ...{ withheld: null as number[] | null, ...more },
    })
    const figures = [
      ledgerFigure('hidden', {}),
      ledgerFigure('counts nobody', { atoms: [] }),
      ledgerFigure('missing', { mark: '[x]' }),
      ledgerFigure('shown', { mark: null, shown: 9 }),
      ledgerFigure('held', { mark: null, shown: 9, withheld: [1] }),
      ledgerFigure('held, no secret', { mark: null, shown: 9, withheld: [] }),
    ]
    const release = { audience: 'donor' as const, threshold: 5, title: '', asAt: 0, atoms: ['x', 'y'], hidden: [] }
    const ledger = [
      { ...release, releaseId: 2, figures: [ledgerFigure('of another', {})] },
      { ...release, releaseId: 3, figures },
    ]
    const earlier = { ...source.earlier, ledger }
    const following = (id: number) => posed({ earlier, previous: smallRelease({ id }) })
    expect(following(3).problem.suppressedBefore).toEqual(['hidden', 'held'])
    expect(following(4).problem.suppressedBefore).toEqual([])
    expect(posed({ earlier, previous: null }).problem.suppressedBefore).toEqual([])
    // It is a preference and nothing that is printed: the same report is protected.
    expect(following(3).fingerprint).toBe(posed().fingerprint)
  })
})

describe('the mark of what was protected', () => {
  const text = { vi: 'khác', en: 'other' }
  type Table = ReleaseSource['tables'][number]['table']
  /** The report with something else in the table of an indicator that counts nobody. */
  const printed = (change: (table: Table) => Partial<Table>): Partial<ReleaseSource> => ({
    tables: source.tables.map((one, nth) =>
      nth === 0 ? { ...one, table: { ...one.table, ...change(one.table) } } : one,
    ),
  })
  const changes: [string, () => Partial<ReleaseSource>][] = [
    ['a title', () => printed(() => ({ title: text }))],
    ['the name of a row', () => printed(({ rows }) => ({ rows: rows.map((row) => ({ ...row, label: text })) }))],
    [
      'the name of a column',
      () => printed(({ columns }) => ({ columns: columns.map((one) => ({ ...one, label: text })) })),
    ],
    ['which table it is', () => printed(() => ({ id: 'another' }))],
    [
      'a figure',
      () =>
        printed(({ cells }) => ({
          cells: cells.map((row) => row.map((cell) => ({ ...cell, figure: { ...cell.figure, value: 77 } }))),
        })),
    ],
    ['a break in its series', () => printed(({ breaks }) => ({ breaks: [...breaks, text] }))],
    ['a definition', () => ({ indicators: source.indicators.map((one) => ({ ...one, definition: text })) })],
    ['what is asked for no more', () => ({ ended: new Map([['A', text]]) })],
    ['a baseline', () => ({ baselines: new Map() })],
    [
      'what could be held',
      () => {
        const cell = source.tables[0]!.table.cells[0]![0]!
        const number = { releaseId: 3, asAt: 0, value: 9, parts: new Map() }
        return { holdable: new Map([['key', { cell, number }]]) }
      },
    ],
  ]

  it('is the same as long as the same is read', () => {
    expect(posed().fingerprint).toBe(problemFor(smallSource()).fingerprint)
    expect(posed({}, { title: 'Another title' }).fingerprint).toBe(posed().fingerprint)
  })

  it.each(changes)('is another one with %s', (_, change) => {
    expect(posed(change()).fingerprint).not.toBe(posed().fingerprint)
  })

  it('is the same as on the day of issuing, though a definition gave way afterwards', () => {
    const issuedAt = 5000
    const markWith = (definedUntil: number | null) => {
      const indicators = source.indicators.map((one) => ({ ...one, definedUntil }))
      return posed({ indicators }, { state: 'issued', issuedAt }).fingerprint
    }
    expect(markWith(5001)).toBe(markWith(null))
    // It had given way before: its readers were told.
    expect(markWith(5000)).not.toBe(markWith(null))
    expect(markWith(4999)).not.toBe(markWith(null))
    const draft = (definedUntil: number | null) =>
      posed({ indicators: source.indicators.map((one) => ({ ...one, definedUntil })) }).fingerprint
    expect(draft(5001)).not.toBe(draft(null))
  })

  it('has a baseline as it is printed, and what figures would be held at', () => {
    const [code, baseline] = [...source.baselines][0]!
    const markOf = (more: object) => posed({ baselines: new Map([[code, { ...baseline, ...more }]]) }).fingerprint
    expect(markOf({ at: 1 })).toBe(markOf({}))
    expect(markOf({ value: 99 })).not.toBe(markOf({}))
    const cell = source.tables[0]!.table.cells[0]![0]!
    const heldBy = (releaseId: number, key = 'key') =>
      posed({ holdable: new Map([[key, { cell, number: { releaseId, asAt: 0, value: 9, parts: new Map() } }]]) })
        .fingerprint
    expect(heldBy(3)).not.toBe(heldBy(4))
    expect(heldBy(3)).not.toBe(heldBy(3, 'another'))
  })

  it('is another one with another threshold', () => {
    expect(posed({}, { threshold: 6 }).fingerprint).not.toBe(posed().fingerprint)
  })
})
