import { quarterCode } from '../../calendar/quarter.ts'
import type { TargetsFile } from '../lists/targets.ts'
import type { ListProblem } from '../problem.ts'
import type { ProjectData } from '../project-data.ts'
import { Findings, overlappingRows } from './rows.ts'

/** Phases lie within the quarters of the project, end after they begin, and are one at a time. */
export function checkPhases({ phases, project }: ProjectData): ListProblem[] {
  const found = new Findings('phases')
  found.once(
    phases.map(({ code }) => code),
    'code',
  )
  for (const [row, { code, first, last }] of phases.entries()) {
    if (last < first) found.add(row, code, 'last', 'ends-first', quarterCode(last))
    if (first < project.first) found.add(row, code, 'first', 'outside-project', quarterCode(first))
    if (last > project.last) found.add(row, code, 'last', 'outside-project', quarterCode(last))
  }
  const held = phases.map(({ first, last }) => ({ of: '', from: first, to: last + 1 }))
  for (const row of overlappingRows(held))
    found.add(row, phases[row]!.code, 'first', 'overlaps', quarterCode(phases[row]!.first))
  return found.problems
}

/** Targets are set for phases that there are. */
export function checkPhasesNamed(targets: TargetsFile, phases: ProjectData['phases']): ListProblem[] {
  const found = new Findings('targets')
  const codes = new Set(phases.map(({ code }) => code))
  for (const [nth, { phase, indicator }] of targets.phases.entries())
    if (!codes.has(phase)) found.add(null, indicator, `phases.${nth}.phase`, 'unknown', phase)
  return found.problems
}
