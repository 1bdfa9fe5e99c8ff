import { PROJECT } from '../../figures/question.ts'
import { unitText } from '../../indicators/in-words.ts'
import { carried, originIn } from '../addresses.ts'
import type { ComponentHeading } from '../components/heading.ts'
import { componentPath } from '../components/page.ts'
import { type FormerIndicator, formerIndicators } from '../overview/former.ts'
import { ratedUntil } from '../overview/question.ts'
import { ALL_ROOM, type Row, scorecardRow } from '../overview/scorecard/row.ts'
import type { WayModel } from '../overview/scorecard/scorecard.ts'
import { indicatorStanding } from '../overview/standing.ts'
import { listByComponent } from './by-component.ts'
import { type ListFacts, listFacts } from './facts.ts'
import type { ListView } from './view.ts'

export const INDICATORS = '/indicators'

/** An indicator that is asked for, though nothing has been due yet. */
type NotYet = Pick<Row, 'code' | 'name' | 'unit' | 'href'>

export type IndicatorsModel = ListFacts & {
  title: string
  ways: WayModel[]
  sections: (ComponentHeading & { page: string | null; rows: Omit<Row, 'tiles'>[]; notYet: NotYet[] })[]
  former: FormerIndicator[]
}

declare module '../../web/views/models.ts' {
  interface Parts {
    'dashboards/lists/indicators': IndicatorsModel
    'dashboards/lists/head': ListFacts & Pick<IndicatorsModel, 'title' | 'ways'>
  }
}

/** Every indicator of the project by component: its last figure, how it went and how it stands; those asked for no more come apart. */
export function indicatorsPage(view: ListView): IndicatorsModel {
  const { state, answer } = view
  const { words } = state
  const { components, narrowing, here, ways } = listByComponent(view, INDICATORS)
  const shown = components.filter(({ key }) => narrowing.component === null || narrowing.component === key)
  const former = formerIndicators(state, answer.indicators)
  return {
    ...listFacts(view, here, narrowing.wrong),
    title: words.t('charts:lists.indicators'),
    ways,
    sections: shown.map(({ own, component, key, colour, title }) => ({
      ...{ key, colour, title },
      page: component === null ? null : carried(state, componentPath(component)),
      ...rowsOf(own, view),
    })),
    former: narrowing.component === null ? former : [],
  }
}

function rowsOf(
  own: ListView['answer']['indicators'],
  view: ListView,
): Pick<IndicatorsModel['sections'][number], 'rows' | 'notYet'> {
  const { state, answer } = view
  const { words } = state
  const origin = originIn(state, answer)
  const hrefOf = (code: string) => carried(state, `/indicators/${encodeURIComponent(code)}`)
  const context = {
    words,
    quarter: state.choice.to,
    provinces: [],
    pressable: false,
    room: ALL_ROOM,
    hrefOf,
    originOf: (indicator: string, group: string, span: string) => origin({ ref: { indicator, group, span, cell: '' } }),
    group: PROJECT,
    rated: ratedUntil(state, state.choice.to).key,
  }
  const found = own.map((one) => [one, indicatorStanding(one, { ...view, provinces: [], group: PROJECT })] as const)
  return {
    rows: found.flatMap(([, standing]) => (standing === null ? [] : [scorecardRow(standing, context)])),
    notYet: found
      .filter(([, standing]) => standing === null)
      .map(([one]) => ({
        code: one.code,
        name: words.of(one.name),
        unit: unitText(one, words),
        href: hrefOf(one.code),
      })),
  }
}
