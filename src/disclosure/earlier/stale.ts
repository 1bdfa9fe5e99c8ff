import { parseAtom } from '../atoms.ts'

/** The atoms that a figure was made of when it was shown, and is made of now, by their names. */
export type BeforeAndNow = { before: readonly string[]; now: readonly string[] }

/** Of so many reports one may say something else than when a number was shown; and one of fewer, but not of fewer than four. */
const REPORTS_TO_ONE_CHANGED = 10
const FEWEST_REPORTS = 4

/**
 * Whether too much has come in since a number was shown for it to stand any longer: more than one in ten of the reports that it is
 * made of now, or more than one of fewer than twenty, are late ones or were corrected, or any of fewer than four, where one may be most of the
 * number. A number that covers another one may change by more than k, and by how much must not decide, since what is held and what is
 * hidden would tell. Which reports are in a figure is known to everybody.
 * @param figures the undivided figure and the categories of one indicator, place and span: all of them may stand, or none, so that it
 *   does not show in which category a report was corrected
 */
export function isStale(figures: readonly BeforeAndNow[]): boolean {
  const before = reportsIn(figures.flatMap((one) => one.before))
  const now = reportsIn(figures.flatMap((one) => one.now))
  const differing = (some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>) =>
    [...some].filter(([report, atoms]) => others.get(report) !== atoms).length
  // Where a newer value has taken the place of an older one, a report has come for one that has gone.
  const changed = Math.max(differing(now, before), differing(before, now))
  const allowed = now.size < FEWEST_REPORTS ? 0 : Math.max(1, Math.floor(now.size / REPORTS_TO_ONE_CHANGED))
  return changed > allowed
}

/** What each report gives: the names of its atoms, by partner, place and quarter. */
function reportsIn(names: readonly string[]): Map<string, string> {
  const reports = new Map<string, Set<string>>()
  for (const name of names) {
    const atom = parseAtom(name)
    if (!atom) continue
    const report = [atom.partnerId, atom.placeId, atom.quarter].join('|')
    reports.set(report, (reports.get(report) ?? new Set()).add(name))
  }
  return new Map([...reports].map(([report, atoms]) => [report, [...atoms].sort().join(' ')]))
}
