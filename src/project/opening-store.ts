import { eq } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { opening, person } from '../../db/schema.ts'
import type { Mode } from '../config/mode.ts'
import type { FileHistory, FileOrigin } from './opening.ts'
import { projectCard } from './store.ts'

/** Notes the first time a file is opened as what; later times write nothing. */
export function noteOpening(db: Db, mode: Mode, now: number): void {
  if (openedAs(db, mode) === null) db.insert(opening).values({ mode, at: now }).run()
}

export function fileOrigin(db: Db): FileOrigin {
  return {
    demo: openedAs(db, 'demo'),
    production: openedAs(db, 'production'),
    illustrative: projectCard(db)?.illustrative ?? null,
  }
}

/** @param invited e-mail addresses of everybody in the stories of the demos */
export function fileHistory(db: Db, invited: ReadonlySet<string>): FileHistory {
  const people = db.select({ email: person.email }).from(person).all()
  return { ...fileOrigin(db), strangers: people.filter(({ email }) => !invited.has(email)).length }
}

function openedAs(db: Db, mode: Mode): number | null {
  return db.select().from(opening).where(eq(opening.mode, mode)).get()?.at ?? null
}
