import type { Quarter } from '../../calendar/quarter.ts'
import { bareValue, isSame, millionths, type Pair, totalOf } from '../../figures/sums.ts'
import { hasBase, TRAITS } from '../../indicators/measure.ts'
import { refusalOf } from '../../language/read-number.ts'
import type { Measure } from '../../vocabulary/indicator.ts'
import { type Entry, fieldName } from '../entry.ts'
import { type Grid, numberField, type Row, type Sheet } from './definition.ts'

/** What keeps a submission from being handed in; the sentences are under `submissions.problem`. */
export const HARD = [
  'nothing',
  'blank-cells',
  'needs-base',
  'needs-reason',
  'negative',
  'too-large',
  'not-whole',
  'numerator-larger',
  'zero-base',
  'not-in-list',
  'partition',
] as const
/** What is asked about once when handing in, and never in the way; the sentences are under `submissions.doubt`. */
export const SOFT = [
  'much-more',
  'much-less',
  'zero-after',
  'negative-mean',
  'more-than-total',
  'quarter-not-over',
] as const
export type Hard = (typeof HARD)[number]
export type Soft = (typeof SOFT)[number]

/** A finding at a field, with the numbers its sentence names, on the scale stored. */
export type Finding<Code extends string> = {
  code: Code
  indicator: string
  field: string
  numbers: Record<string, number>
}

/** The last quarter in which the same partner reported an indicator for the same place. */
export type Previous = { quarter: Quarter; entries: Entry[] }

const MUCH = 3

/** Everything that must be mended before a submission may be handed in. */
export function hardFindings(sheet: Sheet, entries: readonly Entry[]): Finding<Hard>[] {
  return sheet.rows.flatMap((row) => hardInRow(row, entriesFor(row, entries)))
}

/** What the partner is asked to look at again. */
export function softFindings(
  sheet: Sheet,
  entries: readonly Entry[],
  previous: ReadonlyMap<string, Previous>,
  quarterIsOver: boolean,
): Finding<Soft>[] {
  const found = sheet.rows.flatMap((row) => softInRow(row, entriesFor(row, entries), previous.get(row.indicator.code)))
  if (quarterIsOver) return found
  return [{ code: 'quarter-not-over', indicator: '', field: '', numbers: {} }, ...found]
}

/** Named so that a confirmation holds for exactly what was shown. */
export function findingId(finding: Finding<string>): string {
  return [finding.code, finding.field, ...Object.values(finding.numbers)].join('|')
}

function hardInRow(row: Row, entries: readonly Entry[]): Finding<Hard>[] {
  const { code } = row.indicator
  const [first] = entries
  if (!first) return [{ code: 'nothing', indicator: code, field: fieldName('s', code), numbers: {} }]
  if (first.state === 'not reported') return []
  if (first.state === 'not applicable') {
    if (first.reason?.trim()) return []
    return [{ code: 'needs-reason', indicator: code, field: fieldName('r', code), numbers: {} }]
  }
  const cells = row.grids.flatMap((grid) => grid.cells)
  const blank = cells.filter((cell) => !entries.some((entry) => entry.cell === cell))
  const found = entries.flatMap((entry) => hardInCell(row, entry))
  if (blank.length > 0) {
    const field = fieldName('v', code, blank[0])
    found.push({ code: 'blank-cells', indicator: code, field, numbers: { count: blank.length } })
  } else found.push(...partitionsOf(row, entries))
  return found
}

/** What is wrong with one value by itself, whatever else has been typed. */
export function hardInCell(row: Row, entry: Entry): Finding<Hard>[] {
  const { code, measure, stages } = row.indicator
  const { value, base, cell } = entry
  if (entry.state !== 'reported' || value === null) return []
  const at = (finding: Hard, part: 'v' | 'd', numbers: Record<string, number> = {}): Finding<Hard>[] => [
    { code: finding, indicator: code, field: fieldName(part, code, cell), numbers },
  ]
  if (TRAITS[measure].shown === 'stage') return stages[value] ? [] : at('not-in-list', 'v')
  const refusedValue = refusalOf(numberField(measure, 'v'), value)
  if (refusedValue) return at(refusedValue, 'v')
  if (!hasBase(measure)) return []
  if (base === null) return at('needs-base', 'd')
  const refusedBase = refusalOf(numberField(measure, 'd'), base)
  if (refusedBase) return at(refusedBase, 'd')
  switch (wrongTogether({ value, base }, row.indicator)) {
    case 'numerator-larger':
      return at('numerator-larger', 'v', { value, base })
    case 'zero-base':
      return at('zero-base', 'd')
    case null:
      return []
  }
}

/** What is wrong between a value and the number behind it: a share larger than its whole, or a value of nobody. */
export function wrongTogether(
  { value, base }: Pair,
  { measure, scale }: { measure: Measure; scale: number },
): 'numerator-larger' | 'zero-base' | null {
  if (base === null) return null
  if (TRAITS[measure].shown === 'quotient' && scale === 100 && value > base) return 'numerator-larger'
  return base === 0 && value !== 0 ? 'zero-base' : null
}

function partitionsOf(row: Row, entries: readonly Entry[]): Finding<Hard>[] {
  const whole = totalIn(row, row.grids[0], entries)
  return row.grids.flatMap((grid): Finding<Hard>[] => {
    const sum = totalIn(row, grid, entries)
    if (grid.kind !== 'partition' || !whole || !sum || isSame(sum, whole)) return []
    const { code } = row.indicator
    const isBase = millionths(sum.value) === millionths(whole.value)
    const [parts, total] = isBase ? [sum.base!, whole.base!] : [sum.value, whole.value]
    const field = fieldName('v', code, grid.cells[0])
    return [{ code: 'partition', indicator: code, field, numbers: { parts, total } }]
  })
}

function softInRow(row: Row, entries: readonly Entry[], previous: Previous | undefined): Finding<Soft>[] {
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

function lastOf(row: Row, previous: Previous | undefined): number | null {
  if (!previous) return null
  const total = totalOf(row.indicator.measure, pairsIn(previous.entries.filter(isUndividedOrPrimary(row, previous))))
  return total && bareValue(row.indicator.measure, total)
}

/** An older quarter may have had an older primary breakdown: whatever is not an extra breakdown of this row is its primary. */
function isUndividedOrPrimary(row: Row, previous: Previous): (entry: Entry) => boolean {
  const extras = new Set(row.grids.slice(1).flatMap((grid) => grid.cells))
  const inPrimary = new Set(row.grids[0].cells)
  const known = previous.entries.some((entry) => inPrimary.has(entry.cell))
  return (entry) => (known ? inPrimary.has(entry.cell) : !extras.has(entry.cell))
}

function jumpOf(now: number | null, last: number | null): { code: Soft; numbers: Record<string, number> } | null {
  if (now === null || last === null || last <= 0) return null
  const numbers = { now, last }
  if (now === 0) return { code: 'zero-after', numbers }
  if (now > last * MUCH) return { code: 'much-more', numbers }
  return now < last / MUCH ? { code: 'much-less', numbers } : null
}

/** The total of one block as typed so far. */
export function totalIn(row: Row, grid: Grid, entries: readonly Entry[]): Pair | null {
  return totalOf(row.indicator.measure, pairsIn(entries.filter((entry) => grid.cells.includes(entry.cell))))
}

/** The total of the primary breakdown in an earlier quarter. */
export function previousTotal(row: Row, previous: Previous): Pair | null {
  return totalOf(row.indicator.measure, pairsIn(previous.entries.filter(isUndividedOrPrimary(row, previous))))
}

function pairsIn(entries: readonly Entry[]): Pair[] {
  return entries.flatMap(({ value, base }) => (value === null ? [] : [{ value, base }]))
}

function entriesFor(row: Row, entries: readonly Entry[]): Entry[] {
  return entries.filter((entry) => entry.indicator === row.indicator.code)
}
