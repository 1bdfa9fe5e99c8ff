import { type Db, oncePerVersion } from '../../db/connection.ts'
import { project } from '../../db/schema.ts'
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
    illustrative: row.illustrative,
  }
})
