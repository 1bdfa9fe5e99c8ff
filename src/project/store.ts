import { asc } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { phase, project, projectQuarters } from '../../db/schema.ts'
import { isKnownAt, type Known } from '../calendar/known.ts'
import { asKnown } from '../calendar/known-store.ts'
import type { Phase } from './phase.ts'
import type { ProjectCard } from './project.ts'

/**
 * The project this file is about, with the quarters and phases it was known to have then; null in a file that has just been made.
 * @param asAt ms; absent = as it is known now
 */
export function projectCard(db: Db, asAt?: number): ProjectCard | null {
  return cards(db, asAt)
}

/** When its quarters and phases were known: what rests on them is another one from then on. */
export function knownOfProject(db: Db): Known[] {
  return [...db.select().from(projectQuarters).all(), ...db.select().from(phase).all()]
}

const cards = asKnown(knownOfProject, (db, asAt): ProjectCard | null => {
  const row = db.select().from(project).get()
  const spans = db.select().from(projectQuarters).orderBy(asc(projectQuarters.knownFrom)).all()
  // Before anything was known of it, it has the quarters that were known first.
  const span = spans.find((one) => isKnownAt(one, asAt)) ?? spans[0]
  if (!row || !span) return null
  return {
    code: row.code,
    name: { vi: row.nameVi, en: row.nameEn },
    donor: { vi: row.donorVi, en: row.donorEn },
    firstQuarter: span.firstQuarter,
    lastQuarter: span.lastQuarter,
    phases: phasesIn(db, asAt),
    illustrative: row.illustrative,
  }
})

function phasesIn(db: Db, asAt?: number): Phase[] {
  const rows = db
    .select()
    .from(phase)
    .orderBy(asc(phase.firstQuarter))
    .all()
    .filter((one) => isKnownAt(one, asAt))
  return rows.map(({ code, nameVi, nameEn, firstQuarter, lastQuarter }) => ({
    code,
    name: { vi: nameVi, en: nameEn },
    from: firstQuarter,
    to: lastQuarter,
  }))
}
