/** What hiding a row costs: the count of figures first, the size of them second. */
export interface Cost {
  first: number
  second: number
}

export interface HittingSet {
  chosen: readonly number[]
  cost: Cost
  /** Steps the search took. When it took all it was given, there may be a cheaper choice. */
  steps: number
}

export const FREE: Cost = { first: 0, second: 0 }

export function plus(a: Cost, b: Cost): Cost {
  return { first: a.first + b.first, second: a.second + b.second }
}

export function cheaper(a: Cost, b: Cost): boolean {
  return a.first < b.first || (a.first === b.first && a.second < b.second)
}

/** Order of members by cost, those of equal cost by number. */
export function byCost(costs: readonly Cost[], a: number, b: number): number {
  return costs[a]!.first - costs[b]!.first || costs[a]!.second - costs[b]!.second || a - b
}

/** A member of every set, at the least cost. Sets that share no member are solved apart. `steps` bounds the search; with 0 it is a rough one. */
export function cheapestHittingSet(
  sets: readonly (readonly number[])[],
  costs: readonly Cost[],
  steps: number,
): HittingSet {
  let left = steps
  const answers = split(smallest(sets)).map((block) => {
    const answer = solveBlock(block, costs, left)
    left -= answer.steps
    return answer
  })
  return {
    chosen: answers.flatMap((answer) => answer.chosen).sort((a, b) => a - b),
    cost: answers.reduce((sum, answer) => plus(sum, answer.cost), FREE),
    steps: steps - left,
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
  const search = new Search(sets, members, costs)
  search.run(steps)
  const chosen = search.best.map((place) => members[place]!)
  return { chosen, cost: search.bestCost, steps: steps - search.left }
}

/** Members that hit no more than another does, and are no cheaper, are never needed. Cheapest first. */
function useful(sets: readonly ReadonlySet<number>[], costs: readonly Cost[]): number[] {
  const hits = new Map<number, Set<number>>()
  for (const [index, set] of sets.entries())
    for (const member of set) hits.set(member, (hits.get(member) ?? new Set()).add(index))
  const members = [...hits.keys()].sort((a, b) => byCost(costs, a, b))
  const kept: number[] = []
  for (const member of members) {
    const own = [...hits.get(member)!]
    if (!kept.some((other) => own.every((index) => hits.get(other)!.has(index)))) kept.push(member)
  }
  return kept
}

/**
 * Branch and bound: take the set with the fewest members left, try each of them, cheapest first. Members are numbered
 * by cost and sets kept as bits, so that the cheapest member of a set is its lowest bit.
 */
class Search {
  best: readonly number[] = []
  bestCost: Cost = { first: Number.POSITIVE_INFINITY, second: 0 }
  left = 0
  private readonly chosen: number[] = []
  private readonly costs: readonly Cost[]
  private readonly sets: readonly Uint32Array[]
  private readonly words: number

  constructor(sets: readonly ReadonlySet<number>[], members: readonly number[], costs: readonly Cost[]) {
    this.words = Math.ceil(members.length / 32)
    this.costs = members.map((member) => costs[member]!)
    this.sets = sets.map((set) => {
      const bits = new Uint32Array(this.words)
      for (const [place, member] of members.entries()) if (set.has(member)) bits[place >>> 5]! |= 1 << (place & 31)
      return bits
    })
  }

  run(steps: number): void {
    this.left = steps
    this.best = this.rough()
    this.bestCost = this.best.reduce((sum, place) => plus(sum, this.costs[place]!), FREE)
    const allowed = new Uint32Array(this.words).fill(0xffffffff)
    this.descend(this.sets, allowed, FREE)
  }

  /** A good one at once, so that a search cut short still has an answer. */
  private rough(): number[] {
    const chosen: number[] = []
    let open = this.sets
    while (open.length > 0) {
      let [best, worth] = [-1, 0]
      for (const [place, cost] of this.costs.entries()) {
        const own = open.reduce((hits, set) => hits + (has(set, place) ? 1 : 0), 0) / cost.first
        if (own > worth) [best, worth] = [place, own]
      }
      chosen.push(best)
      open = open.filter((set) => !has(set, best))
    }
    return chosen.reduce<number[]>((kept, place) => {
      const others = kept.filter((other) => other !== place)
      return this.sets.every((set) => others.some((other) => has(set, other))) ? others : kept
    }, chosen)
  }

  private descend(open: readonly Uint32Array[], allowed: Uint32Array, cost: Cost): void {
    if (this.left <= 0) return
    this.left -= 1
    if (open.length === 0) {
      if (cheaper(cost, this.bestCost)) {
        this.best = [...this.chosen]
        this.bestCost = cost
      }
      return
    }
    const sets = fewestFirst(open, allowed)
    const bound = this.bound(sets, allowed)
    if (bound === null || !cheaper(plus(cost, bound), this.bestCost)) return
    const first = sets[0]!
    const still = allowed.slice()
    for (let place = 0; place < this.costs.length; place++) {
      if (!has(first, place) || !has(allowed, place)) continue
      this.chosen.push(place)
      const rest = sets.filter((set) => !has(set, place))
      this.descend(rest, still.slice(), plus(cost, this.costs[place]!))
      this.chosen.pop()
      still[place >>> 5]! &= ~(1 << (place & 31))
    }
  }

  /** Sets without a common member each cost at least their cheapest one. Null when a set can no longer be hit. */
  private bound(sets: readonly Uint32Array[], allowed: Uint32Array): Cost | null {
    const taken = new Uint32Array(this.words)
    let [first, second] = [0, 0]
    for (const set of sets) {
      let cheapest = -1
      let apart = true
      for (let word = 0; word < this.words; word++) {
        const bits = set[word]! & allowed[word]!
        if ((bits & taken[word]!) !== 0) apart = false
        if (bits !== 0 && cheapest < 0) cheapest = word * 32 + 31 - Math.clz32(bits & -bits)
      }
      if (cheapest < 0) return null
      if (!apart) continue
      for (let word = 0; word < this.words; word++) taken[word]! |= set[word]! & allowed[word]!
      first += this.costs[cheapest]!.first
      second += this.costs[cheapest]!.second
    }
    return { first, second }
  }
}

function has(bits: Uint32Array, place: number): boolean {
  return (bits[place >>> 5]! & (1 << (place & 31))) !== 0
}

function fewestFirst(sets: readonly Uint32Array[], allowed: Uint32Array): Uint32Array[] {
  const bySize: Uint32Array[][] = []
  for (const set of sets) {
    let size = 0
    for (let word = 0; word < allowed.length; word++) size += ones(set[word]! & allowed[word]!)
    const same = bySize[size]
    if (same) same.push(set)
    else bySize[size] = [set]
  }
  return bySize.flat()
}

/** How many bits of a word are set. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
