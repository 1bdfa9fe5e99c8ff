import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
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
 * against the figures themselves. The packed plan, which JSON is answered from, is unpacked again. It holds the thread for some seconds:
 * call it in a worker.
 */
export async function finishedFile(
  plan: WorkbookPlan,
  content: ReleaseContent,
  write: (plan: WorkbookPlan) => Promise<Uint8Array> = writeXlsx,
  pack: (plan: Uint8Array) => Uint8Array = gzipSync,
): Promise<FinishedFile | UnlikeFile> {
  const bytes = new Uint8Array(await write(plan))
  const sheets = readCells(bytes)
  const data = sheets[plan.sheets.findIndex(({ key }) => key === 'data')] ?? { name: '', rows: [] }
  const text = Buffer.from(JSON.stringify(plan))
  const packed = new Uint8Array(pack(text))
  const unlike = [
    ...differencesOf(cellsOfPlan(plan), sheets),
    ...unlikeFigures(dataTable(content), data),
    ...unlikePlan(text, packed),
  ]
  return unlike.length > 0 ? unlikeFile(unlike) : { bytes, sha256: fingerprintOf(bytes), plan: packed }
}

function unlikePlan(text: Uint8Array, packed: Uint8Array): CellDifference[] {
  const [expected, found] = [fingerprintOf(text), unpackedFingerprint(packed)]
  return expected === found ? [] : [{ at: 'json', expected, found }]
}

function unpackedFingerprint(packed: Uint8Array): string | null {
  try {
    return fingerprintOf(gunzipSync(packed))
  } catch {
    return null
  }
}

/** As it stands beside a file and in the trail: hexadecimal, in small letters. */
export function fingerprintOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
