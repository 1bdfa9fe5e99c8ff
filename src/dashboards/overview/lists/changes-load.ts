import { dayAt, startOfDay } from '../../../calendar/day.ts'
import { lastCorrected } from '../../../figures/provenance/restated-store.ts'
import { PROJECT } from '../../../figures/question.ts'
import { partners } from '../../../partners/store.ts'
import { readAsAt } from '../../choice.ts'
import type { Request } from '../../load.ts'
import { pageAsked } from '../../parameters/parameter.ts'
import { loadFigures } from '../load.ts'
import { standingsIn } from '../standing.ts'
import { monthBefore } from './changed.ts'
import { namedCorrections } from './changed-load.ts'
import type { ChangesState } from './changes-page.ts'

/**
 * What was corrected since a day, and what moved in the quarter that the overview shows.
 * @returns null in a file without a project
 * @throws Refused
 */
export function loadChanges(request: Request): ChangesState | null {
  const figures = loadFigures(request)
  if (!figures) return null
  const { db, now, query } = request
  const { answer } = figures
  const { instant, wrong } = readAsAt(query.since, now, 'since')
  const isGiven = query.since !== undefined && query.since !== ''
  const since = isGiven && wrong.length === 0 ? dayAt(instant ?? now) : monthBefore(now)
  const state = { ...figures.state, wrong: [...figures.state.wrong, ...wrong] }
  const before = startOfDay(since)! - 1
  const corrections = state.seenThrough ? [] : namedCorrections(db, before, answer.asAt)
  // Where there is something to tell nobody is led further back.
  const [last] = corrections.length > 0 ? [] : lastCorrected(db, Math.min(before, answer.asAt), 1)
  const standings = standingsIn({ ...figures, provinces: [], group: PROJECT })
  return {
    state,
    since,
    corrections,
    lastBefore: last === undefined ? null : dayAt(last),
    standings,
    partners: partners(db),
    page: pageAsked(query).page,
  }
}
