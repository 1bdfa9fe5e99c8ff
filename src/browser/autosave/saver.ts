import type { Conflict, TypedAnswer } from '../../submissions/autosave/answer.ts'
import { batchOf, type DeviceText } from '../../submissions/typing/unsaved.ts'
import type { UnsavedField } from './panel.ts'
import type { TypingQueue } from './queue.ts'
import { type Sent, sendTyped } from './send.ts'
import type { SavingState } from './status.ts'

/** As many fields as go into one request. */
const MOST = 300
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 30_000

/** The line is there: the next wait begins anew. */
const SETTLED: readonly SavingState['kind'][] = ['ready', 'saved', 'unsaved']

export type SavedAnswer = Exclude<TypedAnswer, { locked: string }>

/** What else has to follow an answer: the page, and those who are told how it stands. */
export type Follower = {
  answered: (answer: SavedAnswer, sent: readonly DeviceText[]) => Promise<void>
  stands: (standing: SavingState, conflicts: readonly Conflict[], refused: readonly UnsavedField[]) => void
}

/**
 * Sends what waits, one batch after the other and one tab at a time, until nothing does. Whether there is a line is seen by
 * sending alone: what could not be sent is tried again, ever more seldom, and at once when something is typed or says that it may work.
 */
export class Saver {
  private readonly form: HTMLFormElement
  private readonly queue: TypingQueue
  private readonly follower: Follower
  private timer: ReturnType<typeof setTimeout> | undefined
  private due = Number.POSITIVE_INFINITY
  private wait = FIRST_WAIT_MS
  private running: Promise<SavingState> | null = null
  private at: string | null = null
  private readonly heard: ((standing: SavingState) => void)[] = []
  private readonly refused = new Map<string, UnsavedField & { text: string }>()
  private readonly asked = new Map<string, Conflict & { text: string }>()

  constructor(form: HTMLFormElement, queue: TypingQueue, follower: Follower) {
    this.form = form
    this.queue = queue
    this.follower = follower
  }

  /** Sends in so many ms, or earlier where that was asked for before. */
  soon(ms: number): void {
    const due = Date.now() + ms
    if (due >= this.due) return
    clearTimeout(this.timer)
    this.due = due
    this.timer = setTimeout(() => void this.now(), ms)
  }

  /** Sends what waits by now. @returns how it stands after that */
  async now(): Promise<SavingState> {
    while (this.running) await this.running
    clearTimeout(this.timer)
    this.due = Number.POSITIVE_INFINITY
    this.running = alone(this.queue.form, () => this.send())
    const standing = await this.running.finally(() => {
      this.running = null
    })
    this.tell(standing)
    for (const told of this.heard.splice(0)) told(standing)
    if (SETTLED.includes(standing.kind)) this.wait = FIRST_WAIT_MS
    else this.again()
    return standing
  }

  /** How it stands after what is sent next. */
  next(): Promise<SavingState> {
    return new Promise((told) => this.heard.push(told))
  }

  /** Its person has decided. */
  decided(name: string): void {
    this.asked.delete(name)
  }

  get conflicts(): Conflict[] {
    return [...this.asked.values()]
  }

  private again(): void {
    this.soon(this.wait)
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS)
  }

  private async send(): Promise<SavingState> {
    for (;;) {
      const waiting = await this.queue.waiting()
      this.drop(waiting)
      const asked = new Map([...this.asked, ...this.refused].map(([name, one]) => [name, one.text]))
      const batch = batchOf(
        waiting.filter((one) => this.asked.get(one.name)?.text !== one.text),
        asked,
        MOST,
      )
      if (batch.length === 0) return waiting.length === 0 ? this.allSaved() : { kind: 'unsaved', n: waiting.length }
      this.tell({ kind: 'saving' })
      await this.queue.sending(batch)
      const sent = await sendTyped(this.form, batch)
      const standing = await this.take(sent, batch, waiting.length)
      if (standing) return standing
    }
  }

  private allSaved(): SavingState {
    return this.at === null ? { kind: 'ready' } : { kind: 'saved', at: this.at }
  }

  /** What no longer waits, or as another text, is not spoken of any more. */
  private drop(waiting: readonly DeviceText[]): void {
    const texts = new Map(waiting.map((one) => [one.name, one.text]))
    for (const told of [this.refused, this.asked])
      for (const [name, { text }] of told) if (texts.get(name) !== text) told.delete(name)
  }

  /** @returns how it stands where nothing more can be sent now */
  private async take(sent: Sent, batch: readonly DeviceText[], n: number): Promise<SavingState | null> {
    const { isKept } = this.queue
    if (sent === 'no-line') return { kind: 'waiting', n, isKept }
    if (sent === 'signed-out' || sent === 'somebody-else') return { kind: sent, n, isKept }
    if ('locked' in sent.answer) return { kind: 'locked', sentence: sent.answer.locked, n }
    const { kept, refused, conflicts, at, version } = sent.answer
    this.at = at
    const texts = new Map(batch.map((one) => [one.name, one.text]))
    for (const one of refused) this.refused.set(one.name, { ...one, text: texts.get(one.name) ?? '' })
    for (const one of conflicts) this.asked.set(one.name, { ...one, text: texts.get(one.name) ?? '' })
    await this.queue.settle(Object.fromEntries(kept.map((name) => [name, texts.get(name) ?? ''])), version)
    await this.follower.answered(sent.answer, batch)
    return null
  }

  private tell(standing: SavingState): void {
    this.follower.stands(standing, this.conflicts, [...this.refused.values()])
  }
}

/** One tab at a time, where the browser has locks; without them two may send the same, which does no harm. */
async function alone<T>(form: string, work: () => Promise<T>): Promise<T> {
  const locks = (navigator as Partial<Navigator>).locks
  return locks ? ((await locks.request(`3p-typed ${form}`, work)) as T) : work()
}
