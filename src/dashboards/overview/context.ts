import { datesOf } from '../../calendar/span.ts'
import { PROJECT } from '../../figures/question.ts'
import { quarter as quarterName } from '../../language/format.ts'
import type { Place } from '../../places/place.ts'
import { carried } from '../addresses.ts'
import type { Query } from '../choice.ts'
import { completenessText, reportingCompleteness, type Statement } from '../completeness.ts'
import { byComponent, componentHeading } from '../components/heading.ts'
import { activeProvinces, onlyArea, type PageState } from '../page-state.ts'
import { hereOn } from './addresses.ts'
import { KeptByInputs } from './kept.ts'
import { type Narrowing, readNarrowing } from './narrowing.ts'
import { type Panel, panelOf, type ShownComponent } from './panel.ts'
import { ratedUntil } from './question.ts'
import { type IndicatorStanding, type StandingContext, standingsIn } from './standing.ts'

/** The figures of the overview, and what of its address could be read. */
export type OverviewFigures = Pick<StandingContext, 'state' | 'answer' | 'own'> & { query: Query }

/** What the overview shows of its figures, however it is narrowed and sorted. */
type ShownFigures = {
  /** Provinces that were asked for anything by the end of the quarter, but for those that have ended before it. */
  lasting: Place[]
  /** How complete the reports of the quarter are: of all indicators due in it, in each province or in the one that is looked at. */
  complete: Statement
  standings: IndicatorStanding[]
  components: ShownComponent[]
  panels: Panel[]
}

/** What of the overview is shown. */
export type OverviewContext = { narrowing: Narrowing; figures: ShownFigures; here: ReturnType<typeof hereOn> }

export function overviewContext(overview: OverviewFigures): OverviewContext {
  const shown = narrowedFigures(overview)
  return { ...shown, here: hereOn(overview.state, overview.query, shown.narrowing) }
}

/** The same without the links of the page to itself. */
export function narrowedFigures(overview: OverviewFigures): Pick<OverviewContext, 'narrowing' | 'figures'> {
  const figures = shownFigures(overview)
  return { figures, narrowing: readNarrowing(overview.query, { components: figures.components.map(({ key }) => key) }) }
}

/** Made once of the same state of the page and the same values of all its indicators: both are other objects when they change. */
const kept = new KeptByInputs<ShownFigures>(16)

function shownFigures(overview: OverviewFigures): ShownFigures {
  const { state, answer, own } = overview
  const values = answer.indicators.map(({ code }) => answer.restsOn(code))
  return kept.get([state.restsOn, own, ...values], () => figuresOf(overview))
}

function figuresOf({ state, answer, own }: OverviewFigures): ShownFigures {
  const rated = ratedUntil(state, state.choice.to).key
  const codes = answer.indicators.map(({ code }) => code)
  const provinces = activeProvinces(state, answer, codes, rated)
  const { first } = datesOf({ from: state.choice.to, to: state.choice.to })
  const lasting = provinces.filter(({ validTo }) => validTo === null || validTo > first)
  const standings = standingsIn({ state, answer, own, provinces: lasting, group: onlyArea(state) ?? PROJECT })
  const components = componentsOf(answer.indicators, state)
  return {
    lasting,
    complete: completenessIn({ state, answer, own }, provinces),
    standings,
    components,
    panels: components.map((one) => panelOf(one, standings, state.words)),
  }
}

function completenessIn(
  { state, answer, own }: Omit<OverviewFigures, 'query'>,
  provinces: readonly Place[],
): Statement {
  const { choice, words } = state
  const due = new Map(
    [...own].flatMap(([code, spans]) => {
      const span = spans.find(({ to }) => to === choice.to)
      return span ? [[code, span.key] as const] : []
    }),
  )
  const found = reportingCompleteness(answer, [...due.keys()], provinces, (code) => due.get(code)!)
  return completenessText(found, quarterName(choice.to, words.language), words)
}

/** The components that indicators have. */
function componentsOf(indicators: OverviewFigures['answer']['indicators'], state: PageState): ShownComponent[] {
  const { words } = state
  return byComponent(indicators, (indicator) => indicator.component, words.terms).map(({ component }) => ({
    ...componentHeading(component, words),
    href: component === null ? null : carried(state, `/components/${component}`),
  }))
}
