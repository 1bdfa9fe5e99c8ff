import type { Job, WorkProgress } from './jobs.ts'
import type { RunningTask } from './thread.ts'

/**
 * Waits for a thread that does arithmetic, and tells the job how far it is. The solver looks at its clock only now and then; a thread that
 * does not come back is ended.
 * @param milliseconds that it was given
 * @param begin begins it; what it is given is told how far it is
 * @returns null when it was ended
 */
export async function withinLimit<Answer>(
  job: Job,
  milliseconds: number,
  begin: (tell: (progress: WorkProgress) => void) => RunningTask<Answer>,
): Promise<Answer | null> {
  let [begun, late]: [NodeJS.Timeout | null, boolean] = [null, false]
  const thread = begin((progress) => {
    job.progress = progress
    begun ??= setTimeout(() => {
      late = true
      thread.stop()
    }, milliseconds * 1.5)
  })
  try {
    return await job.waitFor(thread)
  } catch (error) {
    if (!late) throw error
    return null
  } finally {
    if (begun) clearTimeout(begun)
  }
}
