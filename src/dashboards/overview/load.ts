import { type Db, oncePerConnection } from '../../../db/connection.ts'
import { dutiesByIndicator } from '../../assignments/store.ts'
import { quarterCode } from '../../calendar/quarter.ts'
import { dueOn } from '../../calendar/store.ts'
import { correctionsBetween, lastCorrected } from '../../figures/provenance/restated-store.ts'
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
import { isLate } from './lists/late.ts'
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
  const late = slots.filter(isLate).map(({ quarter }) => quarter)
  return {
    ...figures,
    corrections: shownCorrections(db, state),
    slots,
    dueOn: new Map([...new Set(late)].map((quarter) => [quarter, dueOn(db, quarter)])),
    partners: new Map(partners(db).map((partner) => [partner.id, partner])),
    places: places(db),
    reporters: reportersByPartner(db),
    duties: dutiesByIndicator(db),
  }
}

/** The same figures as tables, with everything that is said of each. */
export function loadOverviewTable(request: Request): OverviewTable | null {
  const figures = loadFigures(request)
  if (!figures) return null
  const { state } = figures
  return { state, answer: answerTo(request, state, tableQuestion(state)) }
}

/** They tell values one by one, as no report does. */
function shownCorrections(db: Db, { choice, seenThrough }: PageState): readonly NamedCorrection[] | null {
  if (seenThrough) return null
  return choice.asAt === null ? correctionsNow(db) : lastCorrections(db, choice.asAt)
}

/** Corrections approved after an instant and by another, each with the categories its value was typed under. */
export function namedCorrections(db: Db, after: number, at: number): NamedCorrection[] {
  const known = cells(db)
  return correctionsBetween(db, { after, at }).map((one) => ({ ...one, categories: known.get(one.cell)!.categories }))
}

/** Read once until something is written: they name people, values and reasons, so whatever is written counts. */
function correctionsNow(db: Db): readonly NamedCorrection[] {
  return correctionsKept(db).get('now', () => lastCorrections(db, NOW_KNOWN))
}

const correctionsKept = oncePerConnection((db) => new PageCache<NamedCorrection[]>(() => db.dataVersion(), 1))

function lastCorrections(db: Db, at: number): NamedCorrection[] {
  const [first] = lastCorrected(db, at, CORRECTIONS_LISTED).slice(-1)
  return first === undefined ? [] : namedCorrections(db, first - 1, at)
}
