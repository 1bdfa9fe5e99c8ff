import { legendText } from '../../figures/in-words.ts'
import { MARK_NAMES, MARKS, type MarkName } from '../../figures/marks.ts'
import { quarter as quarterName } from '../../language/format.ts'
import { isArea, type Place } from '../../places/place.ts'
import { carried } from '../addresses.ts'
import { placeCompletenessText } from '../completeness.ts'
import { byComponent, componentHeading } from '../components/heading.ts'
import { pageFacts } from '../facts.ts'
import { type Panel, panelOf } from '../overview/panel.ts'
import { type Row, scorecardRow } from '../overview/scorecard/row.ts'
import type { IndicatorStanding } from '../overview/standing.ts'
import { type Truth, truthOf } from '../overview/truth.ts'
import { areaPath, isInUseNow, type PageState } from '../page-state.ts'
import type { WrongModel } from '../parameters/in-words.ts'
import { pictureId } from '../small-multiples/card.ts'
import { cardContext } from '../small-multiples/page.ts'
import { type ShortAnswer, shortAnswer } from '../small-multiples/short-answer.ts'
import { dueKeys, standingsOf } from '../small-multiples/view.ts'
import { firstThatFit, linesTaken } from './fitting.ts'
import { type Headline, headlines } from './headlines.ts'
import { type BriefSaid, saidInBrief } from './said.ts'
import type { BriefView } from './view.ts'

/** An area on the two sides of a sheet of paper: how it stands, whom to ask and what was said; then every indicator. */
export type BriefModel = {
  title: string
  unknown: WrongModel[]
  project: string
  /** That the figures are, on each side. */
  illustrative: boolean
  truth: Truth
  answer: ShortAnswer
  components: Panel[]
  headlines: Headline[]
  said: BriefSaid
  sections: { key: string; colour: Panel['colour']; title: string; rows: (Row & { id: string })[] }[]
  /** How many indicators there is no room for. */
  more: number
  /** What the signs mean that stand in the rows. */
  signs: string[]
  source: string
  /** The page that the brief is of. */
  back: string
}

declare module '../../web/views/models.ts' {
  interface Parts {
    'dashboards/brief/brief': BriefModel
    'dashboards/brief/row': { row: BriefModel['sections'][number]['rows'][number] }
    'dashboards/brief/said': Pick<BriefModel, 'said'>
  }
}

/** Of the second side, in millimetres: what rows and headings may take up, and how tall they are. */
const ROWS = { room: 246, line: 3.1, padding: 0.8, heading: 4.6 }
/** Its columns of names and of latest figures, in points. */
const NAMES = { width: 182, size: 7 }
const LATEST = { width: 86, size: 7 }
/** A row of pictures more takes the room of so many lines of text below it. */
const FEW_LINES = 12

export function briefPage(view: BriefView): BriefModel {
  const { state, answer, place } = view
  const { words, choice } = state
  const due = dueKeys(view)
  const all = standingsOf(view, [])
  const current = all.filter(({ indicator: { code } }) => isInUseNow(state, code))
  const components = panelsOf(current, state)
  const name = quarterName(choice.to, words.language)
  const complete = placeCompletenessText(answer, [...due.keys()], view.group, (code) => due.get(code)!, name, words)
  const facts = pageFacts(state, answer)
  const said = saidInBrief(view, current, facts)
  return {
    title: words.t('charts:brief.title', { place: words.of(place.name), quarter: name }),
    unknown: facts.unknown,
    project: words.of(state.project.name),
    illustrative: state.project.illustrative,
    truth: truthOf(state, complete, answer.asAt),
    answer: shortAnswer(current, components, choice.to, words),
    components,
    headlines: headlines(view, current, said.lines > FEW_LINES ? 6 : 9),
    said,
    ...rowsOf(view, current),
    source: sourceOf(state),
    back: carried(state, pagePath(state, place)),
  }
}

/** Where its figures come from and, where they are looked at as somebody else would, as whom. */
function sourceOf({ words, seenThrough }: PageState): string {
  const source = `${words.t('charts:source')}: ${words.t('charts:source-text')}`
  return seenThrough ? `${source} · ${words.of(seenThrough.mask.seenAs)}` : source
}

/** The page that a brief is of: of all there is the overview. */
function pagePath(state: PageState, place: Place): string {
  return isArea(place) ? areaPath(state, place.slug) : '/overview'
}

function panelsOf(current: readonly IndicatorStanding[], { words }: PageState): Panel[] {
  return byComponent(current, ({ indicator }) => indicator.component, words.terms).map(({ component, own }) =>
    panelOf({ ...componentHeading(component, words), href: null }, own, words),
  )
}

/** Every indicator by component, as far as the side holds them. */
function rowsOf(
  view: BriefView,
  current: readonly IndicatorStanding[],
): Pick<BriefModel, 'sections' | 'more'> & { signs: string[] } {
  const { words } = view.state
  const { row: context } = cardContext(view, { areas: [], path: pagePath(view.state, view.place) })
  const headings = byComponent(current, ({ indicator }) => indicator.component, words.terms)
  const rows = new Map(
    current.map((one) => [one, { ...scorecardRow(one, context), id: pictureId(one.indicator.code) }]),
  )
  const { shown, more } = firstThatFit(
    headings.flatMap(({ own }) => own),
    ROWS.room - headings.length * ROWS.heading,
    (one) => heightOf(rows.get(one)!),
  )
  return {
    more,
    sections: headings.map(({ component, own }) => ({
      ...componentHeading(component, words),
      rows: own.filter((one) => shown.includes(one)).map((one) => rows.get(one)!),
    })),
    signs: signsIn(shown.map((one) => rows.get(one)!)).map((name) => legendText(name, words)),
  }
}

function heightOf({ code, name, latest: { text, unit, marks, period } }: Row): number {
  const lines = Math.max(
    linesTaken(`${code} ${name}`, NAMES),
    linesTaken([text, unit, ...marks, period ?? ''].join(' '), LATEST),
  )
  return lines * ROWS.line + ROWS.padding
}

/** The marks whose signs stand in some rows: only those are explained. */
function signsIn(rows: readonly Row[]): MarkName[] {
  const written = new Set(
    rows.flatMap(({ latest, toDate }) => [latest.text, toDate.text, latest.partial, ...latest.marks]),
  )
  return MARK_NAMES.filter((name) => MARKS[name].sign !== null && written.has(MARKS[name].sign))
}
