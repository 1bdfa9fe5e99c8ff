import { type Reporter, reporterKey, reporterOf } from '../../assignments/assignment.ts'
import { type Heirs, heirsDown, predecessorsIn } from '../../assignments/heirs.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { totalOf } from '../../figures/sums.ts'
import type { Rules } from '../../indicators/indicator.ts'
import { isSummed } from '../../indicators/measure.ts'
import { effective } from '../../indicators/rules.ts'
import type { Entry } from '../entry.ts'
import type { LastReported } from './previous.ts'

/** Who may have given the last value of a line: the reporter itself, or one whose duty it took over. */
export type OfLine = {
  reporter: Reporter
  /** Others took its duty over as well, and are asked beside the reporter: what it gave was not for the reporter's part alone. */
  isShared: boolean
  isAskedIn: (quarter: Quarter) => boolean
}

/**
 * The line of a reporter: itself, and those up the line that are not asked in the quarter any more.
 * @param isAsked whether somebody, by its key, is asked in a quarter
 */
export function lineUpFrom(
  reporter: Reporter,
  quarter: Quarter,
  heirs: Heirs,
  isAsked: (key: string, quarter: Quarter) => boolean,
): OfLine[] {
  const isNow = (key: string) => isAsked(key, quarter)
  const own = reporterKey(reporter)
  const up = [...heirsDown(own, predecessorsIn(heirs), isNow)].filter((key) => !isNow(key))
  return [own, ...up].map((key) => ({
    reporter: reporterOf(key),
    isShared: key !== own && [...heirsDown(key, heirs, isNow)].filter(isNow).length > 1,
    isAskedIn: (earlier) => isAsked(key, earlier),
  }))
}

/**
 * The last value of a line, like for like: of the last quarter in which anybody of it gave one, from all of it who were asked then.
 * Null where somebody of them gave none, or gave one for others besides, and where their values can't be added.
 * @param last what each of the line gave last, in the order of the line
 */
export function previousOfLine(
  rules: Rules,
  line: readonly OfLine[],
  last: readonly (LastReported | undefined)[],
): (LastReported & { givers: Reporter[] }) | null {
  const quarter = Math.max(...last.map((one) => one?.quarter ?? 0))
  if (quarter === 0) return null
  const then = line.flatMap((one, nth) => {
    const given = last[nth]?.quarter === quarter ? last[nth].entries : null
    return given || one.isAskedIn(quarter) ? [{ ...one, given }] : []
  })
  if (then.some(({ given, isShared }) => given === null || isShared)) return null
  if (then.length > 1 && !(isSummed(rules.measure) && effective(rules).overPlaces === 'sum')) return null
  return {
    quarter,
    entries: together(
      rules,
      then.flatMap(({ given }) => given ?? []),
    ),
    givers: then.map(({ reporter }) => reporter),
  }
}

/** Entries of several reporters, cell by cell. */
function together({ measure }: Rules, entries: readonly Entry[]): Entry[] {
  const byCell = new Map<string, Entry[]>()
  for (const entry of entries) byCell.set(entry.cell, [...(byCell.get(entry.cell) ?? []), entry])
  return [...byCell.values()].flatMap((same) => {
    const [first] = same as [Entry, ...Entry[]]
    if (same.length === 1) return [first]
    const sum = totalOf(
      measure,
      same.flatMap(({ value, base }) => (value === null ? [] : [{ value, base }])),
    )
    return sum ? [{ ...first, ...sum }] : []
  })
}
