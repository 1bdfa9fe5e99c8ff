import type { Question } from '../../src/disclosure/question.ts'

interface Span {
  atoms: readonly number[]
  from: number
  to: number
}

/** An attacker who shares nothing with the product: tries every whole number that an atom could be. Small tables only. */
export class BruteForce {
  private readonly names: string[]
  private readonly ties: number[][][]
  private readonly most: number

  constructor(private readonly question: Question) {
    this.names = Object.keys(question.atoms)
    this.ties = (question.sameTotal ?? []).map((lists) => lists.map((list) => this.at(list)))
    // An atom in nothing shown need not be larger than this in any solution that matters: all it has to do is bring
    // hidden figures to 1, the target to k−1, and lists of one total to the total of each other.
    const total = this.value(this.names)
    this.most = this.ties.length > 0 ? Math.max(total, question.threshold) : question.threshold
  }

  value(sum: readonly string[]): number {
    return sum.reduce((total, name) => total + this.question.atoms[name]!, 0)
  }

  /** Whether the sum could be anywhere from `from` to `to`, for all that is known with these figures hidden. */
  possible(hidden: ReadonlySet<string>, sum: readonly string[], from: number, to: number): boolean {
    const span = (names: readonly string[], unseen: boolean): Span => ({
      atoms: this.at(names),
      from: unseen ? 1 : this.value(names),
      to: unseen ? Number.POSITIVE_INFINITY : this.value(names),
    })
    return this.search(
      0,
      [],
      [
        ...this.question.figures.map((figure) => span(figure.sum, hidden.has(figure.id))),
        ...(this.question.earlier ?? []).map((earlier) => span(earlier.sum, earlier.shown === null)),
        { atoms: this.at(sum), from, to },
      ],
    )
  }

  /** The lowest (highest) count up to k−1 that the sum could have. */
  end(hidden: ReadonlySet<string>, sum: readonly string[], side: 'lowest' | 'highest'): number {
    const { threshold } = this.question
    const value = this.value(sum)
    if (side === 'highest') {
      for (let level = threshold - 1; level > value; level--)
        if (this.possible(hidden, sum, level, Number.POSITIVE_INFINITY)) return level
    } else {
      for (let level = 1; level < value; level++) if (this.possible(hidden, sum, 0, level)) return level
    }
    return value
  }

  private search(atom: number, counts: number[], spans: readonly Span[]): boolean {
    if (atom === this.names.length) return this.tiesHold(counts)
    let least = 0
    let most = Number.POSITIVE_INFINITY
    for (const { atoms, from, to } of spans) {
      if (!atoms.includes(atom)) continue
      const before = atoms.reduce((total, other) => total + (other < atom ? counts[other]! : 0), 0)
      most = Math.min(most, to - before)
      if (atoms.every((other) => other <= atom)) least = Math.max(least, from - before)
    }
    if (most === Number.POSITIVE_INFINITY) most = Math.max(this.most, least)
    for (let count = least; count <= most; count++) {
      counts.push(count)
      const found = this.search(atom + 1, counts, spans)
      counts.pop()
      if (found) return true
    }
    return false
  }

  private tiesHold(counts: readonly number[]): boolean {
    const total = (list: readonly number[]) => list.reduce((sum, atom) => sum + counts[atom]!, 0)
    return this.ties.every((lists) => new Set(lists.map(total)).size === 1)
  }

  private at(names: readonly string[]): number[] {
    return names.map((name) => this.names.indexOf(name))
  }
}
