import type { Quarter } from '../../calendar/quarter.ts'
import { MILLION, millionths } from '../../figures/sums.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { isOfTotal } from '../../indicators/relations/relation.ts'
import { takesLast } from '../../indicators/rules.ts'
import type { ValidationRule } from '../../indicators/validation/validation-rule.ts'
import { fieldName } from '../../indicators/value-field.ts'
import type { ComparedPart } from '../../vocabulary/validation.ts'
import { type Entry, rowAnchor } from '../entry.ts'
import type { EntryFormDefinition } from '../entry-form/definition.ts'
import type { Finding } from './finding.ts'

/** What both sides of a rule come to. */
export type HeldAgainst = {
  rule: ValidationRule
  lesser: number
  greater: number
  /** All of it was reported by whoever looks at the submission as its partner; otherwise it is for reviewers alone. */
  isOwn: boolean
}

/** Two indicators of which the lesser is not the smaller one; the sentences are under `submissions.doubt`. */
export const BOUNDS = ['more-than-other', 'more-than-other-so-far'] as const
export type Bound = (typeof BOUNDS)[number]

/** Where a rule does not hold: at the lesser one, or at the greater one where the submission does not ask for the lesser. */
export function boundFindings({ rows }: EntryFormDefinition, held: readonly HeldAgainst[]): Finding<Bound>[] {
  return held.flatMap(({ rule, lesser, greater }) => {
    if (millionths(lesser) <= millionths(greater)) return []
    const row =
      rows.find((one) => one.indicator.code === rule.lesser) ?? rows.find((one) => one.indicator.code === rule.greater)
    if (!row) return []
    const { code } = row.indicator
    const part = code === rule.lesser && rule.part === 'base' ? 'd' : 'v'
    const field = row.grids[0].cells.length > 1 ? rowAnchor(code) : fieldName(part, code)
    const finding = rule.over === 'quarter' ? BOUNDS[0] : BOUNDS[1]
    return [{ code: finding, indicator: code, field, numbers: { now: lesser, other: greater }, rule }]
  })
}

/**
 * What several reporters have given of an indicator together, all cells of the total. Null: nobody has.
 * @param given the entries of each, by quarter
 * @param only the one quarter asked about; null: every one, of a stock the last of each reporter
 */
export function amountOf(
  given: readonly ReadonlyMap<Quarter, readonly Entry[]>[],
  indicator: Pick<DefinedIndicator, 'overTime' | 'schemes'>,
  part: ComparedPart,
  only: Quarter | null,
): number | null {
  const amounts = given.flatMap((quarters) => {
    const all = [...quarters.keys()]
    const reached = takesLast(indicator.overTime) ? [Math.max(...all)] : all
    const asked = only === null ? reached : [only]
    return asked.flatMap((quarter) =>
      (quarters.get(quarter) ?? [])
        .filter(({ cell }) => isOfTotal(indicator, quarter, cell))
        .map((entry) => millionths(entry[part] ?? 0)),
    )
  })
  return amounts.length === 0 ? null : amounts.reduce((sum, one) => sum + one, 0) / MILLION
}
