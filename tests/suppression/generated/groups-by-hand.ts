import type { SuppressionProblem } from '../../../src/suppression/problem.ts'

/** A small number that stands in no table: these atoms less those. */
export interface HandGroup {
  kind: 'difference' | 'finest' | 'change'
  plus: readonly string[]
  minus: readonly string[]
}

interface Published {
  sum: readonly string[]
  now: boolean
  before: boolean
  open: boolean
}

/**
 * The groups of `docs/disclosure.md`, found by looking at every pair of figures and every atom, apart from the code that
 * protects releases: differences of figures of which one holds the other, atoms that no figure tells apart, and what has
 * changed in a figure, or in the finest part of it, by corrections.
 */
export function groupsByHand(problem: SuppressionProblem): HandGroup[] {
  const { threshold: k, atoms } = problem
  const value = (names: readonly string[]) => names.reduce((sum, name) => sum + atoms[name]!, 0)
  const isSmall = (count: number) => count >= 1 && count < k
  if (k < 3) return []
  const published = publishedIn(problem)
  const seen = published.filter(({ sum, now, before, open }) => {
    const hidden = now && !open && isSmall(value(sum)) && !before
    return value(sum) > 0 && (now || before) && !hidden
  })
  // What only an earlier release had, and hid for others.
  const once = published.filter(({ sum, now, before }) => !now && !before && value(sum) >= k)
  const groups = new Map<string, HandGroup>()
  const add = (kind: HandGroup['kind'], left: readonly string[], right: readonly string[]) => {
    const [plus, minus] = value(left) > value(right) ? [left, right] : [right, left]
    if (!isSmall(value(plus) - value(minus))) return
    if (minus.length === 0 && !counts(plus, published)) return
    const key = `${[...plus].sort().join()}-${[...minus].sort().join()}`
    if (!groups.has(key)) groups.set(key, { kind, plus, minus })
  }
  for (const one of seen)
    for (const other of seen)
      if ((one.now || other.now) && holds(one.sum, other.sum)) add('difference', less(one.sum, other.sum), [])
  for (const one of once)
    for (const other of [...seen, ...once]) {
      if (holds(one.sum, other.sum)) add('difference', less(one.sum, other.sum), [])
      if (holds(other.sum, one.sum)) add('difference', less(other.sum, one.sum), [])
    }
  const lineage = lineagesOf(problem)
  const stoodBefore = new Set(
    published.filter((one) => recalled(problem, one.sum)).flatMap(({ sum }) => sum.map(lineage)),
  )
  for (const now of seen)
    for (const before of seen) {
      if (!now.now || !before.before || now === before) continue
      const [is, was] = [now.sum.map(lineage), before.sum.map(lineage)]
      const corrected = before.sum.some((name) => !now.sum.includes(name))
      const late = is.filter((one) => !was.includes(one))
      if (corrected && holds(is, was) && late.every((one) => !stoodBefore.has(one)))
        if (!holds(now.sum, before.sum) && !holds(before.sum, now.sum))
          add('change', less(now.sum, before.sum), less(before.sum, now.sum))
    }
  for (const { of, sum, shown } of problem.earlier ?? []) {
    const now = problem.cells.find(({ id }) => id === of)?.sum
    if (shown === null || !now) continue
    // Of a figure to which others have come as well: what was corrected in it.
    const [added, taken] = [less(now, sum), less(sum, now)]
    const versions = (some: readonly string[], others: readonly string[]) =>
      some.filter((name) => others.some((other) => lineage(other) === lineage(name)))
    const [is, was] = [versions(added, taken), versions(taken, added)]
    if (is.length > 0 && (is.length < added.length || was.length < taken.length)) add('change', is, was)
  }
  const finest = finestIn(problem, published)
  for (const names of finest) add('finest', names, [])
  for (const now of finest)
    for (const before of finest) if (isCorrection(problem, published, now, before)) add('change', now, before)
  return [...groups.values()]
}

/** Sums of this and earlier releases, each once. */
function publishedIn({ cells, earlier = [] }: SuppressionProblem): Published[] {
  const all = new Map<string, Published>()
  const of = (sum: readonly string[]) => {
    const key = [...sum].sort().join()
    const known = all.get(key) ?? { sum, now: false, before: false, open: true }
    all.set(key, known)
    return known
  }
  for (const { sum, sensitive } of cells) {
    const one = of(sum)
    one.now = true
    if (sensitive !== false) one.open = false
  }
  for (const { sum, shown } of earlier) {
    const one = of(sum)
    if (shown !== null) one.before = true
  }
  return [...all.values()].filter(({ sum }) => sum.length > 0)
}

/** Not what is a figure of this release itself, and not what consists of nothing but what isn't sensitive. */
function counts(group: readonly string[], published: readonly Published[]): boolean {
  const figures = published.filter(({ now }) => now)
  if (figures.some(({ sum }) => sum.length === group.length && holds(sum, group))) return false
  return group.some((name) => {
    const standsIn = figures.filter(({ sum }) => sum.includes(name))
    return standsIn.length === 0 || standsIn.some(({ open }) => !open)
  })
}

/** Atoms of equal membership over all sums. */
function finestIn({ atoms }: SuppressionProblem, published: readonly Published[]): string[][] {
  const classes = new Map<string, string[]>()
  for (const name of Object.keys(atoms)) {
    const key = published.map(({ sum }) => (sum.includes(name) ? 1 : 0)).join('')
    if (key.includes('1')) classes.set(key, [...(classes.get(key) ?? []), name])
  }
  return [...classes.values()]
}

/** Whether the second are what the first were before they were corrected; late ones may be among the first. */
function isCorrection(
  problem: SuppressionProblem,
  published: readonly Published[],
  now: readonly string[],
  before: readonly string[],
): boolean {
  const stands = (names: readonly string[]) => published.some((one) => one.now && holds(one.sum, names))
  if (!stands(now) || stands(before)) return false
  const lineage = lineagesOf(problem)
  const versions = (name: string) => Object.keys(problem.atoms).filter((other) => lineage(other) === lineage(name))
  const corrected = now.filter((name) => versions(name).length > 1)
  return (
    corrected.length > 0 &&
    before.every((name) => now.some((other) => lineage(other) === lineage(name))) &&
    corrected.every((name) => before.some((other) => lineage(other) === lineage(name)))
  )
}

function lineagesOf({ restated = [] }: SuppressionProblem): (name: string) => string {
  return (name) => {
    let [first, again] = [name, true]
    while (again) {
      again = false
      for (const [old, corrected] of restated) if (corrected === first) [first, again] = [old, true]
    }
    return first
  }
}

function recalled({ earlier = [] }: SuppressionProblem, sum: readonly string[]): boolean {
  return earlier.some((one) => one.sum.length === sum.length && holds(one.sum, sum))
}

function holds(all: readonly string[], some: readonly string[]): boolean {
  return some.every((one) => all.includes(one))
}

function less(all: readonly string[], some: readonly string[]): string[] {
  return all.filter((one) => !some.includes(one))
}
