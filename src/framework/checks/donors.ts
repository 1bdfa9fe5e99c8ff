import type { ListProblem } from '../problem.ts'
import type { ProjectData } from '../project-data.ts'
import { Findings } from './rows.ts'

/** Donors are told apart by their codes; what they hide and how they rate makes sense by itself. */
export function checkDonors({ donors, project }: ProjectData): ListProblem[] {
  const ofProject = new Findings('project')
  const { thresholds } = project
  if (thresholds.public < thresholds.donor)
    ofProject.add(null, null, 'thresholds.public', 'does-not-fit', String(thresholds.public))
  const found = new Findings('donors')
  found.once(
    donors.map(({ code }) => code),
    'code',
  )
  for (const [row, { code, rag }] of donors.entries())
    if (rag && rag.amber >= rag.green) found.add(row, code, 'rag.amber', 'does-not-fit', String(rag.amber))
  return [...ofProject.problems, ...found.problems]
}
