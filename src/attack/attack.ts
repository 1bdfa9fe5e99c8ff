import type { Solver } from '../suppression/lp.ts'
import { type MapChange, withFormerPlaces } from './maps.ts'
import { withNamesForCodes } from './read/forms/codes.ts'
import { withSameNames } from './read/names.ts'
import type { IssuedReport, LeftBeside, ToldChange } from './read/report.ts'
import { type AttackTarget, boundsOf, DoNotFit } from './working/bounds.ts'
import { remainderOf, type SmallDifference, smallDifferences } from './working/differences.ts'
import { factsOf, isSmallTo, type KnownCount, showsSmall } from './working/known-count.ts'
import { type System, systemOf } from './working/system.ts'

/** One thing that can be worked out and should not. `least` = `most`: exactly. */
export type AttackFinding =
  | { kind: 'shown'; fact: KnownCount }
  | { kind: 'hidden' | 'group'; facts: KnownCount[]; least: number; most: number; because: KnownCount[] }
  | ({ kind: 'rest' | 'change' } & SmallDifference)
  | { kind: 'beside'; report: number; beside: LeftBeside }
  | { kind: 'told-change'; report: number; change: ToldChange }

/** What readers of some reports can work out. */
export type Attack = {
  /** Who has them all; or the public, who has no others. */
  readers: 'all' | 'public'
  reports: IssuedReport[]
  /** Counts below it are small to them. */
  k: number
  findings: AttackFinding[]
  /** Hidden figures that were looked at. */
  hidden: number
  /** Indicators that show small counts and hide none: nobody is protected in them, and nothing was looked at. */
  open: string[]
  /** Indicators whose figures contradict each other as they are understood here. */
  unfit: string[]
}

/** Restricted reports hide 1 to 4 where they do not say (docs/disclosure.md). */
const USUAL_K = 5

/**
 * Everything that can be worked out from issued workbooks together: by those who have all of them, and by the public from
 * those that are public. Written apart from the code that decides what to hide, from what stands in the files alone.
 */
export function attackReports(
  given: readonly IssuedReport[],
  solver: Solver,
  mapChanges: readonly MapChange[] = [],
): Attack[] {
  const reports = withRules(withFormerPlaces(withSameNames(inOrder(withNamesForCodes(given))), mapChanges))
  const forPublic = reports.filter(({ audience }) => audience === 'public')
  const all = attackBy('all', reports, solver)
  return forPublic.length > 0 && forPublic.length < reports.length
    ? [all, attackBy('public', forPublic, solver)]
    : [all]
}

/** How values add up is said in some files alone, and is so of the same indicators in a table of a page or an IATI file. */
function withRules(reports: readonly IssuedReport[]): IssuedReport[] {
  const said = new Map(reports.toReversed().flatMap(({ rules }) => [...rules]))
  return reports.map((report) => ({ ...report, rules: said }))
}

/** The oldest first; those of one day as they were given. */
function inOrder(reports: readonly IssuedReport[]): IssuedReport[] {
  return [...reports].sort((a, b) => a.asAt.localeCompare(b.asAt))
}

function attackBy(readers: Attack['readers'], reports: IssuedReport[], solver: Solver): Attack {
  const k = Math.min(...reports.map(({ most }) => (most === null ? USUAL_K : most + 1)))
  const attack: Attack = { readers, reports, k, findings: [], hidden: 0, open: [], unfit: [] }
  const protectedFacts = new Map<string, KnownCount[]>()
  for (const [indicator, facts] of factsOf(reports)) {
    const hides = facts.some(({ shown }) => shown === null)
    if (hides || !showsSmall(facts, k)) protectedFacts.set(indicator, facts)
    else attack.open.push(indicator)
    if (hides) {
      // A cell may tell of one count under several dates.
      const inTheClear = new Map(
        facts.filter(({ shown }) => isSmallTo(shown, k)).map((fact) => [`${fact.report} ${fact.at}`, fact]),
      )
      attack.findings.push(...Array.from(inTheClear.values(), (fact) => ({ kind: 'shown' as const, fact })))
    }
  }
  for (const [nth, { beside, changes }] of reports.entries()) {
    attack.findings.push(...beside.map((one) => ({ kind: 'beside' as const, report: nth, beside: one })))
    for (const change of changes)
      if (protectedFacts.has(change.indicator) && Math.abs(change.difference) < k && change.difference !== 0)
        attack.findings.push({ kind: 'told-change', report: nth, change })
  }
  for (const related of togetherBy(reports, protectedFacts)) {
    const system = systemOf(related, reports)
    const differences = smallDifferences(system, k)
    attack.findings.push(...differences)
    const targets = targetsOf(system, differences)
    attack.hidden += targets.hidden
    try {
      for (const { target, least, most, because } of boundsOf(system, targets.list, k, solver))
        attack.findings.push({
          kind: target.facts.length > 0 ? 'hidden' : 'group',
          facts: [...target.facts],
          least,
          most,
          because,
        })
    } catch (error) {
      if (!(error instanceof DoNotFit)) throw error
      attack.unfit.push(...related.keys())
    }
  }
  return attack
}

/** Indicators that hang together by relations, each with its counts. */
function togetherBy(
  reports: readonly IssuedReport[],
  facts: ReadonlyMap<string, KnownCount[]>,
): Map<string, KnownCount[]>[] {
  const groups = new Map([...facts].map(([code, own]) => [code, new Map([[code, own]])]))
  for (const { indicator, counted } of reports.flatMap(({ relations }) => relations)) {
    const [one, other] = [groups.get(indicator), groups.get(counted)]
    if (!one || !other || one === other) continue
    for (const [code, own] of other) {
      one.set(code, own)
      groups.set(code, one)
    }
  }
  return [...new Set(groups.values())]
}

/** Every hidden figure, and every count that no figure tells apart and that no other finding has told. */
function targetsOf(system: System, told: readonly SmallDifference[]): { list: AttackTarget[]; hidden: number } {
  const byColumns = new Map<string, { columns: readonly number[]; facts: KnownCount[] }>()
  const known = new Set(told.map((one) => remainderOf(one, system)))
  for (const fact of system.facts) {
    const columns = [...system.columnsOf(fact)].sort((a, b) => a - b)
    const same = byColumns.get(String(columns))
    if (fact.shown !== null) known.add(String(columns))
    else if (same) same.facts.push(fact)
    else byColumns.set(String(columns), { columns, facts: [fact] })
  }
  const hidden = byColumns.size
  for (let column = 0; column < system.columns; column++)
    if (!byColumns.has(String(column)) && !known.has(String(column)))
      byColumns.set(String(column), { columns: [column], facts: [] })
  const list = [...byColumns.values()].map((one) => ({ ...one, weights: one.columns.map(() => 1) }))
  return { list, hidden }
}
