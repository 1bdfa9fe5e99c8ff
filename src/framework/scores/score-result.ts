import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { quarterCode } from '../../calendar/quarter.ts'
import { insertScore, resultScores, results } from '../../indicators/results/result-store.ts'
import { record } from '../../trail/store.ts'
import type { GivenScore } from './form.ts'

/** Says how a result did by the end of a quarter, and why; what was said before stands, and this holds from now on. */
export function scoreResult(
  db: Db,
  by: Person,
  { result, quarter, score, reason, keptOnWord }: GivenScore,
  now: number,
): void {
  db.tx(() => {
    const found = results(db).find(({ code }) => code === result)
    if (!found) throw new Error(`no result ${result}`)
    // Two of one instant: what was said last holds.
    const last = resultScores(db)
      .filter((one) => one.result === result && one.quarter === quarter)
      .at(-1)
    const at = Math.max(now, (last?.at ?? 0) + 1)
    insertScore(db, found.id, { quarter, at, score, reason, confirmed: keptOnWord }, by)
    const detail = { to: quarterCode(quarter), score, ...(keptOnWord ? { keptOnWord } : {}) }
    record(db, { at: now, by, verb: 'result.scored', subject: ['result', result], detail })
  })
}
