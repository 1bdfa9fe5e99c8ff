import { PROJECT, type Question } from '../../figures/question.ts'
import { UNSPLIT } from '../../figures/split.ts'
import { categoriesOf } from '../../indicators/breakdown.ts'
import type { Query } from '../choice.ts'
import { chosenQuestion, groupOf, type PageState, WHOLE, wholeGroup } from '../page-state.ts'

/** One figure as an address names it: the question that the page with the figure asked, and its keys in the answer. */
export type OriginQuestion = { question: Question; group: string; cell: string }

/** The very question that the page with the figure asked. */
export function originQuestion(state: PageState, query: Query): OriginQuestion {
  const given = String(query.group ?? PROJECT)
  const group = given === '*' || given === '' ? PROJECT : given
  const cell = String(query.cell ?? '')
  const { from, to } = state.choice
  const question = chosenQuestion(state, {
    indicators: [String(query.indicator ?? '')],
    groups: [group === PROJECT ? wholeGroup(state) : groupOf(state, group)],
    spans: [{ key: WHOLE, from, to }],
    ...(cell === UNSPLIT ? unsplit(state, query) : { only: categoriesOf(cell) }),
  })
  return { question, group, cell: cell === UNSPLIT ? UNSPLIT : '' }
}

/** What was typed under another breakdown: the one asked for need not be in use in the span itself, only in the project. */
function unsplit({ choice, project }: PageState, query: Query): Pick<Question, 'by' | 'spans'> {
  const { from, to } = choice
  const around = { key: 'around', from: project.firstQuarter, to: Math.max(project.lastQuarter, to) }
  return { by: String(query.by ?? '').split('|'), spans: [{ key: WHOLE, from, to }, around] }
}
