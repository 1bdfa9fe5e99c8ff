import { schemesIn } from '../indicators/breakdown.ts'
import type { DefinedIndicator, Indicator } from '../indicators/indicator.ts'
import { type CountedPart, traitsOf } from '../indicators/measure.ts'
import type { Figure, Question } from '../suppression/problem.ts'
import { isSmall } from '../suppression/problem.ts'
import type { FigureTable, TableCell } from '../targets/figure-table.ts'
import type { SchemeKind } from '../vocabulary/indicator.ts'
import { type AtomPart, atomName, type EarlierFigure, parseAtom } from './ledger.ts'

/** One approved value behind a figure: what atoms are made of. */
export type Contribution = {
  placeId: number
  partnerId: number
  quarter: number
  approvedFrom: number
  /** Key of the cell; '' is the undivided total. */
  cell: string
  value: number
  /** Denominator or n. */
  base: number | null
}

/** Everything one release would show, and everything earlier ones have shown. */
export type Outlet = {
  tables: readonly FigureTable[]
  /** By id of the table's cell. */
  behind: ReadonlyMap<string, readonly Contribution[]>
  /** By code. */
  indicators: ReadonlyMap<string, Pick<DefinedIndicator, 'schemes'>>
  threshold: number
  earlier?: readonly EarlierFigure[]
  /** True counts of the atoms earlier releases were made of. */
  earlierCounts?: ReadonlyMap<string, number>
  /** Ids hidden in the release before. */
  keep?: readonly string[]
}

/** Why an outlet can't be protected yet; the sentences are in the language files. */
export const SYSTEM_REFUSALS = ['does-not-add-up', 'not-whole', 'more-than-all', 'not-known'] as const
export type SystemRefusal = (typeof SYSTEM_REFUSALS)[number]

export class CannotProtect extends Error {
  constructor(
    readonly code: SystemRefusal,
    readonly about: string,
  ) {
    super(`${code}: ${about}`)
  }
}

export function partId(cellId: string, part: CountedPart): string {
  return `${cellId}|${part}`
}

/** The parts of a cell that count persons or cases, with their counts; empty when there is nothing to protect. */
export function partsOf(
  { figure }: Pick<TableCell, 'figure'>,
  indicator: Pick<Indicator, 'measure' | 'sensitivity'>,
): [CountedPart, number][] {
  if (indicator.sensitivity === 0) return []
  const { value, numerator, denominator, n } = figure
  const counts: Record<CountedPart, number | undefined> = {
    amount: value ?? undefined,
    numerator,
    complement: numerator === undefined || denominator === undefined ? undefined : denominator - numerator,
    denominator,
    n,
  }
  return traitsOf(indicator).counted.flatMap((part): [CountedPart, number][] => {
    const count = counts[part]
    return count === undefined ? [] : [[part, count]]
  })
}

/**
 * The whole outlet as one system of sums over atoms: the question that `protect` answers.
 * @throws CannotProtect when a figure is not the sum of the whole counts behind it: what isn't understood isn't released.
 */
export function systemOf(outlet: Outlet): Question {
  const atoms = new Map<string, number>(outlet.earlierCounts ?? [])
  const present = new Map<string, { code: string; count: number }>()
  const figures = new Map<string, Figure>()
  for (const { indicator, cells } of outlet.tables)
    for (const cell of cells.flat())
      for (const [part, count] of partsOf(cell, indicator)) {
        const id = partId(cell.id, part)
        if (figures.has(id)) continue
        const sum = sumOf(outlet, cell, indicator, part)
        if ([...sum.values()].reduce((total, one) => total + one, 0) !== count)
          throw new CannotProtect('does-not-add-up', id)
        for (const [name, one] of sum) {
          atoms.set(name, one)
          present.set(name, { code: indicator.code, count: one })
        }
        figures.set(id, { id, sum: [...sum.keys()] })
      }
  for (const figure of hiddenBefore(outlet, atoms)) figures.set(figure.id, figure)
  const { sameTotal, slack } = sameTotals(outlet, present)
  for (const [name, count] of slack) atoms.set(name, count)
  return {
    threshold: outlet.threshold,
    atoms: Object.fromEntries(atoms),
    figures: [...figures.values()],
    earlier: (outlet.earlier ?? []).map(({ sum, shown }) => ({ sum, shown })),
    sameTotal,
    keep: outlet.keep ?? [],
  }
}

/**
 * Small counts that earlier releases hid are figures of this question too, hidden as they were: so it is found out, and
 * can be said, when a new release gives more of them away.
 */
function hiddenBefore({ earlier = [], threshold }: Outlet, atoms: ReadonlyMap<string, number>): Figure[] {
  return earlier
    .filter(
      ({ sum, small }) =>
        small &&
        isSmall(
          sum.reduce((total, name) => total + atoms.get(name)!, 0),
          threshold,
        ),
    )
    .map(({ id, sum }) => ({ id, sum }))
}

function sumOf(outlet: Outlet, cell: TableCell, indicator: Indicator, part: CountedPart): Map<string, number> {
  const behind = outlet.behind.get(cell.id)
  if (!behind) throw new CannotProtect('not-known', cell.id)
  const sum = new Map<string, number>()
  const wanted: AtomPart[] = part === 'denominator' ? ['numerator', 'complement'] : [part]
  for (const one of behind)
    for (const atomPart of wanted) {
      const count = countIn(one, atomPart)
      if (count < 0) throw new CannotProtect('more-than-all', cell.id)
      if (!Number.isSafeInteger(count)) throw new CannotProtect('not-whole', cell.id)
      sum.set(atomName({ ...one, indicatorId: indicator.id, part: atomPart }), count)
    }
  return sum
}

/** What a stored value counts, by part. */
export function countIn({ value, base }: Pick<Contribution, 'value' | 'base'>, part: AtomPart): number {
  switch (part) {
    case 'amount':
    case 'numerator':
      return value
    case 'complement':
      return (base ?? 0) - value
    case 'n':
      return base ?? 0
  }
}

type Names = { names: string[]; total: number }

/**
 * What everybody knows of breakdowns: the categories of a partition add up to the same total as the primary ones, and
 * no category of a multiple breakdown is larger than the total (what is left of the total is an atom nobody is shown).
 */
function sameTotals(outlet: Outlet, present: ReadonlyMap<string, { code: string; count: number }>) {
  const groups = new Map<string, Map<string, Names & { kind: SchemeKind }>>()
  for (const [name, { code, count }] of present) {
    const { cell, approvedFrom, ...rest } = parseAtom(name)!
    const group = [...Object.values(rest)].join('|')
    const scheme = schemeOf(outlet, code, rest.quarter, cell)
    if (!scheme) continue
    const lists = groups.get(group) ?? new Map<string, Names & { kind: SchemeKind }>()
    groups.set(group, lists)
    const key = scheme.kind === 'multiple' ? `${scheme.key}#${cell}` : scheme.key
    const list = lists.get(key) ?? { names: [], total: 0, kind: scheme.kind }
    lists.set(key, { ...list, names: [...list.names, name], total: list.total + count })
  }
  const sameTotal: string[][][] = []
  const slack = new Map<string, number>()
  for (const [group, lists] of groups) {
    const whole = [...lists.values()].find((list) => list.kind === 'primary')
    if (!whole || lists.size < 2) continue
    const equal: string[][] = [whole.names]
    for (const [key, { kind, names, total }] of lists) {
      if (kind === 'partition' && total === whole.total) equal.push(names)
      if (kind !== 'multiple' || total > whole.total) continue
      const rest = `rest|${group}|${key}`
      slack.set(rest, whole.total - total)
      equal.push([...names, rest])
    }
    if (equal.length > 1) sameTotal.push(equal)
  }
  return { sameTotal, slack }
}

/** Which scheme a cell belongs to; the undivided total stands for the primary one. */
function schemeOf(
  outlet: Outlet,
  code: string,
  quarter: number,
  cell: string,
): { key: string; kind: SchemeKind } | null {
  if (cell === '') return { key: '', kind: 'primary' }
  const breakdowns = cell
    .split('|')
    .map((pair) => pair.split('=')[0]!)
    .sort()
    .join('|')
  const indicator = outlet.indicators.get(code)
  const found =
    indicator && schemesIn(indicator, quarter).find((one) => [...one.breakdowns].sort().join('|') === breakdowns)
  if (!found) return null
  return { key: found.kind === 'primary' ? '' : breakdowns, kind: found.kind }
}
