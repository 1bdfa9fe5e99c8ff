import { looksSound } from '../../../db/file/soundness.ts'
import { readSnapshot } from '../../../db/snapshot.ts'
import type { Task } from '../../threads/tasks.ts'
import { performTask } from '../../threads/thread.ts'

declare module '../../threads/tasks.ts' {
  interface ThreadTasks {
    'web/faults/check-file': Task<string, boolean>
  }
}

performTask('web/faults/check-file', async (file) => readSnapshot(file, ({ $client }) => looksSound($client)))
