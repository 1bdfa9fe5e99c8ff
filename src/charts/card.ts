import { shownInWords } from '../disclosure/in-words.ts'
import { calledIn, type PublishableCell, type PublishableTable } from '../disclosure/publishable.ts'
import { isWithheld } from '../figures/figure.ts'
import { coverageText, type FigureWords } from '../figures/in-words.ts'
import { RATINGS } from '../figures/marks.ts'
import { unitBesideText, unitText } from '../indicators/in-words.ts'
import { dates, instant } from '../language/format.ts'
import { hasAreas } from '../language/terms.ts'
import type { Words } from '../language/words.ts'
import type { Heading } from '../targets/figure-table.ts'
import { heldAgainstText, lifeText, type RatingWords, ratingInWords, targetText } from '../targets/in-words.ts'
import { PLAN_BASES } from '../targets/planned.ts'
import { withheldProgress } from '../targets/progress.ts'
import { audienceText } from './audience-in-words.ts'
import type { Downloads } from './export/downloads.ts'
import { reasonsIn } from './model/chart.ts'

/** One figure in a table of a page: words, and the way to where it comes from. */
export type CellModel = FigureWords & {
  unit: string
  /** Which dates its values cover, where these are not its period's. */
  covers: string | null
  /** Page that shows the entries behind it. */
  href: string
  coverage: string | null
  /** What was planned by the end of the span. */
  target: string | null
  /** The target of the project's life with how much of it is done, beside a figure to date. */
  life: string | null
  rag: RatingWords & { tone: string }
}

export type HeadingModel = { label: string; dates: string | null; covers: string | null; href: string | null }

/** A table as a page shows it, with everything a figure travels with. */
export type CardModel = {
  /** Id of its element on the page. */
  id: string
  title: string
  unit: string
  /** Dates of the whole table. */
  dates: string
  corner: string
  columns: HeadingModel[]
  rows: { heading: HeadingModel; cells: CellModel[] }[]
  /** One column of figures: target, progress and coverage stand beside it. */
  single: boolean
  overlapping: boolean
  /** Under which periods its values stand, where those asked for are not theirs; with a way to them where they are not shown. */
  periods: { sentence: string; href: string | null; link: string } | null
  /** Sentences said once under the table: why there is no total, what is partial. */
  reasons: string[]
  /** From when on its figures are others, and what is otherwise. */
  breaks: string[]
  foot: {
    coverage: string
    basis: string
    asAt: string
    /** Null where there is but one. */
    map: string | null
    source: string
    baseline: string | null
    /** Where what was planned comes from, once for the whole table. */
    planned: string | null
    audience: string | null
  }
  downloads: Downloads
}

declare module '../web/views/models.ts' {
  interface Parts {
    'charts/value': { cell: Pick<CellModel, 'text' | 'exact'> }
    'charts/marks': { cell: CellModel }
    /** `covers` is left out where a heading says it. */
    'charts/cell': { cell: CellModel; covers?: string | null }
    'charts/rag': { rag: CellModel['rag'] }
    'charts/planned': { cell: CellModel }
    'charts/card': { card: CardModel }
    'charts/legend': { legend: readonly string[] }
  }
}

export type CardOptions = {
  words: Words
  /** Dates of the span in words. */
  dates: string
  originOf: (cell: PublishableCell) => string
  headingHref?: (key: string, axis: 'row' | 'column') => string | null
  baseline?: { value: number; source: string } | null
  downloads: Downloads
  periods?: CardModel['periods']
  /** Said of figures that are no real ones, wherever a picture of them goes. */
  warning?: string | null
  /** Nothing ever became another place: which map is shown needs no saying. */
  oneMap?: boolean
}

export function cardOf(table: PublishableTable, wish: CardOptions): CardModel {
  const { words } = wish
  const title = words.of(table.title)
  const unit = unitText(table.indicator, words)
  const foot = footOf(table, wish)
  const rows = table.rows.map((row, r) => ({
    heading: headingModel(row, 'row', wish, table.rowsAre === 'periods' ? table.cells[r]?.[0] : undefined),
    cells: (table.cells[r] ?? []).map((cell) => cellModel(cell, table, wish)),
  }))
  const reasons = reasonsIn(table, words)
  return {
    id: elementId(table.id),
    title,
    unit,
    dates: wish.dates,
    corner: cornerOf(table, words),
    columns: table.columns.map((column, c) =>
      headingModel(column, 'column', wish, table.columnsAre === 'periods' ? table.cells[0]?.[c] : undefined),
    ),
    rows,
    single: table.columns.length === 1,
    overlapping: table.overlapping,
    periods: wish.periods ?? null,
    reasons,
    breaks: table.breaks.map(words.of),
    foot,
    downloads: wish.downloads,
  }
}

/** Over the headings of the rows: where a project has no areas, partners stand where those would. */
export function cornerOf({ rowsAre }: PublishableTable, { t, terms }: Words): string {
  return t(`charts:corner.${rowsAre === 'places' && !hasAreas(terms) ? 'partners' : rowsAre}`)
}

function footOf(
  table: PublishableTable,
  { words, baseline, oneMap }: Pick<CardOptions, 'words' | 'baseline' | 'oneMap'>,
): CardModel['foot'] {
  const { t, language } = words
  const cells = table.cells.flat()
  const [k, n] = completeIn(cells)
  return {
    coverage: `${t('figures:coverage.label')}: ${t('charts:complete', { k, n })}`,
    audience: audienceText(table, words),
    basis: `${t('figures:basis.label')}: ${t(`figures:basis-short.${table.basis}`)}`,
    asAt: `${t('figures:as-at')}: ${instant(table.asAt, language)}`,
    map: oneMap ? null : `${t('figures:map.label')}: ${t(`figures:map-short.${table.map}`)}`,
    source: `${t('charts:source')}: ${words.of(table.source)}`,
    baseline: baseline
      ? `${t('figures:baseline')}: ${targetText(baseline.value, table.indicator, words)}${baseline.source === '' ? '' : ` (${baseline.source})`}`
      : null,
    planned: plannedFoot(cells, words),
  }
}

/** What a picture that leaves its page says of its figures. */
export function footLineOf(table: PublishableTable, wish: Omit<CardOptions, 'originOf'>): string {
  const { coverage, basis, asAt, map, source, audience } = footOf(table, wish)
  const parts = [coverage, basis, asAt, map, source, audience]
  return parts.filter((part) => part !== null).join(' · ')
}

function plannedFoot(cells: readonly PublishableCell[], words: Words): string | null {
  const plans = cells.flatMap(({ shown }) => (shown.kind === 'figure' ? (shown.progress?.plan ?? []) : []))
  const bases = PLAN_BASES.filter((basis) => plans.some((plan) => plan.basis === basis))
  if (bases.length === 0) return null
  return `${words.t('figures:planned')}: ${bases.map((basis) => words.t(`figures:plan-short.${basis}`)).join('; ')}`
}

export function elementId(name: string): string {
  return `chart-${name.replace(/[^\w-]/g, '-')}`
}

/** How many of the figures of which something is expected rest on all of it. */
function completeIn(cells: readonly PublishableCell[]): [k: number, n: number] {
  const expected = cells.flatMap(({ shown }) =>
    shown.kind === 'figure' && shown.figure.coverage[1] > 0 ? [shown.figure.coverage] : [],
  )
  return [expected.filter(([got, all]) => got === all).length, expected.length]
}

/** @param any a cell under it, where it is a period: what values cover is the same in all of them */
function headingModel(
  heading: Heading,
  axis: 'row' | 'column',
  { words, headingHref }: CardOptions,
  any: PublishableCell | undefined,
): HeadingModel {
  return {
    label: words.of(heading.label),
    dates: heading.dates ? words.of(heading.dates) : null,
    covers: any ? coversText(any, words) : null,
    href: headingHref?.(heading.key, axis) ?? null,
  }
}

function coversText({ covers }: Pick<PublishableCell, 'covers'>, words: Words): string | null {
  return covers && words.t('charts:covers', { dates: dates(covers, words.language) })
}

export function cellModel(
  cell: PublishableCell,
  table: Pick<PublishableTable, 'indicator'>,
  { words, originOf }: Pick<CardOptions, 'words' | 'originOf'>,
): CellModel {
  const { shown } = cell
  const indicator = calledIn(cell, table.indicator)
  const figure = shown.kind === 'figure' ? shown : null
  const { text, says, why, detail, marks, notes, exact } = shownInWords(shown, indicator, words)
  const progress = figure ? figure.progress : withheldProgress('confidential')
  const rating = ratingInWords(figure?.target ?? null, progress, words)
  // Field by field: an overview has hundreds of cells, and spreading costs them ten times as much.
  return {
    text,
    says,
    why,
    detail,
    marks,
    notes,
    exact,
    covers: coversText(cell, words),
    unit: unitBesideText(text, indicator, words),
    href: originOf(cell),
    coverage: figure && !isWithheld(figure.figure.state) ? coverageText(figure.figure, indicator, words) : null,
    target: figure && figure.target !== null ? heldAgainstText(figure.target, figure.figure, indicator, words) : null,
    life: figure && lifeText(figure.figure, figure.progress, indicator, words),
    rag: { ...rating, tone: RATINGS[rating.rag].tone },
  }
}
