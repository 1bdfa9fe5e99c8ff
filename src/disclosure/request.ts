import type { DefinedIndicator, Indicator } from '../indicators/indicator.ts'
import type { CountedPart } from '../indicators/measure.ts'
import type { BaseRelation } from '../indicators/relations/relation.ts'
import { isSmall, type SuppressionCell, type SuppressionProblem } from '../suppression/problem.ts'
import type { FigureTable, TableCell } from '../targets/figure-table.ts'
import { type ApprovedValue, atomsBehind } from './atoms.ts'
import { countedParts, partId } from './counted-parts.ts'
import type { EarlierFigure } from './earlier/ledger.ts'
import { totalsBefore } from './earlier/totals-before.ts'
import { restatedPairs } from './earlier/versions.ts'
import { type CountedAtom, sameTotals } from './same-totals.ts'
import { untrueRelationNames } from './untrue-relation.ts'

/** Everything one release would show, and everything earlier ones have shown. */
export type ProtectionRequest = {
  tables: readonly FigureTable[]
  /** By id of the table's cell. */
  behind: ReadonlyMap<string, readonly ApprovedValue[]>
  /** By code. */
  indicators: ReadonlyMap<string, Pick<DefinedIndicator, 'schemes'>>
  /** Between indicators, as everybody knows them. */
  relations?: readonly BaseRelation[]
  threshold: number
  earlier?: readonly EarlierFigure[]
  /** True counts of the atoms earlier releases were made of. */
  earlierCounts?: ReadonlyMap<string, number>
  /** Ids suppressed in the release before. */
  suppressedBefore?: readonly string[]
}

/** Why a request can't be protected yet; the sentences are in the language files. */
export type RequestRefusal = 'does-not-add-up' | 'not-whole' | 'more-than-all' | 'not-known' | 'relation-untrue'

export class CannotProtect extends Error {
  constructor(
    readonly code: RequestRefusal,
    readonly about: string,
  ) {
    super(`${code}: ${about}`)
  }
}

/**
 * The whole request as one system of sums over atoms, for the solver. A cell of it is one counted part of a figure.
 * @throws CannotProtect when a figure is not the sum of the whole counts behind it, or when indicators are not related as everybody
 * takes them to be: what isn't understood isn't released.
 */
export function problemOf(request: ProtectionRequest): SuppressionProblem {
  const atoms = new Map<string, number>()
  for (const name of (request.earlier ?? []).flatMap(({ sum }) => sum)) atoms.set(name, countBefore(request, name))
  const present = new Map<string, CountedAtom>()
  const cells = new Map<string, SuppressionCell>()
  for (const { indicator, cells: rows } of request.tables)
    for (const cell of rows.flat())
      for (const [part, count] of countedParts(cell, indicator)) {
        const id = partId(cell.id, part)
        if (cells.has(id)) continue
        const sum = sumOf(request, cell, indicator, part)
        if (total(sum.values()) !== count) throw new CannotProtect('does-not-add-up', id)
        for (const [name, one] of sum) {
          atoms.set(name, one)
          present.set(name, { code: indicator.code, count: one })
        }
        cells.set(id, { id, sum: [...sum.keys()] })
      }
  const restated = restatedPairs(atoms.keys())
  const earlier = (request.earlier ?? []).map(({ sum, shown, figureId }) =>
    shown !== null && cells.has(figureId) ? { sum, shown, of: figureId } : { sum, shown },
  )
  for (const cell of smallEarlier(request, atoms)) cells.set(cell.id, cell)
  const { sameTotal, remainders, untrue } = sameTotals(request.indicators, present, request.relations)
  if (untrue.length > 0) throw new CannotProtect('relation-untrue', untrueRelationNames(untrue))
  const before = totalsBefore(
    request.indicators,
    request.earlier ?? [],
    (name) => atoms.get(name)!,
    request.relations ?? [],
    sameTotal,
  )
  for (const [name, count] of [...remainders, ...before.remainders]) atoms.set(name, count)
  return {
    threshold: request.threshold,
    atoms: Object.fromEntries(atoms),
    cells: [...cells.values()],
    earlier,
    restated,
    sameTotal: [...sameTotal, ...before.sameTotal],
    equal: before.equal,
    suppressedBefore: request.suppressedBefore ?? [],
  }
}

function countBefore({ earlierCounts }: ProtectionRequest, name: string): number {
  const count = earlierCounts?.get(name)
  if (count === undefined) throw new CannotProtect('not-known', name)
  return count
}

/**
 * Small counts that earlier releases hid are cells of this problem too, suppressed as they were: so it is found out, and
 * can be said, when a new release gives more of them away.
 */
function smallEarlier(
  { earlier = [], threshold }: ProtectionRequest,
  atoms: ReadonlyMap<string, number>,
): SuppressionCell[] {
  return earlier
    .filter(({ sum, small }) => small && isSmall(total(sum.map((name) => atoms.get(name)!)), threshold))
    .map(({ id, sum }) => ({ id, sum, past: true }))
}

/** Counts of the atoms of one part of a figure, by name. */
function sumOf(
  { behind }: ProtectionRequest,
  cell: TableCell,
  indicator: Indicator,
  part: CountedPart,
): Map<string, number> {
  const values = behind.get(cell.id)
  if (!values) throw new CannotProtect('not-known', cell.id)
  return new Map(
    atomsBehind(values, indicator, part).map(([name, count]) => {
      if (count < 0) throw new CannotProtect('more-than-all', cell.id)
      if (!Number.isSafeInteger(count)) throw new CannotProtect('not-whole', cell.id)
      return [name, count]
    }),
  )
}

function total(counts: Iterable<number>): number {
  let sum = 0
  for (const count of counts) sum += count
  return sum
}
