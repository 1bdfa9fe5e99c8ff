import { type Db, oncePerConnection } from '../../../db/connection.ts'
import { dutiesByIndicator } from '../../assignments/store.ts'
import { quarterCode } from '../../calendar/quarter.ts'
import { dueOnIn } from '../../calendar/store.ts'
import { partners } from '../../partners/store.ts'
import { reportersByPartner } from '../../people/store.ts'
import { places } from '../../places/store.ts'
import { quartersSoFar } from '../../project/project.ts'
import { loadSlots } from '../../submissions/board/load.ts'
import { PageCache } from '../../web/views/page-cache.ts'
import { answerTo } from '../donor-view/answer-load.ts'
import { type Request, stateOf } from '../load.ts'
import { withoutWrong } from '../parameters/parameter.ts'
import { isQuarterChosen } from './addresses.ts'
import type { OverviewFigures } from './context.ts'
import { KeptByInputs } from './kept.ts'
import type { AskableReporters } from './lists/behind.ts'
import { loadCorrections } from './lists/changed-load.ts'
import { lastComplete } from './opening.ts'
import type { Overview } from './page.ts'
import { openingQuarters, overviewQuestion } from './question.ts'
import { type OverviewTable, tableQuestion } from './table/page.ts'

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
    ...loadCorrections(db, figures, now),
    slots,
    dueOn: dueOnIn(db, soFar),
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
