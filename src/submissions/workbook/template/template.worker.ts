import type { Task } from '../../../threads/tasks.ts'
import { performTask } from '../../../threads/thread.ts'
import type { TemplatePlan } from './plan.ts'
import { writeTemplate } from './write-xlsx.ts'

declare module '../../../threads/tasks.ts' {
  interface ThreadTasks {
    'submissions/workbook/template/template': Task<TemplatePlan, Uint8Array>
  }
}

performTask('submissions/workbook/template/template', async (plan) => new Uint8Array(await writeTemplate(plan)))
