import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { person, release, releaseIssuing } from '../../../db/schema.ts'
import type { IssuingProblem } from '../../vocabulary/release.ts'
import type { IssuingAttempt } from './attempt.ts'

export function insertAttempt(db: Db, releaseId: number, byId: number, at: number): void {
  deleteAttempt(db, releaseId)
  db.insert(releaseIssuing).values({ releaseId, byId, at }).run()
}

export function deleteAttempt(db: Db, releaseId: number): void {
  db.delete(releaseIssuing).where(eq(releaseIssuing.releaseId, releaseId)).run()
}

/** No when there is none any more: the report was discarded meanwhile. */
export function setAttemptProblem(db: Db, releaseId: number, problem: IssuingProblem): boolean {
  const here = eq(releaseIssuing.releaseId, releaseId)
  return db.update(releaseIssuing).set({ problem }).where(here).run().changes > 0
}

export function attemptOf(db: Db, releaseId: number): IssuingAttempt | null {
  const attempt = db
    .select({ at: releaseIssuing.at, by: person.name, problem: releaseIssuing.problem })
    .from(releaseIssuing)
    .innerJoin(person, eq(person.id, releaseIssuing.byId))
    .where(eq(releaseIssuing.releaseId, releaseId))
    .get()
  return attempt ?? null
}

/** Numbers of reports that somebody set out to issue, and of which it is not known what came of it. */
export function attemptsWithoutEnd(db: Db): number[] {
  return db
    .select({ id: releaseIssuing.releaseId })
    .from(releaseIssuing)
    .innerJoin(release, eq(release.id, releaseIssuing.releaseId))
    .where(and(isNull(releaseIssuing.problem), ne(release.state, 'issued')))
    .orderBy(asc(releaseIssuing.releaseId))
    .all()
    .map(({ id }) => id)
}
