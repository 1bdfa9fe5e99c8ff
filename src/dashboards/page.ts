import type { Db } from '../../db/connection.ts'
import { dayAt } from '../calendar/day.ts'
import { nthOf, quarterAt, quarterCode, yearOf } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import { cut, type Grain, type NamedSpan, quartersIn } from '../calendar/span.ts'
import type { Role } from '../charts/chart-data.ts'
import type { Axis } from '../charts/staff-table.ts'
import type { PublishableCell } from '../disclosure/publishable.ts'
import type { Answer } from '../figures/answer.ts'
import { ask } from '../figures/ask.ts'
import type { Question, SpanGroup } from '../figures/question.ts'
import { Refused } from '../figures/question.ts'
import { UNSPLIT } from '../figures/split.ts'
import { dates, instant, period, quarter } from '../language/format.ts'
import type { Text } from '../language/text.ts'
import { type Words, wordsFor } from '../language/words.ts'
import type { Place } from '../places/place.ts'
import { places } from '../places/store.ts'
import type { ProjectCard } from '../project/project.ts'
import { projectCard } from '../project/store.ts'
import { settingAsAt } from '../settings/store.ts'
import { type Comparison, comparing } from '../targets/comparison.ts'
import type { Heading } from '../targets/figure-table.ts'
import { goalsAsAt } from '../targets/store.ts'
import { type Choice, type Query, readAsAt, readChoice, type Usual, writeChoice } from './choice.ts'
import { latestApprovedQuarter, reportingProvinces } from './store.ts'

/** Key of the group that is the whole project, in questions and in addresses. */
export const PROJECT = 'project'
/** Keys of spans that are no period of the grain. */
export const WHOLE = 'whole'
export const QUARTER = 'this'
export const BEFORE = 'before'
const TO = 'to-'

const COLOURS = 8

/** Everything a page of figures is made from, once the address has been read. */
export type Scene = {
  db: Db
  now: number
  words: Words
  project: ProjectCard
  choice: Choice
  usual: Usual
  fiscalStart: number
  /** Provinces that are there to be asked for, in order. */
  provinces: Place[]
  /** The choice as the end of an address: "?to=2021-Q3", or nothing when it is the usual one. */
  search: string
} & Comparison

/**
 * Reads an address.
 * @throws Refused, NotAChoice
 */
export function sceneOf(db: Db, words: Words, now: number, query: Query, grain: Grain): Scene | null {
  const project = projectCard(db)
  if (!project) return null
  const at = readAsAt(query.asAt, now) ?? now
  const latest = latestApprovedQuarter(db, at) ?? Math.min(quarterAt(now), project.lastQuarter)
  const usual = { from: project.firstQuarter, to: Math.max(project.firstQuarter, latest), grain }
  const choice = readChoice(query, usual, now)
  if (choice.to < project.firstQuarter) throw new Refused('before-project', quarterCode(choice.to))
  return {
    ...comparing({
      ...goalsAsAt(db, at),
      thresholds: settingAsAt(db, 'rag', at),
      places: places(db),
      firstQuarter: project.firstQuarter,
      isProject: (group) => group === PROJECT,
      isToDate,
    }),
    db,
    now,
    words,
    project,
    choice,
    usual,
    fiscalStart: settingAsAt(db, 'fiscalStartMonth', at),
    provinces: provincesIn(db, choice, now),
    search: address('', writeChoice(choice, usual)),
  }
}

/** Not the periods of a grain: the first year is held against the year's target, not the project's. */
function isToDate({ key }: SpanGroup): boolean {
  return key === WHOLE || key.startsWith(TO)
}

/**
 * Provinces in which somebody was asked to report: on today's map what became of them, otherwise those that were there at
 * some time of the span.
 */
function provincesIn(db: Db, { from, to, map }: Choice, now: number): Place[] {
  const tree = places(db)
  const reporting = reportingProvinces(db)
  if (map === 'today') {
    const today = dayAt(now)
    const became = new Set([...reporting].flatMap((id) => tree.lineageOn(id, today).at(-1)?.id ?? []))
    return tree.list.filter((place) => place.level === 'province' && became.has(place.id))
  }
  return tree.list.filter((place) => {
    if (place.level !== 'province' || !reporting.has(place.id)) return false
    const { first, last } = tree.quartersOf(place.id)
    return first <= to && (last === null || last >= from)
  })
}

/** Asks within the choice: its basis, its instant, its map. */
export function askIn(
  scene: Scene,
  question: Pick<Question, 'indicators' | 'groups' | 'spans' | 'by' | 'only'>,
): Answer {
  const { basis, asAt, map } = scene.choice
  return ask(scene.db, { ...question, basis, map, ...(asAt === null ? {} : { asAt }) }, scene.now)
}

/** The whole project, then each province. */
export function groupsOf({ provinces }: Scene): Question['groups'] {
  return [{ key: PROJECT, places: '*' }, ...provinces.map(({ slug }) => ({ key: slug, places: [slug] }))]
}

/** The periods of the choice; "to date" is one for each quarter, each from the start. */
export function periodsOf({ choice, fiscalStart }: Scene): NamedSpan[] {
  if (choice.grain !== 'to-date') return cut(choice, choice.grain, fiscalStart)
  return quartersIn(choice).map((to) => ({
    grain: 'to-date',
    key: `${TO}${quarterCode(to)}`,
    year: yearOf(to),
    nth: nthOf(to),
    from: choice.from,
    to,
  }))
}

export function periodHeading(span: NamedSpan): Heading {
  const name = (language: 'vi' | 'en') =>
    span.grain === 'to-date'
      ? wordsFor(language).t('charts:to-quarter', { quarter: quarter(span.to, language) })
      : period(span, language)
  return { key: span.key, label: both(name), dates: both((language) => dates(span, language)) }
}

export function periodAxis(spans: readonly NamedSpan[]): Axis {
  return { are: 'periods', headings: spans.map(periodHeading) }
}

export function placeAxis(provinces: readonly Place[], withProject: boolean): Axis {
  const project = { key: PROJECT, label: both((language) => wordsFor(language).t('charts:whole-project')) }
  const rest = provinces.map((place) => ({ key: place.slug, label: place.name }))
  return { are: 'places', headings: withProject ? [project, ...rest] : rest }
}

export function both(say: (language: 'vi' | 'en') => string): Text {
  return { vi: say('vi'), en: say('en') }
}

/** What stands as the source under every table. */
export const SOURCE: Text = both((language) => wordsFor(language).t('charts:source-text'))

/** A province has its colour on every page: its place in the list of all of them. */
export function placeRole({ db }: Scene): (key: string) => Role {
  const provinces = places(db).list.filter((place) => place.level === 'province')
  return (key) => {
    const nth = provinces.findIndex((place) => place.slug === key)
    return nth < 0 ? 'figure' : `place-${nth % COLOURS}`
  }
}

/** Provinces of which something is expected, or was reported, in an answer. */
export function activeProvinces(scene: Scene, answer: Answer, codes: readonly string[], span: string): Place[] {
  return scene.provinces.filter(({ slug }) => codes.some((code) => answer.figure(code, slug, span).state !== 'not due'))
}

/** The address of the page that says where a figure comes from; a page has hundreds of them. */
export function originIn(scene: Scene, { question }: Answer): (cell: PublishableCell) => string {
  const spanOf = new Map(question.spans.map(({ key, from, to }) => [key, between({ from, to })]))
  const by = encodeURIComponent((question.by ?? []).join('|'))
  const rest = restOf(scene.choice)
  return ({ ref: { indicator, group, span, cell } }) => {
    const dates = spanOf.get(span)
    if (dates === undefined) throw new Error(`no such span on this page: ${span}`)
    const what = `indicator=${encodeURIComponent(indicator)}&group=${encodeURIComponent(group)}`
    const which = cell === '' ? '' : `&cell=${encodeURIComponent(cell)}${cell === UNSPLIT ? `&by=${by}` : ''}`
    return `/figures/origin?${what}${dates}${which}${rest}`
  }
}

function between({ from, to }: Span): string {
  return `&from=${quarterCode(from)}&to=${quarterCode(to)}`
}

/** What of a choice belongs to a figure besides its span. */
function restOf({ basis, asAt, map }: Choice): string {
  return [
    basis === 'approved' ? '' : `&basis=${basis}`,
    asAt === null ? '' : `&asAt=${asAt}`,
    map === 'as-reported' ? '' : `&map=${map}`,
  ].join('')
}

/** The same choice on another page. */
export function carried(scene: Scene, path: string, more: Record<string, string> = {}): string {
  return Object.keys(more).length === 0
    ? path + scene.search
    : address(path, { ...writeChoice(scene.choice, scene.usual), ...more })
}

export function address(path: string, query: Record<string, string>): string {
  const search = new URLSearchParams(query).toString()
  return search === '' ? path : `${path}?${search}`
}

/** What every page of figures says on top: basis, instant, map, span with its dates. */
export function factsOf(scene: Scene, answer: Answer): { facts: string[]; mapNote: string | null } {
  const { t, language } = scene.words
  return {
    facts: [
      t('charts:facts.span', { dates: dates(scene.choice, language) }),
      t('charts:facts.basis', { basis: t(`figures:basis-short.${answer.basis}`) }),
      t('charts:facts.as-at', { instant: instant(answer.asAt, language) }),
      t('charts:facts.map', { map: t(`figures:map-short.${answer.map}`) }),
    ],
    mapNote: answer.map === 'today' && isRedrawn(scene) ? t('figures:map-note') : null,
  }
}

/** Whether today's map is another one than that of the reports. */
function isRedrawn({ db, now }: Scene): boolean {
  return places(db).successions.some(({ on }) => on <= dayAt(now))
}
