import type { Answer } from '../../figures/answer.ts'
import type { Breakdown } from '../../indicators/breakdown.ts'
import type { Text } from '../../language/text.ts'
import type { Partner } from '../../partners/partner.ts'
import type { EvidenceBehind } from '../../submissions/evidence/evidence.ts'
import type { Note } from '../../submissions/submission.ts'
import type { Target } from '../../targets/target.ts'
import type { NamedCorrection } from '../origin/corrections.ts'
import type { IndicatorView } from '../tables/tables.ts'
import type { Shown } from './shown.ts'

/** What the tables of an indicator are shaped from: `split` has an answer for each breakdown in use in the span. */
export type IndicatorTables = IndicatorView &
  Shown & {
    split: readonly { breakdown: Breakdown; answer: Answer }[]
    targets: readonly Target[]
  }

/** A note, or why something did not apply, with the name that its partner had then. */
export type NamedNote = Note & { partner: Text; isReason: boolean }

/** A file behind a value, with the name that its partner had then. */
export type NamedEvidence = EvidenceBehind & { partner: Text }

/** A note on a whole report, with the name that its partner had then. */
export type ReportNote = Omit<Note, 'indicatorId'> & { partner: Text }

/** What was said of the values of some indicators, and which of them were corrected after they had been approved. */
export type SaidOfIndicators = {
  notes: readonly NamedNote[]
  corrections: readonly NamedCorrection[]
  partners: ReadonlyMap<number, Partner>
}

/**
 * What the page of an indicator is shaped from: besides its tables, what came to date, whether the address says until when, what
 * was said of its values, and the files behind them.
 */
export type IndicatorPageView = IndicatorTables & {
  soFar: Answer
  isAsked: boolean
  evidence: readonly NamedEvidence[]
} & SaidOfIndicators
