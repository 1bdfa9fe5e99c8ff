import type { Db } from '../../db/connection.ts'
import { type Quarter, quarterAt } from '../calendar/quarter.ts'
import type { Grain, Span } from '../calendar/span.ts'
import { firstApproval, latestApprovedQuarter } from '../figures/approval-store.ts'
import type { IndicatorHistory } from '../indicators/definitions/history.ts'
import { historiesAsAt } from '../indicators/store.ts'
import type { Words } from '../language/words.ts'
import { atWork } from '../project/phase.ts'
import type { ProjectCard } from '../project/project.ts'
import { projectCard } from '../project/store.ts'
import { type Query, readAsAt, readChoice } from './choice.ts'
import { loadDonorView, type Prospects } from './donor-view/load.ts'
import type { PageState } from './page-state.ts'
import { oneOffered, wrongOfPage } from './parameters/parameter.ts'
import { askedScope } from './scope/scope.ts'
import { keptState } from './state-load.ts'

/** What is chosen when nothing is, where that depends on what is looked at. */
export type GrainOf = (histories: readonly IndicatorHistory[], span: Span) => Grain

/** Who asks for a page of figures, when, and with which address. */
export type Request = {
  db: Db
  words: Words
  now: number
  query: Query
  /** Absent where nobody looks at figures as a donor would. */
  prospects?: Prospects
}

/**
 * Reads an address and what every page of figures is shaped from.
 * @param grain what is chosen when nothing is
 * @returns null in a file without a project
 * @throws StillProtecting, NotProtected where it is to be looked at as a donor would
 */
export function stateOf({ db, words, now, query, prospects }: Request, grain: Grain | GrainOf): PageState | null {
  const asAt = readAsAt(query.asAt, now).instant
  const at = asAt ?? now
  const project = projectCard(db, at)
  if (!project) return null
  const histories = historiesAsAt(db, at)
  const asked = oneOffered(query, 'donor', prospects ? project.donors.map(({ code }) => code) : [])
  const donor = project.donors.find(({ code }) => code === asked.found)
  const seenThrough = donor && prospects ? loadDonorView(db, donor, asAt, prospects) : null
  const latest =
    seenThrough?.report.release.to ?? latestAtWork(db, project, at) ?? Math.min(quarterAt(now), project.lastQuarter)
  const until = { from: project.firstQuarter, to: Math.max(project.firstQuarter, latest) }
  const usual = { ...until, grain: typeof grain === 'string' ? grain : grain(histories, until) }
  const everApproved = latestApprovedQuarter(db, at)
  /** What was once approved of a quarter after the last one planned is there to be looked at. */
  const within = { from: project.firstQuarter, to: Math.max(project.lastQuarter, everApproved ?? 0) }
  const { choice, wrong } = readChoice(query, usual, within, now, donor?.code)
  const { wrong: outOfScope, ...state } = keptState(
    db,
    { words, project, histories, choice, usual, seenThrough, asked: askedScope(query) },
    at,
    now,
  )
  const firstApproved = everApproved === null && choice.asAt !== null ? firstApproval(db) : null
  return {
    ...state,
    wrong: [...wrong, ...asked.wrong, ...outOfScope, ...wrongOfPage(query)],
    isNothingApproved: everApproved === null,
    firstApproved,
  }
}

/** The latest quarter with an approved value, of those in which the project is at work: what came at other times moves nothing. */
function latestAtWork(db: Db, project: ProjectCard, at: number): Quarter | null {
  for (const run of atWork(project).reverse()) {
    const latest = latestApprovedQuarter(db, at, run)
    if (latest !== null) return latest
  }
  return null
}
