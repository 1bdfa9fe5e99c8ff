import { isSame, millionths, type Pair } from '../../figures/sums.ts'
import { hasBase, TRAITS } from '../../indicators/measure.ts'
import { fieldName, fieldOf } from '../../indicators/value-field.ts'
import { refusalOf } from '../../language/read-number.ts'
import type { Measure } from '../../vocabulary/indicator.ts'
import { type Entry, entryKey, reported } from '../entry.ts'
import { type EntryFormDefinition, type FormRow, numberField } from '../entry-form/definition.ts'
import type { Finding } from './finding.ts'
import { entriesFor, totalIn } from './totals.ts'

/** What keeps a submission from being handed in; the sentences are under `submissions.problem`. */
export const HARD = [
  'nothing',
  'blank-cells',
  'needs-base',
  'needs-reason',
  'negative',
  'too-large',
  'below-least',
  'above-most',
  'not-whole',
  'numerator-larger',
  'zero-base',
  'not-in-list',
  'partition',
] as const
export type Hard = (typeof HARD)[number]

/** Everything that must be mended before a submission may be handed in. */
export function hardFindings(definition: EntryFormDefinition, entries: readonly Entry[]): Finding<Hard>[] {
  return definition.rows.flatMap((row) => hardInRow(row, entriesFor(row, entries)))
}

/**
 * The same beside fields that could not be read, so that everything is mended in one go: where such a field stands its
 * cell is not blank, and what its indicator comes to is not known yet.
 * @param unread names of fields are those of the form: "v.V3.age=16-17|sex=female"
 */
export function hardFindingsBeside(
  unread: readonly { field: string; indicator: string }[],
  definition: EntryFormDefinition,
  entries: readonly Entry[],
): Finding<Hard>[] {
  const cells = unread.flatMap(({ field }) => {
    const at = fieldOf(field)
    return at && (at.part === 'v' || at.part === 'd') ? [{ indicator: at.indicator, cell: at.cell }] : []
  })
  const isStored = (at: { indicator: string; cell: string }) => entries.some((one) => entryKey(one) === entryKey(at))
  const standing = cells.filter((at) => !isStored(at)).map(({ indicator, cell }) => reported(indicator, cell, 0, 0))
  const isUnread = (code: string) => unread.some(({ indicator }) => indicator === code)
  return hardFindings(definition, [...entries, ...standing]).filter(
    ({ code, indicator }) => code === 'blank-cells' || !isUnread(indicator),
  )
}

function hardInRow(row: FormRow, entries: readonly Entry[]): Finding<Hard>[] {
  const { code } = row.indicator
  const [first] = entries
  const cells = row.grids.flatMap((grid) => grid.cells)
  if (!first) return [{ code: 'nothing', indicator: code, field: fieldName('v', code, cells[0]), numbers: {} }]
  if (first.state === 'not reported') return []
  if (first.state === 'not applicable') {
    if (first.reason?.trim()) return []
    return [{ code: 'needs-reason', indicator: code, field: fieldName('r', code), numbers: {} }]
  }
  const blank = cells.filter((cell) => !entries.some((entry) => entry.cell === cell))
  const found = entries.flatMap((entry) => hardInCell(row, entry))
  if (blank.length > 0) {
    const field = fieldName('v', code, blank[0])
    found.push({ code: 'blank-cells', indicator: code, field, numbers: { count: blank.length } })
  } else found.push(...partitionsOf(row, entries))
  return found
}

/** What is wrong with one value by itself, whatever else has been typed. */
export function hardInCell(row: FormRow, entry: Entry): Finding<Hard>[] {
  const { code, measure, stages } = row.indicator
  const { value, base, cell } = entry
  if (entry.state !== 'reported' || value === null) return []
  const at = (finding: Hard, part: 'v' | 'd', numbers: Record<string, number> = {}): Finding<Hard>[] => [
    { code: finding, indicator: code, field: fieldName(part, code, cell), numbers },
  ]
  if (TRAITS[measure].shown === 'stage') return stages[value] ? [] : at('not-in-list', 'v')
  const refusedValue = refusalOf(numberField(measure, 'v'), value)
  if (refusedValue) return at(refusedValue, 'v')
  const { least, most } = row.indicator.range ?? { least: null, most: null }
  if (least !== null && value < least) return at('below-least', 'v', { least })
  if (most !== null && value > most) return at('above-most', 'v', { most })
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

function partitionsOf(row: FormRow, entries: readonly Entry[]): Finding<Hard>[] {
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
