import { categoriesOf } from '../indicators/breakdown.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import {
  type BaseRelation,
  earliestFirst,
  type ReportedQuarter,
  reporterName,
  schemeOf,
} from '../indicators/relations/relation.ts'
import type { SchemeKind } from '../vocabulary/indicator.ts'
import { parseAtom } from './atoms.ts'
import type { UntrueRelation } from './untrue-relation.ts'

/** The count of an atom and the code of its indicator. */
export type CountedAtom = { code: string; count: number }

export type Schemes = ReadonlyMap<string, Pick<DefinedIndicator, 'schemes'>>

/** The atoms of one scheme in one value; of a multiple breakdown those of one category. */
type AtomList = { kind: SchemeKind; names: string[]; total: number }

/**
 * What everybody knows of breakdowns: the categories of a partition add up to the same total as the primary ones, and
 * no category of a multiple breakdown is larger than the total. And of relations: the two sides of a ratio, or n of a mean, add
 * up to what the related indicator counts of the same reporter and quarter, where they do.
 * @param atoms by name
 * @returns `remainders`: counts, by name, of atoms that nobody is shown: what is left of a total beside such a category; `untrue`:
 * relations that do not hold of these values. Whoever believes them works out what is not so, and what is so is protected from nobody
 */
export function sameTotals(
  indicators: Schemes,
  atoms: ReadonlyMap<string, CountedAtom>,
  relations: readonly BaseRelation[] = [],
): { sameTotal: string[][][]; remainders: Map<string, number>; untrue: UntrueRelation[] } {
  const sameTotal: string[][][] = []
  const remainders = new Map<string, number>()
  const values = listsByValue(indicators, atoms)
  const { bases, untrue } = basesOf(values, relations)
  for (const [value, { lists }] of values) {
    const whole = wholeOf(lists)
    if (!whole) continue
    const equal: string[][] = [whole.names]
    equal.push(...(bases.get(value) ?? []))
    for (const [key, { kind, names, total }] of lists) {
      if (kind === 'partition' && total === whole.total) equal.push(names)
      if (kind !== 'multiple' || total > whole.total) continue
      const remainder = `rest|${value}|${key}`
      remainders.set(remainder, whole.total - total)
      equal.push([...names, remainder])
    }
    if (equal.length > 1) sameTotal.push(equal)
  }
  return { sameTotal, remainders, untrue }
}

/** What one reporter said of one part of an indicator in one quarter, whatever its version: its atoms, scheme by scheme. */
type ReportedValue = { code: string; report: ReportedQuarter; lists: Map<string, AtomList> }

function listsByValue(indicators: Schemes, atoms: ReadonlyMap<string, CountedAtom>): Map<string, ReportedValue> {
  const byValue = new Map<string, ReportedValue>()
  for (const [name, { code, count }] of atoms) {
    const { cell, approvedFrom: _, ...rest } = parseAtom(name)!
    const scheme = schemeOfCell(indicators.get(code), rest.quarter, cell)
    if (!scheme) continue
    const value = Object.values(rest).join('|')
    const { placeId, partnerId, quarter } = rest
    const known = byValue.get(value) ?? { code, report: { partnerId, placeId, quarter }, lists: new Map() }
    byValue.set(value, known)
    const key = scheme.kind === 'multiple' ? `${scheme.key}#${cell}` : scheme.key
    const { names, total } = known.lists.get(key) ?? { names: [], total: 0 }
    known.lists.set(key, { kind: scheme.kind, names: [...names, name], total: total + count })
  }
  return byValue
}

function wholeOf(lists: ReadonlyMap<string, AtomList>): AtomList | undefined {
  return [...lists.values()].find((list) => list.kind === 'primary')
}

/**
 * What is related to a value, by its name: all that stands under the values of the other indicator, of the same reporter and
 * quarter, where it comes to the same. One that is divided in several ways is left out: its atoms have totals of their own.
 */
function basesOf(
  values: ReadonlyMap<string, ReportedValue>,
  relations: readonly BaseRelation[],
): { bases: Map<string, string[][]>; untrue: UntrueRelation[] } {
  const bases = new Map<string, string[][]>()
  const untrue: UntrueRelation[] = []
  const all = [...values]
  for (const { indicator, counted } of relations) {
    const under = new Map<string, Pick<AtomList, 'names' | 'total'>>()
    for (const [, { code, report, lists }] of all) {
      const whole = wholeOf(lists)
      if (code !== indicator || !whole || lists.size > 1) continue
      const { names, total } = under.get(reporterName(report)) ?? { names: [], total: 0 }
      under.set(reporterName(report), { names: [...names, ...whole.names], total: total + whole.total })
    }
    const reports: ReportedQuarter[] = []
    for (const [name, { code, report, lists }] of all) {
      const base = code === counted ? under.get(reporterName(report)) : undefined
      const whole = wholeOf(lists)
      if (!base || !whole) continue
      if (base.total === whole.total) bases.set(name, [...(bases.get(name) ?? []), base.names])
      else reports.push(report)
    }
    if (reports.length > 0) untrue.push({ indicator, counted, reports: reports.sort(earliestFirst) })
  }
  return { bases, untrue }
}

/** Which scheme a cell belongs to; the undivided total stands for the primary one. */
function schemeOfCell(
  indicator: Pick<DefinedIndicator, 'schemes'> | undefined,
  quarter: number,
  cell: string,
): { key: string; kind: SchemeKind } | null {
  if (cell === '') return { key: '', kind: 'primary' }
  const categories = categoriesOf(cell)
  const found = indicator && schemeOf(indicator, quarter, categories)
  if (!found) return null
  return { key: found.kind === 'primary' ? '' : Object.keys(categories).sort().join('|'), kind: found.kind }
}
