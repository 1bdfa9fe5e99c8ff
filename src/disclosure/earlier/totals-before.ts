import type { BaseRelation } from '../../indicators/relations/relation.ts'
import type { EqualLists } from '../../suppression/problem.ts'
import { parseAtom } from '../atoms.ts'
import { type CountedAtom, type Schemes, sameTotals } from '../same-totals.ts'
import { type EarlierFigure, parseEarlierId } from './ledger.ts'

/** What is known of totals, as a problem of suppression has it, and the counts of atoms that nobody is shown. */
export type KnownTotals = { sameTotal: string[][][]; equal: EqualLists[]; remainders: Map<string, number> }

/**
 * What everybody knew of totals when earlier releases were made: breakdowns and relations held for the values of then as they do for those
 * of now. Where a value was restated since, on one side or both, the versions that stood together then still came to the same. What was
 * not so then is nothing that anybody could reckon with.
 * @param present what is known of the values of this release: an atom stands in one total, so what is known beside it are pairs
 */
export function totalsBefore(
  indicators: Schemes,
  earlier: readonly EarlierFigure[],
  countOf: (name: string) => number,
  relations: readonly BaseRelation[],
  present: readonly string[][][],
): KnownTotals {
  const known: KnownTotals = { sameTotal: [], equal: [], remainders: new Map() }
  const taken = new Set(present.flat(2))
  const seen = new Set(present.flatMap((lists) => lists.slice(1).map((list) => keyOf(lists[0]!, list))))
  for (const [releaseId, atoms] of atomsByRelease(earlier, countOf)) {
    const { sameTotal, remainders } = sameTotals(indicators, atoms, relations)
    for (const [whole, ...others] of sameTotal) {
      const fresh = others.filter((list) => !seen.has(keyOf(whole!, list)))
      for (const list of fresh) seen.add(keyOf(whole!, list))
      const lists = [whole!, ...fresh.map((list) => list.map((name) => ownName(name, releaseId)))]
      if (fresh.length === 0) continue
      for (const name of fresh.flat()) {
        const count = remainders.get(name)
        if (count !== undefined) known.remainders.set(ownName(name, releaseId), count)
      }
      if (lists.flat().some((name) => taken.has(name)))
        known.equal.push(...lists.slice(1).map((list): EqualLists => [whole!, list]))
      else {
        known.sameTotal.push(lists)
        for (const name of lists.flat()) taken.add(name)
      }
    }
  }
  return known
}

/** What is left of a total beside a category is another number in each version of the two. */
function ownName(name: string, releaseId: number): string {
  return parseAtom(name) ? name : `${name}|${releaseId}`
}

function keyOf(whole: readonly string[], list: readonly string[]): string {
  return JSON.stringify([[...whole].sort(), [...list].sort()])
}

/** What each release was made of, the newest first, by its id: of two versions of a value, one of them held, the later one. */
function atomsByRelease(
  earlier: readonly EarlierFigure[],
  countOf: (name: string) => number,
): [releaseId: number, atoms: Map<string, CountedAtom>][] {
  const releases = new Map<number, Map<string, { name: string; code: string; approvedFrom: number }>>()
  for (const { id, figureId, sum } of earlier) {
    const releaseId = parseEarlierId(id)?.releaseId
    if (releaseId === undefined) continue
    const newest = releases.get(releaseId) ?? new Map()
    releases.set(releaseId, newest)
    const code = figureId.slice(0, figureId.indexOf('|'))
    for (const name of sum) {
      const atom = parseAtom(name)
      if (!atom) continue
      const { approvedFrom, ...value } = atom
      const key = Object.values(value).join('|')
      if ((newest.get(key)?.approvedFrom ?? -1) < approvedFrom) newest.set(key, { name, code, approvedFrom })
    }
  }
  return [...releases]
    .sort(([a], [b]) => b - a)
    .map(([releaseId, newest]) => [
      releaseId,
      new Map([...newest.values()].map(({ name, code }) => [name, { code, count: countOf(name) }])),
    ])
}
