import { quarterCode } from '../../calendar/quarter.ts'
import type { Question } from '../../figures/question.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { quartersSoFar } from '../../project/project.ts'
import { loadSlots } from '../../submissions/board/load.ts'
import type { Slot } from '../../submissions/board/slot.ts'
import { answerTo } from '../donor-view/answer-load.ts'
import { type Request, stateOf } from '../load.ts'
import { isQuarterChosen } from '../overview/addresses.ts'
import { lastComplete } from '../overview/opening.ts'
import { openingQuarters } from '../overview/question.ts'
import type { PageState } from '../page-state.ts'
import { withoutWrong } from '../parameters/parameter.ts'
import { picturesQuestion } from './question.ts'
import type { PicturesView } from './view.ts'

/** What is drawn, in a choice: which indicators of which groups, the first of them as pictures, and which reports they come from. */
export type Drawn = {
  indicators: readonly DefinedIndicator[]
  groups: Question['groups']
  isOfIts: (slot: Slot) => boolean
}

/**
 * Figures of a page of pictures in the quarter that is asked for, or in the last for which everything expected has come.
 * @param drawnIn null where there is no such page
 * @returns null in a file without a project, or where there is no such page
 * @throws Refused
 */
export function loadPictures(request: Request, drawnIn: (state: PageState) => Drawn | null): PicturesView | null {
  const asked = stateOf(request, 'quarter')
  if (!asked) return null
  const query = withoutWrong(request.query, asked.wrong)
  const isAsked = isQuarterChosen(query)
  const state = isAsked || asked.seenThrough ? asked : opened({ ...request, query }, asked, drawnIn)
  const drawn = state && drawnIn(state)
  if (!drawn) return null
  const { indicators, groups, isOfIts } = drawn
  const { question, own } = picturesQuestion(state, indicators, groups)
  const answer = answerTo(request, state, question)
  return {
    state,
    indicators,
    group: groups[0]!.key,
    own,
    answer,
    isAsked,
    slots: slotsAfter(request, state).filter(isOfIts),
  }
}

function opened(request: Request, asked: PageState, drawnIn: (state: PageState) => Drawn | null): PageState | null {
  const drawn = drawnIn(asked)
  if (!drawn) return null
  const [group] = drawn.groups
  const { question, own } = picturesQuestion(asked, drawn.indicators, [group!])
  const opening = lastComplete(answerTo(request, asked, question), openingQuarters(asked), own, group!.key)
  const query = { ...request.query, quarter: quarterCode(opening) }
  if (opening === asked.choice.to) return asked
  return { ...stateOf({ ...request, query }, 'quarter')!, wrong: asked.wrong }
}

/** What is expected for the quarter after the one that is shown, if that has begun. */
function slotsAfter({ db, now }: Request, { choice, project }: PageState): readonly Slot[] {
  const next = choice.to + 1
  return next > (quartersSoFar(project, now)?.to ?? 0) ? [] : loadSlots(db, { from: next, to: next }, now)
}
