import type {
  AuditHandover,
  AuditName,
  AuditQuarter,
  AuditReporter,
  AuditRestated,
  AuditRow,
  AuditSuccession,
} from './ground.ts'

/*
 * Stocks and counts since the beginning a second time, from the words of the rule (docs/figures.md) and nothing else: who
 * took over from whom is a table of yes and no between all reporters, filled until nothing changes any more.
 */

/** What is told of the reporters of a figure. */
export type Told = {
  /** The values that go into it, one list of rows for each. */
  given: AuditRow[][]
  /** Lines expected that have none. */
  silent: number
  coverage: [k: number, n: number]
  /** How many reporters are expected, or give something where that is more. */
  reporters: number
  /** How many different quarters are expected; of no account where the last one is taken. */
  quarters: number
  carried: boolean
  ended: boolean
  /** Whether a value of a reporter's quarter is one that counts. */
  counting: (value: AuditRestated) => boolean
}

type PassedOn = { successions: readonly AuditSuccession[]; handovers: readonly AuditHandover[] }

/** "The last reported value in the span of each line" of the reporters that were asked in it. */
export function lastOfLines(rule: 'latest' | 'life', asked: readonly AuditReporter[], known: PassedOn): Told {
  const now = Math.max(...asked.flatMap((one) => one.quarters.filter((q) => q.due).map((q) => q.quarter)))
  const current = asked.filter(({ quarters }) => quarters.some((q) => (q.due || q.rows.length > 0) && q.quarter >= now))
  const isHeirOf = heirTable(current, asked, known)
  const gone = asked.filter((one) => !current.includes(one))
  const without = gone.filter((one) => !current.some((other) => isHeirOf(other, one)))
  const stays = rule === 'life' ? without.filter((one) => !asked.some((other) => isHeirOf(other, one))) : []
  const used = new Set<AuditReporter>()
  const told: Told = {
    ...{ given: [], silent: 0, coverage: [0, 0], reporters: 0, quarters: 0, carried: false },
    counting: ({ place, partner, quarter }) =>
      [...used].some((one) => one.place === place && one.partner === partner && lastOf(one)!.quarter === quarter),
    ended: rule === 'latest' && without.some((one) => one.quarters.some((q) => !q.away)),
  }
  for (const one of [...current, ...stays]) {
    const before = gone.filter(
      (other) => isHeirOf(one, other) && !asked.some((heir) => isHeirOf(heir, other) && lastOf(heir) !== undefined),
    )
    const speakers = lastOf(one) ? [one] : before.filter((other) => lastOf(other) !== undefined)
    if (![one, ...before].some(({ quarters }) => quarters.some((q) => !q.away))) continue
    told.coverage[1] += 1
    if (speakers.length > 0) told.coverage[0] += 1
    else told.silent += 1
    const due = one.quarters.filter((q) => q.due).at(-1)
    if (due && speakers.some((speaker) => lastOf(speaker)!.quarter < due.quarter)) told.carried = true
    for (const speaker of speakers) used.add(speaker)
  }
  told.given = [...used].map((speaker) => lastOf(speaker)!.rows)
  told.reporters = Math.max(told.coverage[1], used.size + told.silent)
  return told
}

function lastOf({ quarters }: AuditReporter): AuditQuarter | undefined {
  return quarters.filter((q) => q.rows.length > 0).at(-1)
}

/**
 * Whether one took over from another, at whatever remove: through others who need not be part of the figure, and not past one
 * who is current, since it speaks for itself.
 */
function heirTable(current: readonly AuditName[], asked: readonly AuditName[], known: PassedOn) {
  const everyone = [...asked, ...known.handovers.flatMap(({ from, to }) => [from, to])]
  const steps = known.handovers.map(({ from, to }): [string, string] => [nameOf(from), nameOf(to)])
  for (const partner of new Set(everyone.map((one) => one.partner)))
    for (const { from, to } of known.successions)
      steps.push([nameOf({ place: from, partner }), nameOf({ place: to, partner })])
  const speaking = new Set(current.map(nameOf))
  const table = closed(steps.filter(([from]) => !speaking.has(from)))
  return (heir: AuditName, of: AuditName) => table.get(nameOf(of))?.has(nameOf(heir)) ?? false
}

function nameOf({ place, partner }: AuditName): string {
  return `${partner} in ${place}`
}

/** What follows from pairs when each may go on where another ends. */
function closed(pairs: readonly [string, string][]): Map<string, Set<string>> {
  const reach = new Map<string, Set<string>>()
  for (const [from, to] of pairs) reach.set(from, (reach.get(from) ?? new Set()).add(to))
  for (let grew = true; grew; ) {
    grew = false
    for (const reached of reach.values()) {
      const size = reached.size
      for (const at of [...reached]) for (const next of reach.get(at) ?? []) reached.add(next)
      if (reached.size > size) grew = true
    }
  }
  return reach
}
