import { elementId } from '../../charts/card.ts'
import { seriesText } from '../../charts/series-in-words.ts'
import { isGap, isHollow } from '../../charts/series-path.ts'
import { kindOfSeries } from '../../charts/small-multiple/kind.ts'
import type { MultipleSeries, SmallMultiple } from '../../charts/small-multiple/model.ts'
import { numbersOn } from '../../charts/small-multiple/scale.ts'
import { smallMultipleOf } from '../../charts/small-multiple/small-multiple.ts'
import type { PublishableTable } from '../../disclosure/publishable.ts'
import { unitText } from '../../indicators/in-words.ts'
import { periodName } from '../../language/format.ts'
import { AS_TABLE, carried } from '../addresses.ts'
import { type IndicatorView, overTime, viewQuery } from '../tables/tables.ts'

/** More areas than lines can be told apart for: each has a small picture of its own, under its name, all on one scale. */
export type AreasOverTime = {
  title: string
  /** So many that a phone would be scrolled for long: they are there when asked for. */
  isFolded: boolean
  unit: string
  areas: { name: string; href: string; sentence: string; picture: (SmallMultiple & { label: string }) | null }[]
  key: string[]
  tableHref: string
}

declare module '../../web/views/models.ts' {
  interface Parts {
    'dashboards/indicators/areas': { areas: AreasOverTime }
  }
}

const MOST_OPEN = 40

/** @returns null where no area has a number */
export function areasOverTime(view: IndicatorView): AreasOverTime | null {
  const { state, indicator, provinces } = view
  const { words } = state
  const { table } = overTime(view)
  const path = `/indicators/${encodeURIComponent(indicator.code)}`
  const all = seriesIn(table, view)
  const beside = all.flatMap(numbersOn)
  if (beside.length === 0) return null
  return {
    title: words.t('charts:section.over-time'),
    isFolded: provinces.length > MOST_OPEN,
    unit: unitText(indicator, words),
    areas: all.map((series, nth) => {
      const { slug, name } = provinces[nth]!
      const sentence = sentenceOf(series, view)
      const picture = smallMultipleOf({ ...series, beside })
      return {
        name: words.of(name),
        href: carried(state, path, { ...viewQuery(view), province: slug }),
        sentence,
        picture: picture && { ...picture, label: `${words.of(name)}: ${sentence}` },
      }
    }),
    key: keysOf(all, view),
    tableHref: `${carried(state, path, { ...viewQuery(view), ...AS_TABLE })}#${elementId(table.id)}`,
  }
}

/** Of every area: its row of the table, which has the areas down where there are many. */
function seriesIn({ rowsAre, cells }: PublishableTable, view: IndicatorView): MultipleSeries[] {
  const { state, indicator, periods, provinces } = view
  const shownAt = (area: number, at: number) => (rowsAre === 'places' ? cells[area]?.[at] : cells[at]?.[area])!.shown
  const of = kindOfSeries(
    indicator,
    cells.flat().map(({ shown }) => shown),
    state.words,
  )
  return provinces.map((_, area) => ({
    ...of,
    span: { from: periods[0]!.from, to: periods.at(-1)!.to },
    points: periods.map(({ from, to }, at) => {
      const shown = shownAt(area, at)
      return { from, to, shown, planned: shown.kind === 'figure' ? shown.target : null }
    }),
    toDate: [],
  }))
}

function sentenceOf({ points }: MultipleSeries, { state: { words }, indicator, periods }: IndicatorView): string {
  return seriesText(
    points.map(({ shown }, nth) => ({ period: periodName(periods[nth]!, words.language), shown, own: indicator })),
    words,
  )
}

/** What is to be known of them, as far as they have it. */
function keysOf(all: readonly MultipleSeries[], { state: { words } }: IndicatorView): string[] {
  const shown = all.flatMap(({ points }) => points.map((one) => one.shown))
  const isPlanned = all.some(({ kind, points }) => kind !== 'bars' && points.some(({ planned }) => planned !== null))
  return [
    words.t('charts:multiple.key.scale'),
    ...(isPlanned ? [words.t('charts:multiple.key.plan')] : []),
    ...(shown.some(isHollow) ? [words.t('charts:multiple.key.hollow')] : []),
    ...(shown.some(isGap) ? [words.t('charts:multiple.key.gaps')] : []),
  ]
}
