import type { Quarter } from '../../calendar/quarter.ts'
import type { Validity } from '../../calendar/span.ts'
import { afterwards, gapsIn, revised, type TimelineRevision } from '../../calendar/timeline.ts'
import { type Definition, misfitsOf } from '../../indicators/definitions/definition.ts'
import { definitionIn, historyOf, type IndicatorHistory } from '../../indicators/definitions/history.ts'
import { areApart } from '../../indicators/frequency.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import type { DefinitionRefusal } from './refusal.ts'

/** What is otherwise in some quarters; what is not named stays as it was in each of them. */
export type Redefinition = Validity & { changes: Partial<Omit<Definition, 'from' | 'to'>> }

type PlannedDefinitions = { revision: TimelineRevision<DefinedIndicator> } | { refused: DefinitionRefusal }

/**
 * The definitions of an indicator as they become. Quarters between definitions in which nothing was measured, and quarters after
 * it was retired, are measured again when they are named.
 * @param withValues quarters in which values have been given
 */
export function redefined(
  history: IndicatorHistory,
  { changes, ...quarters }: Redefinition,
  withValues: readonly Quarter[],
): PlannedDefinitions {
  const { from, to } = quarters
  if (to !== null && to < from) return { refused: { code: 'ends-first', what: history.code } }
  const anew = (piece: DefinedIndicator) => ({ ...piece, ...changes })
  const revision = revised<DefinedIndicator>(history.definitions, quarters, anew)
  for (const gap of gapsIn(history.definitions, quarters)) {
    const before = history.definitions.findLast((one) => one.from < gap.from) ?? history.definitions[0]
    revision.begun.push(anew({ ...before, ...gap }))
  }
  return checked(history, revision, withValues)
}

/** The definitions of an indicator that is measured for the last time in a quarter. */
export function retired(history: IndicatorHistory, last: Quarter, withValues: readonly Quarter[]): PlannedDefinitions {
  const revision = revised<DefinedIndicator>(history.definitions, { from: last + 1, to: null }, () => null)
  if (revision.ended.length === 0) return { refused: { code: 'not-in-use', what: history.code, quarter: last + 1 } }
  if (last < history.definitions[0].from) return { refused: { code: 'ends-first', what: history.code } }
  return checked(history, revision, withValues)
}

function checked(
  history: IndicatorHistory,
  revision: TimelineRevision<DefinedIndicator>,
  withValues: readonly Quarter[],
): PlannedDefinitions {
  const [misfit] = revision.begun.flatMap(misfitsOf)
  if (misfit) return { refused: { code: 'does-not-fit', what: misfit.field } }
  if (!revision.begun.every(({ rounds }) => areApart(rounds)))
    return { refused: { code: 'does-not-fit', what: 'rounds' } }
  const [first, ...rest] = afterwards(history.definitions, revision)
  for (const quarter of withValues) {
    const before = definitionIn(history, quarter)
    const after = first ? definitionIn(historyOf([first, ...rest]), quarter) : null
    if (!after && before) return { refused: { code: 'none-for-values', what: history.code, quarter } }
    const otherwise =
      before && after && (before.measure !== after.measure || before.stages.length > after.stages.length)
    if (otherwise) return { refused: { code: 'other-measure-for-values', what: history.code, quarter } }
  }
  return { revision }
}
