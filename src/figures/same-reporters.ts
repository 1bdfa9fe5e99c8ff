import { type Heirs, heirsDown } from '../assignments/heirs.ts'

/** What was asked of a reporter, or of several read as one, in a period, and how much of it came. */
export type Reported = { reporter: string; expected: number; reported: number }

/**
 * Whether the same reporters gave the figures of two periods. A reporter is the same whoever carries its line on: of those who are
 * asked no more, whoever took over from them stands for them, and what several were asked stands beside what one is asked that
 * took over from them all. Who is asked no more without such an heir, or was not asked before and took over from nobody that
 * left, makes it another set of reporters. Of several read as one it is known only when all or none of them reported.
 * @param heirs of the indicator
 */
export function isAlike(now: readonly Reported[], before: readonly Reported[], heirs: Heirs): boolean {
  const [is, was] = [asked(now), asked(before)]
  return linesOver(is, was, heirs).every((line) => isSame(line, is, was))
}

type Asked = ReadonlyMap<string, Reported>

function asked(sums: readonly Reported[]): Asked {
  return new Map(sums.filter(({ expected, reported }) => expected + reported > 0).map((sum) => [sum.reporter, sum]))
}

/** Reporters of both periods, those of one line together. Who is new, or left without an heir, stands alone: never as in the other. */
function linesOver(is: Asked, was: Asked, heirs: Heirs): Set<string>[] {
  const lineOf = new Map<string, Set<string>>(
    [...new Set([...was.keys(), ...is.keys()])].map((key) => [key, new Set([key])]),
  )
  for (const left of was.keys()) {
    if (is.has(left)) continue
    for (const heir of heirsDown(left, heirs, (key) => is.has(key))) {
      if (!is.has(heir)) continue
      const line = new Set([...lineOf.get(left)!, ...lineOf.get(heir)!])
      for (const key of line) lineOf.set(key, line)
    }
  }
  return [...new Set(lineOf.values())]
}

/** Whether all or none of a line reported, and as in the other period: as many of one reporter, as completely of several. */
function isSame(line: ReadonlySet<string>, is: Asked, was: Asked): boolean {
  const [now, before] = [sumOf(line, is), sumOf(line, was)]
  const whole = ({ expected, reported }: Sum) => reported === 0 || reported === expected
  if (!whole(now) || !whole(before)) return false
  if (line.size > 1) return now.reported > 0 === before.reported > 0
  return now.reported === before.reported && now.expected === before.expected
}

type Sum = Omit<Reported, 'reporter'>

function sumOf(line: ReadonlySet<string>, of: Asked): Sum {
  const sum = { expected: 0, reported: 0 }
  for (const key of line) {
    sum.expected += of.get(key)?.expected ?? 0
    sum.reported += of.get(key)?.reported ?? 0
  }
  return sum
}
