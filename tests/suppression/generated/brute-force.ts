import type { SuppressionProblem } from '../../../src/suppression/problem.ts'
import type { HandGroup } from './groups-by-hand.ts'

/** Sum of the atoms on the left less those on the right, and from what to what it may go. */
interface Rule {
  left: readonly number[]
  right: readonly number[]
  from: number
  to: number
}

type Range = readonly [least: number, most: number]

/**
 * An attacker who shares nothing with the product: tries every whole number that an atom could be, after leaving out
 * those that a single sum rules out. Small tables only.
 */
export class BruteForce {
  private readonly names: readonly string[]
  private readonly place: ReadonlyMap<string, number>
  private readonly enough: number

  constructor(private readonly problem: SuppressionProblem) {
    this.names = Object.keys(problem.atoms)
    this.place = new Map(this.names.map((name, index) => [name, index]))
    // An atom in nothing shown need not be larger than this in any solution that matters: all it has to do is bring
    // hidden cells to 1, the target to k−1, and lists of one total to the total of each other.
    // What has been restated can be as much less (more) than before as all there is.
    const many =
      problem.sameTotal !== undefined || (problem.equal ?? []).length > 0 || (problem.restated ?? []).length > 0
    this.enough = many ? this.value(this.names) + problem.threshold : problem.threshold
  }

  value(sum: readonly string[]): number {
    return sum.reduce((total, name) => total + this.problem.atoms[name]!, 0)
  }

  /** Whether the sum could be anywhere from `from` to `to`, for all that is known with these cells hidden. */
  possible(
    hidden: ReadonlySet<string>,
    sum: readonly string[],
    from: number,
    to: number,
    less: readonly string[] = [],
  ): boolean {
    const { cells, earlier = [], sameTotal = [], equal = [] } = this.problem
    const rule = (names: readonly string[], unseen: boolean): Rule => {
      const value = this.value(names)
      return {
        left: this.at(names),
        right: [],
        from: unseen ? 1 : value,
        to: unseen ? Number.POSITIVE_INFINITY : value,
      }
    }
    const rules: Rule[] = [
      ...cells.map((cell) => rule(cell.sum, hidden.has(cell.id))),
      ...earlier.map((one) => rule(one.sum, one.shown === null)),
      ...sameTotal.flatMap(([first, ...others]) =>
        others.map((other) => ({ left: this.at(first!), right: this.at(other), from: 0, to: 0 })),
      ),
      ...equal.map(([one, other]) => ({ left: this.at(one), right: this.at(other), from: 0, to: 0 })),
      { left: this.at(sum), right: this.at(less), from, to },
    ]
    const shown = new Set(rules.filter((one) => one.to !== Number.POSITIVE_INFINITY).flatMap((one) => one.left))
    const largest = Math.max(this.enough, ...Object.values(this.problem.atoms), this.value(this.names))
    return search(
      this.names.map((_, atom): Range => [0, shown.has(atom) ? largest : this.enough]),
      rules,
    )
  }

  /** The lowest (highest) count up to k−1 that the sum could have. */
  end(hidden: ReadonlySet<string>, sum: readonly string[], side: 'lowest' | 'highest'): number {
    const { threshold } = this.problem
    const value = this.value(sum)
    if (side === 'highest') {
      for (let level = threshold - 1; level > value; level--)
        if (this.possible(hidden, sum, level, Number.POSITIVE_INFINITY)) return level
    } else {
      for (let level = 1; level < value; level++) if (this.possible(hidden, sum, 0, level)) return level
    }
    return value
  }

  /** Whether all that the group could be is small, and not the whole of 1…k−1: more is known of it than the rule says. */
  isGivenAway(hidden: ReadonlySet<string>, { plus, minus }: Pick<HandGroup, 'plus' | 'minus'>): boolean {
    const { threshold: k } = this.problem
    const could = (from: number, to: number) => this.possible(hidden, plus, from, to, minus)
    if (could(Number.NEGATIVE_INFINITY, 0) || could(k, Number.POSITIVE_INFINITY)) return false
    return !(could(1, 1) && could(k - 1, k - 1))
  }

  /** From what to what the group can be, as far as that is between 0 and k. */
  range(hidden: ReadonlySet<string>, { plus, minus }: Pick<HandGroup, 'plus' | 'minus'>): [number, number] {
    const { threshold: k } = this.problem
    const value = this.value(plus) - this.value(minus)
    let [lowest, highest] = [value, value]
    while (lowest > 0 && this.possible(hidden, plus, Number.NEGATIVE_INFINITY, lowest - 1, minus)) lowest -= 1
    while (highest < k && this.possible(hidden, plus, highest + 1, Number.POSITIVE_INFINITY, minus)) highest += 1
    return [lowest, highest]
  }

  private at(names: readonly string[]): number[] {
    return names.map((name) => this.place.get(name)!)
  }
}

function search(ranges: readonly Range[], rules: readonly Rule[]): boolean {
  const left = narrow(ranges, rules)
  if (!left) return false
  const open = [...left.keys()].filter((atom) => left[atom]![0] < left[atom]![1])
  if (open.length === 0) return true
  const width = (atom: number) => left[atom]![1] - left[atom]![0]
  const atom = open.reduce((best, other) => (width(other) < width(best) ? other : best))
  const [least, most] = left[atom]!
  for (let count = least; count <= most; count++) if (search(left.with(atom, [count, count]), rules)) return true
  return false
}

/** The ranges without the ends that some rule cannot be met with; null when a rule cannot be met at all. */
function narrow(start: readonly Range[], rules: readonly Rule[]): Range[] | null {
  const ranges = [...start]
  for (let again = true; again; ) {
    again = false
    for (const { left, right, from, to } of rules) {
      let [lowest, highest] = [0, 0]
      for (const atom of left) [lowest, highest] = [lowest + ranges[atom]![0], highest + ranges[atom]![1]]
      for (const atom of right) [lowest, highest] = [lowest - ranges[atom]![1], highest - ranges[atom]![0]]
      if (lowest > to || highest < from) return null
      for (const [atoms, sign] of [[left, 1] as const, [right, -1] as const])
        for (const atom of atoms) {
          const [least, most] = ranges[atom]!
          // What the others leave for this one.
          const [down, up] =
            sign === 1 ? [from - highest + most, to - lowest + least] : [lowest + most - to, highest + least - from]
          const next: Range = [Math.max(least, down), Math.min(most, up)]
          if (next[0] > next[1]) return null
          if (next[0] === least && next[1] === most) continue
          ranges[atom] = next
          if (sign === 1) [lowest, highest] = [lowest + next[0] - least, highest + next[1] - most]
          else [lowest, highest] = [lowest - next[1] + most, highest - next[0] + least]
          again = true
        }
    }
  }
  return ranges
}
