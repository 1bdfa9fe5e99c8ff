import type { Quarter } from '../calendar/quarter.ts'
import type { Breakdown } from '../indicators/breakdown.ts'
import type { Partner } from '../partners/partner.ts'
import type { Place } from '../places/place.ts'
import type { Target } from '../targets/target.ts'
import type { Standing } from './action.ts'
import type { Previous } from './checks/previous.ts'
import type { Beside } from './checks/soft.ts'
import type { Entry } from './entry.ts'
import type { EntryFormDefinition } from './entry-form/definition.ts'
import type { Comment, RowReason, Submission, SubmissionEvent } from './submission.ts'
import type { Changes } from './versions/merge.ts'
import type { Queue } from './waiting/queue.ts'

/** A submission that is worked on: a stored one, or one that is due and has no row yet. */
export type LoadedSubmission = {
  stored: Submission | null
  quarter: Quarter
  partner: Partner
  place: Place
  /** What it asks for. */
  definition: EntryFormDefinition
  breakdowns: readonly Breakdown[]
  entries: Entry[]
  /** Where the person who looks stands to it. */
  standing: Standing
  /** When it was looked at, ms. */
  now: number
}

/** One that has been begun. */
export type StoredSubmission = LoadedSubmission & { stored: Submission }

/** All that its page shows. */
export type SubmissionPageState = LoadedSubmission & {
  dueOn: string
  previous: ReadonlyMap<string, Previous>
  targets: ReadonlyMap<number, Target>
  /** What a reviewer is told besides the values: null for everybody else. */
  reviewed: { beside: Beside; notes: ReadonlyMap<string, string> } | null
  /** Approved values in force while a correction is worked on. */
  inForce: readonly Entry[]
  lastReason: SubmissionEvent | null
  /** What was asked of single indicators with it. */
  asked: AskedReasons | null
  facts: readonly SubmissionEvent[]
  saves: readonly Save[]
  comments: readonly Comment[]
  /** How many files stand behind each indicator, by code. */
  evidence: ReadonlyMap<string, number>
  /** Where it stands among those that wait for approval, for whoever approves them. */
  queue: Queue | null
}

/** The indicators a report was last returned or re-opened for, and its values as its reviewer saw them. */
export type AskedReasons = { at: number; rows: readonly RowReason[]; before: readonly Entry[] }

/** One save: who changed what. */
export type Save = { at: number; by: string | null; changes: Changes }
