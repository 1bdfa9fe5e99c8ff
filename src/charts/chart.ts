import type { PublishableCell, PublishableTable, ShownFigure } from '../disclosure/publishable.ts'
import { valueText, whyNoTotal } from '../figures/in-words.ts'
import { MARKS } from '../figures/marks.ts'
import { unitText } from '../indicators/in-words.ts'
import { numberStyleOf, traitsOf } from '../indicators/measure.ts'
import type { Words } from '../language/words.ts'
import type { Heading } from '../targets/figure-table.ts'
import { targetText } from '../targets/in-words.ts'
import type { ChartData, ColourRole, Dataset, Shape } from './chart-data.ts'
import { flagsIn, isBrokenThroughout, legendOf } from './legend.ts'
import { gapOf, numberIn, tip, zeroSign } from './point.ts'

export type Drawing = {
  shape: Shape
  /** Colour of a row or column, by its key. */
  roleOf: (key: string) => ColourRole
  baseline?: number | null
  title: string
  foot: string
  words: Words
}

const DASHES = [[], [6, 3], [2, 2], [8, 3, 2, 3]]

/**
 * A table as a picture. Its numbers are the table's, unrounded and on the scale stored; what has no number is a gap.
 * A single series brings its targets and baseline with it.
 */
export function chartOf(table: PublishableTable, drawing: Drawing): ChartData {
  const { along, across, at } = turned(table, drawing.shape)
  const type = drawing.shape === 'trend' || drawing.shape === 'lines' ? 'line' : 'bar'
  const datasets = across.map((heading, s) => {
    const cells = along.map((_, i) => at(i, s))
    const role = across.length === 1 ? 'figure' : drawing.roleOf(heading.key)
    const one = series(cells, heading, role, type, s, table, drawing)
    if (drawing.shape !== 'bars' && isBrokenThroughout(one)) one.label = `${one.label} ${MARKS.break.sign}`
    const each = drawing.shape === 'bars' && across.length === 1
    return each ? { ...one, roles: along.map(({ key }) => drawing.roleOf(key)) } : one
  })
  const { scale, decimals } = numberStyleOf(table.indicator)
  const key = legendOf(datasets, drawing.shape, drawing.words)
  if (drawing.shape === 'stacked') markOnce(datasets)
  if (across.length === 1) datasets.push(...comparisons(along, at, table, drawing))
  return {
    type,
    data: { labels: along.map((heading) => drawing.words.of(heading.label)), datasets },
    options: {
      indexAxis: drawing.shape === 'bars' ? 'y' : 'x',
      stacked: drawing.shape === 'stacked',
      unit: counted(table) ? drawing.words.t('charts:reached') : unitText(table.indicator, drawing.words),
      scale,
      decimals,
      ...(isStaged(table) ? { stages: table.indicator.stages.map(drawing.words.of) } : {}),
      language: drawing.words.language,
      title: drawing.title,
      foot: drawing.foot,
      key: [...key, ...table.breaks.map(drawing.words.of), ...reasonsIn(table, drawing.words)],
    },
  }
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
function isStaged(table: PublishableTable): boolean {
  return traitsOf(table.indicator).shown === 'stage' && !counted(table)
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

function series(
  cells: PublishableCell[],
  heading: Heading,
  role: ColourRole,
  type: 'line' | 'bar',
  nth: number,
  table: PublishableTable,
  { words }: Drawing,
): Dataset {
  const shown = cells.map((cell) => cell.shown)
  return {
    type,
    label: words.of(heading.label),
    data: shown.map(numberIn),
    texts: cells.map((cell) => tip(cell, table, words)),
    gaps: shown.map((one) => gapOf(one, type)),
    flags: shown.map(flagsIn),
    role,
    dash: DASHES[Math.floor(nth / 8) % DASHES.length] ?? [],
    order: 1,
  }
}

/** Targets stand where the table has them; a target of a figure that is hidden is hidden with it. */
function comparisons(along: Heading[], at: Turned['at'], table: PublishableTable, drawing: Drawing): Dataset[] {
  const { words, baseline } = drawing
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
  return isStaged(table) ? valueText(value, table.indicator, words) : targetText(value, table.indicator, words)
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
