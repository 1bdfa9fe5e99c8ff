import { FIRST_QUARTER, type Quarter } from '../../calendar/quarter.ts'
import type { Text } from '../../language/text.ts'
import { type Breakdown, breakdownIn, type Category, type Scheme, schemesIn } from '../breakdown.ts'
import type { DefinedIndicator } from '../indicator.ts'
import type { IndicatorHistory } from './history.ts'

/** What is otherwise of an indicator from a quarter on than in the quarter before. */
export type IndicatorChange = { from: Quarter } & (
  | { of: 'definition'; before: DefinedIndicator; after: DefinedIndicator }
  | { of: 'split'; before: readonly Scheme[]; after: readonly Scheme[] }
  | ({ of: 'categories'; breakdown: Breakdown } & CategoryChanges)
)

/** What becomes of the categories of a list at a quarter. */
export type CategoryChanges = {
  added: readonly Category[]
  ended: readonly Category[]
  renamed: readonly { was: Text; is: Text }[]
}

/**
 * Every change of an indicator, in the order of quarters: of its definition, of what its values are split by, of the categories
 * of those lists.
 * @param breakdowns with every category they ever had
 * @param first the project's first quarter: what begins with it is no change
 */
export function changesOf(
  history: IndicatorHistory,
  breakdowns: readonly Breakdown[],
  first: Quarter,
): IndicatorChange[] {
  const { definitions } = history
  const { schemes } = definitions[0]
  const defined = definitions.flatMap((after, nth): IndicatorChange[] => {
    const before = definitions[nth - 1]
    return before ? [{ of: 'definition', from: after.from, before, after }] : []
  })
  const split = turnsOf(schemes).flatMap((from): IndicatorChange[] => {
    const [before, after] = [schemesIn({ schemes }, from - 1), schemesIn({ schemes }, from)]
    return splitName(before) === splitName(after) ? [] : [{ of: 'split', from, before, after }]
  })
  const categories = breakdowns.flatMap((breakdown) =>
    categoryTurns(breakdown)
      .filter((quarter) => isSplitBy(schemes, breakdown, quarter - 1) && isSplitBy(schemes, breakdown, quarter))
      .map((from): IndicatorChange => ({ of: 'categories', from, breakdown, ...categoryChanges(breakdown, from) })),
  )
  return [...defined, ...split, ...categories].filter(({ from }) => from > first).sort((a, b) => a.from - b.from)
}

/** Quarters from which on the categories of a list are others, or are called otherwise, than in the quarter before. */
export function categoryTurns(breakdown: Breakdown): Quarter[] {
  return turnsOf(breakdown.categories.flatMap(({ definitions }) => definitions)).filter((quarter) => {
    const { added, ended, renamed } = categoryChanges(breakdown, quarter)
    return added.length + ended.length + renamed.length > 0
  })
}

function categoryChanges(breakdown: Breakdown, from: Quarter): CategoryChanges {
  const [before, after] = [breakdownIn(breakdown, from - 1).categories, breakdownIn(breakdown, from).categories]
  const without = (some: readonly Category[], others: readonly Category[]) =>
    some.filter(({ id }) => !others.some((other) => other.id === id))
  return {
    added: without(after, before),
    ended: without(before, after),
    renamed: after.flatMap(({ id, name }) => {
      const was = before.find((other) => other.id === id)?.name
      return was && (was.vi !== name.vi || was.en !== name.en) ? [{ was, is: name }] : []
    }),
  }
}

/** Quarters in which something begins to hold, or holds no more, in order. */
function turnsOf(rows: readonly { from: Quarter; to: Quarter | null }[]): Quarter[] {
  const turns = rows.flatMap(({ from, to }) => (to === null ? [from] : [from, to + 1]))
  return [...new Set(turns)].filter((quarter) => quarter > FIRST_QUARTER).sort((a, b) => a - b)
}

function isSplitBy(schemes: readonly Scheme[], { code }: Breakdown, quarter: Quarter): boolean {
  return schemesIn({ schemes }, quarter).some(({ breakdowns }) => breakdowns.includes(code))
}

function splitName(schemes: readonly Scheme[]): string {
  return schemes
    .map(({ kind, breakdowns }) => `${kind} ${breakdowns.join()}`)
    .sort()
    .join('; ')
}
