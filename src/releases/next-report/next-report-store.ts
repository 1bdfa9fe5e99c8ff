import { eq } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { releaseNextReport } from '../../../db/schema.ts'
import type { Person } from '../../access/person.ts'

/** On which day readers of a report may expect the next one, ISO; null where nobody said. */
export function nextReportOf(db: Db, releaseId: number | null): string | null {
  if (releaseId === null) return null
  const row = db.select().from(releaseNextReport).where(eq(releaseNextReport.releaseId, releaseId)).get()
  return row?.day ?? null
}

export function writeNextReport(db: Db, releaseId: number, day: string | null, by: Person, at: number): void {
  deleteNextReport(db, releaseId)
  if (day !== null) db.insert(releaseNextReport).values({ releaseId, day, at, byId: by.id }).run()
}

export function deleteNextReport(db: Db, releaseId: number): void {
  db.delete(releaseNextReport).where(eq(releaseNextReport.releaseId, releaseId)).run()
}
