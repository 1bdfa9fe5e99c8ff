import { isAsLong } from '../../calendar/span.ts'
import { bareValue, millionths } from '../../figures/sums.ts'
import { TRAITS } from '../../indicators/measure.ts'
import { fieldName } from '../../indicators/value-field.ts'
import type { Target } from '../../targets/target.ts'
import { type Entry, rowAnchor } from '../entry.ts'
import type { EntryFormDefinition, FormRow } from '../entry-form/definition.ts'
import { BOUNDS, boundFindings, type HeldAgainst } from './bounds.ts'
import type { Finding } from './finding.ts'
import type { Previous } from './previous.ts'
import { farFromUsual } from './series.ts'
import { entriesFor, previousTotal, totalIn } from './totals.ts'

/** What is asked about once when handing in, and never in the way; the sentences are under `submissions.doubt`. */
export const SOFT = [
  'much-more',
  'much-less',
  'zero-after',
  'not-zero-after',
  'far-from-usual',
  'over-target',
  'negative-mean',
  'more-than-total',
  ...BOUNDS,
  'quarter-not-over',
] as const
export type Soft = (typeof SOFT)[number]

/** What stands beside a submission, for its values to be held against. */
export type Beside = {
  /** What was reported last, by code of the indicator. */
  previous: ReadonlyMap<string, Previous>
  /** The bare values of earlier quarters whose span was as long, by code of the indicator. */
  earlier: ReadonlyMap<string, readonly number[]>
  /** What is worked towards, by id of the indicator. */
  targets: ReadonlyMap<number, Target>
  /** What other indicators say of it. */
  held: readonly HeldAgainst[]
}

const MUCH = 3
/** Of a target, above which a value is looked at again: nobody plans for half as much again. */
const OVER_TARGET = 1.5

/** What the partner is asked to look at again. */
export function softFindings(
  definition: EntryFormDefinition,
  entries: readonly Entry[],
  beside: Beside,
  quarterIsOver: boolean,
): Finding<Soft>[] {
  const inRows = definition.rows.flatMap((row) => softInRow(row, entriesFor(row, entries), beside))
  const found = [...inRows, ...boundFindings(definition, beside.held)]
  if (quarterIsOver) return found
  return [{ code: 'quarter-not-over', indicator: '', field: '', numbers: {} }, ...found]
}

function softInRow(row: FormRow, entries: readonly Entry[], beside: Beside): Finding<Soft>[] {
  const { code, measure } = row.indicator
  const total = totalIn(row, row.grids[0], entries)
  if (!total) return []
  const { shown, mayBeNegative } = TRAITS[measure]
  const inCell = (finding: Soft, cell: string, numbers: Record<string, number>): Finding<Soft> => ({
    code: finding,
    indicator: code,
    field: fieldName('v', code, cell),
    numbers,
  })
  const found: Finding<Soft>[] = []
  for (const { cell, value } of entries) {
    if (mayBeNegative && value! < 0) found.push(inCell('negative-mean', cell, { value: value! }))
  }
  for (const grid of row.grids.filter((one) => one.kind === 'multiple')) {
    for (const { cell, value } of entries.filter((entry) => grid.cells.includes(entry.cell))) {
      if (value! > total.value) found.push(inCell('more-than-total', cell, { value: value!, total: total.value }))
    }
  }
  const now = shown === 'stage' ? null : bareValue(measure, total)
  if (now === null) return found
  // A total is where its row is: of its cells none is more to blame than another.
  const field = row.grids[0].cells.length > 1 ? rowAnchor(code) : fieldName('v', code)
  const ofTotal = unusual(now, row, beside).map((one) => ({ ...one, indicator: code, field }))
  return [...found, ...ofTotal]
}

type Unusual = Pick<Finding<Soft>, 'code' | 'numbers'>

/** What is unusual about the value of a row as a whole: at most once beside earlier values, and once beside its target. */
function unusual(now: number, row: FormRow, { previous, earlier, targets }: Beside): Unusual[] {
  const { code, id } = row.indicator
  const beforeIt = jumpOf(now, lastOf(row, previous.get(code))) ?? farOf(now, earlier.get(code) ?? [])
  const target = targets.get(id)?.value ?? 0
  const isOver = target > 0 && millionths(now) > OVER_TARGET * millionths(target)
  return [
    ...(beforeIt ? [beforeIt] : []),
    ...(isOver ? [{ code: 'over-target' as const, numbers: { now, target } }] : []),
  ]
}

/** A value of a half-year is not held against one of a quarter. */
function lastOf(row: FormRow, previous: Previous | undefined): number | null {
  const total = previous && isAsLong(row.span, previous.span) ? previousTotal(row, previous) : null
  return total && bareValue(row.indicator.measure, total)
}

function jumpOf(now: number, last: number | null): Unusual | null {
  if (last === null || last < 0) return null
  if (last === 0) return now === 0 ? null : { code: 'not-zero-after', numbers: { now } }
  const numbers = { now, last }
  if (now === 0) return { code: 'zero-after', numbers }
  if (now > last * MUCH) return { code: 'much-more', numbers }
  return now < last / MUCH ? { code: 'much-less', numbers } : null
}

function farOf(now: number, earlier: readonly number[]): Unusual | null {
  const usual = farFromUsual(now, earlier)
  return usual && { code: 'far-from-usual', numbers: { now, ...usual } }
}
