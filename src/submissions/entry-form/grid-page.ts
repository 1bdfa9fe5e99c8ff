import { quotientText } from '../../figures/in-words.ts'
import type { Pair } from '../../figures/sums.ts'
import { type Breakdown, categoriesOf } from '../../indicators/breakdown.ts'
import { labelOf, unitAfterSign } from '../../indicators/in-words.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { hasBase } from '../../indicators/measure.ts'
import { fieldName } from '../../indicators/value-field.ts'
import { unitBehind } from '../../language/counted.ts'
import type { Text } from '../../language/text.ts'
import type { Words } from '../../language/words.ts'
import { totalIn } from '../checks/totals.ts'
import type { Entry } from '../entry.ts'
import type { CellGrid, FormRow } from './definition.ts'
import { drawNumber, type FieldContext, type FieldView } from './field-page.ts'
import { pairInWords, totalInWords } from './in-words.ts'

export type CellView = {
  key: string
  /** Categories in words; the name of the indicator for the undivided value. */
  label: string
  /** The same in the other language. */
  other: string
  value: FieldView
  base: FieldView | null
  /** Last quarter's value in words, or null. */
  last: string | null
  /** The approved value in force where the one being worked on differs. */
  inForce: string | null
  /** For reading only: the value in words; null = blank. */
  shown: string | null
  /** What one of it is, as it stands behind what is shown. */
  shownUnit: string
  /** What numerator and denominator come to, as saved. */
  quotient: string
}

/** `other`: in the other language, in which a heading may be pasted. */
type GridHeading = { label: string; other: string }

export type GridView = {
  kind: CellGrid['kind']
  /** Name of the breakdown or breakdowns; null for the undivided value. */
  title: string | null
  /** Two breakdowns crossed: headings across, and one line of cells each. */
  columns: GridHeading[]
  lines: (GridHeading & { cells: CellView[] })[]
  /** At most one breakdown: one list of cells. */
  list: CellView[]
  /** Whether its cells add up to a total that is shown, and what they come to as saved. */
  totalled: boolean
  total: string | null
}

declare module '../../web/views/models.ts' {
  interface Parts {
    'submissions/entry-form/beside': { cell: CellView }
  }
}

/** @param own entries of the indicator */
export function drawGrid(row: FormRow, grid: CellGrid, own: readonly Entry[], drawing: FieldContext): GridView {
  const { words } = drawing
  const totalled = grid.kind !== 'multiple' && grid.cells.length > 1
  const total = totalled ? totalIn(row, grid, own) : null
  return {
    kind: grid.kind,
    title: grid.breakdowns.length > 0 ? grid.breakdowns.map((one) => words.of(one.name)).join(' × ') : null,
    ...laidOut(grid, (key) => drawCell(row.indicator, grid, key, own, drawing), words),
    totalled,
    total: total && totalInWords(row.indicator, total, words),
  }
}

/** Two breakdowns make a table, the longer one down, so that it stays narrow on a phone; anything else makes a list. */
function laidOut(
  { breakdowns, cells }: CellGrid,
  draw: (key: string) => CellView,
  words: Words,
): Pick<GridView, 'columns' | 'lines' | 'list'> {
  const [first, second, third] = breakdowns
  if (!first || !second || third) return { columns: [], lines: [], list: cells.map(draw) }
  const [down, across] = first.categories.length < second.categories.length ? [second, first] : [first, second]
  const cellAt = (line: string, column: string) =>
    cells.find((key) => isOf(key, down, line) && isOf(key, across, column))!
  return {
    columns: across.categories.map((one) => headingOf(one.name, words)),
    lines: down.categories.map((line) => ({
      ...headingOf(line.name, words),
      cells: across.categories.map((column) => draw(cellAt(line.code, column.code))),
    })),
    list: [],
  }
}

/** Ids of what the part `beside` shows at a cell. */
function besideIds(id: string, last: string | null, inForce: string | null): string {
  return [last !== null && `${id}-last`, inForce !== null && `${id}-in-force`].filter(Boolean).join(' ')
}

function headingOf(name: Text, words: Words): GridHeading {
  return { label: words.of(name), other: otherWords(words).of(name) }
}

function otherWords(words: Words): Words {
  return words.in(words.language === 'vi' ? 'en' : 'vi')
}

function isOf(key: string, breakdown: Breakdown, category: string): boolean {
  return categoriesOf(key)[breakdown.code] === category
}

function drawCell(
  indicator: DefinedIndicator,
  { breakdowns }: CellGrid,
  key: string,
  own: readonly Entry[],
  drawing: FieldContext,
): CellView {
  const { words } = drawing
  const label = labelOf(key, breakdowns, words)
  const { code } = indicator
  const at = (entries: readonly Entry[]) =>
    entries.find((entry) => entry.indicator === code && entry.cell === key && entry.value !== null)
  const inWords = (entry: Entry | undefined) => (entry ? pairInWords(indicator, entry as Pair, words) : null)
  const [now, approved] = [at(own), at(drawing.inForce)]
  const isCorrected = approved && (now?.value !== approved.value || now.base !== approved.base)
  const last = inWords(at(drawing.previous.get(code)?.entries ?? []))
  const inForce = isCorrected ? inWords(approved) : null
  const describedBy = besideIds(fieldName('v', code, key), last, inForce)
  const draw = (part: 'v' | 'd', saved: number | null | undefined): FieldView => ({
    ...drawNumber(fieldName(part, code, key), part, indicator, saved ?? null, label, drawing),
    describedBy,
  })
  const [value, shown] = [draw('v', now?.value), inWords(now)]
  return {
    key,
    label: label || words.of(indicator.name),
    other: labelOf(key, breakdowns, otherWords(words)),
    value,
    base: hasBase(indicator.measure) ? draw('d', now?.base) : null,
    last,
    inForce,
    shown,
    shownUnit: unitBehind(shown ?? '', unitAfterSign(value.unit, indicator), words.language),
    quotient: quotientOf(indicator, now as Pair | undefined, words),
  }
}

function quotientOf(indicator: DefinedIndicator, pair: Pair | undefined, words: Words): string {
  const quotient = pair ? quotientText(pair, indicator, words.language) : null
  return quotient === null ? '' : `= ${quotient}`
}
