import { type Phase, phaseToDate } from '../../../project/phase.ts'
import type { ReleaseContent } from '../../content/content.ts'

/** The phase in which the period of a report ends; null in a project without several. */
export function phaseOfReport({ project, release }: Pick<ReleaseContent, 'project' | 'release'>): Phase | null {
  return phaseToDate(project, release.to)?.phase ?? null
}
