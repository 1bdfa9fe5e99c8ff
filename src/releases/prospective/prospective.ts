import type { PublishableTable, ShownFigure } from '../../disclosure/publishable.ts'
import { withheldFigure } from '../../figures/figure.ts'
import type { FigureMask, LookedAt } from '../../figures/mask/masked-answer.ts'
import { PROJECT } from '../../figures/question.ts'
import { UNSPLIT } from '../../figures/split.ts'
import type { RagThresholds } from '../../settings/setting.ts'
import { spanKey } from '../content/layout.ts'
import type { Failure, Release } from '../release.ts'

/** The report that a donor would get if one were made in its usual way: protected as any other, and not issued. */
export type ProspectiveReport = {
  /** What a form that nobody changes would make; it is not stored, and has no number. */
  release: Pick<Release, 'donorCode' | 'audience' | 'threshold' | 'from' | 'to' | 'layout' | 'asAt'>
  /** What was issued before it, oldest first: its readers may have seen any of it. */
  earlier: readonly { id: number; title: string }[]
  workedOutAt: number
  /** Figures in it, and how many of them are hidden. */
  figures: number
  hidden: number
  rag: RagThresholds
  /** First month of fiscal years. */
  fiscalStart: number
  /** Codes of indicators whose baseline is hidden. */
  secretBaselines: readonly string[]
  /** By `placeIn`: what its readers are shown of each figure. */
  shown: ReadonlyMap<string, ShownFigure>
}

/** What is known of it: the report, how far it is, or why it could not be protected; `again`: the instant from which it is tried again. */
export type Prospect =
  | { report: ProspectiveReport }
  | { progress: { done: number; of: number } }
  | { failure: Failure; again?: number }

/** What its tables show, each figure once. Where one figure stands in several tables, and one of them hides it, it is hidden. */
export function shownFigures(tables: readonly PublishableTable[]): Map<string, ShownFigure> {
  const found = new Map<string, ShownFigure>()
  for (const { rows, rowsAre, cells } of tables) {
    const by = rowsAre === 'categories' ? breakdownOf(rows.map(({ key }) => key)) : null
    for (const { ref, shown } of cells.flat()) {
      const place = placeIn({ ...ref, by })
      if (found.get(place)?.kind !== 'confidential') found.set(place, shown)
    }
  }
  return found
}

/** What could not be split has a place in each breakdown: the others of its table say which. */
function breakdownOf(keys: readonly string[]): string | null {
  return keys.find((key) => key !== UNSPLIT)?.split('=')[0] ?? null
}

/** Where a figure stands in a report: the name that its ledger has for it, and in which breakdown. `span`: quarters, as `spanKey` has them. */
function placeIn(at: { indicator: string; group: string; span: string; cell: string; by: string | null }): string {
  return [at.indicator, at.group, at.span, at.cell, at.cell === '' ? '' : (at.by ?? '')].join('|')
}

/**
 * How the readers of a report would see figures: as they stand in it, hidden where it hides them; what it does not hold is outside. That
 * nothing was due is no secret.
 * @param asAt of what is looked at, as questions have it: absent = now
 */
export function maskOf({ shown }: Pick<ProspectiveReport, 'shown'>, asAt: number | undefined): FigureMask['see'] {
  return (figure, lookedAt) => {
    if (figure.state === 'not due') return figure
    const place = lookedAt.question.asAt === asAt ? placeOf(lookedAt) : null
    const found = place === null ? undefined : shown.get(place)
    if (found?.kind === 'figure') return found.figure
    return withheldFigure(figure, found ? 'confidential' : 'outside')
  }
}

/** Null of what no report holds: figures not approved yet, on another map, of several areas or of a partner in an area, of some categories. */
function placeOf({ indicator, group, span, cell, question }: LookedAt): string | null {
  const { by = [], only = {}, basis = 'approved', map = 'as-reported' } = question
  if (basis !== 'approved' || map !== 'as-reported' || by.length > 1 || Object.keys(only).length > 0) return null
  const name = groupName(group)
  return name === null ? null : placeIn({ indicator, group: name, span: spanKey(span), cell, by: by[0] ?? null })
}

function groupName({ places, partner }: LookedAt['group']): string | null {
  if (places === '*') return partner ?? PROJECT
  return places.length === 1 && partner === undefined ? places[0]! : null
}
