/** What hiding a row costs: the count of figures first, the size of them second. */
export interface Cost {
  first: number
  second: number
}

export interface HittingSet {
  chosen: readonly number[]
  cost: Cost
  /** False when the search was cut short: then there may be a cheaper one. */
  proven: boolean
}

export const free: Cost = { first: 0, second: 0 }

export function plus(a: Cost, b: Cost): Cost {
  return { first: a.first + b.first, second: a.second + b.second }
}

export function cheaper(a: Cost, b: Cost): boolean {
  return a.first < b.first || (a.first === b.first && a.second < b.second)
}

/** A member of every set, at the least cost. Sets that share no member are solved apart. `steps` bounds the search. */
export function cheapestHittingSet(
  sets: readonly (readonly number[])[],
  costs: readonly Cost[],
  steps: number,
): HittingSet {
  const answers = split(smallest(sets)).map((block) => solveBlock(block, costs, steps))
  return {
    chosen: answers.flatMap((answer) => answer.chosen).sort((a, b) => a - b),
    cost: answers.reduce((sum, answer) => plus(sum, answer.cost), free),
    proven: answers.every((answer) => answer.proven),
  }
}

/** Whoever hits a set hits all sets around it. */
function smallest(sets: readonly (readonly number[])[]): ReadonlySet<number>[] {
  const kept: ReadonlySet<number>[] = []
  for (const set of [...sets].sort((a, b) => a.length - b.length)) {
    const members = new Set(set)
    if (!kept.some((inner) => inner.size <= members.size && [...inner].every((member) => members.has(member))))
      kept.push(members)
  }
  return kept
}

function split(sets: readonly ReadonlySet<number>[]): ReadonlySet<number>[][] {
  const blocks: { members: Set<number>; sets: ReadonlySet<number>[] }[] = []
  for (const set of sets) {
    const block = { members: new Set(set), sets: [set] }
    for (let index = blocks.length - 1; index >= 0; index--) {
      const other = blocks[index]!
      if (![...set].some((member) => other.members.has(member))) continue
      for (const member of other.members) block.members.add(member)
      block.sets.unshift(...other.sets)
      blocks.splice(index, 1)
    }
    blocks.push(block)
  }
  return blocks.map((block) => block.sets)
}

function solveBlock(sets: readonly ReadonlySet<number>[], costs: readonly Cost[], steps: number): HittingSet {
  const members = useful(sets, costs)
  const left = sets.map((set) => members.filter((member) => set.has(member)))
  const search = new Search(left, costs, steps)
  search.run()
  return { chosen: search.best, cost: search.bestCost, proven: search.steps > 0 }
}

/** Members that hit no more than another does, and are no cheaper, are never needed. Cheapest first. */
function useful(sets: readonly ReadonlySet<number>[], costs: readonly Cost[]): number[] {
  const hits = new Map<number, Set<number>>()
  for (const [index, set] of sets.entries())
    for (const member of set) hits.set(member, (hits.get(member) ?? new Set()).add(index))
  const byCost = [...hits.keys()].sort((a, b) =>
    cheaper(costs[a]!, costs[b]!) ? -1 : cheaper(costs[b]!, costs[a]!) ? 1 : a - b,
  )
  const kept: number[] = []
  for (const member of byCost) {
    const own = [...hits.get(member)!]
    if (!kept.some((other) => own.every((index) => hits.get(other)!.has(index)))) kept.push(member)
  }
  return kept
}

/** Branch and bound: take the set with the fewest members left, try each of them, cheapest first. */
class Search {
  best: number[] = []
  bestCost: Cost = { first: Number.POSITIVE_INFINITY, second: 0 }
  private readonly barred = new Set<number>()
  private readonly chosen: number[] = []

  constructor(
    private readonly sets: readonly (readonly number[])[],
    private readonly costs: readonly Cost[],
    public steps: number,
  ) {}

  run(): void {
    this.best = this.quick()
    this.bestCost = this.costOf(this.best)
    this.descend(this.sets, free)
  }

  /** A good one at once, so that a search cut short still has an answer. */
  private quick(): number[] {
    const chosen: number[] = []
    let open = this.sets
    while (open.length > 0) {
      const hits = new Map<number, number>()
      for (const set of open) for (const member of set) hits.set(member, (hits.get(member) ?? 0) + 1)
      const worth = (member: number) => hits.get(member)! / (this.costs[member]!.first || 1)
      const member = [...hits.keys()].reduce((best, other) =>
        worth(other) > worth(best) || (worth(other) === worth(best) && this.isCheaper(other, best)) ? other : best,
      )
      chosen.push(member)
      open = open.filter((set) => !set.includes(member))
    }
    return chosen.filter((member) => this.sets.some((set) => chosen.every((other) => other === member || !set.includes(other))))
  }

  private descend(open: readonly (readonly number[])[], cost: Cost): void {
    if (this.steps <= 0) return
    this.steps -= 1
    if (open.length === 0) {
      if (cheaper(cost, this.bestCost)) {
        this.best = [...this.chosen]
        this.bestCost = cost
      }
      return
    }
    const left = open.map((set) => set.filter((member) => !this.barred.has(member))).sort((a, b) => a.length - b.length)
    const bound = this.bound(left)
    if (!bound || !cheaper(plus(cost, bound), this.bestCost)) return
    const tried: number[] = []
    for (const member of left[0]!) {
      this.chosen.push(member)
      this.descend(
        left.filter((set) => !set.includes(member)),
        plus(cost, this.costs[member]!),
      )
      this.chosen.pop()
      this.barred.add(member)
      tried.push(member)
    }
    for (const member of tried) this.barred.delete(member)
  }

  /** Sets without a common member each cost at least their cheapest one. Null when a set can no longer be hit. */
  private bound(sets: readonly (readonly number[])[]): Cost | null {
    const taken = new Set<number>()
    let bound = free
    for (const set of sets) {
      if (set.length === 0) return null
      if (set.some((member) => taken.has(member))) continue
      for (const member of set) taken.add(member)
      bound = plus(bound, this.costs[set.reduce((best, other) => (this.isCheaper(other, best) ? other : best))]!)
    }
    return bound
  }

  private costOf(members: readonly number[]): Cost {
    return members.reduce((sum, member) => plus(sum, this.costs[member]!), free)
  }

  private isCheaper(a: number, b: number): boolean {
    return cheaper(this.costs[a]!, this.costs[b]!)
  }
}
