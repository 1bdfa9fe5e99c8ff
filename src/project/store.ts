import { asc } from 'drizzle-orm'
import { type Db, oncePerVersion } from '../../db/connection.ts'
import { phase, project } from '../../db/schema.ts'
import type { Phase } from './phase.ts'
import type { ProjectCard } from './project.ts'

/** The project this file is about; null in a file that has just been made. */
export const projectCard = oncePerVersion((db: Db): ProjectCard | null => {
  const row = db.select().from(project).get()
  if (!row) return null
  return {
    code: row.code,
    name: { vi: row.nameVi, en: row.nameEn },
    donor: { vi: row.donorVi, en: row.donorEn },
    firstQuarter: row.firstQuarter,
    lastQuarter: row.lastQuarter,
    phases: phasesIn(db),
    illustrative: row.illustrative,
  }
})

function phasesIn(db: Db): Phase[] {
  const rows = db.select().from(phase).orderBy(asc(phase.firstQuarter)).all()
  return rows.map(({ code, nameVi, nameEn, firstQuarter, lastQuarter }) => ({
    code,
    name: { vi: nameVi, en: nameEn },
    from: firstQuarter,
    to: lastQuarter,
  }))
}
