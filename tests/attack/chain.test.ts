import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { type Attack, type AttackFinding, attackReports } from '../../src/attack/attack.ts'
import type { IssuedReport } from '../../src/attack/read/report.ts'
import { readReport } from '../../src/attack/read/workbook.ts'
import { previewOf, workbookPlanOf } from '../../src/releases/store.ts'
import type { Cell, WorkbookPlan } from '../../src/releases/workbook/plan.ts'
import { writeXlsx } from '../../src/releases/workbook/write-xlsx.ts'
import { loadSolver } from '../../src/suppression/highs.ts'
import type { Solver } from '../../src/suppression/lp.ts'
import { dataColumn } from '../releases/workbook/plan-rows.ts'
import { chainOfFour } from './chain.ts'

let db: Db
let solver: Solver
let reports: IssuedReport[]
const NUMBERS = [1, 2, 3, 4]

async function readPlan(plan: WorkbookPlan, name: string): Promise<IssuedReport> {
  return readReport(name, await writeXlsx(plan))
}

// Four reports are protected and issued one after another: minutes on a busy machine.
beforeAll(async () => {
  db = await chainOfFour()
  solver = await loadSolver()
  reports = await Promise.all(NUMBERS.map((id) => readPlan(workbookPlanOf(db, id)!, `report-${id}.xlsx`)))
})

/** Codes of indicators of which a preview said that something is given away whatever is hidden now. */
function namedBefore(): Set<string> {
  return new Set(
    NUMBERS.flatMap((id) => {
      const { hidden, together = [] } = previewOf(db, id)!
      const given = hidden.filter((one) => one.given !== null).map(({ indicator }) => indicator)
      return [...given, ...together.filter((one) => one.given > 0).flatMap(({ indicators }) => indicators)]
    }),
  )
}

function indicatorOf(finding: AttackFinding): string | undefined {
  switch (finding.kind) {
    case 'shown':
      return finding.fact.indicator
    case 'rest':
    case 'change':
      return finding.whole.indicator
    case 'beside':
      return finding.beside.indicator
    case 'told-change':
      return finding.change.indicator
    default:
      return (finding.facts[0] ?? finding.because[0])?.indicator
  }
}

describe('four reports to two audiences, a late submission, a merger and a correction by one between them', () => {
  it('give nothing away that their previews had not named', () => {
    const attacks = attackReports(reports, solver)
    expect(attacks.map(({ readers, k }) => [readers, k])).toEqual([
      ['all', 5],
      ['public', 10],
    ])
    const named = namedBefore()
    for (const { findings, hidden, unfit } of attacks) {
      expect(hidden).toBeGreaterThan(200)
      expect(unfit).toEqual([])
      expect(findings.filter((one) => !named.has(indicatorOf(one) ?? ''))).toEqual([])
    }
  })

  it('would give something away with hardly any figure shown that was hidden for others', async () => {
    const plan = workbookPlanOf(db, 1)!
    const covers = previewOf(db, 1)!.hidden.filter(
      ({ kind, counts, reason }) => kind === 'secondary' && reason !== 'overlaps' && counts[0]![0] === 'amount',
    )
    const tried: [string, Attack][] = []
    for (const { indicator, row, column, counts } of covers) {
      const shown = withNumber(plan, [indicator, row.en, column.en], counts[0]![1])
      if (!shown) continue
      const [attack] = attackReports([await readPlan(ofIndicator(shown, indicator), 'shown.xlsx')], solver)
      tried.push([`${indicator} ${row.en} ${column.en}`, attack!])
    }
    const quiet = tried.filter(([, { findings }]) => findings.length === 0)
    expect(tried.length).toBeGreaterThan(10)
    expect(quiet.length / tried.length).toBeLessThan(0.2)
  })
})

const textIn = (cell: Cell | undefined) =>
  typeof cell === 'object' && cell !== null && 'text' in cell ? cell.text : cell

/** The same workbook with a number where *Data* has a sign; null where no row is of that name. */
function withNumber(
  plan: WorkbookPlan,
  [code, name, period]: [string, string, string],
  number: number,
): WorkbookPlan | null {
  let changed = false
  const sheets = plan.sheets.map((sheet) => {
    if (sheet.key !== 'data') return sheet
    const [value, ...named] = (['value', 'ref', 'period', 'place', 'category'] as const).map((key) =>
      dataColumn(sheet, key),
    )
    const rows = sheet.rows.map((row) => {
      const said = named.map((at) => textIn(row.cells[at]))
      const isIt = said[0] === code && said[1] === period && (said[2] === name || said[3] === name)
      if (!isIt) return row
      changed = true
      return { ...row, cells: row.cells.map((cell, at) => (at === value ? { number, format: '0' } : cell)) }
    })
    return { ...sheet, rows }
  })
  return changed ? { ...plan, sheets } : null
}

/** What stands in *Data* and on the tracking table of one indicator, and the cover. */
function ofIndicator(plan: WorkbookPlan, code: string): WorkbookPlan {
  const sheets = plan.sheets.flatMap((sheet) => {
    if (sheet.key === 'cover') return [sheet]
    if (sheet.key !== 'data' && sheet.key !== 'tracking') return []
    return [
      {
        ...sheet,
        rows: sheet.rows.filter((row, at) => at < (sheet.table?.headingRow ?? 0) || textIn(row.cells[0]) === code),
      },
    ]
  })
  return { ...plan, sheets }
}
