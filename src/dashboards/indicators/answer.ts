import type { NamedSpan } from '../../calendar/span.ts'
import type { CellModel } from '../../charts/card.ts'
import { numberIn } from '../../charts/point.ts'
import type { ToldPoint } from '../../charts/series-in-words.ts'
import { isHollow } from '../../charts/series-path.ts'
import type { ShownFigure } from '../../disclosure/publishable.ts'
import { staffFigure } from '../../disclosure/suppress.ts'
import type { Answer } from '../../figures/answer.ts'
import { coverageText, figureInWords } from '../../figures/in-words.ts'
import { PARTIAL_SIGN } from '../../figures/marks.ts'
import { unitBesideText } from '../../indicators/in-words.ts'
import { periodName, periodWithDates } from '../../language/format.ts'
import { type ComparedFigure, comparedFigure } from '../../targets/compared-table.ts'
import { originIn } from '../addresses.ts'
import { type PaceModel, paceOfRated } from '../overview/pace.ts'
import { toDateOf } from '../overview/scorecard/row.ts'
import { periodHeading } from '../tables/axes.ts'
import { groupOfView, type IndicatorView } from '../tables/tables.ts'
import { answerText, toldValue } from './answer-in-words.ts'
import { toDateKey } from './to-date.ts'

/** How an indicator stands, before any picture. */
export type IndicatorAnswer = {
  /** Its headline figure; of which period is said beside it. */
  latest: Pick<CellModel, 'text' | 'exact' | 'unit' | 'marks' | 'href'> & { period: string }
  /** What the figure lacks, with its sign: on how many reports it rests. */
  lacks: string | null
  toDate: { says: string; href: string } | null
  pace: PaceModel | null
  sentence: string
}

/** What an answer is made from: the view, what came to date, and whether the address says until when. */
export type Answered = Pick<IndicatorView, 'state' | 'indicator' | 'answer' | 'periods' | 'provinces' | 'place'> & {
  soFar: Answer
  isAsked: boolean
  /** How complete the last quarter is, in a sentence. */
  complete: string
}

type Value = { span: NamedSpan; shown: ShownFigure; compared: ComparedFigure }

export function indicatorAnswer(view: Answered): IndicatorAnswer | null {
  const { state, periods, isAsked } = view
  const { words, choice } = state
  const values = periods.map((span) => valueIn(span, view))
  const told = toldValue(
    values.map(({ span, shown }) => ({
      isDue: span.to <= choice.to,
      hasNumber: numberIn(shown) !== null,
      isSettled: !isHollow(shown),
    })),
    isAsked,
  )
  const value = values[told]
  if (!value) return null
  const rated = ratedAt(value, view)
  const { text, exact, marks } = figureInWords(value.compared.figure, value.compared.own, words)
  const { figure, own } = value.compared
  const group = groupOfView(view)
  return {
    latest: {
      text,
      exact,
      marks,
      unit: figure.state === 'reported' ? unitBesideText(text, own, words) : '',
      href: originIn(state, view.answer)({ ref: { indicator: own.code, group, span: value.span.key, cell: '' } }),
      period: nameOf(value.span, view),
    },
    lacks: isHollow(value.shown) ? `${PARTIAL_SIGN} ${coverageText(figure, own, words)}` : null,
    toDate: toDateIn(rated, view),
    pace: rated && paceOfRated(rated.compared, words),
    sentence: answerText(
      { points: values.map((one) => toldPoint(one, view)), rated: rated?.compared ?? null, complete: view.complete },
      words,
    ),
  }
}

function valueIn(span: NamedSpan, view: Answered): Value {
  const { answer, indicator, state } = view
  const ref = { indicator: indicator.code, group: groupOfView(view), span: span.key, cell: '' }
  const compared = comparedFigure(answer, indicator, ref, state.compare)
  return { span, shown: staffFigure(compared), compared }
}

/** Of a span from the beginning the value itself is what is rated. */
function ratedAt({ span, compared }: Value, view: Answered): { compared: ComparedFigure; href: string } | null {
  const { state, indicator, soFar, answer } = view
  const group = groupOfView(view)
  const isToDate = span.grain === 'to-date'
  const key = isToDate ? span.key : toDateKey(state, span.to)
  const ref = { indicator: indicator.code, group, span: key, cell: '' }
  const of = isToDate ? answer : soFar
  return {
    compared: isToDate ? compared : comparedFigure(of, indicator, ref, state.compare),
    href: originIn(state, of)({ ref }),
  }
}

function toDateIn(rated: ReturnType<typeof ratedAt>, { state }: Answered): IndicatorAnswer['toDate'] {
  if (!rated) return null
  const { says } = toDateOf(rated.compared, rated.href, state.words)
  return { says, href: rated.href }
}

function nameOf(span: NamedSpan, { state: { words } }: Answered): string {
  return span.grain === 'to-date' ? words.of(periodHeading(span).label) : periodWithDates(span, words.language)
}

function toldPoint({ span, shown, compared }: Value, { state: { words } }: Answered): ToldPoint {
  const period = span.grain === 'to-date' ? words.of(periodHeading(span).label) : periodName(span, words.language)
  return { period, shown, own: compared.own }
}
