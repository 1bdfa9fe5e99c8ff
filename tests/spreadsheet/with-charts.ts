import { unzipSync } from 'fflate'
import { addCharts } from '../../src/spreadsheet/native-charts/add-charts.ts'
import type { NativeChart } from '../../src/spreadsheet/native-charts/chart.ts'
import { packedPart, zipFile } from '../../src/spreadsheet/writing/zip-file.ts'

/** A finished workbook with charts on its sheets. */
export function withCharts(
  file: Uint8Array,
  charts: ReadonlyMap<number, readonly NativeChart[]>,
  letters?: { name: string; size: number },
): Uint8Array {
  const parts = unzipSync(file)
  addCharts(parts, charts, letters)
  return new Uint8Array(zipFile(Object.entries(parts).map(([name, bytes]) => packedPart(name, bytes))))
}
