import type { Task } from '../../threads/tasks.ts'
import { performTask } from '../../threads/thread.ts'
import type { ExportSheet } from './sheet.ts'
import { writeSheets } from './write-xlsx.ts'

declare module '../../threads/tasks.ts' {
  interface ThreadTasks {
    'charts/export/xlsx': Task<{ sheets: readonly ExportSheet[]; at: number }, Uint8Array>
  }
}

performTask('charts/export/xlsx', async ({ sheets, at }) => new Uint8Array(await writeSheets(sheets, at)))
