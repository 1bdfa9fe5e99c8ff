import { layoutFaults } from '../../project/layout-faults.ts'
import type { ListProblem } from '../problem.ts'
import type { ProjectData } from '../project-data.ts'
import { Findings } from './rows.ts'

/** Donors and layouts are told apart by their codes; what they hide, how they rate and what they are made of makes sense by itself. */
export function checkDonors({ donors, layouts, project }: ProjectData): ListProblem[] {
  const ofProject = new Findings('project')
  const { thresholds } = project
  if (thresholds.public < thresholds.donor)
    ofProject.add(null, null, 'thresholds.public', 'does-not-fit', String(thresholds.public))
  const found = new Findings('donors')
  found.once(
    donors.map(({ code }) => code),
    'code',
  )
  rated(donors, found)
  for (const [row, { code, workbook }] of donors.entries())
    if (workbook !== null && !layouts.some((one) => one.code === workbook))
      found.add(row, code, 'workbook', 'unknown', workbook)
  return [...ofProject.problems, ...layoutProblems(layouts), ...found.problems]
}

function layoutProblems(layouts: ProjectData['layouts']): ListProblem[] {
  const found = new Findings('layouts')
  found.once(
    layouts.map(({ code }) => code),
    'code',
  )
  rated(layouts, found)
  for (const [row, layout] of layouts.entries())
    for (const { part, at, fault, is } of layoutFaults(layout))
      found.add(row, layout.code, at === null ? part : `${part}.${at}.is`, fault, is)
  return found.problems
}

function rated(rows: readonly Pick<ProjectData['donors'][number], 'code' | 'rag'>[], found: Findings): void {
  for (const [row, { code, rag }] of rows.entries())
    if (rag && rag.amber >= rag.green) found.add(row, code, 'rag.amber', 'does-not-fit', String(rag.amber))
}
