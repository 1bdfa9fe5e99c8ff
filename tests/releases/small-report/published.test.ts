import { beforeAll, describe, expect, it } from 'vitest'
import { type HoldableCells, holdKey } from '../../../src/disclosure/earlier/hold.ts'
import { USUAL_WORKBOOK } from '../../../src/project/workbook-layout.ts'
import { contentOf, protectedContentOf } from '../../../src/releases/content/publish.ts'
import { problemFor, type ReleaseSource } from '../../../src/releases/content/source.ts'
import { ledgerOf } from '../../../src/releases/protection/ledger-rows.ts'
import type { Release } from '../../../src/releases/release.ts'
import type { Protection } from '../../../src/suppression/protect.ts'
import { protectedReport, reportBefore } from './protected.ts'
import { MADE, smallRelease } from './report.ts'

let source: ReleaseSource
let protection: Protection
let problem: ReturnType<typeof problemFor>['problem']
beforeAll(async () => {
  ;({ source, protection } = await protectedReport())
  problem = problemFor(source).problem
})

const VERSION = { draft: true, at: MADE + 1 }
const content = (over: Partial<ReleaseSource> = {}, release: Partial<Release> = {}) => {
  const made = { ...source, ...over, release: { ...source.release, ...release } }
  return contentOf(made, problem, protection.suppressed, VERSION)
}

describe('what a workbook says', () => {
  it('names the donor, or nobody where there is none', () => {
    expect(content({}, { donorCode: 'd' }).donor).toEqual({ vi: 'Bộ', en: 'Ministry' })
    expect(content({ project: { ...source.project, donors: [] } }).donor).toEqual({ vi: '–', en: '–' })
  })

  it('is of its time, and says whether it is a draft', () => {
    expect(content()).toMatchObject({ draft: true, versionAt: MADE + 1, previous: null })
  })

  it('says what it is compared with, and that alone', () => {
    const before = reportBefore(source, protection)
    const made = content(before)
    expect(made.previous).toEqual({ title: 'Before', issuedAt: MADE - 86_400_000, asAt: before.previous!.asAt })
    expect(made.changes.length).toBeGreaterThan(0)
    const unissued = { ...before, previous: smallRelease({ id: 3, title: 'Before' }) }
    expect(content(unissued).previous).toMatchObject({ title: 'Before', issuedAt: 0 })
    // Of a report that is not in the ledger nothing is known: nothing has changed.
    expect(content({ ...before, previous: smallRelease({ id: 4 }) }).changes).toEqual([])
    expect(content({ ...before, previous: null }).changes).toEqual([])
  })

  it('names of each indicator the breakdowns it is shown by, and that it is asked for no more', () => {
    const text = { vi: 'đến hết 2020', en: 'until 2020' }
    const said = content({ ended: new Map([['A', text]]) }).indicators.map(({ code, breakdowns, ended }) => [
      code,
      breakdowns.map(({ en }) => en),
      ended,
    ])
    expect(said.filter(([, breakdowns, ended]) => (breakdowns as string[]).length > 0 || ended !== null)).toEqual([
      ['A', [], text],
      ['B', ['Sex'], null],
    ])
  })

  it('tells of relations of which both indicators are in it', () => {
    const relations = [
      { indicator: 'C', counted: 'B' },
      { indicator: 'C', counted: 'elsewhere' },
      { indicator: 'elsewhere', counted: 'B' },
    ]
    expect(content({ relations }).relations).toEqual(relations.slice(0, 1))
  })
})

describe('what is said of figures that are far from their plan', () => {
  const text = { vi: 'vì', en: 'since' }
  /** Its donor wants a word of all that is above a tenth of its plan. */
  const strict = () => {
    const workbook = { ...USUAL_WORKBOOK, code: 'w', name: text, deviations: { below: 'red' as const, above: 10 } }
    return { ...source.project, donors: [{ ...source.project.donors[0]!, workbook }] }
  }
  /** Of whom a word is told, where a manager wrote one of every indicator. */
  const told = (state: Release['state']) => {
    const deviationTexts = new Map(source.indicators.map(({ code }) => [code, text]))
    const made = content({ deviationTexts, project: strict() }, { state, donorCode: 'd' })
    return [[...made.deviationTexts.keys()].sort(), made.deviations.map(({ indicator }) => indicator)]
  }

  it('is asked for until the report is issued: what was said of others is not told', () => {
    const [codes, far] = told('protected')
    expect(far!.length).toBeGreaterThan(1)
    expect(codes).toEqual(far)
  })

  it('stands in an issued report as it was issued, whatever is far by the thresholds of today', () => {
    expect(told('issued')[0]).toEqual(source.indicators.map(({ code }) => code).sort())
  })
})

describe('a figure that is held', () => {
  const ID = 'B|project|2020-Q2|'
  /** What has to go stands at nine, of other people, where figures are held. */
  function holding(): HoldableCells {
    const { table } = source.tables.find((one) => one.section === 'series' && one.table.indicator.code === 'B')!
    const cell = table.cells.flat().find(({ id }) => id === ID)!
    const parts = new Map([['amount' as const, { sum: ['earlier atom'], shown: 9 }]])
    const then = { ...cell, figure: { ...cell.figure, value: 9 } }
    return new Map([[holdKey(table.id, ID), { cell: then, number: { releaseId: 3, asAt: MADE, value: 9, parts } }]])
  }
  const shown = (made: ReturnType<typeof content>) => {
    const cell = made.tables.flatMap(({ table }) => table.cells.flat()).find(({ id }) => id === ID)!
    return cell.shown.kind === 'figure' ? [cell.shown.figure.value, cell.shown.figure.flags] : cell.shown.kind
  }

  it('stands at its earlier number in a report that holds, and is hidden in one that hides', () => {
    expect(protection.suppressed[`${ID}|amount`]).toBeDefined()
    expect(shown(content({ holdable: holding() }, { smallChanges: 'hold' }))).toEqual([9, ['held']])
    expect(shown(content({ holdable: holding() }, { smallChanges: 'hide' }))).toBe('confidential')
    expect(shown(content({}, { smallChanges: 'hold' }))).toBe('confidential')
  })

  it('stands in the ledger with what was shown, and with what was not', () => {
    const rowsOf = (made: ReturnType<typeof content>) => {
      const { atoms, figures } = ledgerOf(
        made.tables.map(({ table }) => table),
        problem,
        protection.suppressed,
      )
      const named = (sum: number[] | null) => sum?.map((at) => atoms[at])
      return figures
        .filter(({ figureId }) => figureId.startsWith(ID))
        .map((one) => ({ ...one, atoms: named(one.atoms), withheld: named(one.withheld) }))
    }
    const { sum } = problem.cells.find(({ id }) => id === `${ID}|amount`)!
    expect(rowsOf(content({ holdable: holding() }))).toMatchObject([
      { figureId: `${ID}|value`, atoms: [], shown: 9, mark: null, withheld: [] },
      { figureId: `${ID}|amount`, atoms: ['earlier atom'], shown: 9, mark: null, withheld: sum },
    ])
    expect(rowsOf(content())).toMatchObject([
      { figureId: `${ID}|value`, atoms: [], shown: null, mark: '[c]' },
      { figureId: `${ID}|amount`, atoms: sum, shown: null, mark: '[c]' },
    ])
  })
})

describe('what was protected', () => {
  it('is what is shown, as long as the same is read', () => {
    const { fingerprint } = problemFor(source)
    const kept = { fingerprint, suppressed: protection.suppressed }
    const made = protectedContentOf(source, kept, VERSION)
    expect(made?.problem).toEqual(problem)
    expect(made?.content).toEqual(content())
    expect(protectedContentOf(source, { ...kept, fingerprint: 'another' }, VERSION)).toBeNull()
    expect(protectedContentOf({ ...source, tables: source.tables.slice(1) }, kept, VERSION)).toBeNull()
  })
})
