import { elementId } from '../../charts/card.ts'
import { type Downloads, downloadsAt, SLIDE_FILE } from '../../charts/export/downloads.ts'
import { seriesText } from '../../charts/series-in-words.ts'
import { kindOfSeries } from '../../charts/small-multiple/kind.ts'
import type { MultiplePoint, SmallMultiple } from '../../charts/small-multiple/model.ts'
import { smallMultipleOf } from '../../charts/small-multiple/small-multiple.ts'
import { staffFigure } from '../../disclosure/suppress.ts'
import type { Answer } from '../../figures/answer.ts'
import { PROJECT } from '../../figures/question.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { periodName } from '../../language/format.ts'
import type { ComparedFigure } from '../../targets/compared-table.ts'
import { comparedFigure } from '../../targets/compared-table.ts'
import { isFlow } from '../../targets/target.ts'
import { AS_TABLE, carried } from '../addresses.ts'
import { ratedUntil } from '../overview/question.ts'
import { type Row, type RowContext, scorecardRow } from '../overview/scorecard/row.ts'
import type { IndicatorStanding } from '../overview/standing.ts'
import { endOfUseIn, isInUseNow, type PageState } from '../page-state.ts'

/** One indicator of an area as a small picture: what it is, its latest figure, its pace, and its path. */
export type MultipleCard = Pick<Row, 'code' | 'name' | 'unit' | 'href' | 'latest' | 'pace' | 'tiles'> & {
  id: string
  picture: (SmallMultiple & { label: string }) | null
  /** What the picture shows. */
  sentence: string
  /** What it comes to, beside what was planned; null where the latest figure says as much. */
  toDate: Row['toDate'] | null
  /** The same as a table. */
  tableHref: string
  /** Its picture, if there is one, drawn for a slide, and its table. */
  downloads: Downloads
  /** That it is asked for no more, and since when. */
  ended: string | null
  /** Whether it is still asked for in the quarter of the page: only then it has a pace. */
  isCurrent: boolean
}

declare module '../../web/views/models.ts' {
  interface Parts {
    'dashboards/small-multiples/card': { card: MultipleCard }
  }
}

/** `path`: of the page that the card stands on. */
export type CardContext = { state: PageState; answer: Answer; path: string; group: string; row: RowContext } & {
  /** The address of a file of an indicator, of whom the card is. */
  fileOf: (code: string, file: string) => string
}

export function multipleCard(standing: IndicatorStanding, context: CardContext): MultipleCard {
  const { state, group } = context
  const { words } = state
  const { code, name, unit, href, latest, toDate, pace, tiles } = scorecardRow(standing, context.row)
  const sentence = seriesText(
    standing.points.map(({ span, shown }) => ({
      period: periodName(span, words.language),
      shown,
      own: standing.latest.own,
    })),
    words,
  )
  const picture = pictureOf(standing, context)
  const table = carried(state, context.path, AS_TABLE)
  return {
    id: pictureId(code),
    code,
    name,
    unit,
    href,
    latest,
    toDate: isToldToDate(standing) ? toDate : null,
    pace,
    tiles: areSilent(standing.provinces) ? [] : tiles,
    sentence,
    picture: picture && { ...picture, label: `${code}: ${sentence}` },
    tableHref: `${table}#${elementId(group === PROJECT ? `${code}-trend` : `${code}-trend-${group}`)}`,
    downloads: downloadsAt((file) => context.fileOf(code, file), picture && context.fileOf(code, SLIDE_FILE)),
    ended: endOfUseIn(state, code),
    isCurrent: isInUseNow(state, code),
  }
}

/** Where it is due in none of the areas, or stands in no report, a row of them says nothing. */
export function areSilent(areas: readonly Pick<ComparedFigure, 'figure'>[]): boolean {
  return areas.every(({ figure }) => figure.state === 'not due' || figure.state === 'outside')
}

/** Whether there is a number to be drawn of any. */
export function isDrawn(cards: readonly Pick<MultipleCard, 'picture'>[]): boolean {
  return cards.some(({ picture }) => picture !== null)
}

/** Of what does not add up, and is held against nothing, the figure to date is the latest one. Of most a report has none in an area. */
function isToldToDate({ indicator, rated: { figure, target, progress } }: IndicatorStanding): boolean {
  if (figure.state === 'outside') return false
  return isFlow(indicator) || target !== null || Boolean(progress?.life)
}

/** The element of an indicator's picture on its page. */
export function pictureId(code: string): string {
  return `picture-${code.replace(/[^\w-]/g, '-')}`
}

function pictureOf({ indicator, points }: IndicatorStanding, context: CardContext): SmallMultiple | null {
  const { state } = context
  const { words, choice } = state
  const of = kindOfSeries(
    indicator,
    points.map(({ shown }) => shown),
    words,
  )
  return smallMultipleOf({
    ...of,
    span: { from: choice.from, to: choice.to },
    points: points.map(({ span: { from, to }, shown, planned }) => ({ from, to, shown, planned })),
    toDate: of.kind === 'bars' ? pathToDate(indicator, points, context) : [],
  })
}

/** What the periods come to, to the end of each, against what was planned by then. */
function pathToDate(
  indicator: DefinedIndicator,
  points: IndicatorStanding['points'],
  { state, answer, group }: CardContext,
): MultiplePoint[] {
  return points.map(({ span: { to } }) => {
    const { key, from } = ratedUntil(state, to)
    const compared = comparedFigure(
      answer,
      indicator,
      { indicator: indicator.code, group, span: key, cell: '' },
      state.compare,
    )
    return { from, to, shown: staffFigure(compared), planned: compared.target }
  })
}
