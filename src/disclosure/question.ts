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
  const atoms = new Map(Object.entries(question.atoms))
  let total = 0
  for (const [name, count] of atoms) {
    total += count
    // Beyond 2^53 sums would no longer be exact.
    if (!isCount(count) || !Number.isSafeInteger(total)) return { refused: 'bad-atom', about: name }
  }
  return (
    checkFigures(question.figures, atoms) ??
    checkEarlier(question.earlier ?? [], atoms) ??
    checkSameTotal(question, atoms)
  )
}

function checkFigures(figures: readonly Figure[], atoms: ReadonlyMap<string, number>): Refusal | null {
  const seen = new Set<string>()
  for (const { id, sum } of figures) {
    if (seen.has(id) || !isSum(sum, atoms)) return { refused: 'bad-figure', about: id }
    seen.add(id)
  }
  return null
}

/**
 * What was released must agree with the atoms it is said to be made of: otherwise the attacker's equations contradict
 * each other and prove nothing. A restated count needs an atom of its own.
 */
function checkEarlier(earlier: readonly Earlier[], atoms: ReadonlyMap<string, number>): Refusal | null {
  for (const [index, { sum, shown }] of earlier.entries()) {
    const about = String(index + 1)
    if (!isSum(sum, atoms) || (shown !== null && !isCount(shown))) return { refused: 'bad-earlier', about }
    const total = addUp(sum, atoms)
    if (shown === null ? total === 0 : total !== shown) return { refused: 'earlier-disagrees', about }
  }
  return null
}

function checkSameTotal(question: Question, atoms: ReadonlyMap<string, number>): Refusal | null {
  const place = new Map<string, readonly [group: number, list: number]>()
  for (const [group, lists] of (question.sameTotal ?? []).entries()) {
    const about = String(group + 1)
    const names = lists.flat()
    if (lists.length < 2 || !isSum(names, atoms)) return { refused: 'bad-same-total', about }
    if (new Set(lists.map((list) => addUp(list, atoms))).size > 1) return { refused: 'bad-same-total', about }
    if (names.some((name) => place.has(name))) return { refused: 'bad-same-total', about }
    for (const [index, list] of lists.entries()) for (const name of list) place.set(name, [group, index])
  }
  if (place.size === 0) return null
  for (const { id, sum } of question.figures) if (mixesLists(sum, place)) return { refused: 'bad-figure', about: id }
  for (const [index, { sum }] of (question.earlier ?? []).entries())
    if (mixesLists(sum, place)) return { refused: 'bad-earlier', about: String(index + 1) }
  return null
}

function mixesLists(sum: readonly string[], place: ReadonlyMap<string, readonly [number, number]>): boolean {
  const listOf = new Map<number, number>()
  for (const name of sum) {
    const at = place.get(name)
    if (at === undefined) continue
    if ((listOf.get(at[0]) ?? at[1]) !== at[1]) return true
    listOf.set(at[0], at[1])
  }
  return false
}

function isSum(sum: readonly string[], atoms: ReadonlyMap<string, number>): boolean {
  return new Set(sum).size === sum.length && sum.every((name) => atoms.has(name))
}

function addUp(sum: readonly string[], atoms: ReadonlyMap<string, number>): number {
  return sum.reduce((total, name) => total + (atoms.get(name) ?? 0), 0)
}

function isCount(count: unknown): boolean {
  return Number.isSafeInteger(count) && (count as number) >= 0
}
