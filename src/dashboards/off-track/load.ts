import { type Db, oncePerConnection } from '../../../db/connection.ts'
import { dayAt } from '../../calendar/day.ts'
import { PROJECT } from '../../figures/question.ts'
import type { Words } from '../../language/words.ts'
import { PageCache } from '../../web/views/page-cache.ts'
import { loadFigures } from '../overview/load.ts'
import { standingsIn } from '../overview/standing.ts'
import { behindPlan, MOST_BEHIND, type OffTrack } from './off-track.ts'

/**
 * What is behind plan in the quarter that the overview opens on: worked out once until something is written, or the day is over.
 * @returns null in a file without a project
 */
export function loadOffTrack(db: Db, words: Words, now: number): OffTrack | null {
  return kept(db).get(`${words.language} ${dayAt(now)}`, () => offTrackNow(db, words, now))
}

const kept = oncePerConnection((db) => new PageCache<OffTrack | null>(() => db.dataVersion(), 4))

function offTrackNow(db: Db, words: Words, now: number): OffTrack | null {
  const figures = loadFigures({ db, words, now, query: {} })
  if (!figures) return null
  const behind = behindPlan(standingsIn({ ...figures, provinces: [], group: PROJECT }))
  const worst = behind.slice(0, MOST_BEHIND)
  return {
    quarter: figures.state.choice.to,
    count: behind.length,
    worst: worst.map(({ indicator, rated }) => ({ indicator, progress: rated.progress! })),
  }
}
