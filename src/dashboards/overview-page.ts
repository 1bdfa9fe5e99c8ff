import type { Db } from '../../db/connection.ts'
import { type CellModel, cellModel } from '../charts/card.ts'
import { unitText } from '../charts/figure-words.ts'
import { type Axis, staffTableOf } from '../charts/staff-table.ts'
import type { Answer } from '../figures/answer.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import { dates, quarter } from '../language/format.ts'
import type { Words } from '../language/words.ts'
import type { Place } from '../places/place.ts'
import type { Component } from '../vocabulary/indicator.ts'
import { COMPONENTS } from '../vocabulary/indicator.ts'
import { changeOf, changeText } from './change.ts'
import type { Query } from './choice.ts'
import { completenessOf, sayCompleteness } from './completeness.ts'
import { filtersOf } from './filters.ts'
import {
  activeProvinces,
  askIn,
  BEFORE,
  both,
  carried,
  factsOf,
  groupsOf,
  originIn,
  PROJECT,
  placeAxis,
  QUARTER,
  type Scene,
  SOURCE,
  sceneOf,
  WHOLE,
} from './page.ts'

const CROSS = 'cross-cutting'
const TONES = { green: 'good', amber: 'warn', red: 'bad', grey: '' } as const

/** The whole project on one page: each indicator this quarter, the quarter before, to date, against target, by province. */
export function overviewPage(db: Db, words: Words, now: number, query: Query) {
  const scene = sceneOf(db, words, now, query, 'quarter')
  if (!scene) return null
  const { choice, project } = scene
  const spans = [
    { key: WHOLE, from: project.firstQuarter, to: choice.to },
    { key: QUARTER, from: choice.to, to: choice.to },
    ...(choice.to > project.firstQuarter ? [{ key: BEFORE, from: choice.to - 1, to: choice.to - 1 }] : []),
  ]
  const answer = askIn(scene, { indicators: '*', groups: groupsOf(scene), spans })
  const codes = answer.indicators.map(({ code }) => code)
  const provinces = activeProvinces(scene, answer, codes, WHOLE)
  const label = quarter(choice.to, words.language)
  const origin = originIn(scene, answer)
  const look: Look = { scene, answer, provinces, origin, hasBefore: spans.length > 2, axes: axesOf(provinces) }
  return {
    filters: filtersOf(scene, '/overview', 'quarter'),
    ...factsOf({ ...scene, choice: { ...choice, from: project.firstQuarter } }, answer),
    complete: sayCompleteness(completenessOf(answer, codes, provinces, QUARTER), label, words),
    quarter: { label, dates: dates({ from: choice.to, to: choice.to }, words.language) },
    before: look.hasBefore ? { label: quarter(choice.to - 1, words.language) } : null,
    spanDates: dates({ from: project.firstQuarter, to: choice.to }, words.language),
    places: provinces.map((place) => ({
      label: words.of(place.name),
      href: carried(scene, `/provinces/${place.slug}`),
    })),
    panels: [...COMPONENTS, null].flatMap((component) => panelOf(component, look)),
  }
}

type Look = {
  scene: Scene
  answer: Answer
  provinces: Place[]
  origin: ReturnType<typeof originIn>
  hasBefore: boolean
  axes: ReturnType<typeof axesOf>
}

/** The same for every indicator: the project by span, and its provinces in the whole span. */
function axesOf(provinces: Place[]) {
  const spans = (...keys: string[]): Axis => ({
    are: 'periods',
    headings: keys.map((key) => ({ key, label: both(() => key) })),
  })
  return {
    project: { rows: placeAxis([], true), columns: spans(QUARTER, WHOLE) },
    provinces: { rows: spans(WHOLE), columns: placeAxis(provinces, false) },
  }
}

function panelOf(component: Component | null, look: Look) {
  const { scene, answer, provinces } = look
  const { t } = scene.words
  const indicators = answer.indicators.filter((indicator) => indicator.component === component)
  if (indicators.length === 0) return []
  const key = component ?? CROSS
  const title = t(`common:component.${key}`)
  const rows = indicators.map((indicator) => rowOf(indicator, look))
  const matrix = indicators.filter(({ code }) =>
    provinces.some(({ slug }) => answer.figure(code, slug, WHOLE).state !== 'not due'),
  )
  return [
    {
      key,
      title,
      href: component ? carried(scene, `/components/${component}`) : null,
      progressTitle: t('charts:overview.progress', { component: title }),
      matrixTitle: t('charts:overview.matrix', { component: title }),
      counts: (['green', 'amber', 'red', 'grey'] as const).map((rag) => ({
        tone: TONES[rag],
        label: t(`figures:rag.${rag}`),
        number: rows.filter((row) => row.toDate.rag.rag === rag).length,
      })),
      rows,
      matrix: provinces.length === 0 ? [] : matrix.map((indicator) => matrixRow(indicator, look)),
    },
  ]
}

function rowOf(indicator: DefinedIndicator, look: Look) {
  const { scene, answer, provinces, hasBefore } = look
  const { words } = scene
  const { code } = indicator
  const [quarterCell, toDate] = cellsOf(indicator, look, look.axes.project)
  const now = answer.figure(code, PROJECT, QUARTER)
  const { k, n } = completenessOf(answer, [code], provinces, QUARTER)
  return {
    code,
    name: words.of(indicator.name),
    unit: unitText(indicator, words),
    href: indicatorHref(scene, code),
    quarter: quarterCell!,
    toDate: toDate!,
    change: hasBefore ? changeText(changeOf(now, answer.figure(code, PROJECT, BEFORE)), indicator, words) : '',
    provinces: { sentence: n > 1 ? words.t('charts:provinces.short', { k, n }) : null },
  }
}

function matrixRow(indicator: DefinedIndicator, look: Look) {
  const { scene } = look
  return {
    code: indicator.code,
    name: scene.words.of(indicator.name),
    href: indicatorHref(scene, indicator.code),
    cells: cellsOf(indicator, look, look.axes.provinces),
  }
}

/** One row of figures of an indicator, through the staff door. */
function cellsOf(indicator: DefinedIndicator, look: Look, axes: { rows: Axis; columns: Axis }): CellModel[] {
  const { scene, answer, origin } = look
  const wish = { id: `overview-${indicator.code}`, title: indicator.name, indicator, source: SOURCE, at: {} }
  const table = staffTableOf(answer, { ...wish, ...axes }, scene.compare)
  return (table.cells[0] ?? []).map((cell) => cellModel(cell, table, { words: scene.words, originOf: origin }))
}

function indicatorHref(scene: Scene, code: string): string {
  return carried(scene, `/indicators/${encodeURIComponent(code)}`)
}
