import type { Task } from '../threads/tasks.ts'
import { performTask } from '../threads/thread.ts'
import { type ReadWorkbook, readWorkbook } from './read-workbook.ts'

declare module '../threads/tasks.ts' {
  interface ThreadTasks {
    'spreadsheet/reading': Task<Uint8Array, ReadWorkbook>
  }
}

performTask('spreadsheet/reading', (file) => readWorkbook(file))
