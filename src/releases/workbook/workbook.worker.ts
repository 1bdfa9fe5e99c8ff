import { answer } from '../../threads/thread.ts'
import type { WorkbookPlan } from './plan.ts'
import { writeXlsx } from './write-xlsx.ts'

answer(async (plan: WorkbookPlan) => new Uint8Array(await writeXlsx(plan)))
