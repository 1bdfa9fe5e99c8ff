import { asc } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { component, phase, placeLevel, project, projectQuarters } from '../../db/schema.ts'
import { isKnownAt, type Known } from '../calendar/known.ts'
import { asKnown } from '../calendar/known-store.ts'
import { NO_TERMS, type Terms } from '../language/terms.ts'
import { inBoth } from '../language/text.ts'
import { donorsIn } from './donor-store.ts'
import type { IatiIdentity } from './iati.ts'
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
    name: inBoth(row.nameVi, row.nameEn),
    donors: donorsIn(db),
    lead: row.leadVi === null || row.leadEn === null ? null : inBoth(row.leadVi, row.leadEn),
    firstQuarter: span.firstQuarter,
    lastQuarter: span.lastQuarter,
    dueDays: row.dueDays,
    thresholds: { donor: row.donorThreshold, public: row.publicThreshold },
    phases: phasesIn(db, asAt),
    terms: termsIn(db, row),
    illustrative: row.illustrative,
    iati: row.iati === null ? null : (JSON.parse(row.iati) as IatiIdentity),
  }
})

/** What the project of a file calls its own things. */
export function termsOf(db: Db): Terms {
  return projectCard(db)?.terms ?? NO_TERMS
}

function termsIn(db: Db, { shortVi, shortEn }: typeof project.$inferSelect): Terms {
  const levels = db.select().from(placeLevel).orderBy(asc(placeLevel.depth)).all()
  const components = db.select().from(component).orderBy(asc(component.position), asc(component.code)).all()
  return {
    product: inBoth(shortVi, shortEn),
    levels: levels.map((row) => ({ one: inBoth(row.oneVi, row.oneEn), many: inBoth(row.manyVi, row.manyEn) })),
    components: components.map(({ code, nameVi, nameEn, colour }) => ({ code, name: inBoth(nameVi, nameEn), colour })),
  }
}

function phasesIn(db: Db, asAt?: number): Phase[] {
  const rows = db
    .select()
    .from(phase)
    .orderBy(asc(phase.firstQuarter))
    .all()
    .filter((one) => isKnownAt(one, asAt))
  return rows.map(({ code, nameVi, nameEn, firstQuarter, lastQuarter }) => ({
    code,
    name: inBoth(nameVi, nameEn),
    from: firstQuarter,
    to: lastQuarter,
  }))
}
