import { existsSync, readFileSync } from 'node:fs'
import type { RowPlan, WorkbookPlan } from '../../../src/releases/workbook/plan.ts'
import { writeXlsx } from '../../../src/releases/workbook/write-xlsx.ts'

/**
 * In a process of its own: a workbook with the sheet of data alone, of so many rows, each with a key and a value of its own. Prints what
 * it took, and the most memory that the process had.
 */
const [file, count] = [process.argv[2]!, Number(process.argv[3])]
const plan = JSON.parse(readFileSync(file, 'utf8')) as WorkbookPlan
const [sheet] = plan.sheets
const { headingRow } = sheet!.table!
const [head, samples] = [sheet!.rows.slice(0, headingRow), sheet!.rows.slice(headingRow)]

function* rows(): Generator<RowPlan> {
  for (let nth = 0; nth < count; nth++) {
    const cells = samples[nth % samples.length]!.cells.map((cell) =>
      typeof cell === 'object' && cell !== null && 'number' in cell && !('formula' in cell)
        ? { ...cell, number: cell.number + nth }
        : cell,
    )
    cells[cells.length - 1] = `${String(cells.at(-1))}/${nth}`
    yield { cells }
  }
}

const begun = performance.now()
const bytes = await writeXlsx({ ...plan, sheets: [{ ...sheet!, rows: head }] }, rows)
const seconds = (performance.now() - begun) / 1000
console.log(JSON.stringify({ seconds, memory: mostMemory(), bytes: bytes.length, processor: process.cpuUsage() }))

/** Bytes. On Linux `maxRSS` begins with what the process had that started this one: the mark of this one's own memory is asked for there. */
function mostMemory(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  const own = /^VmHWM:\s+(\d+) kB$/m.exec(status)
  return 1024 * (own ? Number(own[1]) : process.resourceUsage().maxRSS)
}
