import { datesOf } from '../../calendar/span.ts'
import { seriesText, type ToldPoint } from '../../charts/series-in-words.ts'
import { figureInWords } from '../../figures/in-words.ts'
import { day } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { ComparedFigure } from '../../targets/compared-table.ts'
import { heldAgainstText, ofTargetText } from '../../targets/in-words.ts'
import { isFlow } from '../../targets/target.ts'

/** What an answer is told from. */
export type ToldAnswer = {
  /** Every value, in order of time. */
  points: readonly ToldPoint[]
  /** From the beginning to the end of the period that is told, against what was planned by then. */
  rated: ComparedFigure | null
  /** Who has reported everything expected, and who has not; empty where nothing was due. */
  complete: string
}

/**
 * What stands of an indicator in a sentence or three: how it went, how much that is of what was planned, who is missing.
 * "Rose from 15 (Q1 2019) to 47 (Q1 2021), then 30 (Q3 2021). 355 to date: 102% of the 348 planned by 30 Sept 2021. Q4 2021: 4 of 5
 * provinces have reported everything expected; the figures are partial. Incomplete: Quảng Bình."
 */
export function answerText({ points, rated, complete }: ToldAnswer, words: Words): string {
  const parts = [seriesText(points, words), rated ? plannedText(rated, words) : '', complete]
  return parts.filter(Boolean).join(' ')
}

/** Empty where nothing is planned, or there is nothing to hold against it. Of a stage there is no share: it has a name. */
function plannedText({ own, figure, target, progress }: ComparedFigure, words: Words): string {
  if (target === null || progress === null || progress.why !== undefined || !progress.plan) return ''
  const by = day(datesOf({ from: progress.plan.by, to: progress.plan.by }).last, words.language)
  const planned = heldAgainstText(target, figure, own, words)
  const value = figureInWords(figure, own, words).text
  if (progress.ofTarget === null) return words.t('charts:answer.planned-stage', { planned, by })
  const share = ofTargetText(progress.ofTarget, words)
  return words.t(isFlow(own) ? 'charts:answer.planned-sum' : 'charts:answer.planned-level', {
    value,
    share,
    planned,
    by,
  })
}

/**
 * The value that an answer is about: the last for which everything has come or, where an end was asked for, the last there is.
 * @param isAsked whether the address says until when
 * @returns its place; -1 where there is none
 */
export function toldValue(
  values: readonly { isDue: boolean; hasNumber: boolean; isSettled: boolean }[],
  isAsked: boolean,
): number {
  const settled = values.findLastIndex(({ isDue, hasNumber, isSettled }) => isDue && hasNumber && isSettled)
  const last = values.findLastIndex(({ isDue, hasNumber }) => isDue && hasNumber)
  const due = values.findLastIndex(({ isDue }) => isDue)
  if (last < 0) return due
  return isAsked || settled < 0 ? last : settled
}
