import type { Quarter } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import type { AuditListed, AuditRow } from './ground.ts'

/*
 * Which values belong to a figure, told a second time: all that are no extra breakdown's, or those of one category.
 */

/** What of the values of an indicator goes into a figure. */
export type AuditPart = {
  holds: (row: Pick<AuditRow, 'cell' | 'quarter'>) => boolean
  /** Whether a reporter that gave no value of it, but others, gave nothing: then it is missing. */
  besidesOthers: boolean
  /** Quarters in which it is there to be asked for. */
  isThere: (quarter: Quarter) => boolean
  /** Whether it is asked for in some quarter of a span. */
  isAsked: (span: Span) => boolean
  /** Whether, among quarters and from the quarter before, it is there in some and not, or otherwise, in others. */
  turns: (span: Span, due: readonly Quarter[]) => boolean
}

/** The undivided figure. Cells of an extra breakdown say the total again. */
export function wholeAgain({ schemes }: DefinedIndicator): AuditPart {
  const isExtra = ({ cell, quarter }: Pick<AuditRow, 'cell' | 'quarter'>) =>
    schemesAt(schemes, quarter).some((one) => one.kind !== 'primary' && isTypedIn(one, cell))
  return {
    holds: (row) => !isExtra(row),
    besidesOthers: false,
    isThere: () => true,
    isAsked: () => true,
    turns: () => false,
  }
}

/** One category: values typed in the crossed breakdown that has its list or, where that has it not, in the extra one. */
export function categoryAgain(
  { schemes }: DefinedIndicator,
  { breakdown, category }: { breakdown: string; category: string },
  lists: readonly AuditListed[],
): AuditPart {
  const answering = (quarter: Quarter) => {
    const able = schemesAt(schemes, quarter).filter((one) => one.breakdowns.includes(breakdown))
    const crossed = able.filter((one) => one.kind === 'primary')
    return crossed.length > 0 ? crossed : able.slice(0, 1)
  }
  const listedIn = (quarter: Quarter) =>
    lists
      .filter((one) => one.breakdown === breakdown && one.from <= quarter && (one.to === null || one.to >= quarter))
      .map((one) => one.category)
      .sort()
  const isThere = (quarter: Quarter) => listedIn(quarter).includes(category)
  // Not there, there to be added, or of which several may hold the same person.
  const sense = (quarter: Quarter) => {
    const [scheme] = answering(quarter)
    return scheme && scheme.kind === 'multiple'
  }
  return {
    holds: ({ cell, quarter }) =>
      cell.split('|').includes(`${breakdown}=${category}`) && answering(quarter).some((one) => isTypedIn(one, cell)),
    besidesOthers: true,
    isThere,
    isAsked: (span) => eachQuarterIn(span).some((quarter) => isThere(quarter) && answering(quarter).length > 0),
    turns: (span, due) => {
      const compared = schemesAt(schemes, span.from - 1).length > 0 ? [span.from - 1, ...due] : [...due]
      if (new Set(compared.map(sense)).size > 1) return true
      const between = compared.length === 0 ? [] : eachQuarterIn({ from: compared[0]!, to: compared.at(-1)! })
      return new Set(between.map((quarter) => listedIn(quarter).join())).size > 1
    },
  }
}

export function eachQuarterIn({ from, to }: Span): Quarter[] {
  const quarters: Quarter[] = []
  for (let quarter = from; quarter <= to; quarter++) quarters.push(quarter)
  return quarters
}

type DefinedScheme = DefinedIndicator['schemes'][number]

function schemesAt(schemes: readonly DefinedScheme[], quarter: Quarter): DefinedScheme[] {
  return schemes.filter((one) => one.from <= quarter && (one.to ?? quarter) >= quarter)
}

function isTypedIn(scheme: DefinedScheme, cell: string): boolean {
  // The names of combinations have their breakdowns in alphabetical order; that of the undivided value has none.
  const breakdowns = cell.split('|').map((part) => part.split('=')[0]!)
  return [...scheme.breakdowns].sort().join() === breakdowns.join()
}
