import { type Reporter, reporterKey } from '../../assignments/assignment.ts'
import type { Heirs } from '../../assignments/heirs.ts'
import { type Due, NOTHING_DUE } from '../../assignments/owed.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { LastOfLine } from '../../indicators/rules.ts'
import { type Line, linesOf, type Member } from '../add-up/line.ts'

/** A value as it came: of one cell of a reporter's quarter. */
type Came = Reporter & { quarter: Quarter; state: 'reported' | 'not applicable' }

/** A reporter that took over from others of the scope, which are not asked any more. */
export type TakenOver = {
  heir: Reporter
  /** `since`: the first quarter in which they are not asked any more; null where nobody asked them. */
  predecessors: (Reporter & { since: Quarter | null })[]
  /** Those of them whose last value stands in, while the heir has none. */
  standIns: Reporter[]
}

/** Who gave the last value of each line, who took over from whom, and who left. */
export type FigureLines = {
  /** The quarter of the value that counts, by the key of its reporter. */
  givers: ReadonlyMap<string, Quarter>
  takenOver: TakenOver[]
  ended: Reporter[]
}

type Named = Member & Reporter & { since: Quarter | null }

/** What a reporter of the scope was asked for in the span, and the last quarter in which it is asked at all. */
export type Owed = Reporter & { due: Due; until: Quarter }

/**
 * The lines behind one figure, told from its values: the same rule that made the figure.
 * @param owed what each reporter of the scope was asked for in the span
 * @param came everything that came from the scope in the span
 * @param counted what of it belongs to the figure's own category
 */
export function linesOfFigure(
  overTime: LastOfLine,
  owed: readonly Owed[],
  came: readonly Came[],
  counted: readonly Came[],
  heirs: Heirs,
): FigureLines {
  const asked = new Map(owed.map((one) => [reporterKey(one), one]))
  const named = new Map<string, Reporter>([...owed, ...came].map((one) => [reporterKey(one), one]))
  const [rows, own] = [byReporter(came), byReporter(counted)]
  const members = [...named].flatMap(([key, { partnerId, placeId }]): Named[] => {
    const { due, until } = asked.get(key) ?? { due: NOTHING_DUE, until: null }
    const member = memberOf(key, due, rows.get(key) ?? [], own.get(key) ?? [])
    return member ? [{ ...member, partnerId, placeId, since: until === null ? null : until + 1 }] : []
  })
  const { lines, ended } = linesOf(overTime, members, heirs)
  return {
    givers: new Map(lines.flatMap(({ givers }) => givers.map(({ reporter, latest }) => [reporter, latest!]))),
    takenOver: lines.filter(({ predecessors }) => predecessors.length > 0).map(takenOverOf),
    ended: ended.map(plain),
  }
}

/** Null: nothing was asked of the reporter, and nothing came. */
function memberOf(reporter: string, due: Due, came: readonly Came[], counted: readonly Came[]): Member | null {
  const given = quartersOf(came, 'reported')
  const asked = new Set([...due.quarters, ...given])
  if (asked.size === 0) return null
  const away = [...quartersOf(came, 'not applicable')].filter((quarter) => asked.has(quarter) && !given.has(quarter))
  const own = quartersOf(counted, 'reported')
  return {
    reporter,
    expected: asked.size - away.length,
    reported: own.size,
    lastDue: due.last,
    latest: own.size === 0 ? null : Math.max(...own),
  }
}

function quartersOf(rows: readonly Came[], state: Came['state']): Set<Quarter> {
  return new Set(rows.filter((row) => row.state === state).map(({ quarter }) => quarter))
}

function byReporter(rows: readonly Came[]): Map<string, Came[]> {
  const lists = new Map<string, Came[]>()
  for (const row of rows) {
    const list = lists.get(reporterKey(row))
    if (list) list.push(row)
    else lists.set(reporterKey(row), [row])
  }
  return lists
}

function takenOverOf({ holder, predecessors, givers }: Line<Named>): TakenOver {
  return {
    heir: plain(holder),
    predecessors: predecessors.map(({ since, ...one }) => ({ ...plain(one), since })),
    standIns: givers.filter((giver) => giver !== holder).map(plain),
  }
}

function plain({ partnerId, placeId }: Reporter): Reporter {
  return { partnerId, placeId }
}
