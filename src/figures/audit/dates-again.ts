import type { Quarter } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { isAskedIn } from './definitions-again.ts'
import type { AuditGround } from './ground.ts'

/*
 * When a value is asked for and which months it covers, a second time: counted in months, not in quarters.
 */

const MONTHS = { quarterly: 3, 'half-yearly': 6, annual: 12 } as const

/** Whether a value that is due in the span began before it; where the project, or a phase of it, begins with the span that is no cut. */
export function isCutAgain(
  definitions: readonly DefinedIndicator[],
  span: Span,
  { begins, works }: Pick<AuditGround, 'begins' | 'works'>,
): boolean {
  if (begins.some((first, nth) => (nth === 0 ? span.from <= first : span.from === first))) return false
  for (let quarter = span.from; quarter <= span.to; quarter++) {
    const then = heldAgain(definitions, quarter)
    if (then && works(quarter) && isAskedIn(then, quarter) && firstAgain(definitions, then, quarter) < span.from)
      return true
  }
  return false
}

function firstAgain(definitions: readonly DefinedIndicator[], then: DefinedIndicator, due: Quarter): Quarter {
  const round = then.rounds.find(({ to }) => to === due)
  let first = then.frequency === 'survey' ? round!.from : (due * 3 + 3 - MONTHS[then.frequency]) / 3
  for (let quarter = due; quarter > first; quarter--) {
    const before = heldAgain(definitions, quarter - 1)
    if (before?.frequency !== then.frequency || before.yearStart !== then.yearStart) first = quarter
  }
  return first
}

/** The definition of a quarter. */
export function heldAgain(definitions: readonly DefinedIndicator[], quarter: Quarter): DefinedIndicator | undefined {
  return definitions.find((one) => one.from <= quarter && (one.to ?? quarter) >= quarter)
}
