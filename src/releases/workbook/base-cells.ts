import type { PublishableCell } from '../../disclosure/publishable.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { traitsOf } from '../../indicators/measure.ts'
import { markCell, withHeldSign } from './cells.ts'
import type { Cell } from './plan.ts'

/** Numerators, denominators and n stand beside every ratio, mean and median, also beside an undefined one. */
export function baseCells({ shown }: PublishableCell, indicator: Indicator): { upper: Cell; lower: Cell } {
  const none: Cell = markCell('not applicable')
  const { base } = traitsOf(indicator)
  if (base === null) return { upper: none, lower: none }
  if (shown.kind === 'confidential')
    return { upper: markCell('confidential'), lower: base === 'denominator' ? markCell('confidential') : none }
  const { numerator, denominator, n } = shown.figure
  const without = markCell(shown.figure.state === 'reported' ? 'not reported' : shown.figure.state)
  const whole = (number: number | undefined): Cell =>
    number === undefined ? without : withHeldSign({ number, format: wholeFormat(number) }, shown.figure)
  return base === 'denominator'
    ? { upper: whole(numerator), lower: whole(denominator) }
    : { upper: whole(n), lower: none }
}

/** Counts of persons are whole; sums of other amounts may not be. */
function wholeFormat(number: number): string {
  return Number.isInteger(number) ? '#,##0' : '#,##0.##'
}
