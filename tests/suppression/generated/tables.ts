import type { EarlierCell, SuppressionCell, SuppressionProblem } from '../../../src/suppression/problem.ts'
import fc from '../../fast-check.ts'

/** Counts as they are in this field: mostly small, some zero, few large. */
const count = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 4, arbitrary: fc.integer({ min: 5, max: 12 }) },
)
const threshold = fc.constantFrom(3, 4, 5)

interface Layout {
  atoms: readonly string[]
  cells: readonly SuppressionCell[]
  sameTotal?: string[][][]
}

const single = (name: string): SuppressionCell => ({ id: name, sum: [name] })

/** Provinces and their total. */
function flat(provinces: number): Layout {
  const atoms = letters(provinces, 'P')
  return { atoms, cells: [...atoms.map(single), { id: 'project', sum: atoms }] }
}

/** Two breakdowns crossed, with all margins, or with the margins alone. */
function crossed(rows: number, columns: number, withCells: boolean): Layout {
  const [left, top] = [letters(rows, 'r'), letters(columns, 'c')]
  const atoms = left.flatMap((row) => top.map((column) => `${row}${column}`))
  const of = (part: string) => atoms.filter((atom) => atom.includes(part))
  return {
    atoms,
    cells: [
      ...(withCells ? atoms.map(single) : []),
      ...[...left, ...top].map((part) => ({ id: part, sum: of(part) })),
      { id: 'total', sum: atoms },
    ],
  }
}

/** Quarters, half-years, years and everything to date. */
function time(quarters: number): Layout {
  const atoms = letters(quarters, 'Q')
  const cells = atoms.map(single)
  for (let at = 0; at + 2 <= quarters; at += 2) cells.push({ id: `H${at / 2}`, sum: atoms.slice(at, at + 2) })
  for (let at = 0; at < quarters; at += 4) cells.push({ id: `Y${at / 4}`, sum: atoms.slice(at, at + 4) })
  for (let to = 2; to <= quarters; to++) cells.push({ id: `to ${to}`, sum: atoms.slice(0, to) })
  return { atoms, cells }
}

/** Communes in provinces in the project. */
function tree(provinces: number, communes: number): Layout {
  const places = letters(provinces, 'P')
  const atoms = places.flatMap((place) => letters(communes, `${place}.`))
  const cells: SuppressionCell[] = atoms.map(single)
  for (const place of places) cells.push({ id: place, sum: atoms.filter((atom) => atom.startsWith(place)) })
  return { atoms, cells: [...cells, { id: 'project', sum: atoms }] }
}

/** Sexes and forms of exploitation, not crossed with each other, of two provinces or quarters. */
function partitions(units: number): Layout {
  const names = letters(units, 'u')
  const list = (unit: string, kind: string) => [`${unit}${kind}1`, `${unit}${kind}2`]
  const atoms = names.flatMap((unit) => [...list(unit, 's'), ...list(unit, 'f')])
  const over = (part: string) => atoms.filter((atom) => atom.endsWith(part))
  return {
    atoms,
    cells: [
      ...names.map((unit) => ({ id: unit, sum: list(unit, 's') })),
      ...['s1', 's2', 'f1', 'f2'].map((part) => ({ id: part, sum: over(part) })),
      { id: 'all', sum: atoms.filter((atom) => atom.includes('f')) },
    ],
    sameTotal: names.map((unit) => [list(unit, 's'), list(unit, 'f')]),
  }
}

/**
 * A count by sex and, of the same reporters, a ratio that rests on it: its two sides come to what is counted. The ratio is shown of
 * each reporter, and so is the count where `both` says so.
 */
function related(units: number, both: boolean): Layout {
  const names = letters(units, 'u')
  const list = (unit: string, kinds: readonly string[]) => kinds.map((kind) => `${unit}${kind}`)
  const lists = names.map((unit) => [list(unit, ['f', 'm']), list(unit, ['n', 'c'])])
  const over = (part: string) => names.map((unit) => `${unit}${part}`)
  return {
    atoms: lists.flat(2),
    cells: [
      ...lists.flatMap(([count, ratio], at) => [
        ...(both ? [{ id: names[at]!, sum: count! }] : []),
        { id: `${names[at]}: ratio`, sum: ratio! },
        single(ratio![0]!),
      ]),
      ...['f', 'm', 'n'].map((part) => ({ id: part, sum: over(part) })),
      { id: 'ratio', sum: lists.flatMap(([, ratio]) => ratio!) },
    ],
    sameTotal: lists,
  }
}

const layouts: readonly Layout[] = [
  flat(2),
  flat(3),
  flat(5),
  crossed(2, 2, true),
  crossed(2, 3, true),
  crossed(3, 2, false),
  crossed(2, 2, false),
  time(4),
  time(6),
  tree(2, 2),
  tree(2, 3),
  partitions(1),
  partitions(2),
  related(2, false),
  related(2, true),
]

/** A small table of one of these layouts, without earlier releases. */
export const tables: fc.Arbitrary<SuppressionProblem> = fc
  .tuple(fc.constantFrom(...layouts), threshold, fc.array(count, { minLength: 9, maxLength: 9 }))
  .map(([layout, k, counts]) => fill(layout, k, counts))

/** The same with an earlier release that showed some cells, hid some and left others out. */
export const tablesWithEarlier: fc.Arbitrary<SuppressionProblem> = fc
  .tuple(tables, fc.array(fc.constantFrom('shown', 'hidden', 'left out', 'left out'), { minLength: 14, maxLength: 14 }))
  .map(([problem, said]) => ({ ...problem, earlier: recall(problem, said) }))

/** The same with cells that are not sensitive or may not be hidden, and a part of the cells left out now. */
export const mixedTables: fc.Arbitrary<SuppressionProblem> = fc
  .tuple(
    tablesWithEarlier,
    fc.array(fc.constantFrom('plain', 'plain', 'plain', 'open', 'fixed', 'gone'), { minLength: 14, maxLength: 14 }),
  )
  .map(([problem, kinds]) => ({
    ...problem,
    cells: problem.cells.flatMap((cell, index): SuppressionCell[] => {
      const kind = kinds[index % kinds.length]
      if (kind === 'gone') return []
      if (kind === 'open') return [{ ...cell, sensitive: false }]
      return [kind === 'fixed' ? { ...cell, sensitive: false, suppressible: false } : cell]
    }),
  }))

/** What happens to an atom before each release: it comes late, or is corrected by so many. */
export type Event = 'nothing' | 'late' | number

/**
 * Two or three releases of one table, before protection: each with the atoms that had come in by then, in the version of
 * that time, and cells of which some are asked for the first time later.
 */
export const chains = chainsOf(layouts.filter(({ sameTotal }) => !sameTotal))

/** The same of totals that are known in two ways: what stands at one place of both lists is late, or corrected, together. */
export const chainsOfTotals = chainsOf([partitions(2), related(2, false), related(2, true)])

function chainsOf(some: readonly Layout[]): fc.Arbitrary<SuppressionProblem[]> {
  return fc
    .tuple(
      fc.constantFrom(...some),
      threshold,
      fc.array(count, { minLength: 9, maxLength: 9 }),
      fc.array(
        fc.array(
          fc.oneof(
            { weight: 8, arbitrary: fc.constant<Event>('nothing') },
            { weight: 1, arbitrary: fc.constant<Event>('late') },
            { weight: 1, arbitrary: fc.integer({ min: -2, max: 6 }) },
          ),
          { minLength: 9, maxLength: 9 },
        ),
        { minLength: 2, maxLength: 3 },
      ),
      fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 14, maxLength: 14 }),
    )
    .map(([layout, k, counts, events, since]) => chain(fill(layout, k, counts), events, since))
}

function chain(
  { threshold: k, atoms, cells, sameTotal = [] }: SuppressionProblem,
  events: readonly (readonly Event[])[],
  since: readonly number[],
): SuppressionProblem[] {
  const names = Object.keys(atoms)
  // Positions in lists of one total are the same in all of these.
  const positions = new Map(
    sameTotal.flatMap((lists, nth) =>
      lists.flatMap((list) => list.map((name, at): [string, number] => [name, nth * list.length + at])),
    ),
  )
  const known: Record<string, number> = {}
  const restated: [string, string][] = []
  const current = new Map<string, string>()
  return events.map((happened, release) => {
    for (const [index, name] of names.entries()) {
      const event = happened[(positions.get(name) ?? index) % happened.length]!
      const version = current.get(name)
      if (version === undefined) {
        if (event === 'late' && release < events.length - 1) continue
        known[name] = atoms[name]!
        current.set(name, name)
      } else if (typeof event === 'number' && event !== 0) {
        const next = `${name}@${release + 1}`
        known[next] = Math.max(0, known[version]! + event)
        restated.push([version, next])
        current.set(name, next)
      }
    }
    const shown = cells.flatMap(({ id, sum }, index): SuppressionCell[] => {
      const versions = sum.flatMap((name) => current.get(name) ?? [])
      // One cell in six is asked for in the last release alone.
      const absent = since[index % since.length] === 0 && release < events.length - 1
      return absent || versions.length === 0 ? [] : [{ id, sum: versions }]
    })
    const totals = sameTotal
      .map((lists) => lists.map((list) => list.flatMap((name) => current.get(name) ?? [])))
      .filter((lists, nth) => lists.every((list, at) => list.length === sameTotal[nth]![at]!.length))
      .filter((lists) => new Set(lists.map((list) => list.reduce((sum, name) => sum + known[name]!, 0))).size === 1)
    const sums = totals.length > 0 ? { sameTotal: totals } : {}
    return { threshold: k, atoms: { ...known }, cells: shown, restated: [...restated], ...sums }
  })
}

function fill(layout: Layout, k: number, counts: readonly number[]): SuppressionProblem {
  const atoms: Record<string, number> = {}
  for (const [index, atom] of layout.atoms.entries()) atoms[atom] = counts[index % counts.length]!
  for (const [first, ...others] of layout.sameTotal ?? []) {
    const total = first!.reduce((sum, atom) => sum + atoms[atom]!, 0)
    for (const list of others) {
      let left = total
      for (const [index, atom] of list.entries()) {
        atoms[atom] = index === list.length - 1 ? left : Math.min(left, atoms[atom]!)
        left -= atoms[atom]!
      }
    }
  }
  return { threshold: k, atoms, cells: layout.cells, ...(layout.sameTotal ? { sameTotal: layout.sameTotal } : {}) }
}

function recall(problem: SuppressionProblem, said: readonly string[]): EarlierCell[] {
  return problem.cells.flatMap(({ sum }, index): EarlierCell[] => {
    const value = sum.reduce((total, atom) => total + problem.atoms[atom]!, 0)
    const how = said[index % said.length]
    if (how === 'left out') return []
    return [{ sum, shown: how === 'hidden' && value > 0 ? null : value }]
  })
}

function letters(size: number, prefix: string): string[] {
  return Array.from({ length: size }, (_, index) => `${prefix}${index + 1}`)
}
