import { Refused } from '../../figures/question.ts'
import { definitionOver, protectedAs } from '../../indicators/definitions/history.ts'
import { ownGrain } from '../../indicators/periods.ts'
import { targetsAsAt } from '../../targets/store.ts'
import { answerTo } from '../donor-view/answer-load.ts'
import type { TakenTables } from '../export/export.ts'
import { type Request, stateOf } from '../load.ts'
import { isQuarterChosen } from '../overview/addresses.ts'
import { activeProvinces, chosenQuestion, groupsOf, onlyArea, periodsOf, spansOf, WHOLE } from '../page-state.ts'
import { orNotOffered, refuseWrong, withoutWrong } from '../parameters/parameter.ts'
import { ownPeriods } from '../periods/own-periods.ts'
import { breakdownQuestion, breakdownsOf, type IndicatorView } from '../tables/tables.ts'
import { loadFiles, loadSaid } from './said/load.ts'
import { readShown } from './shown.ts'
import { tableNamed } from './table.ts'
import { toDateQuestion } from './to-date.ts'
import type { IndicatorPageView, IndicatorTables } from './view.ts'

/**
 * An indicator with its answer and its pictures.
 * @returns null in a file without a project
 * @throws Refused
 */
export function loadIndicator(request: Request, code: string): IndicatorPageView | null {
  const { db, now, query } = request
  const view = loadIndicatorTables(request, code)
  if (!view) return null
  const { state, indicator } = view
  const said = { span: state.choice, until: state.choice.asAt ?? now, indicatorId: indicator.id }
  return {
    ...view,
    soFar: answerTo(request, state, toDateQuestion(view)),
    isAsked: isQuarterChosen(withoutWrong(query, state.wrong)),
    ...loadSaid(db, state, said),
    evidence: loadFiles(db, state, said),
  }
}

/**
 * The same as tables.
 * @returns null in a file without a project
 * @throws Refused
 */
export function loadIndicatorTables(request: Request, code: string): IndicatorTables | null {
  const { db, now } = request
  const view = viewOf(request, code)
  if (!view) return null
  const answerBy = answerIn(request, view)
  const split = breakdownsOf(view).map((breakdown) => ({ breakdown, answer: answerBy(breakdown) }))
  return { ...view, split, targets: targetsAsAt(db, view.state.choice.asAt ?? now) }
}

/**
 * One table of the page by its name ("trend", "provinces", "by-sex" …), for files: only what it needs is asked.
 * @returns null when the page has no such table
 * @throws Refused
 */
export function loadIndicatorTable(request: Request, code: string): TakenTables | null {
  const view = viewOf(request, code)
  if (!view) return null
  refuseWrong([...view.state.wrong, ...view.unknown])
  const named = tableNamed(view, String(request.query.table ?? 'trend'), answerIn(request, view))
  const drawn = orNotOffered(request.query, 'table', named)
  return drawn && { state: view.state, tables: [drawn.table] }
}

function viewOf(request: Request, code: string) {
  const state = stateOf(request, (histories, span) => {
    const history = histories.find((one) => one.code === code)
    return history ? ownGrain(history, span) : 'quarter'
  })
  if (!state) return null
  const history = state.histories.get(code)
  if (!history) throw new Refused('unknown-indicator', code)
  const indicator = protectedAs(history, definitionOver(history, state.choice))
  const periods = ownPeriods(state, code, periodsOf(state))
  const asked = { indicators: [code], groups: groupsOf(state), spans: spansOf(state, periods) }
  const answer = answerTo(request, state, chosenQuestion(state, asked))
  const provinces = activeProvinces(state, answer, [code], WHOLE)
  const place = state.provinces.find(({ slug }) => slug === onlyArea(state)) ?? null
  return { state, indicator, answer, periods, provinces, place, ...readShown(request.query, periods) }
}

function answerIn(request: Request, view: IndicatorView): Parameters<typeof tableNamed>[2] {
  return (breakdown) => answerTo(request, view.state, breakdownQuestion(view, breakdown))
}
