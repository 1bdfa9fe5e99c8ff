import type { Db } from '../../../db/connection.ts'
import { isBoundIn } from '../../assignments/owed.ts'
import { dutiesByIndicator } from '../../assignments/store.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { addTogether } from '../../indicators/definitions/definition.ts'
import { definitionIn, dueUnder, type IndicatorHistory } from '../../indicators/definitions/history.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { historiesAsAt } from '../../indicators/store.ts'
import { validationRules } from '../../indicators/validation/rule-store.ts'
import type { ValidationRule } from '../../indicators/validation/validation-rule.ts'
import type { ComparedPart } from '../../vocabulary/validation.ts'
import { type Entry, isRemark } from '../entry.ts'
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
  const given = givenBy(
    db,
    loaded,
    [...new Set(rules.flatMap(({ lesser, greater }) => [lesser, greater]))].map((code) => histories.get(code)!.id),
  )
  return rules.flatMap((rule): HeldAgainst[] => {
    const lesser = sideOf(db, loaded, rule, { history: histories.get(rule.lesser)!, part: rule.part, given })
    const greater = sideOf(db, loaded, rule, { history: histories.get(rule.greater)!, part: 'value', given })
    if (lesser.amount === null || greater.amount === null || greater.isAwaited) return []
    return [{ rule, lesser: lesser.amount, greater: greater.amount, isOwn: lesser.isOwn && greater.isOwn }]
  })
}

/** What a partner has given for the place, by code of the indicator and by quarter: the quarter's own, and every one before. */
type Given = (partnerId: number) => ReadonlyMap<string, ReadonlyMap<Quarter, readonly Entry[]>>

/** Each partner's is read once, of all indicators that rules name. */
function givenBy(db: Db, { partner, place, quarter, entries }: LoadedSubmission, ids: readonly number[]): Given {
  const known = new Map<number, ReturnType<Given>>()
  const read = (partnerId: number): ReturnType<Given> => {
    const isOwn = partnerId === partner.id
    const before = earlierEntriesOf(db, { partnerId, placeId: place.id }, isOwn ? quarter : quarter + 1, ids)
    // Its own of this quarter are those of the form, whether they have been handed in or not.
    const values = entries.filter((one) => one.state === 'reported' && !isRemark(one))
    const now = isOwn ? values.map((one) => ({ ...one, quarter })) : []
    return entriesByQuarter([...before, ...now])
  }
  return (partnerId) => {
    const found = known.get(partnerId) ?? read(partnerId)
    known.set(partnerId, found)
    return found
  }
}

type TalkSide = {
  /** Null: nobody has reported it. */
  amount: number | null
  isOwn: boolean
  /** Somebody who was asked for this quarter's has not handed it in. */
  isAwaited: boolean
}

function sideOf(
  db: Db,
  { partner, place, quarter }: LoadedSubmission,
  { within, over }: ValidationRule,
  { history, part, given }: { history: IndicatorHistory; part: ComparedPart; given: Given },
): TalkSide {
  const indicator = definitionIn(history, quarter)
  if (!indicator) return { amount: null, isOwn: false, isAwaited: false }
  const duties = (dutiesByIndicator(db).get(indicator.id) ?? []).filter((duty) => duty.placeId === place.id)
  const reached = within === 'place' ? duties : duties.filter((duty) => duty.partnerId === partner.id)
  const sides = reached.map((duty) => {
    const { partnerId } = duty
    const all = [...(given(partnerId).get(indicator.code) ?? [])]
    const quarters = new Map(all.filter(([at]) => isAddedTo(indicator, definitionIn(history, at))))
    return { isOwn: partnerId === partner.id, quarters, isAsked: isBoundIn(duty, quarter) }
  })
  const isDue = over === 'quarter' && dueUnder(history, quarter) !== null
  return {
    amount: amountOf(
      sides.map(({ quarters }) => quarters),
      indicator,
      part,
      over === 'quarter' ? quarter : null,
    ),
    isOwn: sides.every(({ isOwn }) => isOwn),
    isAwaited: isDue && sides.some(({ isAsked, quarters }) => isAsked && !quarters.has(quarter)),
  }
}

/** What was counted otherwise then does not go into one number with what is counted in the quarter asked about. */
function isAddedTo(indicator: DefinedIndicator, then: DefinedIndicator | null): boolean {
  return then !== null && addTogether(indicator, then)
}
