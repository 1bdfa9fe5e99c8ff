import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { codesOf, type Span } from '../../calendar/span.ts'
import { freshenTally } from '../../figures/tally/rebuild.ts'
import { historiesAsAt } from '../../indicators/store.ts'
import type { Phase } from '../../project/phase.ts'
import { type ProjectCard, projectSpan } from '../../project/project.ts'
import { type Plan, type Replanning, type ReplanningRefusal, replanned } from '../../project/replanning.ts'
import { projectCard } from '../../project/store.ts'
import { record } from '../../trail/store.ts'
import { insertPhases } from '../stores/project-store.ts'
import { endPhase, endQuarters, insertQuarters, lastPlannedAt, moveLifeTargets, quartersGiven } from './plan-store.ts'

/**
 * The project begins or ends otherwise, or works in other phases: what is due follows, and so do the targets for its whole life and
 * for those of its phases. What was known until now stays known for every instant before.
 * @param by who decides it; null = nobody who has an account, such as a command
 */
export function replanProject(
  db: Db,
  by: Pick<Person, 'id'> | null,
  replanning: Replanning,
  now: number,
): ReplanningRefusal | null {
  return db.tx(() => {
    const project = projectCard(db)
    if (!project) return { code: 'no-project', what: '' }
    const plan = replanned(project, replanning, { given: quartersGiven(db), rounds: roundsOf(db) })
    if ('refused' in plan) return plan.refused
    write(db, project, plan, Math.max(now, lastPlannedAt(db) + 1))
    const phases = plan.phases.map((phase) => ({ code: phase.code, ...codesOf(phase) }))
    const detail = { ...codesOf(plan), phases }
    record(db, { at: now, by, verb: 'project.replanned', subject: ['project', project.code], detail })
    freshenTally(db)
    return null
  })
}

function roundsOf(db: Db): (Span & { code: string })[] {
  return historiesAsAt(db).flatMap(({ code, definitions }) =>
    definitions.flatMap(({ rounds }) => rounds.map(({ from, to }) => ({ code, from, to }))),
  )
}

function write(db: Db, project: ProjectCard, plan: Plan, at: number): void {
  const isOtherwise = (a: Span, b: Span) => a.from !== b.from || a.to !== b.to
  if (isOtherwise(projectSpan(project), plan)) {
    endQuarters(db, at)
    insertQuarters(db, plan, at)
    moveLifeTargets(db, null, { from: plan.from, to: plan.to }, at)
  }
  const as = ({ code, name, from, to }: Phase) => JSON.stringify([code, name.vi, name.en, from, to])
  const stand = new Set(plan.phases.map(as))
  const stood = new Set(project.phases.map(as))
  for (const phase of project.phases) if (!stand.has(as(phase))) endPhase(db, phase.code, at)
  const begun = plan.phases.filter((phase) => !stood.has(as(phase)))
  insertPhases(
    db,
    begun.map(({ code, name, from, to }) => ({ code, name, first: from, last: to })),
    at,
  )
  for (const before of project.phases) {
    const after = plan.phases.find(({ code }) => code === before.code)
    if (!after) moveLifeTargets(db, before.code, null, at)
    else if (isOtherwise(before, after)) moveLifeTargets(db, before.code, { from: after.from, to: after.to }, at)
  }
}
