import type { PublishableTable } from '../disclosure/publishable.ts'
import { audienceText } from './audience-in-words.ts'
import type { CardModel, CardOptions } from './card.ts'
import { elementId, footLineOf } from './card.ts'
import { drawingOf } from './drawing/drawing.ts'
import { pointLook, pointPath } from './drawing/lines.ts'
import type { Drawing } from './drawing/model.ts'
import { patternName } from './drawing/patterns.ts'
import type { Downloads } from './export/downloads.ts'
import { type ChartOptions, chartOf, reasonsIn } from './model/chart.ts'
import type { ChartData, ColourRole } from './model/chart-data.ts'

/** A series as its name stands under the picture; a script lets it be left out. */
export type LegendItem = {
  nth: number
  label: string
  role: ColourRole
  isBar: boolean
  pattern: string | null
  dash: string
  outline: string
}

/** What was said of a value, with the way to the report that it was said in. */
export type PictureNote = { text: string; of: string; href: string; when: string }

/** A chart as a page shows it: drawn, told in a sentence, with the data that a script draws it from again. */
export type PictureModel = {
  /** Id of its element on the page. */
  id: string
  title: string
  /** What the picture shows, made from its figures. */
  sentence: string
  /** Whether the page says it already. */
  isTold: boolean
  note: string | null
  /** What people said of its values. */
  notes: readonly PictureNote[]
  unit: string
  drawing: Drawing
  /**
   * Of bars that lie down: what each is, with the way to its own page. `value`: of more than a sheet of paper has room for, what stands
   * beside each bar: on paper they are a list in columns.
   */
  rows: { label: string; href: string | null; value: string | null }[]
  legend: LegendItem[]
  /** What hollow, hatched and dashed mean in it, and why there is no total. */
  key: string[]
  /** Under which periods its values stand. */
  periods: CardModel['periods']
  /** What it says when it leaves its page: of what it is, for when, where its figures come from, that they are no real ones. */
  heading: string
  dates: string
  foot: string
  warning: string | null
  /** JSON, safe inside a script element. */
  chart: string
  /** For whose eyes it is; null: it holds nothing that counts people who could be harmed. */
  audience: string | null
  tableHref: string
  downloads: Downloads
}

declare module '../web/views/models.ts' {
  interface Parts {
    'charts/picture': { picture: PictureModel }
    'charts/plot': { picture: PictureModel }
    'charts/notes': { picture: Pick<PictureModel, 'notes'> }
  }
}

export type PictureOptions = Omit<CardOptions, 'originOf'> &
  Pick<ChartOptions, 'shape' | 'toDate' | 'roleOf'> & {
    title: string
    note: string | null
    sentence: string
    isTold?: boolean
    tableHref: string
  }

/** Bars that have room on one sheet, landscape; a picture that is cut in two is no picture. */
const MOST_ON_PAPER = 40

export function pictureOf(table: PublishableTable, wish: PictureOptions): PictureModel {
  const { words, title, note, sentence, downloads, tableHref } = wish
  const chart = chartOf(table, {
    shape: wish.shape,
    roleOf: wish.roleOf,
    baseline: wish.baseline?.value ?? null,
    toDate: wish.toDate ?? [],
    words,
  })
  const { options, data } = chart
  const headings = wish.shape === 'bars' ? table.rows : []
  return {
    id: pictureElement(table.id),
    title,
    sentence,
    isTold: wish.isTold ?? false,
    note,
    notes: [],
    unit: options.unit,
    drawing: drawingOf(chart),
    rows: headings.map(({ key, label }, nth) => ({
      label: words.of(label),
      href: wish.headingHref?.(key, 'row') ?? null,
      value: headings.length > MOST_ON_PAPER ? (data.datasets[0]?.values?.[nth] ?? null) : null,
    })),
    legend:
      data.datasets.length > 1 ? data.datasets.flatMap((one, nth) => (one.roles ? [] : [legendItem(chart, nth)])) : [],
    key: [...new Set([...options.key, ...reasonsIn(table, words)])],
    periods: wish.periods ?? null,
    heading: words.of(table.title),
    dates: datesIn(table, wish),
    foot: footLineOf(table, wish),
    warning: wish.warning ?? null,
    chart: inScript(chart),
    audience: audienceText(table, words),
    tableHref: `${tableHref}#${elementId(table.id)}`,
    downloads,
  }
}

/** Of one period its own name and dates. */
function datesIn({ columnsAre, columns }: PublishableTable, { words, dates }: PictureOptions): string {
  const [only, ...others] = columns
  if (columnsAre !== 'periods' || !only || others.length > 0) return dates
  return [words.of(only.label), only.dates && `(${words.of(only.dates)})`].filter(Boolean).join(' ')
}

function legendItem({ data, options }: ChartData, nth: number): LegendItem {
  const one = data.datasets[nth]!
  const { label, role, type, dash } = one
  const look = type === 'line' ? pointLook({ role, flags: [] }, nth, 0, options.indexAxis === 'y') : null
  const isBar = type === 'bar'
  const pattern = isBar ? patternName(role, false) : null
  return { nth, label, role, isBar, pattern, dash: dash.join(' '), outline: look ? pointPath(look) : '' }
}

export function pictureElement(name: string): string {
  return elementId(name).replace(/^chart-/, 'picture-')
}

/** JSON that cannot end the element it stands in. */
export function inScript(chart: ChartData): string {
  return JSON.stringify(chart).replace(/</g, '\\u003c')
}
