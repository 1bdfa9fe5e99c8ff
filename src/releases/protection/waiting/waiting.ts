import type { LayoutLoss } from '../layout-loss.ts'

/** What has been entered of the submissions that a report could wait for. */
export type AwaitedValues = {
  /** Handed in, and only to be approved. */
  handedIn: number
  /** Begun, or sent back, with values in it. */
  begun: number
  /** Nothing has been entered. */
  empty: number
}

/** Why it was not tried to the end: the disk has no room for a copy of the database, or it took too long. */
export type WaitingUntried = 'no-room' | 'no-time'

/**
 * What a report would lose once the submissions that it could wait for are approved with what has been entered of them by now.
 * `loss` null: nothing has been entered, so it can't be known.
 */
export type Waiting = (AwaitedValues & { loss: LayoutLoss | null }) | { untried: WaitingUntried }
