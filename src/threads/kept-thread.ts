import type { Worker } from 'node:worker_threads'

/** Who is waiting for a thread: for what it says and, when it ends first, for why. */
export type Listener<From> = { hear: (from: From) => void; fail: (why: unknown) => void }

/** Milliseconds that a thread waits for another task before it ends. */
const WAITS = 10_000

/**
 * A thread that is given one task after the other, for as long as it answers: it has read its program and found what of it is worth
 * optimising, and another one would begin anew. While it waits it keeps no program from ending.
 */
export class KeptThread<Input, From> {
  private listener: Listener<From> | null = null
  private ending: NodeJS.Timeout | undefined
  private over = false

  constructor(private readonly worker: Worker) {
    worker.on('message', (from: From) => this.listener?.hear(from))
    worker.on('error', (error) => this.listener?.fail(error))
    worker.on('exit', () => {
      this.over = true
      this.listener?.fail(new Error('the thread ended without an answer'))
    })
  }

  /** Whether it has ended, or is about to. */
  get isOver(): boolean {
    return this.over
  }

  give(input: Input, listener: Listener<From>): void {
    clearTimeout(this.ending)
    this.listener = listener
    this.worker.ref()
    this.worker.postMessage(input)
  }

  /** It has answered: nobody listens any more. */
  wait(): void {
    this.listener = null
    this.worker.unref()
    this.ending = setTimeout(() => void this.end(), WAITS).unref()
  }

  /** @returns when it has ended */
  async end(): Promise<void> {
    this.over = true
    await this.worker.terminate()
  }
}
