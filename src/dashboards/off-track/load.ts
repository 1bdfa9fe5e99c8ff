import type { Db } from '../../../db/connection.ts'
import { ask } from '../../figures/ask.ts'
import type { Words } from '../../language/words.ts'
import { stateOf } from '../load.ts'
import { type OffTrack, offTrackIn, offTrackQuestion } from './off-track.ts'

/**
 * What is behind plan in the quarter that the overview opens on.
 * @returns null in a file without a project
 */
export function loadOffTrack(db: Db, words: Words, now: number): OffTrack | null {
  const state = stateOf({ db, words, now, query: {} }, 'quarter')
  return state && offTrackIn(ask(db, offTrackQuestion(state), now), state)
}
