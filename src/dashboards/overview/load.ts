import { type Db, oncePerConnection } from '../../../db/connection.ts'
import { dutiesByIndicator } from '../../assignments/store.ts'
import { endOfDay } from '../../calendar/day.ts'
import { quarterCode } from '../../calendar/quarter.ts'
import { dueDaysIn } from '../../calendar/store.ts'
import { correctedBetween, correctionsBetween, lastCorrected } from '../../figures/provenance/restated-store.ts'
import { NOW_KNOWN } from '../../figures/read/facts-store.ts'
import { cells } from '../../indicators/cell-store.ts'
import { partners } from '../../partners/store.ts'
import { reportersByPartner } from '../../people/store.ts'
import { places } from '../../places/store.ts'
import { quartersSoFar } from '../../project/project.ts'
import { loadSlots } from '../../submissions/board/load.ts'
import { PageCache } from '../../web/views/page-cache.ts'
import { answerTo } from '../donor-view/answer-load.ts'
import { type Request, stateOf } from '../load.ts'
import type { NamedCorrection } from '../origin/corrections.ts'
import type { PageState } from '../page-state.ts'
import { withoutWrong } from '../parameters/parameter.ts'
import { isQuarterChosen } from './addresses.ts'
import type { OverviewFigures } from './context.ts'
import { KeptByInputs } from './kept.ts'
import type { AskableReporters } from './lists/behind.ts'
import { type Corrected, monthBefore } from './lists/changed.ts'
import { lastComplete } from './opening.ts'
import type { Overview } from './page.ts'
import { openingQuarters, overviewQuestion } from './question.ts'
import { type OverviewTable, tableQuestion } from './table/page.ts'

/** Approvals whose corrections are listed, whenever they were. */
const CORRECTIONS_LISTED = 3

/**
 * The figures of the overview with the choice they are of: of the quarter that is asked for, or of the last complete one.
 * @returns null in a file without a project
 * @throws Refused
 */
export function loadFigures(request: Request): OverviewFigures | null {
  const asked = stateOf(request, 'quarter')
  if (!asked) return null
  const query = withoutWrong(request.query, asked.wrong)
  const isOpen = isQuarterChosen(query) || asked.seenThrough !== null
  const quarters = isOpen ? [asked.choice.to] : openingQuarters(asked)
  const { question, own } = overviewQuestion(asked, quarters)
  const answer = answerTo(request, asked, question)
  const opening = lastComplete(answer, quarters, own)
  if (opening === asked.choice.to) return { state: asked, answer, own, query }
  const opened = stateOf({ ...request, query: { ...query, quarter: quarterCode(opening) } }, 'quarter')!
  return { state: { ...opened, wrong: asked.wrong }, answer, own, query }
}

/**
 * @returns null in a file without a project
 * @throws Refused
 */
export function loadOverview(request: Request): Overview | null {
  const figures = loadFigures(request)
  if (!figures) return null
  const { db, now } = request
  const { state } = figures
  const soFar = quartersSoFar(state.project, now)
  const slots = soFar ? loadSlots(db, soFar, now) : []
  const asked = askableReporters(db)
  return {
    ...figures,
    ...shownCorrections(db, state, now),
    slots,
    dueOn: new Map(soFar ? dueDaysIn(db, soFar).map((one) => [one.quarter, one.dueOn]) : []),
    ...asked,
    asked,
  }
}

/** The same figures as tables, with everything that is said of each. */
export function loadOverviewTable(request: Request): OverviewTable | null {
  const figures = loadFigures(request)
  if (!figures) return null
  const { state } = figures
  return { state, answer: answerTo(request, state, tableQuestion(state)) }
}

type ShownCorrections = Pick<Corrected, 'corrections' | 'recent'>

const NOT_SHOWN: ShownCorrections = { corrections: null, recent: [] }

/** They tell values one by one, as no report does. */
function shownCorrections(db: Db, { choice, seenThrough }: PageState, now: number): ShownCorrections {
  if (seenThrough) return NOT_SHOWN
  const since = monthBefore(now)
  return choice.asAt === null ? correctionsNow(db, since) : lastCorrections(db, since, choice.asAt)
}

/** Corrections approved after an instant and by another, each with the categories its value was typed under. */
export function namedCorrections(db: Db, after: number, at: number): NamedCorrection[] {
  const known = cells(db)
  return correctionsBetween(db, { after, at }).map((one) => ({ ...one, categories: known.get(one.cell)!.categories }))
}

/** Read once until one of what they tell is written: values, people, reasons, and of whom and what they are. */
function correctionsNow(db: Db, since: string): ShownCorrections {
  return correctionsKept(db).get(since, () => lastCorrections(db, since, NOW_KNOWN))
}

const correctionsKept = oncePerConnection((db) => new PageCache<ShownCorrections>(() => correctionsVersion(db), 1))

/** A submission that has been approved is the same one for ever: that it is saved again changes no correction. */
function correctionsVersion(db: Db): string {
  const marks = [db.valueVersions()?.all, db.touched('submission_fact')?.mark, db.touched('person')?.mark]
  return `${db.frameworkVersion()} ${versionBy(db, marks)}`
}

/** Of what rests on some things alone; of everything that is written, where it is not known of one of them. */
function versionBy(db: Db, marks: readonly (string | undefined)[]): string {
  return marks.includes(undefined) ? db.dataVersion() : marks.join(' ')
}

/** Who can be asked about what: the same object until one of these is another. */
const askableKept = new KeptByInputs<AskableReporters>(4)

function askableReporters(db: Db): AskableReporters {
  const [all, tree, duties, reporters] = [
    partners(db),
    places(db),
    dutiesByIndicator(db),
    reportersKept(db).get('', () => reportersByPartner(db)),
  ]
  return askableKept.get([all, tree, duties, reporters], () => ({
    partners: new Map(all.map((partner) => [partner.id, partner])),
    places: tree,
    reporters,
    duties,
  }))
}

const reportersKept = oncePerConnection(
  (db) =>
    new PageCache<Map<number, string[]>>(
      () => versionBy(db, [db.touched('person')?.mark, db.touched('person_scope')?.mark]),
      1,
    ),
)

/** @param since the day before the month of which all are counted */
function lastCorrections(db: Db, since: string, at: number): ShownCorrections {
  const [first] = lastCorrected(db, at, CORRECTIONS_LISTED).slice(-1)
  return {
    corrections: first === undefined ? [] : namedCorrections(db, first - 1, at),
    recent: correctedBetween(db, { after: endOfDay(since)!, at }),
  }
}
