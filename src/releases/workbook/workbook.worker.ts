import { answer } from '../../threads/thread.ts'
import type { Plan } from './plan.ts'
import { writeXlsx } from './write-xlsx.ts'

answer(async (plan: Plan) => new Uint8Array(await writeXlsx(plan)))
