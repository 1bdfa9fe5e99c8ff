import type { Reporter } from '../../assignments/assignment.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { datesOf } from '../../calendar/span.ts'
import type { FigureContributions } from '../../figures/provenance/contributions.ts'
import type { TakenOver } from '../../figures/provenance/figure-lines.ts'
import { day } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import { type EntryContext, reporterIn } from './entries.ts'

/** More than these are told by their number alone. */
const TOLD = 20

/** "Women's Union (Hà Tĩnh), on 1 Jan 2022". */
function since(reporter: string, quarter: Quarter | null, words: Words): string {
  if (quarter === null) return reporter
  const { first } = datesOf({ from: quarter, to: quarter })
  return words.t('charts:origin.since', { reporter, day: day(first, words.language) })
}

/** Who took over from whom and who left, in sentences: why a value that was reported is not in the figure. */
export function lineSentences(
  context: EntryContext,
  { takenOver, ended }: Pick<FigureContributions, 'takenOver' | 'ended'>,
): string[] {
  const { words, choice } = context.state
  const { last } = datesOf(choice)
  const named = (reporter: Reporter) => reporterIn(context, reporter, last)
  const list = (reporters: readonly Reporter[]) => reporters.map(named).join(', ')
  const taken = ({ heir, predecessors, standIns }: TakenOver) => {
    const before = predecessors.map((one) => since(named(one), one.since, words)).join(', ')
    const who = { heir: named(heir), predecessors: before, standIns: list(standIns) }
    return words.t(standIns.length > 0 ? 'charts:origin.stands-in' : 'charts:origin.taken-over', who)
  }
  const left = (reporter: Reporter) => words.t('charts:origin.has-left', { reporter: named(reporter) })
  const sentences = [...takenOver.map((one) => () => taken(one)), ...ended.map((one) => () => left(one))]
  const more = sentences.length - TOLD
  const told = sentences.slice(0, TOLD).map((sentence) => sentence())
  return more > 0 ? [...told, words.t('charts:origin.more-lines', { count: more })] : told
}
