import type { Db } from '../../db/connection.ts'
import type { Quarter } from '../calendar/quarter.ts'
import { datesOf } from '../calendar/span.ts'
import { cellModel } from '../charts/card.ts'
import { coverageText, unitText } from '../charts/figure-words.ts'
import { staffTableOf } from '../charts/staff-table.ts'
import { remarksOn, ruleOf } from '../figures/explain.ts'
import type { Awaited, Behind, Contribution } from '../figures/provenance/contributions.ts'
import { contributions } from '../figures/provenance/store.ts'
import type { Question } from '../figures/question.ts'
import { UNSPLIT } from '../figures/split.ts'
import { type Categories, categoriesOf } from '../indicators/breakdown.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import { say } from '../indicators/reference-sheet.ts'
import { breakdowns } from '../indicators/store.ts'
import { dates, instant, quarter } from '../language/format.ts'
import type { Text } from '../language/text.ts'
import type { Words } from '../language/words.ts'
import { nameOn } from '../partners/partner.ts'
import { partners } from '../partners/store.ts'
import { places } from '../places/store.ts'
import type { Query } from './choice.ts'
import { type Column, columnsOf, sumLine, totalsOf, type ValueModel, valuesIn } from './origin-sum.ts'
import { address, askIn, carried, factsOf, PROJECT, placeAxis, type Scene, SOURCE, sceneOf, WHOLE } from './page.ts'

const ROWS = 200

type Row = {
  partner: string
  place: string
  quarter: string
  dates: string
  cell: string
  values: ValueModel[]
  state: string
  approved: string
  submissionHref: string | null
  trailHref: string | null
}

/**
 * One figure, the rule that makes it, and every entry behind it: what is listed adds up to the figure.
 * @throws Refused, NotAChoice
 */
export function originPage(db: Db, words: Words, now: number, query: Query) {
  const scene = sceneOf(db, words, now, query, 'quarter')
  if (!scene) return null
  const { question, group, cell } = questionIn(scene, query)
  const answer = askIn(scene, question)
  const indicator = answer.indicators[0]!
  const figure = answer.figure(indicator.code, group, WHOLE, cell)
  const { basis, map, asAt } = scene.choice
  const asked = { ...question, basis, map, ...(asAt === null ? {} : { asAt }) }
  const behind = contributions(db, asked, now).behind(indicator.code, group, WHOLE, cell)
  const columns = columnsOf(indicator, words)
  const rows = rowsOf(scene, indicator, behind, columns)
  const pages = pagesOf(query, rows.length)
  return {
    indicator: {
      code: indicator.code,
      name: words.of(indicator.name),
      href: carried(scene, `/indicators/${encodeURIComponent(indicator.code)}`),
    },
    cell: shownFigure(scene, answer, indicator, group, cell),
    lines: [
      words.t('charts:origin.place-line', { place: groupName(scene, group) }),
      ...cellLine(scene, query, words),
      words.t('charts:origin.coverage-line', { coverage: coverageText(figure, indicator, words) }),
      ...remarksOn(figure).map((said) => say(said, words)),
    ],
    ...factsOf(scene, answer),
    rule: ruleOf(indicator).map((said) => say(said, words)),
    sum: sumLine(figure, indicator, behind.values, words),
    unit: unitText(indicator, words),
    dates: dates(scene.choice, words.language),
    valueColumns: columns.map(({ label }) => label),
    rows: rows.slice(pages.from, pages.from + ROWS),
    counted:
      rows.length > ROWS
        ? words.t('charts:origin.counted', { from: pages.from + 1, to: pages.to, of: rows.length })
        : null,
    earlier: pages.page > 1 ? pageHref(query, pages.page - 1) : null,
    later: pages.to < rows.length ? pageHref(query, pages.page + 1) : null,
    totals:
      figure.state === 'reported' || figure.state === 'undefined'
        ? totalsOf(indicator, behind.values, columns, words)
        : null,
  }
}

/** The very question that the page with the figure asked. */
function questionIn(scene: Scene, query: Query): { question: Question; group: string; cell: string } {
  const given = String(query.group ?? PROJECT)
  const group = given === '*' || given === '' ? PROJECT : given
  const cell = String(query.cell ?? '')
  const { from, to } = scene.choice
  const question: Question = {
    indicators: [String(query.indicator ?? '')],
    groups: [{ key: group, places: group === PROJECT ? '*' : [group] }],
    spans: [{ key: WHOLE, from, to }],
    ...(cell === UNSPLIT ? unsplit(scene, query) : { only: categoriesOf(cell) }),
  }
  return { question, group, cell: cell === UNSPLIT ? UNSPLIT : '' }
}

/** What was typed under another breakdown: the one asked for need not be in use in the span itself, only in the project. */
function unsplit({ choice, project }: Scene, query: Query): Pick<Question, 'by' | 'spans'> {
  const { from, to } = choice
  const around = { key: 'around', from: project.firstQuarter, to: Math.max(project.lastQuarter, to) }
  return { by: String(query.by ?? '').split('|'), spans: [{ key: WHOLE, from, to }, around] }
}

function shownFigure(
  scene: Scene,
  answer: ReturnType<typeof askIn>,
  indicator: DefinedIndicator,
  group: string,
  cell: string,
) {
  const table = staffTableOf(
    answer,
    {
      id: 'origin',
      title: indicator.name,
      indicator,
      rows: { are: 'places', headings: [{ key: group, label: { vi: group, en: group } }] },
      columns: { are: 'periods', headings: [{ key: WHOLE, label: { vi: WHOLE, en: WHOLE } }] },
      at: { cell },
      source: SOURCE,
    },
    scene.compare,
  )
  return cellModel(table.cells[0]![0]!, table, { words: scene.words, originOf: () => '' })
}

function groupName(scene: Scene, group: string): string {
  const place = group === PROJECT ? undefined : places(scene.db).bySlug.get(group)
  return scene.words.of(place?.name ?? placeAxis([], true).headings[0]!.label)
}

function cellLine(scene: Scene, query: Query, words: Words): string[] {
  const cell = String(query.cell ?? '')
  if (cell === '') return []
  const name = cell === UNSPLIT ? words.t('charts:not-split') : cellName(scene, categoriesOf(cell))
  return [words.t('charts:origin.cell-line', { cell: name })]
}

/** "Giới tính: Nữ; Nhóm tuổi: 16–17 tuổi". */
function cellName({ db, words }: Scene, categories: Categories): string {
  const parts = Object.entries(categories).map(([code, chosen]) => {
    const breakdown = breakdowns(db).find((one) => one.code === code)
    const category = breakdown?.categories.find((one) => one.code === chosen)
    return breakdown && category ? `${words.of(breakdown.name)}: ${words.of(category.name)}` : `${code}=${chosen}`
  })
  return parts.length === 0 ? words.t('charts:origin.all') : parts.join('; ')
}

/** Values that count, then quarters declared not applicable, then those still missing. */
function rowsOf(scene: Scene, indicator: DefinedIndicator, behind: Behind, columns: Column[]): Row[] {
  const { words } = scene
  const named = naming(scene)
  const given = [...behind.values, ...behind.notApplicable].map((one) => ({
    ...named(one),
    cell: cellName(scene, one.categories),
    values: valuesIn(one, indicator, columns, words),
    state: words.t(one.state === 'reported' ? 'figures:state.reported' : 'figures:state.not-applicable'),
    approved: approvedText(one, words),
    submissionHref: one.submissionId === null ? null : `/submissions/${one.submissionId}`,
    trailHref: one.submissionId === null ? null : address('/trail', { subject: `submission:${one.submissionId}` }),
  }))
  const missing = behind.missing.map((one) => ({
    ...named(one),
    cell: '',
    values: columns.map(() => ({ text: '–', exact: null })),
    state: words.t('figures:state.not-reported'),
    approved: '',
    submissionHref: null,
    trailHref: null,
  }))
  return [...given, ...missing]
}

/** Partners by the name they went by at the end of the quarter. */
function naming({ db, words }: Scene) {
  const byId = new Map(partners(db).map((partner) => [partner.id, partner]))
  const tree = places(db)
  return ({ partnerId, placeId, quarter: q }: Awaited) => {
    const partner = byId.get(partnerId)
    const name: Text | undefined = partner && nameOn(partner, datesOf({ from: q, to: q }).last).name
    const place = tree.byId.get(placeId)
    return {
      partner: name ? words.of(name) : String(partnerId),
      place: place ? words.of(place.name) : String(placeId),
      quarter: quarterName(q, words),
      dates: dates({ from: q, to: q }, words.language),
    }
  }
}

function quarterName(q: Quarter, words: Words): string {
  return quarter(q, words.language)
}

function approvedText(one: Contribution, words: Words): string {
  if (one.provisional) return words.t('charts:origin.unapproved')
  const at = one.approved?.at ?? one.approvedFrom
  if (at === null) return ''
  const when = instant(at, words.language)
  return one.approved?.by ? words.t('charts:origin.approved-by', { name: one.approved.by, instant: when }) : when
}

function pagesOf(query: Query, rows: number): { page: number; from: number; to: number } {
  const last = Math.max(1, Math.ceil(rows / ROWS))
  const asked = Number(query.page ?? 1)
  const page = Number.isInteger(asked) ? Math.min(Math.max(1, asked), last) : 1
  return { page, from: (page - 1) * ROWS, to: Math.min(page * ROWS, rows) }
}

function pageHref(query: Query, page: number): string {
  const kept = Object.entries(query).flatMap(([name, value]) => (name === 'page' ? [] : [[name, String(value)]]))
  return address('/figures/origin', { ...Object.fromEntries(kept), page: String(page) })
}
