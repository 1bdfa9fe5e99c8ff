import type { Db } from '../../../db/connection.ts'
import { dutiesByIndicator } from '../../assignments/store.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { heldIn } from '../../calendar/span.ts'
import { addTogether } from '../../indicators/definitions/definition.ts'
import { definitionIn, type IndicatorHistory } from '../../indicators/definitions/history.ts'
import { isDueIn } from '../../indicators/frequency.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { historiesAsAt } from '../../indicators/store.ts'
import { validationRules } from '../../indicators/validation/rule-store.ts'
import type { ValidationRule } from '../../indicators/validation/validation-rule.ts'
import type { ComparedPart } from '../../vocabulary/validation.ts'
import type { Entry } from '../entry.ts'
import type { LoadedSubmission } from '../page-state.ts'
import { amountOf, type HeldAgainst } from './bounds.ts'
import { entriesByQuarter } from './previous.ts'
import { earlierEntriesOf } from './previous-store.ts'

/** What each rule that a submission has to do with comes to on both sides, where something was reported on both. */
export function loadHeldAgainst(db: Db, loaded: LoadedSubmission): HeldAgainst[] {
  const asked = new Set(loaded.definition.rows.map((row) => row.indicator.code))
  const rules = validationRules(db).filter(({ lesser, greater }) => asked.has(lesser) || asked.has(greater))
  if (rules.length === 0) return []
  const histories = new Map(historiesAsAt(db).map((one) => [one.code, one]))
  return rules.flatMap((rule): HeldAgainst[] => {
    const lesser = sideOf(db, loaded, rule, { history: histories.get(rule.lesser)!, part: rule.part })
    const greater = sideOf(db, loaded, rule, { history: histories.get(rule.greater)!, part: 'value' })
    if (lesser.amount === null || greater.amount === null || greater.isAwaited) return []
    return [{ rule, lesser: lesser.amount, greater: greater.amount, isOwn: lesser.isOwn && greater.isOwn }]
  })
}

type Side = {
  /** Null: nobody has reported it. */
  amount: number | null
  isOwn: boolean
  /** Somebody who was asked for this quarter's has not handed it in. */
  isAwaited: boolean
}

function sideOf(
  db: Db,
  { partner, place, quarter, entries }: LoadedSubmission,
  { within, over }: ValidationRule,
  { history, part }: { history: IndicatorHistory; part: ComparedPart },
): Side {
  const indicator = definitionIn(history, quarter)
  if (!indicator) return { amount: null, isOwn: false, isAwaited: false }
  const duties = (dutiesByIndicator(db).get(indicator.id) ?? []).filter((duty) => duty.placeId === place.id)
  const reached = within === 'place' ? duties : duties.filter((duty) => duty.partnerId === partner.id)
  const given = reached.map(({ partnerId, placeId, intervals }) => {
    const isOwn = partnerId === partner.id
    // Its own of this quarter are those of the form, whether they have been handed in or not.
    const before = earlierEntriesOf(db, { partnerId, placeId }, isOwn ? quarter : quarter + 1, [indicator.id])
    const quarters = entriesByQuarter(before).get(indicator.code) ?? new Map<Quarter, Entry[]>()
    const now = isOwn ? entries.filter(({ indicator: of, state }) => of === indicator.code && state === 'reported') : []
    if (now.length > 0) quarters.set(quarter, now)
    for (const at of quarters.keys()) if (!isAddedTo(indicator, definitionIn(history, at))) quarters.delete(at)
    return { isOwn, quarters, isAsked: intervals.some((one) => heldIn(one, quarter)) }
  })
  const isDue = over === 'quarter' && isDueIn(indicator, quarter)
  return {
    amount: amountOf(
      given.map(({ quarters }) => quarters),
      indicator,
      part,
      over === 'quarter' ? quarter : null,
    ),
    isOwn: given.every(({ isOwn }) => isOwn),
    isAwaited: isDue && given.some(({ isAsked, quarters }) => isAsked && !quarters.has(quarter)),
  }
}

/** What was counted otherwise then does not go into one number with what is counted in the quarter asked about. */
function isAddedTo(indicator: DefinedIndicator, then: DefinedIndicator | null): boolean {
  return then !== null && addTogether(indicator, then)
}
