import { beforeEach, describe, expect, it } from 'vitest'
import type { LedgerFigure } from '../../../src/disclosure/earlier/ledger.ts'
import { contentOf } from '../../../src/releases/content/publish.ts'
import { problemFor, type ReleaseSource } from '../../../src/releases/content/source.ts'
import { checksumOf } from '../../../src/releases/protection/ledger-rows.ts'
import { solve } from '../../../src/releases/protection/solve.ts'
import type { Protection } from '../../../src/suppression/protect.ts'
import type { ReleaseLanguage } from '../../../src/vocabulary/release.ts'
import { ledgerSaid, protectedReport, reportBefore } from './protected.ts'
import { MADE, smallRelease, smallSource } from './report.ts'

/** What stands beside the workbook of a small report (`workbook/`): changes, the ledger, what is protected of it. */
let source: ReleaseSource
let protection: Protection
let told: string[]
beforeEach(async () => {
  ;({ source, protection, told } = await protectedReport())
})

const contentIn = (language: ReleaseLanguage, over: Partial<ReleaseSource> = {}, draft = false) =>
  contentOf(
    { ...source, release: { ...source.release, language }, ...over },
    problemFor(source).problem,
    protection.suppressed,
    { draft, at: MADE + 60_000 },
  )
const ledger = () => ledgerSaid(source, protection)
const before = () => reportBefore(source, protection)

describe('what a small report says of changes', () => {
  it('tells no change of a count of people by less than k, and says that there are some', () => {
    const was = before()
    const [known] = was.earlier!.ledger
    const changed = (by: number) =>
      known!.figures.map((one) =>
        /^B\|project\|2020-Q3\|/.test(one.figureId) ? { ...one, shown: one.shown! + by } : one,
      )
    const since = (by: number) =>
      contentIn('en', { ...was, earlier: { ...was.earlier!, ledger: [{ ...known!, figures: changed(by) }] } })
    const told = (by: number) =>
      since(by).changes.filter(({ indicator, kind }) => indicator === 'B' && kind === 'corrected').length
    expect([-5, -4, -1, 0, 1, 4, 5].map(told)).toEqual([1, 0, 0, 0, 0, 0, 1])
    expect(since(1).untold).toContain('B')
    expect(since(1).changes.map(({ kind }) => kind)).not.toContain('now-hidden')
  })
})

describe('what stands in the ledger of a small report', () => {
  it('is each figure once, by value or mark, and the counts it is made of', async () => {
    const { atoms, figures } = ledger()
    const rows = figures.map(({ figureId, indicatorId, shown, mark, atoms: of }) =>
      [figureId, indicatorId, mark ?? shown, of.map((at) => atoms[at]!.split('|').slice(1).join(' ')).join(' + ')].join(
        '  ',
      ),
    )
    await expect(rows.join('\n')).toMatchFileSnapshot('ledger.txt')
    expect(new Set(figures.map(({ figureId }) => figureId)).size).toBe(figures.length)
    expect(new Set(atoms).size).toBe(atoms.length)
  })

  it('has a checksum that does not ask for the order of its rows, and sees every change', () => {
    const { atoms, figures } = ledger()
    const sum = checksumOf(atoms, figures)
    expect(checksumOf(atoms, [...figures].reverse())).toBe(sum)
    expect(checksumOf([...atoms].reverse(), figures)).not.toBe(sum)
    const [first, ...rest] = figures as [LedgerFigure, ...LedgerFigure[]]
    for (const over of [{ figureId: 'x' }, { indicatorId: 99 }, { atoms: [0] }, { shown: -1 }, { mark: '[d]' }])
      expect(checksumOf(atoms, [{ ...first, ...over }, ...rest]), JSON.stringify(over)).not.toBe(sum)
  })
})

describe('what is protected of a small report', () => {
  const mark = (over: Partial<ReleaseSource>) => problemFor({ ...source, ...over }).fingerprint
  it('has a mark that is the same when it is read again, and another one when anything printed is', () => {
    expect(mark(smallSource())).toBe(mark({}))
    const [first, ...rest] = source.tables
    const table = { ...first!.table, title: { vi: 'khác', en: 'other' } }
    expect(mark({ tables: [{ ...first!, table }, ...rest] })).not.toBe(mark({}))
    expect(mark({ baselines: new Map() })).not.toBe(mark({}))
    expect(mark({ indicators: source.indicators.slice(1) })).not.toBe(mark({}))
    expect(mark({ release: smallRelease({ threshold: 6 }) })).not.toBe(mark({}))
    expect(mark({ release: smallRelease({ title: 'another' }) })).toBe(mark({}))
  })

  it('prefers to hide again what the report before to the same audience hid, and that alone does not change the mark', () => {
    const given = before()
    const { problem, fingerprint } = problemFor({ ...source, ...given })
    const hidden = given.earlier!.ledger[0]!.figures.filter(({ mark, atoms }) => mark === '[c]' && atoms.length > 0)
    expect(problem.suppressedBefore).toEqual(hidden.map(({ figureId }) => figureId))
    expect(hidden.length).toBeGreaterThan(0)
    expect(fingerprint).toBe(mark({}))
    expect(problemFor({ ...source, ...given, previous: null }).problem.suppressedBefore).toEqual([])
  })

  it('is told of on its way, to the end', () => {
    const [done, of] = told.at(-1)!.split('/')
    expect(done).toBe(of)
  })

  it('runs out of time with nothing to release', async () => {
    const { answer } = await solve(problemFor(source), 0, () => {})
    expect(answer).toEqual({ refused: 'out-of-time' })
  })
})
