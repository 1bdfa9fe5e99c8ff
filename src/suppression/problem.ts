/** A figure that a release would show: the sum of some atoms. */
export interface Figure {
  id: string
  sum: readonly string[]
  /** Default true. A figure that is not sensitive is never hidden for its own sake, but the attacker knows it. */
  sensitive?: boolean
  /** Default true. False = it will be shown whatever happens. */
  mayHide?: boolean
}

/** What an earlier release said of a sum of the same atoms: a number, or null where it was `[c]`. */
export interface Earlier {
  sum: readonly string[]
  shown: number | null
}

export interface Question {
  /** k: counts 1…k−1 are small. */
  threshold: number
  /**
   * The finest true counts, by name. The attacker does not know them. A restated atom is a new name (the earlier
   * release then sums the old one, with its old count); an unchanged one keeps its name.
   */
  atoms: Readonly<Record<string, number>>
  figures: readonly Figure[]
  earlier?: readonly Earlier[]
  /**
   * Lists of atoms known to add up to the same count, such as the sexes and, apart from them, the forms of exploitation
   * of one place and quarter. An atom stands in at most one list, and no figure sums atoms of two lists of one total.
   */
  sameTotal?: readonly (readonly (readonly string[])[])[]
  /** Ids hidden in the pattern of the release before; of two equally small losses the one that keeps them wins. */
  keep?: readonly string[]
  /** Milliseconds left. At zero the work stops and nothing is released. */
  deadline?: () => number
  /** Called after each independent part of the system. */
  progress?: (done: number, of: number) => void
}

/** A count of persons or cases that could single somebody out: 1…k−1. Zero is not small: it is nobody. */
export function isSmall(count: number, threshold: number): boolean {
  return count >= 1 && count < threshold
}

/** Why a question gets no answer, and then nothing may be released. The sentences live in the language files. */
export const REFUSALS = [
  'bad-threshold',
  'bad-atom',
  'bad-figure',
  'bad-earlier',
  'bad-same-total',
  'earlier-disagrees',
  'small-must-show',
  'solver-failed',
  'out-of-time',
] as const
export type RefusalCode = (typeof REFUSALS)[number]

/** `about` names the figure, the atom, or the position (from 1) of the earlier figure or total that is to blame. */
export interface Refusal {
  refused: RefusalCode
  about?: string
}

export function isRefusal(answer: object): answer is Refusal {
  return 'refused' in answer
}

/** Null when the question can be worked on. */
export function checkQuestion(question: Question): Refusal | null {
  if (!Number.isSafeInteger(question.threshold) || question.threshold < 2) return { refused: 'bad-threshold' }
  let total = 0
  for (const [name, count] of Object.entries(question.atoms)) {
    total += count
    // Beyond 2^53 sums would no longer be exact.
    if (!isCount(count) || !Number.isSafeInteger(total)) return { refused: 'bad-atom', about: name }
  }
  const sums = new Sums(question)
  return (
    checkSameTotal(question.sameTotal ?? [], sums) ??
    checkFigures(question.figures, sums) ??
    checkEarlier(question.earlier ?? [], sums)
  )
}

function checkSameTotal(sameTotal: readonly (readonly (readonly string[])[])[], sums: Sums): Refusal | null {
  for (const [index, lists] of sameTotal.entries()) {
    const totals = new Set(lists.map((list) => sums.total(list)))
    if (lists.length < 2 || totals.size > 1 || totals.has(null) || !sums.join(lists))
      return { refused: 'bad-same-total', about: String(index + 1) }
  }
  return null
}

function checkFigures(figures: readonly Figure[], sums: Sums): Refusal | null {
  const seen = new Set<string>()
  for (const { id, sum } of figures) {
    if (seen.has(id) || sums.total(sum) === null || sums.mixes(sum)) return { refused: 'bad-figure', about: id }
    seen.add(id)
  }
  return null
}

/**
 * What was released must agree with the atoms it is said to be made of: otherwise the attacker's equations contradict
 * each other and prove nothing. A restated count needs an atom of its own.
 */
function checkEarlier(earlier: readonly Earlier[], sums: Sums): Refusal | null {
  for (const [index, { sum, shown }] of earlier.entries()) {
    const about = String(index + 1)
    const total = sums.total(sum)
    if (total === null || sums.mixes(sum) || (shown !== null && !isCount(shown)))
      return { refused: 'bad-earlier', about }
    if (shown === null ? total === 0 : total !== shown) return { refused: 'earlier-disagrees', about }
  }
  return null
}

/** Adds up and looks over sums of atoms; a release has millions of terms, so nothing is built for one. */
class Sums {
  private readonly position = new Map<string, number>()
  private readonly counts: number[]
  /** Of each atom: the sum it was last met in, its total and its list. */
  private readonly met: Int32Array
  private readonly totalOf: Int32Array
  private readonly listOf: Int32Array
  private sums = 0
  private totals = 0
  private lists = 0

  constructor(question: Question) {
    for (const name of Object.keys(question.atoms)) this.position.set(name, this.position.size)
    this.counts = Object.values(question.atoms)
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
