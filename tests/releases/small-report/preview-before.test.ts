import { beforeAll, describe, expect, it } from 'vitest'
import type { EarlierFigure } from '../../../src/disclosure/earlier/ledger.ts'
import { problemFor, type ReleaseSource } from '../../../src/releases/content/source.ts'
import { type Preview, previewFrom } from '../../../src/releases/protection/preview.ts'
import type { Protection } from '../../../src/suppression/protect.ts'
import { q } from '../../support/small-project.ts'
import { protectedReport, reportBefore } from './protected.ts'

let source: ReleaseSource
let protection: Protection
let posed: ReturnType<typeof problemFor>
beforeAll(async () => {
  ;({ source, protection } = await protectedReport())
  posed = problemFor(source)
})

const previewed = (over: Partial<ReleaseSource>, answer: Partial<Protection> = {}): Preview =>
  previewFrom({ ...source, ...over }, posed, { ...protection, ...answer }, 1)

describe('what earlier reports hid', () => {
  it('names the small figures of earlier reports that this one gives away, each once, as they were named there', () => {
    const [one, two] = previewed({}).hidden
    const { earlier } = reportBefore(source, protection)
    const ledgerBefore = { ...earlier!.ledger[0]!, hidden: [two!, { ...one!, id: 'B|project|2020-Q1|' }] }
    const id = (part: string) => `earlier|3|B|project|2020-Q1||${part}`
    const causes = {
      [id('amount')]: 'earlier',
      [id('n')]: 'shown',
      'B|x|amount': 'shown',
      'earlier|9|B|y|z||amount': 'parts',
    }
    const intervals = { [id('amount')]: { before: [1, 4], after: [2, 2] } }
    const made = previewed({ earlier: { ...earlier!, ledger: [ledgerBefore] } }, { causes, intervals } as never)
    expect(made.before).toEqual([
      { release: 'Before', figure: ledgerBefore.hidden[1], cause: 'earlier', after: [2, 2] },
      { release: '', figure: null, cause: 'parts', after: null },
    ])
    expect(made.earlier).toBe(1)
  })

  /** Of a report that hides no count but these: what it shows that an earlier one hid, which said so of these counts. */
  function uncovered(earlierIds: readonly string[], suppressed: Protection['suppressed'] = {}) {
    const { earlier } = reportBefore(source, protection)
    const figures = earlierIds.map((id): EarlierFigure => {
      const figureId = id.slice(id.indexOf('B|') === -1 ? id.indexOf('C|') : id.indexOf('B|'))
      const { sum } = posed.problem.cells.find((one) => one.id === figureId)!
      return { id, figureId, sum, shown: null, audience: 'donor', small: true }
    })
    const over = { earlier: { ...earlier!, figures } }
    return previewed(over, { suppressed, causes: {}, intervals: {} }).uncovered!.map(
      ({ table, row, column, release }) => [table.en, row.en, column.en, release],
    )
  }
  const AMOUNT = 'earlier|3|B|project|2020-Q1||amount'
  const ratio = (part: string) => `C|project|2020-Q1||${part}`

  it('and this one shows is named once, by the names of now, with the report that hid it', () => {
    expect(uncovered([])).toEqual([])
    expect(uncovered([AMOUNT])).toEqual([['Indicator B', 'Whole project', 'Q1 2020', 'Before']])
    expect(uncovered([AMOUNT.replace('|3|', '|9|')])).toEqual([['Indicator B', 'Whole project', 'Q1 2020', '']])
  })

  it('and this one hides too is not named, nor a ratio of which it hides a part', () => {
    expect(uncovered([AMOUNT], { 'B|project|2020-Q1||amount': 'primary' })).toEqual([])
    const earlier = [`earlier|3|${ratio('denominator')}`]
    expect(uncovered(earlier)).toHaveLength(1)
    expect(uncovered(earlier, { [ratio('numerator')]: 'secondary' })).toEqual([])
    expect(uncovered([...earlier, `earlier|3|${ratio('numerator')}`])).toHaveLength(1)
  })
})

describe('the day with which what is told of people by province and breakdown ends', () => {
  type Section = ReleaseSource['tables'][number]['section']
  const ending = (section: Section, sensitivity: 0 | 1 | 2, ...last: string[]): ReleaseSource['tables'][number] => {
    const { table } = source.tables.find((one) => one.table.indicator.code === 'B')!
    const cell = table.cells[0]![0]!
    const cells = last.map((to) => ({ ...cell, period: { ...cell.period, to: q(to) } }))
    const columns = last.map(() => table.columns[0]!)
    return {
      ...{ section, breakdown: null },
      table: { ...table, indicator: { ...table.indicator, sensitivity }, columns, cells: [cells] },
    }
  }
  const upTo = (...tables: ReleaseSource['tables']) => previewed({ tables }).upTo

  it('is said where it is before the end of the report', () => {
    expect(upTo(ending('provinces', 2, '2020-Q1', '2020-Q3'))).toBe(q('2020-Q3'))
    expect(upTo(ending('breakdown', 1, '2020-Q2'))).toBe(q('2020-Q2'))
    expect(upTo(ending('provinces', 2, '2020-Q2'), ending('breakdown', 2, '2020-Q3'))).toBe(q('2020-Q3'))
    expect(upTo(ending('provinces', 2, '2020-Q2'), ending('breakdown', 2, '2020-Q4'))).toBeNull()
  })

  it('is not said of other tables, of what counts nobody, and of nothing', () => {
    expect(upTo(ending('series', 2, '2020-Q3'))).toBeNull()
    expect(upTo(ending('provinces', 0, '2020-Q3'))).toBeNull()
    expect(upTo(ending('provinces', 2, '2020-Q4'), ending('series', 2, '2020-Q3'))).toBeNull()
    expect(upTo()).toBeNull()
  })
})
