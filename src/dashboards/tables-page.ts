import type { NamedSpan } from '../calendar/span.ts'
import { type CardModel, cardOf } from '../charts/card.ts'
import type { Role, Shape } from '../charts/chart-data.ts'
import { type Axis, staffTableOf } from '../charts/staff-table.ts'
import type { PublishableTable } from '../disclosure/publishable.ts'
import type { Answer } from '../figures/answer.ts'
import type { SpanGroup } from '../figures/question.ts'
import { UNSPLIT } from '../figures/split.ts'
import type { Breakdown } from '../indicators/breakdown.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import { breakdowns } from '../indicators/store.ts'
import { dates } from '../language/format.ts'
import { wordsFor } from '../language/words.ts'
import type { Place } from '../places/place.ts'
import {
  askIn,
  both,
  carried,
  originIn,
  PROJECT,
  periodAxis,
  placeAxis,
  placeRole,
  QUARTER,
  type Scene,
  SOURCE,
  WHOLE,
} from './page.ts'

/** One table of an indicator's page, with what is needed to draw it. */
export type Drawn = { table: PublishableTable; shape: Shape; roleOf: (key: string) => Role; answer: Answer }

/** One indicator with the answer that its tables are laid out from. */
export type Look = {
  scene: Scene
  indicator: DefinedIndicator
  answer: Answer
  periods: NamedSpan[]
  provinces: Place[]
}

/** Periods of the grain, the whole span, and its last quarter. */
export function spansOf({ choice }: Scene, periods: readonly NamedSpan[]): SpanGroup[] {
  return [
    ...periods.map(({ key, from, to }) => ({ key, from, to })),
    { key: WHOLE, from: choice.from, to: choice.to },
    { key: QUARTER, from: choice.to, to: choice.to },
  ]
}

export function trend({ scene, indicator, answer, periods }: Look, place: Place | null = null): Drawn {
  const places = place ? placeAxis([place], false) : placeAxis([], true)
  return drawn(scene, answer, 'trend', {
    id: place ? `trend-${place.slug}` : 'trend',
    title: titled(indicator, place ? 'trend-of' : 'trend', place),
    indicator,
    rows: periodAxis(periods),
    columns: places,
    at: {},
  })
}

export function sideBySide({ scene, indicator, answer, provinces }: Look): Drawn {
  const whole = { key: WHOLE, label: both((language) => dates(scene.choice, language)) }
  return drawn(scene, answer, 'bars', {
    id: 'provinces',
    title: titled(indicator, 'provinces'),
    indicator,
    rows: placeAxis(provinces, false),
    columns: { are: 'periods', headings: [whole] },
    at: {},
  })
}

export function overTime({ scene, indicator, answer, periods, provinces }: Look): Drawn {
  return drawn(scene, answer, 'lines', {
    id: 'over-time',
    title: titled(indicator, 'over-time'),
    indicator,
    rows: periodAxis(periods),
    columns: placeAxis(provinces, false),
    at: {},
  })
}

/** Parts of a count stand on each other; ratios, means and categories that overlap stand beside each other. */
export function byBreakdown({ scene, indicator, periods }: Look, breakdown: Breakdown): Drawn {
  const answer = askIn(scene, {
    indicators: [indicator.code],
    groups: [{ key: PROJECT, places: '*' }],
    spans: spansOf(scene, periods),
    by: [breakdown.code],
  })
  const columns = categoryAxis(breakdown, answer.cells(indicator.code))
  const overlapping = answer.overlaps(indicator.code)
  const shape = indicator.measure === 'count' && !overlapping ? 'stacked' : 'grouped'
  const wish = {
    id: `by-${breakdown.code}`,
    title: titled(indicator, 'breakdown', null, breakdown),
    indicator,
    rows: periodAxis(periods),
    columns,
    at: { group: PROJECT },
  }
  return { ...drawn(scene, answer, shape, wish), roleOf: categoryRole(columns) }
}

function categoryAxis(breakdown: Breakdown, cells: string[]): Axis {
  return {
    are: 'categories',
    headings: cells.map((key) => {
      if (key === UNSPLIT) return { key, label: both((language) => wordsFor(language).t('charts:not-split')) }
      const category = breakdown.categories.find((one) => key === `${breakdown.code}=${one.code}`)
      return { key, label: category?.name ?? both(() => key) }
    }),
  }
}

/** A category has its colour by its place in the list; what is not recorded, or can't be split, is a grey of its own. */
function categoryRole({ headings }: Axis): (key: string) => Role {
  return (key) => {
    if (key === UNSPLIT) return 'unsplit'
    if (key.endsWith('=not-recorded')) return 'unknown'
    return `category-${headings.findIndex((heading) => heading.key === key) % 8}`
  }
}

/** Breakdowns in use at some time of the span, each once. */
export function breakdownsOf({ scene, indicator }: Look): Breakdown[] {
  const { from, to } = scene.choice
  const schemes = indicator.schemes.filter(
    (one) => one.validFrom <= to && (one.validTo === null || one.validTo >= from),
  )
  const codes = new Set(schemes.flatMap((scheme) => scheme.breakdowns))
  const all = breakdowns(scene.db)
  return [...codes].flatMap((code) => all.find((breakdown) => breakdown.code === code) ?? [])
}

function drawn(
  scene: Scene,
  answer: Answer,
  shape: Shape,
  wish: Omit<Parameters<typeof staffTableOf>[1], 'source'>,
): Drawn {
  const table = staffTableOf(answer, { ...wish, source: SOURCE }, scene.compare)
  return { table, shape, roleOf: placeRole(scene), answer }
}

function titled(
  indicator: DefinedIndicator,
  kind: 'trend' | 'trend-of' | 'provinces' | 'over-time' | 'breakdown',
  place: Place | null = null,
  breakdown?: Breakdown,
) {
  return both((language) =>
    wordsFor(language).t(`charts:table.${kind}`, {
      code: indicator.code,
      name: indicator.name[language],
      place: place?.name[language] ?? '',
      breakdown: lowered(breakdown?.name[language] ?? ''),
    }),
  )
}

/** A name in the middle of a sentence. */
export function lowered(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1)
}

export function card({ table, shape, roleOf, answer }: Drawn, { scene, indicator }: Look): CardModel {
  const group = table.cells[0]?.[0]?.ref.group ?? PROJECT
  const baseline = shape === 'trend' ? scene.baselineOf(indicator, group) : null
  return cardOf(table, {
    shape,
    words: scene.words,
    dates: dates(scene.choice, scene.words.language),
    roleOf,
    originOf: originIn(scene, answer),
    headingHref: (key, axis) => {
      const are = axis === 'row' ? table.rowsAre : table.columnsAre
      return are === 'places' && key !== PROJECT ? carried(scene, `/provinces/${key}`) : null
    },
    baseline: baseline && { value: baseline.value, source: scene.words.of(baseline.source) },
    csvHref: carried(scene, `/indicators/${encodeURIComponent(indicator.code)}/table.csv`, {
      ...(scene.usual.grain === 'quarter' ? {} : { grain: scene.choice.grain }),
      table: table.id,
    }),
  })
}
