import { asc, eq, lte } from 'drizzle-orm'
import { type Db, oncePerVersion } from '../../../db/connection.ts'
import { result, resultScore } from '../../../db/schema.ts'
import type { Person } from '../../access/person.ts'
import { inBoth } from '../../language/text.ts'
import type { Result, ResultScore } from './result.ts'

/** The results framework from the top down, in the order of its list. */
export const results = oncePerVersion((db): Result[] => {
  const rows = db.select().from(result).orderBy(asc(result.position), asc(result.id)).all()
  const codes = new Map(rows.map(({ id, code }) => [id, code]))
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    level: row.level,
    component: row.component,
    parent: row.parentId === null ? null : codes.get(row.parentId)!,
    statement: inBoth(row.statementVi, row.statementEn),
    assumption:
      row.assumptionVi === null || row.assumptionEn === null ? null : inBoth(row.assumptionVi, row.assumptionEn),
    weight: row.weight,
    risk: row.risk,
  }))
})

/**
 * Every score there ever was, in the order in which they were given.
 * @param by given by this instant, ms; absent: whenever
 */
export function resultScores(db: Db, by: number = Number.MAX_SAFE_INTEGER): ResultScore[] {
  const { quarter, at, score, reason } = resultScore
  return db
    .select({ result: result.code, quarter, at, score, reason })
    .from(resultScore)
    .innerJoin(result, eq(result.id, resultScore.resultId))
    .where(lte(at, by))
    .orderBy(asc(at), asc(result.position))
    .all()
}

/** @param confirmed the reason looked as if it named somebody, and its writer says that it does not */
export function insertScore(
  db: Db,
  resultId: number,
  given: Omit<ResultScore, 'result'> & { confirmed: boolean },
  by: Pick<Person, 'id'>,
): void {
  db.insert(resultScore)
    .values({ resultId, ...given, byId: by.id })
    .run()
}
