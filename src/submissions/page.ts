import type { Breakdown, DefinedIndicator, Text } from '../indicators/indicator.ts'
import { categoriesOf } from '../indicators/indicator.ts'
import * as format from '../language/format.ts'
import type { Key, Words } from '../language/words.ts'
import { dayAt } from '../periods/due.ts'
import type { Quarter } from '../periods/period.ts'
import { type Finding, type Previous, previousTotal, totalIn } from './checks.ts'
import { type Entry, fieldName, fieldOf } from './entry.ts'
import type { Problem } from './form.ts'
import { flatten } from './merge.ts'
import { type Grid, hasBase, type Row, type Sheet } from './sheet.ts'
import type { TargetFor } from './store.ts'
import { type Pair, shownOf } from './total.ts'

/** One input as it is drawn. */
export type FieldView = { name: string; text: string; problem: string | null; unit: string; label: string }
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
  total: string | null
}
export type RowView = {
  code: string
  indicator: DefinedIndicator
  state: Entry['state']
  stateField: FieldView
  reason: FieldView
  mayIdentify: boolean
  keptField: string
  grids: GridView[]
  stages: { value: string; name: string }[]
  lastTotal: string | null
  lastQuarter: string | null
  target: string | null
  untouched: boolean
}

export type Drawing = {
  words: Words
  entries: readonly Entry[]
  /** What was typed where it is not what is saved. */
  typed: Readonly<Record<string, string>>
  problems: readonly (Problem | Finding<string>)[]
  previous: ReadonlyMap<string, Previous>
  targets: ReadonlyMap<number, TargetFor>
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
  const previous = drawing.previous.get(code)
  const last = previous ? previousTotal(row, previous) : null
  const draw = (name: string, text: string, unit = '', label = ''): FieldView => ({
    name,
    text: typed[name] ?? text,
    problem: sentenceAt(name, drawing),
    unit,
    label,
  })
  return {
    code,
    indicator,
    state: (typed[stateName] ?? stored) as Entry['state'],
    stateField: draw(stateName, stored),
    reason: draw(reasonName, own[0]?.reason ?? ''),
    mayIdentify: drawing.problems.some((problem) => problem.field === reasonName && problem.code === 'may-identify'),
    keptField: fieldName('k', code),
    grids: row.grids.map((grid) => drawGrid(row, grid, own, drawing, draw)),
    stages: indicator.stages.map((name, nth) => ({ value: String(nth), name: words.of(name) })),
    lastTotal: last ? pairInWords(indicator, last, words) : null,
    lastQuarter: previous ? format.quarterWithDates(previous.quarter, words.language) : null,
    target: targetInWords(indicator, drawing.targets.get(indicator.id), words),
    untouched: own.length === 0,
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
    total: total && grid.kind !== 'multiple' && grid.cells.length > 1 ? pairInWords(indicator, total, words) : null,
  }
}

function matches(key: string, breakdown: Breakdown, code: string): boolean {
  return categoriesOf(key)[breakdown.code] === code
}

/** "Female, 16–17": a cell in words, in the order its breakdowns are shown. */
export function labelOf(key: string, breakdowns: readonly Breakdown[], words: Words): string {
  const chosen = categoriesOf(key)
  return breakdowns
    .filter((one) => chosen[one.code] !== undefined)
    .map((one) => one.categories.find((category) => category.code === chosen[one.code])?.name)
    .map((name) => (name ? words.of(name) : ''))
    .join(', ')
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

/** A value with the number behind it: "12", "45% (9 ÷ 20)", "63,5 (n = 40)", or the name of a stage. */
export function pairInWords(indicator: DefinedIndicator, pair: Pair, words: Words): string {
  const { language } = words
  const plain = (value: number, decimals = 0) => format.number(value, language, decimals)
  switch (indicator.measure) {
    case 'count':
      return plain(pair.value)
    case 'milestone': {
      const stage = indicator.stages[pair.value]
      return stage ? words.of(stage) : plain(pair.value)
    }
    case 'mean':
    case 'median':
      return `${plain(pair.value, 4)} (n = ${pair.base === null ? '–' : plain(pair.base)})`
    case 'ratio': {
      const parts = `${plain(pair.value)} ÷ ${pair.base === null ? '–' : plain(pair.base)}`
      const quotient = shownOf('ratio', pair)
      return quotient === null ? parts : `${scaled(indicator, quotient, words)} (${parts})`
    }
  }
}

/** A quotient as it is shown: per cent with its sign, otherwise times the scale. */
export function scaled(
  indicator: Pick<DefinedIndicator, 'scale' | 'decimals'>,
  quotient: number,
  { language }: Words,
): string {
  if (indicator.scale === 100) return format.percent(quotient, language, Math.max(indicator.decimals, 1))
  return format.number(quotient * indicator.scale, language, indicator.decimals)
}

function targetInWords(indicator: DefinedIndicator, target: TargetFor | undefined, words: Words): string | null {
  if (!target) return null
  const value = valueInWords(indicator, target.value, words)
  return words.t(`submissions:target.${target.kind}${target.whole ? '-whole' : ''}` as Key, { value })
}

function valueInWords(indicator: DefinedIndicator, value: number, words: Words): string {
  if (indicator.measure === 'ratio') return scaled(indicator, value, words)
  if (indicator.measure === 'milestone') return pairInWords(indicator, { value, base: null }, words)
  return format.number(value, words.language, 4)
}

function sentenceAt(name: string, { problems, words }: Drawing): string | null {
  const problem = problems.find((one) => one.field === name)
  return problem ? problemInWords(problem, words) : null
}

/** A problem or finding as a sentence, its numbers written as the person writes them. */
export function problemInWords(problem: Problem | Finding<string>, words: Words): string {
  return words.t(`submissions:problem.${problem.code}` as Key, numbersInWords(problem.numbers, words))
}

/** The numbers of a finding as text; quotients of percentages are small, so up to four decimals are kept. */
export function numbersInWords(numbers: Record<string, number>, { language }: Words): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [
      name,
      name === 'count' ? value : format.number(value, language, 4),
    ]),
  )
}

/** "V3, Female, 16–17": where a field is, for summaries, differences and history. */
export function placeOf(field: string, sheet: Sheet, breakdowns: readonly Breakdown[], words: Words): string {
  const found = fieldOf(field)
  const row = sheet.rows.find((one) => one.indicator.code === found?.indicator)
  if (!found) return field
  const cell = labelOf(found.cell, breakdowns, words)
  const measure = row?.indicator.measure
  const part =
    found.part === 's' || found.part === 'r' || (measure && hasBase(measure))
      ? words.t(
          `submissions:part.${found.part === 'v' || found.part === 'd' ? `${measure}-${found.part}` : found.part}` as Key,
        )
      : ''
  return [found.indicator, cell, part].filter(Boolean).join(', ')
}

/** A field's value in words: a state, a number, a stage, a reason; a blank says so. */
export function fieldValueInWords(field: string, value: number | string | null, sheet: Sheet, words: Words): string {
  const found = fieldOf(field)
  if (value === null)
    return found?.part === 's' ? words.t('submissions:state-of-row.reported') : words.t('submissions:blank')
  if (typeof value === 'string') return found?.part === 's' ? stateInWords(value as Entry['state'], words) : value
  const indicator = sheet.rows.find((one) => one.indicator.code === found?.indicator)?.indicator
  if (indicator?.measure === 'milestone') return pairInWords(indicator, { value, base: null }, words)
  return format.number(value, words.language, 4)
}

export function stateInWords(state: Entry['state'], words: Words): string {
  return words.t(`submissions:state-of-row.${state.replace(' ', '-')}` as Key)
}

export type Names = { partner: Text; place: Text }

/** Whether a quarter has ended in Viet Nam, or the partner's own quarter where it closes earlier. */
export function isOver(quarterEnds: string, cutTo: string | null, now: number): boolean {
  return dayAt(now) > (cutTo ?? quarterEnds)
}

export function quarterInWords(quarter: Quarter, words: Words): string {
  return format.quarterWithDates(quarter, words.language)
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text inside markup that a view puts together itself. */
export function safe(text: unknown): string {
  return String(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)
}
