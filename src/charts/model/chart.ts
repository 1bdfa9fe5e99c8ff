import type { PublishableCell, PublishableTable, ShownFigure } from '../../disclosure/publishable.ts'
import { valueText, whyNoTotal } from '../../figures/in-words.ts'
import { MARKS } from '../../figures/marks.ts'
import { unitBesideText, unitText } from '../../indicators/in-words.ts'
import { numberStyleOf, signBehind, traitsOf } from '../../indicators/measure.ts'
import type { Words } from '../../language/words.ts'
import type { Heading } from '../../targets/figure-table.ts'
import { targetText } from '../../targets/in-words.ts'
import { flagsIn, isBrokenThroughout, legendOf } from '../legend.ts'
import { briefTip, gapOf, numberIn, tip, zeroSign } from '../point.ts'
import type { ChartData, ColourRole, Dataset, Shape } from './chart-data.ts'
import { withRings, withShifts } from './coinciding.ts'
import { stageAxis, type ValueAxis, valueAxis } from './value-axis.ts'

export type ChartOptions = {
  shape: Shape
  /** Colour of a row or column, by its key. */
  roleOf: (key: string) => ColourRole
  baseline?: number | null
  /** Of sums: what they come to, to the end of each period; begun anew where a phase begins. */
  toDate?: readonly { label: string; table: PublishableTable; nths: readonly number[] }[]
  words: Words
}

const DASHES = [[], [6, 3], [2, 2], [8, 3, 2, 3]]

/** Colours come again after eight series: their lines are told apart by dashes. */
function dashOf(nth: number): number[] {
  return DASHES[Math.floor(nth / 8) % DASHES.length] ?? []
}

/**
 * A table as a picture. Its numbers are the table's, unrounded and on the scale stored; what has no number is a gap.
 * A single series brings its targets and baseline with it; sums bring what they come to, against what was planned by then.
 */
export function chartOf(table: PublishableTable, wish: ChartOptions): ChartData {
  const { words, shape } = wish
  const { along, across, at } = turned(table, shape)
  const type = shape === 'trend' || shape === 'lines' ? 'line' : 'bar'
  const series = across.map((heading, s) => {
    const cells = along.map((_, i) => at(i, s))
    const label = shape === 'sums' ? words.t('charts:in-period') : words.of(heading.label)
    const one = seriesOf(
      cells,
      { label, type, role: roleIn(heading, across.length, wish), dash: dashOf(s) },
      table,
      words,
    )
    if (shape !== 'bars' && isBrokenThroughout(one)) one.label = `${one.label} ${MARKS.break.sign}`
    if (shape !== 'bars') return one
    const values = cells.map((cell) => briefTip(cell, table, words))
    return across.length === 1
      ? { ...one, values, roles: along.map(({ key }) => wish.roleOf(key)) }
      : { ...one, values }
  })
  const sums = (wish.toDate ?? []).flatMap((one) => toDateOf(one, along.length, words))
  const key = legendOf([...series, ...sums.filter(isReached)], shape, words)
  if (shape === 'stacked') markOnce(series)
  const drawn = isStaged(table) && type === 'line' ? withShifts(series, table.indicator.stages.length) : series
  const single = across.length === 1 && sums.length === 0
  const datasets = [...drawn, ...sums, ...(single ? comparisons(along, at, table, wish) : [])]
  const axis = axisOf(table, datasets, shape, words)
  return {
    type,
    data: {
      labels: along.map((heading) => words.of(heading.label)),
      datasets: type === 'line' ? withRings(datasets, axis) : datasets,
    },
    options: {
      indexAxis: shape === 'bars' ? 'y' : 'x',
      stacked: shape === 'stacked',
      unit: counted(table) ? words.t('charts:reached') : unitText(table.indicator, words),
      axis,
      key: [...key, ...table.breaks.map(words.of), ...reasonsIn(table, words)],
    },
  }
}

/** A series by itself means the figure; bars of which the sum is drawn too are the lesser of the two. */
function roleIn({ key }: Heading, count: number, { roleOf, shape }: ChartOptions): ColourRole {
  if (count > 1) return roleOf(key)
  return shape === 'sums' ? 'sum' : 'figure'
}

function isReached({ role }: Dataset): boolean {
  return role !== 'target' && role !== 'baseline'
}

/** Why there is no total where there is none, each reason once: a picture that is saved says it as the page does. */
export function reasonsIn({ cells, indicator }: PublishableTable, words: Words): string[] {
  const reasons = cells
    .flat()
    .flatMap(({ shown }) => (shown.kind === 'figure' ? (whyNoTotal(shown.figure, indicator, words) ?? []) : []))
  return [...new Set(reasons)]
}

/** On a stack a sign is drawn only where the whole stack has no height: what else is missing, the table says. */
function markOnce(datasets: Dataset[]): void {
  const flat = (i: number) => datasets.every(({ data }) => !data[i])
  const sign = (i: number, gap: string | null) => {
    const zeros = datasets.filter(({ data }) => data[i] === 0)
    return zeros.length === 0 ? gap : zeroSign(zeros.flatMap(({ flags }) => flags[i] ?? []))
  }
  datasets.forEach((one, s) => {
    one.gaps = one.gaps.map((gap, i) => (s === 0 && flat(i) ? sign(i, gap) : null))
  })
}

/** A milestone of several reporters is no stage but how many have reached it. */
function counted({ cells }: PublishableTable): boolean {
  return cells.some((row) => row.some(({ shown }) => shown.kind === 'figure' && shown.figure.of !== undefined))
}

/** Whether the axis has stages, and no amounts or numbers of reporters. */
export function isStaged(table: PublishableTable): boolean {
  return traitsOf(table.indicator).shown === 'stage' && !counted(table)
}

function axisOf(table: PublishableTable, datasets: readonly Dataset[], shape: Shape, words: Words): ValueAxis {
  const { indicator } = table
  if (isStaged(table))
    return stageAxis(indicator.stages.map(words.of), Math.max(0, ...datasets.map(({ shift = 0 }) => shift)))
  const values = datasets.flatMap(({ data }) => data.filter((value) => value !== null))
  const stacks = (datasets[0]?.data ?? []).map((_, i) => datasets.reduce((sum, { data }) => sum + (data[i] ?? 0), 0))
  const outOf = table.cells.flat().flatMap(({ shown }) => (shown.kind === 'figure' ? (shown.figure.of ?? []) : []))
  const { isAmount, shown } = traitsOf(indicator)
  const isBars = datasets.some(({ type }) => type === 'bar')
  const known = [...(shape === 'stacked' ? stacks : values), ...outOf]
  return valueAxis(
    known,
    isBars || isAmount || shown !== 'value',
    numberStyleOf(indicator),
    words.language,
    signBehind(indicator),
  )
}

type Turned = { along: Heading[]; across: Heading[]; at: (along: number, across: number) => PublishableCell }

/** Time runs along the axis wherever the table has it; bars side by side and other tables are read row by row. */
function turned(table: PublishableTable, shape: Shape): Turned {
  const cell = (row: number, column: number): PublishableCell => {
    const found = table.cells[row]?.[column]
    if (!found) throw new Error(`table ${table.id} has no cell ${row}, ${column}`)
    return found
  }
  if (shape !== 'bars' && table.columnsAre === 'periods' && table.rowsAre !== 'periods')
    return { along: table.columns, across: table.rows, at: (i, s) => cell(s, i) }
  return { along: table.rows, across: table.columns, at: cell }
}

function seriesOf(
  cells: readonly PublishableCell[],
  { type, label, role, dash }: Pick<Dataset, 'type' | 'label' | 'role' | 'dash'>,
  table: PublishableTable,
  words: Words,
): Dataset {
  const shown = cells.map((cell) => cell.shown)
  const zero = isStaged(table) ? valueText(0, table.indicator, words) : '0'
  return {
    type,
    label,
    data: shown.map(numberIn),
    texts: cells.map((cell) => tip(cell, table, words)),
    gaps: shown.map((one) => gapOf(one, type, zero)),
    flags: shown.map(flagsIn),
    role,
    dash,
    order: 1,
    ...(traitsOf(table.indicator).shown === 'stage' && type === 'line' ? { stepped: true as const } : {}),
  }
}

/** What sums come to, and what was planned by then; the bars below say where there is no number. */
function toDateOf(
  { label, table, nths }: NonNullable<ChartOptions['toDate']>[number],
  count: number,
  words: Words,
): readonly Dataset[] {
  const along = <T>(values: readonly T[], none: T) =>
    Array.from({ length: count }, (_, nth) => values[nths.indexOf(nth)] ?? none)
  const cells = table.cells.map(([cell]) => cell!)
  const own = seriesOf(cells, { label, type: 'line', role: 'figure', dash: dashOf(0) }, table, words)
  const reached = {
    ...own,
    data: along(own.data, null),
    texts: along(own.texts, ''),
    gaps: along([], null),
    // What was restated in a period is restated in all that hold it: its bar says it.
    flags: along<Dataset['flags'][number]>(own.flags, []).map((flags) => flags.filter((flag) => flag !== 'revised')),
    order: 0,
  }
  const targets = along(
    cells.map(({ shown }) => targetIn(shown)),
    null,
  )
  const isPlanned = targets.some((target) => target !== null)
  return isPlanned ? [reached, compared('target', targets, table, words)] : [reached]
}

/** Targets stand where the table has them; a target of a figure that is hidden is hidden with it. */
function comparisons(
  along: Heading[],
  at: Turned['at'],
  table: PublishableTable,
  { words, baseline }: ChartOptions,
): Dataset[] {
  const targets = along.map((_, i) => targetIn(at(i, 0).shown))
  const found: Dataset[] = []
  if (targets.some((target) => target !== null)) found.push(compared('target', targets, table, words))
  if (baseline !== undefined && baseline !== null) {
    const level = along.map(() => baseline)
    found.push(compared('baseline', level, table, words))
  }
  return found
}

/** A target or baseline as the figures beside it are told: of stages by its name. */
function heldText(value: number, table: PublishableTable, words: Words): string {
  const { indicator } = table
  if (isStaged(table)) return valueText(value, indicator, words)
  const text = targetText(value, indicator, words)
  return [text, unitBesideText(text, indicator, words)].filter(Boolean).join(' ')
}

function targetIn(shown: ShownFigure): number | null {
  return shown.kind === 'figure' ? shown.target : null
}

function compared(
  role: 'target' | 'baseline',
  data: (number | null)[],
  table: PublishableTable,
  words: Words,
): Dataset {
  return {
    type: 'line',
    label: words.t(role === 'target' ? 'figures:planned' : 'figures:baseline'),
    data,
    texts: data.map((value) => (value === null ? '' : heldText(value, table, words))),
    gaps: data.map(() => null),
    flags: data.map(() => []),
    role,
    dash: role === 'target' ? [6, 4] : [2, 3],
    order: 0,
  }
}
