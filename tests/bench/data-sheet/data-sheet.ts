import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from '../../../src/config/root.ts'
import type { WorkbookPlan } from '../../../src/releases/workbook/plan.ts'
import { type Line, megabytes } from '../measure.ts'

/** Rows, seconds, megabytes. */
const BARS = [
  [20_000, 2, 150],
  [200_000, 13, 300],
] as const

/** The sheet of data of a report, its rows again and again until there are so many, written by a process of its own. */
export async function benchDataSheet(plan: WorkbookPlan): Promise<Line[]> {
  const data = plan.sheets.find(({ key }) => key === 'data')!
  // Beside what it imports, so that it finds it.
  const folder = mkdtempSync(join(root, 'node_modules', '.bench-'))
  try {
    const [script, sheet] = [join(folder, 'write-many.mjs'), join(folder, 'plan.json')]
    await build({
      entryPoints: [join(import.meta.dirname, 'write-many.ts')],
      ...{ outfile: script, bundle: true, platform: 'node', format: 'esm', packages: 'external', target: 'node20' },
      loader: { '.json': 'json' },
    })
    writeFileSync(sheet, JSON.stringify({ ...plan, sheets: [data] }))
    return BARS.map(([rows, seconds, memory]) => {
      const said = execFileSync(process.execPath, [script, sheet, String(rows)], { encoding: 'utf8' })
      const took = JSON.parse(said) as { seconds: number; memory: number; bytes: number }
      const load = loadavg()[0]!.toFixed(1)
      return {
        what: `Sheet of data, ${rows} rows of ${data.columns.length} columns`,
        result: `${took.seconds.toFixed(1)} s, ${megabytes(took.memory)} (a file of ${megabytes(took.bytes)}; load ${load})`,
        bar: `≤ ${seconds} s, ${memory} MB`,
        met: took.seconds <= seconds && took.memory <= memory * 1_048_576,
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
