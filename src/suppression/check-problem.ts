import type { EarlierCell, EqualLists, SuppressionCell, SuppressionProblem, SuppressionRefusal } from './problem.ts'

/** Null when the problem can be worked on. */
export function checkProblem(problem: SuppressionProblem): SuppressionRefusal | null {
  if (!Number.isSafeInteger(problem.threshold) || problem.threshold < 2) return { refused: 'bad-threshold' }
  let total = 0
  for (const [name, count] of Object.entries(problem.atoms)) {
    total += count
    // Beyond 2^53 sums would no longer be exact.
    if (!isCount(count) || !Number.isSafeInteger(total)) return { refused: 'bad-atom', about: name }
  }
  const sums = new AtomSums(problem)
  return (
    checkSameTotal(problem.sameTotal ?? [], sums) ??
    checkEqual(problem.equal ?? [], sums) ??
    checkCells(problem.cells, sums) ??
    checkEarlier(problem.earlier ?? [], sums) ??
    checkRestated(problem)
  )
}

function checkSameTotal(
  sameTotal: readonly (readonly (readonly string[])[])[],
  sums: AtomSums,
): SuppressionRefusal | null {
  for (const [index, lists] of sameTotal.entries()) {
    const totals = new Set(lists.map((list) => sums.total(list)))
    if (lists.length < 2 || totals.size > 1 || totals.has(null) || !sums.join(lists))
      return { refused: 'bad-same-total', about: String(index + 1) }
  }
  return null
}

function checkEqual(equal: readonly EqualLists[], sums: AtomSums): SuppressionRefusal | null {
  const wrong = equal.findIndex(([one, other]) => {
    const total = sums.total(one)
    return total === null || total !== sums.total(other)
  })
  return wrong === -1 ? null : { refused: 'bad-equal', about: String(wrong + 1) }
}

function checkCells(cells: readonly SuppressionCell[], sums: AtomSums): SuppressionRefusal | null {
  const seen = new Set<string>()
  for (const { id, sum } of cells) {
    if (seen.has(id) || sums.total(sum) === null || sums.mixes(sum)) return { refused: 'bad-figure', about: id }
    seen.add(id)
  }
  return null
}

/**
 * What was published must agree with the atoms it is said to be made of: otherwise the attacker's equations contradict
 * each other and prove nothing. A restated count needs an atom of its own.
 */
function checkEarlier(earlier: readonly EarlierCell[], sums: AtomSums): SuppressionRefusal | null {
  for (const [index, { sum, shown }] of earlier.entries()) {
    const about = String(index + 1)
    const total = sums.total(sum)
    if (total === null || sums.mixes(sum) || (shown !== null && !isCount(shown)))
      return { refused: 'bad-earlier', about }
    if (shown === null ? total === 0 : total !== shown) return { refused: 'earlier-disagrees', about }
  }
  return null
}

function checkRestated({ restated = [], atoms }: SuppressionProblem): SuppressionRefusal | null {
  const isWrong = ([old, corrected]: readonly [string, string]) =>
    old === corrected || !Object.hasOwn(atoms, old) || !Object.hasOwn(atoms, corrected)
  const wrong = restated.findIndex(isWrong)
  return wrong === -1 ? null : { refused: 'bad-restated', about: String(wrong + 1) }
}

/** Adds up and looks over sums of atoms; a problem has millions of terms, so nothing is built for one. */
class AtomSums {
  private readonly position = new Map<string, number>()
  private readonly counts: number[]
  /** Of each atom: the sum it was last met in, its total and its list. */
  private readonly met: Int32Array
  private readonly totalOf: Int32Array
  private readonly listOf: Int32Array
  private sums = 0
  private totals = 0
  private lists = 0

  constructor(problem: SuppressionProblem) {
    for (const name of Object.keys(problem.atoms)) this.position.set(name, this.position.size)
    this.counts = Object.values(problem.atoms)
    this.met = new Int32Array(this.counts.length)
    this.totalOf = new Int32Array(this.counts.length)
    this.listOf = new Int32Array(this.counts.length)
  }

  /** Null when an atom is unknown, or twice in the sum. */
  total(sum: readonly string[]): number | null {
    this.sums += 1
    let total = 0
    for (const name of sum) {
      const atom = this.position.get(name)
      if (atom === undefined || this.met[atom] === this.sums) return null
      this.met[atom] = this.sums
      total += this.counts[atom]!
    }
    return total
  }

  /** Notes lists of one total; false when one of their atoms is in another list already. */
  join(lists: readonly (readonly string[])[]): boolean {
    this.totals += 1
    for (const list of lists) {
      this.lists += 1
      for (const name of list) {
        const atom = this.position.get(name)!
        if (this.listOf[atom] !== 0) return false
        this.totalOf[atom] = this.totals
        this.listOf[atom] = this.lists
      }
    }
    return true
  }

  /** Whether the sum has atoms of two lists of one total: it would count somebody twice. */
  mixes(sum: readonly string[]): boolean {
    if (this.totals === 0) return false
    const listOf = new Map<number, number>()
    let [total, list] = [0, 0]
    for (const name of sum) {
      const atom = this.position.get(name)!
      if (this.listOf[atom] === 0 || this.listOf[atom] === list) continue
      ;[total, list] = [this.totalOf[atom]!, this.listOf[atom]!]
      if ((listOf.get(total) ?? list) !== list) return true
      listOf.set(total, list)
    }
    return false
  }
}

function isCount(count: unknown): boolean {
  return Number.isSafeInteger(count) && (count as number) >= 0
}
