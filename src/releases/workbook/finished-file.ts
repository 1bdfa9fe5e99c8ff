import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { readCells } from '../../spreadsheet/read-cells.ts'
import type { ReleaseContent } from '../content/content.ts'
import { dataTable } from './data-sheet/table.ts'
import { type CellDifference, cellsOfPlan, differencesOf, unlikeFigures } from './file-check.ts'
import type { WorkbookPlan } from './plan.ts'
import { writeXlsx } from './write-xlsx.ts'

/** A workbook that was read back and says what its figures say; with its plan, packed. */
export type FinishedFile = { bytes: Uint8Array; sha256: string; plan: Uint8Array }
/** One that does not: the first cells in which it differs. */
export type UnlikeFile = { unlike: CellDifference[] }

/** More would tell whoever looks into it nothing. */
const MOST_TOLD = 20

export function unlikeFile(unlike: readonly CellDifference[]): UnlikeFile {
  return { unlike: unlike.slice(0, MOST_TOLD) }
}

/**
 * Writes a plan and reads the file back, by a reader that shares no code with the writer: against the plan, cell by cell, and
 * against the figures themselves. It holds the thread for some seconds: call it in a worker.
 */
export async function finishedFile(
  plan: WorkbookPlan,
  content: ReleaseContent,
  write: (plan: WorkbookPlan) => Promise<Uint8Array> = writeXlsx,
): Promise<FinishedFile | UnlikeFile> {
  const bytes = new Uint8Array(await write(plan))
  const sheets = readCells(bytes)
  const data = sheets[plan.sheets.findIndex(({ key }) => key === 'data')] ?? { name: '', rows: [] }
  const unlike = [...differencesOf(cellsOfPlan(plan), sheets), ...unlikeFigures(dataTable(content), data)]
  return unlike.length > 0 ? unlikeFile(unlike) : { bytes, sha256: fingerprintOf(bytes), plan: packedPlan(plan) }
}

function packedPlan(plan: WorkbookPlan): Uint8Array {
  return new Uint8Array(gzipSync(JSON.stringify(plan)))
}

/** As it stands beside a file and in the trail: hexadecimal, in small letters. */
export function fingerprintOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
