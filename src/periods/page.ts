import { isOver, type Period } from '../calendar/period.ts'
import { quarterCode } from '../calendar/quarter.ts'
import type { Words } from '../language/words.ts'
import type { FreeTextProblem } from '../privacy/free-text.ts'
import { pauseSentences } from '../project/in-words.ts'
import { isPause } from '../project/phase.ts'
import type { ProjectCard } from '../project/project.ts'
import { groupedBy, type Slot, statusCounts } from '../submissions/board/slot.ts'
import type { Unchanged } from './form.ts'

/** What the list of periods is drawn from, oldest quarter first. */
export type PeriodsState = {
  project: ProjectCard | null
  periods: readonly Period[]
  slots: readonly Slot[]
  now: number
}

/** What is shown besides: why a quarter stays as it is, or a reason that came back with its problem. */
export type PeriodsPageState = {
  refused?: Unchanged
  wrong?: { code: string; reason: string; problem: FreeTextProblem }
}

type PeriodView = Period & {
  code: string
  over: boolean
  /** Nothing is due in it: the project is not at work. */
  paused: boolean
  /** How many submissions are expected, and how many of them stand where. */
  expected: number
  counts: ReturnType<typeof statusCounts>
  /** The submissions of the quarter, for those who may see them. */
  submissionsHref: string | null
}

/** Newest first, with what is expected in each quarter and where it stands. */
export type PeriodsModel = {
  refused: Unchanged | null
  wrong: PeriodsPageState['wrong'] | null
  periods: PeriodView[]
  /** What is said of the pauses among them. */
  pauses: string[]
}

declare module '../web/views/models.ts' {
  interface Views {
    'periods/periods': PeriodsModel
  }
  interface Parts {
    'periods/period': { period: PeriodView; csrf: Frame['csrf']; wrong: PeriodsModel['wrong'] }
    'periods/reopen': { period: PeriodView; csrf: Frame['csrf']; wrong: PeriodsModel['wrong'] }
  }
}

export function periodsPage(
  { project, periods, slots, now }: PeriodsState,
  shown: PeriodsPageState,
  seesSubmissions: boolean,
  words: Words,
): PeriodsModel {
  const whole = periods.length > 0 ? { from: periods[0]!.quarter, to: periods.at(-1)!.quarter } : null
  const byQuarter = groupedBy(slots, (slot) => slot.quarter)
  return {
    refused: shown.refused ?? null,
    wrong: shown.wrong ?? null,
    pauses: project && whole ? pauseSentences(project, whole, words) : [],
    periods: [...periods].reverse().map((period) => {
      const own = byQuarter.get(period.quarter) ?? []
      const code = quarterCode(period.quarter)
      return {
        ...period,
        code,
        submissionsHref: seesSubmissions ? `/submissions?from=${code}&to=${code}` : null,
        paused: project !== null && isPause(project, period.quarter),
        over: isOver(period.quarter, now),
        expected: own.length,
        counts: statusCounts(own),
      }
    }),
  }
}
