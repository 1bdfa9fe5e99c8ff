import { type Heirs, heirsDown } from '../../assignments/heirs.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { LastOfLine } from '../../indicators/rules.ts'

/** What a reporter was asked for and gave in a span, before its line is looked at. */
export type Member = {
  /** Its key, as `reporterKey` makes it. */
  reporter: string
  /** Submissions asked for that are left without the not applicable ones; 0: nothing of it applies. */
  expected: number
  /** Quarters with a value. */
  reported: number
  /** The last quarter it was asked in; null: what it gave nobody asked for. */
  lastDue: Quarter | null
  /** The last quarter with a value. */
  latest: Quarter | null
}

/** A line of reporting in a span: a reporter and those whose duty it took over. */
export type Line<M extends Member> = {
  /** Who is asked now or, where a line that ended still counts, who was asked last. */
  holder: M
  /** Those of the scope that it took over from, at whatever remove, and that are not asked any more. */
  predecessors: readonly M[]
  /** Whose last values it is made of: the holder's own; while it has none, its predecessors'. None: nothing came. */
  givers: readonly M[]
  /** Something that was asked of it applies; else it leaves n. */
  applies: boolean
  /** A value in it is older than the last quarter it was asked in. */
  carried: boolean
}

export type Lines<M extends Member> = {
  lines: Line<M>[]
  /** Those who left without an heir who is asked now, and whose stock left with them. */
  ended: M[]
}

/**
 * The lines of those who were asked, or gave something, within the scope of a figure. The last quarter in which anyone of the
 * scope was asked decides who is current; who gave something in it or later without being asked is current too, and where
 * nobody was asked all are.
 *
 * A current reporter holds a line, whoever has a current heir counts no more beside it, and who has neither leaves a stock
 * (`latest`) and stays in a count since the beginning (`life`), where the last of its line holds it. While the holder has no
 * value, those of its predecessors stand in for it: of each way up the line the nearest. What any heir of a predecessor has
 * said already is not said again by the predecessor, so that nothing stands beside what took it over. Who is current ends the
 * way: while two of one line are asked at the same time, each holds its own.
 * @param overTime of the rules
 * @param heirs of the indicator
 */
export function linesOf<M extends Member>(overTime: LastOfLine, members: readonly M[], heirs: Heirs): Lines<M> {
  const isCurrent = currentIn(members)
  const current = members.filter(isCurrent)
  const former = members.filter((member) => !isCurrent(member))
  const here = new Map(members.map((member) => [member.reporter, member]))
  const predecessors = new Map<M, Former<M>[]>()
  const stayed: M[] = []
  const ended: M[] = []
  const isEnd = (key: string) => here.has(key) && isCurrent(here.get(key)!)
  for (const member of former) {
    const down = [...heirsDown(member.reporter, heirs, isEnd)].flatMap((key) => here.get(key) ?? [])
    const superseded = down.some(({ reported }) => reported > 0)
    for (const heir of down) predecessors.set(heir, [...(predecessors.get(heir) ?? []), { member, superseded }])
    if (down.some(isCurrent)) continue
    if (overTime === 'life' && down.length === 0) stayed.push(member)
    if (overTime === 'latest' && member.expected > 0) ended.push(member)
  }
  const lines = [...current, ...stayed].map((holder) => lineOf(holder, predecessors.get(holder) ?? []))
  return { lines, ended }
}

/** Who is not current, and whether an heir of it has a value of its own. */
type Former<M extends Member> = { member: M; superseded: boolean }

function currentIn(members: readonly Member[]): (member: Member) => boolean {
  const last = members.reduce((latest, { lastDue }) => Math.max(latest, lastDue ?? 0), 0)
  return ({ lastDue, latest }) => Math.max(lastDue ?? 0, latest ?? 0) >= last
}

function lineOf<M extends Member>(holder: M, former: readonly Former<M>[]): Line<M> {
  const open = former.filter(({ superseded }) => !superseded).map(({ member }) => member)
  const givers = holder.reported > 0 ? [holder] : open.filter(({ reported }) => reported > 0)
  const { lastDue } = holder
  const isOlder = ({ latest }: M) => (latest ?? 0) < (lastDue ?? 0)
  return {
    holder,
    predecessors: former.map(({ member }) => member),
    givers,
    applies: holder.expected > 0 || open.some(({ expected }) => expected > 0),
    carried: givers.some(isOlder),
  }
}
