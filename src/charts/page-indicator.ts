import type { Db } from '../../db/open.ts'
import type { PublishableTable } from '../disclosure/publishable.ts'
import type { Answer } from '../figures/answer.ts'
import { Refused } from '../figures/question.ts'
import { UNSPLIT } from '../figures/split.ts'
import type { Breakdown, DefinedIndicator } from '../indicators/indicator.ts'
import { breakdowns, indicatorsAsAt } from '../indicators/store.ts'
import { dates, quarter } from '../language/format.ts'
import { type Words, wordsFor } from '../language/words.ts'
import type { NamedSpan } from '../periods/period.ts'
import type { Place } from '../places/place.ts'
import { type CardModel, cardOf } from './card.ts'
import type { Role, Shape } from './chart.ts'
import type { Query } from './choice.ts'
import { completenessOf, sayCompleteness } from './completeness.ts'
import {
  activeProvinces,
  askIn,
  both,
  carried,
  factsOf,
  filtersOf,
  groupsOf,
  originIn,
  PROJECT,
  periodAxis,
  periodsOf,
  placeAxis,
  placeRole,
  QUARTER,
  type Scene,
  SOURCE,
  sceneOf,
  WHOLE,
} from './page.ts'
import { sheetOf } from './sheet.ts'
import { type Axis, staffTableOf } from './tables.ts'

/** One table of an indicator's page, with what is needed to draw it. */
export type Drawn = { table: PublishableTable; shape: Shape; roleOf: (key: string) => Role; answer: Answer }

type Look = {
  scene: Scene
  indicator: DefinedIndicator
  answer: Answer
  periods: NamedSpan[]
  provinces: Place[]
}

/** @throws Refused, NotAChoice */
export function indicatorPage(db: Db, words: Words, now: number, code: string, query: Query) {
  const look = lookAt(db, words, now, code, query)
  if (!look) return null
  const { scene, indicator, answer, provinces } = look
  const { t } = words
  const component = indicator.component ?? null
  const quarterName = quarter(scene.choice.to, words.language)
  const complete = completenessOf(answer, [code], provinces, QUARTER)
  const split = breakdownsOf(look)
  return {
    code,
    name: words.of(indicator.name),
    component: component && {
      href: carried(scene, `/components/${component}`),
      title: t(`common:component.${component}`),
    },
    filters: filtersOf(scene, `/indicators/${encodeURIComponent(code)}`, 'span'),
    ...factsOf(scene, answer),
    complete: complete.n > 0 ? sayCompleteness(complete, quarterName, words) : null,
    sheet: sheetOf(indicator, words),
    sections: [
      { id: 'trend', title: t('charts:section.trend'), note: null, cards: [card(trend(look), look)] },
      ...(provinces.length === 0
        ? []
        : [
            {
              id: 'provinces',
              title: t('charts:section.provinces'),
              note: null,
              cards: [card(sideBySide(look), look), card(overTime(look), look)],
            },
          ]),
      ...split.map((breakdown) => {
        const drawn = byBreakdown(look, breakdown)
        const note = t(drawn.table.overlapping ? 'charts:section.multiple' : 'charts:section.parts')
        const title = t('charts:section.breakdown', { breakdown: lowered(words.of(breakdown.name)) })
        return { id: `by-${breakdown.code}`, title, note, cards: [card(drawn, look)] }
      }),
    ],
  }
}

/**
 * One table of the page by its name, for the CSV.
 * @returns null when the page has no such table
 */
export function indicatorTable(db: Db, words: Words, now: number, code: string, query: Query) {
  const look = lookAt(db, words, now, code, query)
  if (!look) return null
  const name = String(query.table ?? 'trend')
  const drawn = tableNamed(look, name)
  return drawn && { table: drawn.table, dates: dates(look.scene.choice, words.language), name: `${code}-${name}` }
}

function tableNamed(look: Look, name: string): Drawn | null {
  if (name === 'trend') return trend(look)
  const place = look.scene.provinces.find(({ slug }) => name === `trend-${slug}`)
  if (place) return trend(look, place)
  if (name === 'provinces') return sideBySide(look)
  if (name === 'over-time') return overTime(look)
  const breakdown = breakdownsOf(look).find((one) => name === `by-${one.code}`)
  return breakdown ? byBreakdown(look, breakdown) : null
}

function lookAt(db: Db, words: Words, now: number, code: string, query: Query): Look | null {
  const scene = sceneOf(db, words, now, query, 'quarter')
  if (!scene) return null
  const indicator = indicatorsAsAt(db, scene.choice.asAt ?? now).find((one) => one.code === code)
  if (!indicator) throw new Refused('unknown-indicator', code)
  const periods = periodsOf(scene)
  const answer = askIn(scene, { indicators: [code], groups: groupsOf(scene), spans: spansOf(scene, periods) })
  return { scene, indicator, answer, periods, provinces: activeProvinces(scene, answer, [code], WHOLE) }
}

function spansOf({ choice }: Scene, periods: NamedSpan[]) {
  return [
    ...periods.map(({ key, from, to }) => ({ key, from, to })),
    { key: WHOLE, from: choice.from, to: choice.to },
    { key: QUARTER, from: choice.to, to: choice.to },
  ]
}

function trend({ scene, indicator, answer, periods }: Look, place?: Place): Drawn {
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

/** Also for the pages of a component and of a province, which ask one question for all their indicators. */
export function trendOf(
  scene: Scene,
  answer: Answer,
  indicator: DefinedIndicator,
  periods: NamedSpan[],
  place: Place | null,
): CardModel {
  const look = { scene, answer, indicator, periods, provinces: scene.provinces }
  return card(place ? trend(look, place) : trend(look), look)
}

export function overTimeOf(
  scene: Scene,
  answer: Answer,
  indicator: DefinedIndicator,
  periods: NamedSpan[],
  provinces: Place[],
): CardModel {
  const look = { scene, answer, indicator, periods, provinces }
  return card(overTime(look), look)
}

function sideBySide({ scene, indicator, answer, provinces }: Look): Drawn {
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

function overTime({ scene, indicator, answer, periods, provinces }: Look): Drawn {
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
function byBreakdown({ scene, indicator, periods }: Look, breakdown: Breakdown): Drawn {
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
    title: titled(indicator, 'breakdown', undefined, breakdown),
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

/** A category has its colour by its place in the list; what is not recorded, or can't be split, is grey. */
function categoryRole({ headings }: Axis): (key: string) => Role {
  return (key) => {
    if (key === UNSPLIT || key.endsWith('=not-recorded')) return 'unknown'
    return `category-${headings.findIndex((heading) => heading.key === key) % 8}`
  }
}

/** Breakdowns in use at some time of the span, each once. */
function breakdownsOf({ scene, indicator }: Look): Breakdown[] {
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
  place?: Place,
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
function lowered(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1)
}

function card({ table, shape, roleOf, answer }: Drawn, { scene, indicator }: Look): CardModel {
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
