import { dayAt } from '../../calendar/day.ts'
import { bareValue, type Pair } from '../../figures/sums.ts'
import type { Breakdown } from '../../indicators/breakdown.ts'
import { categoriesOf } from '../../indicators/breakdown.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { hasBase, traitsOf } from '../../indicators/measure.ts'
import * as format from '../../language/format.ts'
import type { Text } from '../../language/text.ts'
import type { Key, Words } from '../../language/words.ts'
import type { Target } from '../../targets/target.ts'
import { ENTRY_STATES } from '../../vocabulary/submission.ts'
import { type Entry, fieldName } from '../entry.ts'
import { type Finding, type Previous, previousTotal, totalIn } from './checks.ts'
import type { Grid, Row } from './definition.ts'
import type { Problem } from './form.ts'
import { labelOf, pairInWords, problemInWords, scaled, stateInWords } from './in-words.ts'
import { flatten } from './merge.ts'

/** One input as it is drawn. */
export type FieldView = { name: string; text: string; error: string | null; unit: string; label: string }
export type CellView = {
  key: string
  /** Categories in words; the name of the indicator for the undivided value. */
  label: string
  value: FieldView
  base: FieldView | null
  /** Last quarter's value in words, or null. */
  last: string | null
  /** The approved value in force where the one being worked on differs. */
  inForce: string | null
  /** For reading only: the value in words; null = blank. */
  shown: string | null
  /** What numerator and denominator come to, as saved. */
  quotient: string
}
export type GridView = {
  kind: Grid['kind']
  /** Name of the breakdown or breakdowns; null for the undivided value. */
  title: string | null
  /** Two breakdowns crossed: headings across, and one line of cells each. */
  columns: string[]
  lines: { label: string; cells: CellView[] }[]
  /** At most one breakdown: one list of cells. */
  list: CellView[]
  /** Whether its cells add up to a total that is shown, and what they come to as saved. */
  totalled: boolean
  total: string | null
}
export type RowView = {
  code: string
  indicator: DefinedIndicator
  state: Entry['state']
  stateName: string
  states: { value: string; label: string }[]
  stateField: FieldView
  reason: FieldView
  mayIdentify: boolean
  keptField: string
  grids: GridView[]
  /** Stages to choose from; none where numbers are typed. */
  stages: { value: string; name: string }[]
  /** Two numbers a cell, and the word between them. */
  paired: boolean
  joins: string
  /** What n counts. */
  nUnit: string | null
  totalUnit: string | null
  /** Blanks can be filled with zeros at once. */
  fillable: boolean
  /** What the quarter before came to. */
  last: { quarter: string; total: string } | null
  target: string | null
  untouched: boolean
}

type Editable = { editable: boolean }

declare module '../../web/views/models.ts' {
  interface Parts {
    'submissions/entry-form/row': { row: RowView } & Editable
    'submissions/entry-form/row-state': { row: RowView }
    'submissions/entry-form/grid': { row: RowView; grid: GridView } & Editable
    'submissions/entry-form/cell': { row: RowView; cell: CellView; units: boolean } & Editable
    'submissions/entry-form/box': { field: FieldView; kind: 'v' | 'd' }
    'submissions/entry-form/beside': { cell: CellView }
  }
}

export type Drawing = {
  words: Words
  entries: readonly Entry[]
  /** What was typed where it is not what is saved. */
  typed: Readonly<Record<string, string>>
  problems: readonly (Problem | Finding<string>)[]
  previous: ReadonlyMap<string, Previous>
  targets: ReadonlyMap<number, Target>
  inForce: readonly Entry[]
}

/** The rows of one screen as they are drawn. */
export function drawRows(rows: readonly Row[], drawing: Drawing): RowView[] {
  return rows.map((row) => drawRow(row, drawing))
}

function drawRow(row: Row, drawing: Drawing): RowView {
  const { words, typed } = drawing
  const { indicator } = row
  const { code } = indicator
  const own = drawing.entries.filter((entry) => entry.indicator === code)
  const stateName = fieldName('s', code)
  const reasonName = fieldName('r', code)
  const stored = own[0]?.state ?? 'reported'
  const draw = (name: string, text: string, unit = '', label = ''): FieldView => ({
    name,
    text: typed[name] ?? text,
    error: sentenceAt(name, drawing),
    unit,
    label,
  })
  const state = (typed[stateName] ?? stored) as Entry['state']
  const grids = row.grids.map((grid) => drawGrid(row, grid, own, drawing, draw))
  return {
    code,
    indicator,
    state,
    stateName: stateInWords(state, words),
    states: ENTRY_STATES.map((value) => ({ value, label: stateInWords(value, words) })),
    stateField: draw(stateName, stored, '', words.t('submissions:row-state')),
    reason: draw(reasonName, own[0]?.reason ?? '', '', words.t('submissions:row-reason')),
    mayIdentify: drawing.problems.some((problem) => problem.field === reasonName && problem.code === 'may-identify'),
    keptField: fieldName('k', code),
    grids,
    ...unitsOf(indicator, words),
    fillable: indicator.stages.length === 0 && (grids.length > 1 || grids.some(isSeveral)),
    stages: indicator.stages.map((name, nth) => ({ value: String(nth), name: words.of(name) })),
    last: lastOf(row, drawing),
    target: targetInWords(indicator, drawing.targets.get(indicator.id), words),
    untouched: own.length === 0,
  }
}

/** What the quarter before came to. */
function lastOf(row: Row, { previous, words }: Drawing): RowView['last'] {
  const before = previous.get(row.indicator.code)
  const total = before ? previousTotal(row, before) : null
  if (!before || !total) return null
  return {
    quarter: format.quarterWithDates(before.quarter, words.language),
    total: pairInWords(row.indicator, total, words),
  }
}

function isSeveral({ lines, list }: GridView): boolean {
  return lines.length > 0 || list.length > 1
}

/** What stands between and behind the numbers of an indicator. */
function unitsOf(indicator: DefinedIndicator, words: Words) {
  const { base, shown } = traitsOf(indicator)
  return {
    paired: base !== null,
    joins: base === null ? '' : words.t(`submissions:joins.${indicator.measure}` as Key),
    nUnit: base === 'n' && indicator.baseUnit ? words.of(indicator.baseUnit) : null,
    totalUnit: shown === 'quotient' ? null : words.of(indicator.countingUnit),
  }
}

type Draw = (name: string, text: string, unit?: string, label?: string) => FieldView

function drawGrid(row: Row, grid: Grid, own: readonly Entry[], drawing: Drawing, draw: Draw): GridView {
  const { words } = drawing
  const { indicator } = row
  const saved = flatten(own)
  const textOf = (name: string) => {
    const value = saved[name]
    return typeof value === 'number' ? format.typed(value, words.language) : ''
  }
  const cellOf = (key: string): CellView => {
    const label = labelOf(key, grid.breakdowns, words)
    const [v, d] = [fieldName('v', indicator.code, key), fieldName('d', indicator.code, key)]
    const [now, before, valid] = [own, drawing.previous.get(indicator.code)?.entries ?? [], drawing.inForce].map(
      (list) => list.find((entry) => entry.indicator === indicator.code && entry.cell === key && entry.value !== null),
    )
    const inWords = (entry: Entry | undefined) => (entry ? pairInWords(indicator, entry as Pair, words) : null)
    const changed = valid && (now?.value !== valid.value || now.base !== valid.base)
    const unit = unitOf(indicator, words)
    return {
      key,
      label: label || words.of(indicator.name),
      value: draw(v, textOf(v), unit, labelOfField(indicator, 'v', label, words)),
      base: hasBase(indicator.measure)
        ? draw(
            d,
            textOf(d),
            indicator.baseUnit ? words.of(indicator.baseUnit) : '',
            labelOfField(indicator, 'd', label, words),
          )
        : null,
      last: inWords(before),
      inForce: changed ? inWords(valid) : null,
      shown: inWords(now),
      quotient: quotientOf(indicator, now as Pair | undefined, words),
    }
  }
  const total = totalIn(row, grid, own)
  const crossed = grid.breakdowns.length === 2
  const [first, second] = grid.breakdowns
  // The longer breakdown runs down, so that the block stays narrow on a phone.
  const flip = crossed && first!.categories.length < second!.categories.length
  const [down, across] = flip ? [second!, first!] : [first, second]
  const cellAt = (one: string, other: string) =>
    grid.cells.find((key) => matches(key, down!, one) && matches(key, across!, other))!
  return {
    kind: grid.kind,
    title: grid.breakdowns.length > 0 ? grid.breakdowns.map((one) => words.of(one.name)).join(' × ') : null,
    columns: crossed ? across!.categories.map((one) => words.of(one.name)) : [],
    lines: crossed
      ? down!.categories.map((line) => ({
          label: words.of(line.name),
          cells: across!.categories.map((column) => cellOf(cellAt(line.code, column.code))),
        }))
      : [],
    list: crossed ? [] : grid.cells.map(cellOf),
    totalled: grid.kind !== 'multiple' && grid.cells.length > 1,
    total: total && grid.kind !== 'multiple' && grid.cells.length > 1 ? pairInWords(indicator, total, words) : null,
  }
}

function quotientOf(indicator: DefinedIndicator, pair: Pair | undefined, words: Words): string {
  const quotient = pair && traitsOf(indicator).shown === 'quotient' ? bareValue(indicator.measure, pair) : null
  return quotient === null ? '' : `= ${scaled(indicator, quotient, words)}`
}

function matches(key: string, breakdown: Breakdown, code: string): boolean {
  return categoriesOf(key)[breakdown.code] === code
}

/** What an input asks for, for those who hear the page: indicator, cell, and which of the two numbers. */
function labelOfField(indicator: DefinedIndicator, part: 'v' | 'd', cell: string, words: Words): string {
  const what = hasBase(indicator.measure) ? words.t(`submissions:part.${indicator.measure}-${part}` as Key) : ''
  const unit = part === 'v' ? unitOf(indicator, words) : indicator.baseUnit ? words.of(indicator.baseUnit) : ''
  return [`${indicator.code}`, cell, what, unit && `(${unit})`].filter(Boolean).join(' ')
}

function unitOf(indicator: DefinedIndicator, words: Words): string {
  return words.of(indicator.countingUnit)
}

function targetInWords(indicator: DefinedIndicator, target: Target | undefined, words: Words): string | null {
  if (!target) return null
  const value = valueInWords(indicator, target.value, words)
  return words.t(`submissions:target.${target.kind}${target.placeId === null ? '-whole' : ''}` as Key, { value })
}

function valueInWords(indicator: DefinedIndicator, value: number, words: Words): string {
  const { shown } = traitsOf(indicator)
  if (shown === 'quotient') return scaled(indicator, value, words)
  if (shown === 'stage') return pairInWords(indicator, { value, base: null }, words)
  return format.number(value, words.language, 4)
}

function sentenceAt(name: string, { problems, words }: Drawing): string | null {
  const problem = problems.find((one) => one.field === name)
  return problem ? problemInWords(problem, words) : null
}

export type Names = { partner: Text; place: Text }

/** Whether a quarter has ended in Viet Nam, or the partner's own quarter where it closes earlier. */
export function isOver(quarterEnds: string, cutTo: string | null, now: number): boolean {
  return dayAt(now) > (cutTo ?? quarterEnds)
}
