import { schemesIn } from '../indicators/breakdown.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import type { SchemeKind } from '../vocabulary/indicator.ts'
import { parseAtom } from './atoms.ts'

/** The count of an atom and the code of its indicator. */
export type CountedAtom = { code: string; count: number }

type Schemes = ReadonlyMap<string, Pick<DefinedIndicator, 'schemes'>>

/** The atoms of one scheme in one value; of a multiple breakdown those of one category. */
type AtomList = { kind: SchemeKind; names: string[]; total: number }

/**
 * What everybody knows of breakdowns: the categories of a partition add up to the same total as the primary ones, and
 * no category of a multiple breakdown is larger than the total.
 * @param atoms by name
 * @returns `remainders`: counts, by name, of atoms that nobody is shown: what is left of a total beside such a category
 */
export function sameTotals(
  indicators: Schemes,
  atoms: ReadonlyMap<string, CountedAtom>,
): { sameTotal: string[][][]; remainders: Map<string, number> } {
  const sameTotal: string[][][] = []
  const remainders = new Map<string, number>()
  for (const [value, lists] of listsByValue(indicators, atoms)) {
    const whole = [...lists.values()].find((list) => list.kind === 'primary')
    if (!whole) continue
    const equal: string[][] = [whole.names]
    for (const [key, { kind, names, total }] of lists) {
      if (kind === 'partition' && total === whole.total) equal.push(names)
      if (kind !== 'multiple' || total > whole.total) continue
      const remainder = `rest|${value}|${key}`
      remainders.set(remainder, whole.total - total)
      equal.push([...names, remainder])
    }
    if (equal.length > 1) sameTotal.push(equal)
  }
  return { sameTotal, remainders }
}

/** The lists of each value: what one reporter said of one indicator in one quarter, whatever its version. */
function listsByValue(
  indicators: Schemes,
  atoms: ReadonlyMap<string, CountedAtom>,
): Map<string, Map<string, AtomList>> {
  const byValue = new Map<string, Map<string, AtomList>>()
  for (const [name, { code, count }] of atoms) {
    const { cell, approvedFrom: _, ...rest } = parseAtom(name)!
    const scheme = schemeOf(indicators.get(code), rest.quarter, cell)
    if (!scheme) continue
    const value = Object.values(rest).join('|')
    const lists = byValue.get(value) ?? new Map<string, AtomList>()
    byValue.set(value, lists)
    const key = scheme.kind === 'multiple' ? `${scheme.key}#${cell}` : scheme.key
    const { names, total } = lists.get(key) ?? { names: [], total: 0 }
    lists.set(key, { kind: scheme.kind, names: [...names, name], total: total + count })
  }
  return byValue
}

/** Which scheme a cell belongs to; the undivided total stands for the primary one. */
function schemeOf(
  indicator: Pick<DefinedIndicator, 'schemes'> | undefined,
  quarter: number,
  cell: string,
): { key: string; kind: SchemeKind } | null {
  if (cell === '') return { key: '', kind: 'primary' }
  const breakdowns = keyOf(cell.split('|').map((pair) => pair.split('=')[0]!))
  const found = indicator && schemesIn(indicator, quarter).find((one) => keyOf(one.breakdowns) === breakdowns)
  if (!found) return null
  return { key: found.kind === 'primary' ? '' : breakdowns, kind: found.kind }
}

function keyOf(breakdowns: readonly string[]): string {
  return [...breakdowns].sort().join('|')
}
