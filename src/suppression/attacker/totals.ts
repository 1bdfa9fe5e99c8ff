import { type AtomColumn, merge, sharedRows, without } from './columns.ts'

/** Lists of one total as columns, and what is left of the lists as margins of these. */
export interface TotalColumns {
  /** Columns of the totals that stand in the same margins. A margin counts as a row, after all others. */
  groups: readonly (readonly AtomColumn[])[]
  /** The members of each margin: together they are as many as the columns that stand in it. */
  margins: readonly (readonly AtomColumn[])[]
  /** By atom. */
  placeOf: ReadonlyMap<number, TotalPlace>
}

/** Where an atom of a list of one total stands. */
export interface TotalPlace {
  /** Which group of totals. */
  group: number
  /** Rows of the columns of the group that the total is made of. */
  total: readonly (readonly number[])[]
  /** Rows of the one of them that it stands for itself, where its list is what the total is made of. */
  own: readonly number[] | null
  /** Its margin, and its rows there; null where the total says all that is known of its list. */
  margin: { nth: number; rows: readonly number[] } | null
}

/**
 * Lists of one total are a cross: any pairing of their members is possible. So no more is known of a list than how many its
 * members are, over all totals whose lists differ in nothing but what their members share: a margin. Whole margins that
 * add up to whole totals always have whole tables, each list for itself (the north-west corner rule).
 *
 * A list that no other total has would be a margin of that total alone: the shortest of these is what the total is made of, so
 * that two indicators of which one stands under the other are no more unknowns than the one.
 * @param firstMargin number of the row that the first margin counts as
 */
export function totalColumns(
  sameTotal: readonly (readonly (readonly number[])[])[],
  column: (atom: number) => AtomColumn,
  firstMargin: number,
): TotalColumns {
  const totals = sameTotal.map((lists) => lists.map((list) => listOf(list, column)))
  const shared = keysByTotals(totals)
  const [groups, margins] = [new Gathered(), new Gathered()]
  const placeOf = new Map<number, TotalPlace>()
  for (const lists of totals) {
    const own = shortest(lists.filter(({ key }) => shared.get(key)?.size === 1))
    const others = lists.filter((one) => one !== own && shared.has(one.key))
    const marginOf = new Map(others.map((one) => [one, margins.add(one.key, one.rests)]))
    const nths = [...marginOf.values()].sort((a, b) => a - b)
    const everywhere = [...lists.flatMap((one) => one.shared), ...nths.map((nth) => firstMargin + nth)]
    const rowsWith = (rows: readonly number[]) => [...rows, ...everywhere].sort((a, b) => a - b)
    const made = own?.rests ?? [{ rows: [], count: lists[0]!.count }]
    const columns = made.map(({ rows, count }) => ({ rows: rowsWith(rows), count }))
    const place = { group: groups.add(nths.join(), columns), total: columns.map(({ rows }) => rows) }
    for (const list of lists)
      for (const [at, atom] of list.atoms.entries()) {
        const rows = list.rows[at]!
        const nth = marginOf.get(list)
        placeOf.set(atom, {
          ...place,
          own: list === own ? rowsWith(rows) : null,
          margin: nth === undefined ? null : { nth, rows },
        })
      }
  }
  return { groups: groups.merged(), margins: margins.merged(), placeOf }
}

/** A list of a total. */
interface List {
  atoms: readonly number[]
  count: number
  /** Rows that all its members share. */
  shared: readonly number[]
  /** Of each atom: its rows without these. */
  rows: readonly (readonly number[])[]
  /** Its members, by these rows. */
  rests: readonly AtomColumn[]
  /** Lists whose members have the same rows have the same. */
  key: string
}

function listOf(atoms: readonly number[], column: (atom: number) => AtomColumn): List {
  const columns = atoms.map(column)
  const shared = sharedRows(columns)
  const left = without(columns, shared)
  const rests = merge(left)
  return {
    atoms,
    count: columns.reduce((sum, { count }) => sum + count, 0),
    shared,
    rows: left.map(({ rows }) => rows),
    rests,
    key: keyOf(rests),
  }
}

function keyOf(columns: readonly AtomColumn[]): string {
  return JSON.stringify(columns.map(({ rows }) => rows))
}

/** Members that no row tells apart: the list says nothing but its total. */
const ALIKE = keyOf([{ rows: [], count: 0 }])

/** By which totals, as far as rows tell them apart, lists of each key are held. */
function keysByTotals(totals: readonly (readonly List[])[]): Map<string, Set<string>> {
  const held = new Map<string, Set<string>>()
  for (const lists of totals) {
    const total = JSON.stringify([
      lists.flatMap(({ shared }) => shared).sort((a, b) => a - b),
      lists.map(({ key }) => key).sort(),
    ])
    for (const { key } of lists) if (key !== ALIKE) held.set(key, (held.get(key) ?? new Set()).add(total))
  }
  return held
}

function shortest(lists: readonly List[]): List | undefined {
  return [...lists].sort((a, b) => a.rests.length - b.rests.length)[0]
}

/** Columns by a key, and each key numbered in the order in which it was met. */
class Gathered {
  private readonly found = new Map<string, { nth: number; columns: AtomColumn[] }>()

  add(key: string, columns: readonly AtomColumn[]): number {
    const known = this.found.get(key) ?? { nth: this.found.size, columns: [] }
    this.found.set(key, known)
    known.columns.push(...columns)
    return known.nth
  }

  merged(): AtomColumn[][] {
    return [...this.found.values()].map(({ columns }) => merge(columns))
  }
}
