import type { NamedSpan } from '../../calendar/span.ts'
import { bareValue } from '../../figures/sums.ts'
import { TRAITS } from '../../indicators/measure.ts'
import { type Entry, fieldName } from '../entry.ts'
import type { EntryFormDefinition, FormRow } from '../entry-form/definition.ts'
import type { Finding } from './finding.ts'
import type { Previous } from './previous.ts'
import { entriesFor, previousTotal, totalIn } from './totals.ts'

/** What is asked about once when handing in, and never in the way; the sentences are under `submissions.doubt`. */
export const SOFT = [
  'much-more',
  'much-less',
  'zero-after',
  'negative-mean',
  'more-than-total',
  'quarter-not-over',
] as const
export type Soft = (typeof SOFT)[number]

const MUCH = 3

/** What the partner is asked to look at again. */
export function softFindings(
  definition: EntryFormDefinition,
  entries: readonly Entry[],
  previous: ReadonlyMap<string, Previous>,
  quarterIsOver: boolean,
): Finding<Soft>[] {
  const found = definition.rows.flatMap((row) =>
    softInRow(row, entriesFor(row, entries), previous.get(row.indicator.code)),
  )
  if (quarterIsOver) return found
  return [{ code: 'quarter-not-over', indicator: '', field: '', numbers: {} }, ...found]
}

function softInRow(row: FormRow, entries: readonly Entry[], previous: Previous | undefined): Finding<Soft>[] {
  const { code, measure } = row.indicator
  const primary = row.grids[0]
  const total = totalIn(row, primary, entries)
  if (!total) return []
  const at = (finding: Soft, cell: string | undefined, numbers: Record<string, number> = {}): Finding<Soft> => ({
    code: finding,
    indicator: code,
    field: fieldName('v', code, cell),
    numbers,
  })
  const { shown, mayBeNegative } = TRAITS[measure]
  const found: Finding<Soft>[] = []
  for (const entry of entries) {
    if (mayBeNegative && entry.value! < 0) found.push(at('negative-mean', entry.cell, { value: entry.value! }))
  }
  for (const grid of row.grids.filter((one) => one.kind === 'multiple')) {
    for (const { cell, value } of entries.filter((entry) => grid.cells.includes(entry.cell))) {
      if (value! > total.value) found.push(at('more-than-total', cell, { value: value!, total: total.value }))
    }
  }
  const jump = shown === 'stage' ? null : jumpOf(bareValue(measure, total), lastOf(row, previous))
  if (jump) found.push(at(jump.code, primary.cells[0], jump.numbers))
  return found
}

/** A value of a half-year is not held against one of a quarter. */
function lastOf(row: FormRow, previous: Previous | undefined): number | null {
  const total = previous && isAsLong(row.span, previous.span) ? previousTotal(row, previous) : null
  return total && bareValue(row.indicator.measure, total)
}

function isAsLong(one: NamedSpan, other: NamedSpan): boolean {
  const rounds = one.grain === 'round' && other.grain === 'round'
  return rounds || one.to - one.from === other.to - other.from
}

function jumpOf(now: number | null, last: number | null): { code: Soft; numbers: Record<string, number> } | null {
  if (now === null || last === null || last <= 0) return null
  const numbers = { now, last }
  if (now === 0) return { code: 'zero-after', numbers }
  if (now > last * MUCH) return { code: 'much-more', numbers }
  return now < last / MUCH ? { code: 'much-less', numbers } : null
}
