import { datesOf } from '../../calendar/span.ts'
import { cellModel } from '../../charts/card.ts'
import { staffTableOf } from '../../charts/staff-table.ts'
import type { PublishableCell } from '../../disclosure/publishable.ts'
import type { Answer } from '../../figures/answer.ts'
import { coverageText, remarksOn } from '../../figures/in-words.ts'
import type { FigureContributions, RecordedActs } from '../../figures/provenance/contributions.ts'
import { PROJECT } from '../../figures/question.ts'
import { UNSPLIT } from '../../figures/split.ts'
import { categoriesOf } from '../../indicators/breakdown.ts'
import { ruleText, unitText } from '../../indicators/in-words.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { dates, day } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { Partner } from '../../partners/partner.ts'
import { heldAgainstText, lifeText, planText } from '../../targets/in-words.ts'
import { address, carried } from '../addresses.ts'
import type { Query } from '../choice.ts'
import { pageFacts } from '../facts.ts'
import { nameOfGroup, type PageState, WHOLE } from '../page-state.ts'
import { pageAsked } from '../parameters/parameter.ts'
import { sourceIn, wholeAxis } from '../tables/axes.ts'
import { correctionModels, type NamedCorrection } from './corrections.ts'
import { cellName, entryRows } from './entries.ts'
import { lineSentences } from './lines.ts'
import type { OriginQuestion } from './question.ts'
import { partColumns, sumLine, totalsOf, type ValueModel } from './sum.ts'

/** On one page: more would be forty screens of a telephone. */
const ROWS = 100

/** What the page of one figure's origin is shaped from. */
export type OriginView = OriginQuestion & {
  state: PageState
  query: Query
  answer: Answer
  behind: FigureContributions
  /** Who handed in and who approved each value of it, by the value's key. */
  acts: ReadonlyMap<string, RecordedActs>
  /** What was corrected in it after it had first been approved, the newest first. */
  corrections: readonly NamedCorrection[]
  partners: readonly Partner[]
}

/** One figure, the rule that makes it, and every entry behind it: what is listed adds up to the figure. */
export function originPage({ state, query, group, cell, answer, behind, acts, corrections, partners }: OriginView) {
  const { words } = state
  const indicator = answer.indicators[0]!
  const figure = answer.figure(indicator.code, group, WHOLE, cell)
  const columns = partColumns(indicator, words)
  const rows = entryRows({ state, partners, acts }, indicator, behind, columns)
  const pages = pagesOf(query, rows.length)
  const table = tableOf(state, answer, indicator, group, cell)
  const shownCell = table.cells[0]![0]!
  return {
    indicator: {
      code: indicator.code,
      name: words.of(indicator.name),
      href: carried(state, `/indicators/${encodeURIComponent(indicator.code)}`),
    },
    cell: cellModel(shownCell, table, { words, originOf: () => '' }),
    lines: [
      words.t('charts:origin.place-line', { place: groupName(state, group) }),
      ...cellLine(state, query),
      words.t('charts:origin.coverage-line', { coverage: coverageText(figure, indicator, words) }),
      ...(shownCell.covers
        ? [words.t('charts:origin.covers-line', { dates: dates(shownCell.covers, words.language) })]
        : []),
      ...remarksOn(figure, indicator, words),
      ...table.breaks.map(words.of),
      ...paceLines(shownCell, indicator, words),
      ...lineSentences({ state, partners }, behind),
    ],
    ...pageFacts(state, answer),
    rule: ruleText(indicator, words),
    sum: sumLine(figure, indicator, behind.values, words),
    corrections: correctionModels({ state, partners }, indicator, corrections),
    unit: unitText(indicator, words),
    dates: dates(state.choice, words.language),
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

declare module '../../web/views/models.ts' {
  interface Parts {
    'dashboards/origin': ReturnType<typeof originPage>
  }
  interface Parts {
    'dashboards/corrections': Pick<ReturnType<typeof originPage>, 'corrections'>
  }
  interface Parts {
    'dashboards/number': { value: ValueModel }
  }
}

/** What the figure was held against by which day, and where that comes from; nothing where nothing was planned. */
function paceLines({ shown }: PublishableCell, indicator: DefinedIndicator, words: Words): string[] {
  if (shown.kind === 'confidential') return []
  const { figure, target, progress } = shown
  const plan = progress?.plan
  const life = lifeText(figure, progress, indicator, words)
  const planned = plan && target !== null && heldAgainstText(target, figure, indicator, words)
  return [
    ...(planned
      ? [
          words.t('charts:origin.planned-line', {
            planned,
            day: day(datesOf({ from: plan.by, to: plan.by }).last, words.language),
            from: planText(plan, words),
          }),
        ]
      : []),
    ...(life === null ? [] : [words.t('charts:origin.life-line', { life })]),
  ]
}

/** The figure as a table of its own, through the staff door. */
function tableOf(state: PageState, answer: Answer, indicator: DefinedIndicator, group: string, cell: string) {
  return staffTableOf(
    answer,
    {
      id: 'origin',
      title: indicator.name,
      indicator,
      rows: { are: 'places', headings: [{ key: group, label: { vi: group, en: group } }] },
      columns: { are: 'periods', headings: [{ key: WHOLE, label: { vi: WHOLE, en: WHOLE } }] },
      at: { cell },
      source: sourceIn(state.words),
    },
    state.compare,
  )
}

function groupName(state: PageState, group: string): string {
  const name = group === PROJECT ? null : nameOfGroup(state, group)
  return state.words.of(name ?? wholeAxis(state).headings[0]!.label)
}

function cellLine(state: PageState, query: Query): string[] {
  const cell = String(query.cell ?? '')
  if (cell === '') return []
  const name = cell === UNSPLIT ? state.words.t('charts:not-split') : cellName(state, categoriesOf(cell))
  return [state.words.t('charts:origin.cell-line', { cell: name })]
}

function pagesOf(query: Query, rows: number): { page: number; from: number; to: number } {
  const last = Math.max(1, Math.ceil(rows / ROWS))
  const page = Math.min(pageAsked(query).page, last)
  return { page, from: (page - 1) * ROWS, to: Math.min(page * ROWS, rows) }
}

function pageHref(query: Query, page: number): string {
  const kept = Object.entries(query).flatMap(([name, value]) => (name === 'page' ? [] : [[name, String(value)]]))
  return address('/figures/origin', { ...Object.fromEntries(kept), page: String(page) })
}
