import type { Task } from '../../threads/tasks.ts'
import { performTask } from '../../threads/thread.ts'
import type { WorkbookPlan } from './plan.ts'
import { writeXlsx } from './write-xlsx.ts'

declare module '../../threads/tasks.ts' {
  interface ThreadTasks {
    'releases/workbook/workbook': Task<WorkbookPlan, Uint8Array>
  }
}

performTask('releases/workbook/workbook', async (plan) => new Uint8Array(await writeXlsx(plan)))
