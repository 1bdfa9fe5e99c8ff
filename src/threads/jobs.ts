import type { RunningTask } from './thread.ts'

/** How much of a job is done. */
export type WorkProgress = { done: number; of: number }

/** A piece of work that goes on after the request that began it has been answered. */
export class Job {
  progress: WorkProgress = { done: 0, of: 0 }
  stopped = false
  private thread: RunningTask<unknown> | null = null

  /** Waits for a thread, which ends when the job is stopped. */
  async waitFor<Out>(thread: RunningTask<Out>): Promise<Out> {
    this.thread = thread
    if (this.stopped) thread.stop()
    return thread.done
  }

  stop(): void {
    this.stopped = true
    this.thread?.stop()
  }
}

/** Seconds after which a page that waits for a job looks again by itself. */
export const LOOK_AGAIN = '3'

/** Milliseconds of the clock that arithmetic may take: for what somebody asked for, and for what is tried besides. */
export type JobLimits = { asked: number; tried: number }

/** The pilot's three years take a small part of it. */
const LIMITS: JobLimits = { asked: 120_000, tried: 30_000 }

/** What the program is working on beside requests, by name. One belongs to each running program. */
export class Jobs {
  private readonly running = new Map<string, { job: Job; over: Promise<void> }>()

  /** @param report is told of work that failed without being stopped */
  constructor(
    readonly report: (error: unknown) => void,
    readonly limits: JobLimits = LIMITS,
  ) {}

  /** Begins after whatever is being done now has been answered. Work of the same name is stopped and waited for first. */
  start(name: string, work: (job: Job) => Promise<void>): void {
    const before = this.running.get(name)
    before?.job.stop()
    const job = new Job()
    const over = (before?.over ?? othersFirst())
      .then(() => (job.stopped ? undefined : work(job)))
      .catch((error) => {
        if (!job.stopped) this.report(error)
      })
      .finally(() => {
        if (this.running.get(name)?.job === job) this.running.delete(name)
      })
    this.running.set(name, { job, over })
  }

  /** How far it is; null when nothing of that name is being done. */
  progressOf(name: string): WorkProgress | null {
    return this.running.get(name)?.job.progress ?? null
  }

  stop(name: string): void {
    this.running.get(name)?.job.stop()
  }

  /** Resolves when nothing is being done any more. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all([...this.running.values()].map(({ over }) => over))
  }

  /** Stops everything and waits until it has ended: the end of the program. */
  async close(): Promise<void> {
    for (const { job } of this.running.values()) job.stop()
    await this.settled()
  }
}

function othersFirst(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
