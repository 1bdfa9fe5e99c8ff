import { heldIn, type Span } from '../calendar/span.ts'
import type { Answer } from '../figures/answer.ts'
import type { Figure } from '../figures/figure.ts'
import { breakText } from '../figures/in-words.ts'
import { seenAs } from '../figures/mask/masked-answer.ts'
import { isSameKind } from '../indicators/definitions/definition.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import { both, type Text } from '../language/text.ts'
import { wordsFor } from '../language/words.ts'
import type { Compare } from './comparison.ts'
import { type FigureRef, type FigureTable, figureId, type Heading } from './figure-table.ts'
import type { Compared } from './pace.ts'

export type Axis = {
  are: FigureTable['rowsAre']
  headings: readonly Heading[]
  /** Keys in the question that was asked, heading by heading, where they are not those of the headings. */
  keys?: readonly string[]
}

export type TableOptions = {
  id: string
  title: Text
  indicator: DefinedIndicator
  rows: Axis
  columns: Axis
  /** Keys that are the same in the whole table. */
  at: Partial<Pick<FigureRef, 'group' | 'span' | 'cell'>>
  source: Text
}

const KEY = { places: 'group', periods: 'span', categories: 'cell' } as const

function isCalledAlike(one: DefinedIndicator, other: DefinedIndicator): boolean {
  return one.stages.every(({ vi, en }, nth) => other.stages[nth]?.vi === vi && other.stages[nth]?.en === en)
}

/**
 * A figure whose definition measures something else than the table that it stands in: its number cannot stand under the table's
 * name and unit, and has a table of its own over spans of its own.
 */
function ofAnotherKind(figure: Figure): Figure {
  const { state, coverage, flags } = figure
  if (state !== 'reported' && state !== 'undefined') return figure
  return {
    state: 'not additive',
    value: null,
    coverage,
    flags: flags.filter((flag) => flag !== 'carried'),
    why: 'definitions',
  }
}

/** A figure with what it is held against, and the definition that it stands under. */
export type ComparedFigure = Compared & { own: DefinedIndicator; figure: Figure }

/**
 * One figure of an answer as it stands under the name and unit of an indicator.
 * @param heading key of the period as it is shown
 */
export function comparedFigure(
  answer: Answer,
  indicator: DefinedIndicator,
  ref: FigureRef,
  compare: Compare,
  heading = ref.span,
): ComparedFigure {
  const answered = answer.figure(ref.indicator, ref.group, ref.span, ref.cell)
  const defined = answer.definition(ref.indicator, ref.span)
  const isSame = isSameKind(defined, indicator)
  const [own, figure] = isSame ? [defined, answered] : [indicator, ofAnotherKind(answered)]
  const { target, progress } = compare(own, ref, answer.span(ref.span), figure, heading)
  return { own, figure, target, progress }
}

function unlessWhole(covers: Span | null, { from, to }: Span): Span | null {
  return covers && (covers.from !== from || covers.to !== to) ? covers : null
}

/** Sets figures of one answer out in rows and columns, each with what it is held against: pages and workbooks alike. */
export function comparedTable(answer: Answer, wish: TableOptions, compare: Compare): FigureTable {
  const { id, title, indicator, rows, columns, source } = wish
  const cells = rows.headings.map((row, r) =>
    columns.headings.map((column, c) => {
      const { group = '', span = '', cell = '' } = wish.at
      const ref: FigureRef = { indicator: indicator.code, group, span, cell }
      ref[KEY[rows.are]] = rows.keys?.[r] ?? row.key
      ref[KEY[columns.are]] = columns.keys?.[c] ?? column.key
      const asked = answer.span(ref.span)
      const heading = rows.are === 'periods' ? row.key : column.key
      const { own, figure, target, progress } = comparedFigure(answer, indicator, ref, compare, heading)
      const period = { from: asked.from, to: asked.to }
      // What was carried on from earlier values has more dates than the last one.
      const isCarried = figure.flags.includes('carried')
      const covers = isCarried ? null : unlessWhole(answer.covers(ref.indicator, ref.span), period)
      const compared = { id: figureId(ref), ref, figure, period, covers, target, progress }
      return isCalledAlike(own, indicator) ? compared : { ...compared, stages: own.stages }
    }),
  )
  const asSeen = seenAs(answer)
  return {
    id,
    title,
    indicator,
    rowsAre: rows.are,
    columnsAre: columns.are,
    rows: [...rows.headings],
    columns: [...columns.headings],
    cells,
    basis: answer.basis,
    map: answer.map,
    asAt: answer.asAt,
    source,
    ...(asSeen ? { seenAs: asSeen } : {}),
    overlapping: [rows.are, columns.are].includes('categories') && answer.overlaps(indicator.code),
    breaks: breaksIn(answer, indicator, cells),
  }
}

/** The breaks of a series that fall into the spans of a table, or begin one of them. */
function breaksIn(answer: Answer, { code }: DefinedIndicator, cells: FigureTable['cells']): Text[] {
  const all = answer.breaks(code)
  if (all.length === 0) return []
  const spans = [...new Set(cells.flat().map(({ ref }) => ref.span))].map((key) => answer.span(key))
  return all
    .filter((one) => spans.some((span) => heldIn(span, one.from)))
    .map((one) => both((language) => breakText(one, answer.lists, wordsFor(language))))
}
