/*
 * From a question to its figures. What other rooms use:
 *
 *   ask(db, question, now)             -> Answer: answer.figure(indicatorCode, groupKey, spanKey, cellKey = ''),
 *                                         answer.cells(code), answer.indicators, for (const { figure } of answer)
 *   contributions(db, question, now)   (store-contributions.ts) the values and submissions behind each figure
 *   approveFacts(db, { submissionId, now })   (store-approval.ts) entries become facts, inside the caller's transaction
 *   freshenTally(db), rebuildTally(db), auditTally(db)   (store-tally.ts)
 *   targetsAsAt(db, at)                (store-targets.ts) targets and baselines
 *
 * A question about bad things throws Refused with a code; the sentences are in the language files.
 */
import type { Db } from '../../db/connection.ts'
import { dutiesByIndicator } from '../assignments/store.ts'
import type { Quarter } from '../calendar/quarter.ts'
import { datesOf, quartersIn } from '../calendar/span.ts'
import { isWeighted } from '../indicators/measure.ts'
import { breakdowns, cells } from '../indicators/store.ts'
import type { Places } from '../places/place.ts'
import { places } from '../places/store.ts'
import { Answer } from './answer.ts'
import type { Question } from './question.ts'
import { type GivenRow, unitsOf } from './read/assemble.ts'
import { readGiven, type Want } from './read/facts-store.ts'
import type { Reading } from './read/plan.ts'
import { type Plan, planOf } from './read/plan-load.ts'
import { Splits } from './read/splits.ts'
import type { Where } from './read/summary-store.ts'
import { categoryKeys, UNSPLIT } from './split.ts'
import { staleTallies } from './summary/store.ts'

/**
 * The figures a question asks for, by one read.
 * @param now ms; what is in force then, unless the question has an `asAt`; also decides what today's map is
 * @throws Refused
 */
export function ask(db: Db, question: Question, now: number): Answer {
  const plan = planOf(db, question, now)
  const { readings, buckets, of, split, at } = plan
  const categories = categoryKeys(breakdowns(db), split)
  const keys = ['', ...categories, UNSPLIT]
  const keyed = new Splits([...cells(db).values()], split, keys)
  const where = whereOf(places(db), of)
  const source = { provisional: question.basis === 'provisional', at }
  let rows = readGiven(db, wantsOf(db, plan, keyed, where, true), where, keyed.rows, source)
  if (rows.some(isUnsure)) rows = readGiven(db, wantsOf(db, plan, keyed, where, false), where, keyed.rows, source)
  const units = unitsOf(readings, of, keys, rows, keyed.divided, dutiesByIndicator(db))
  return new Answer(question, at, readings, split, buckets, units, categories)
}

const MODES = { pooled: 0, apart: 1, latest: 2 } as const

function isUnsure(row: GivenRow): boolean {
  return row[14] > 0
}

/** What to read from where: from the tally where it can say it, else from the facts. */
function wantsOf(db: Db, { question, readings }: Plan, keyed: Splits, where: Where, tallies: boolean): Want[] {
  const stale = staleTallies(db)
  const inForce = tallies && question.asAt === undefined
  const approved = question.basis !== 'provisional'
  const days = new Map<Quarter, { first: string; last: string }>()
  const daysOf = (quarter: Quarter) => days.get(quarter) ?? datesOf({ from: quarter, to: quarter })
  return readings.flatMap(({ indicator, mode, runs, due }) => {
    const tallied = inForce && indicator.definedUntil === null && !stale.has(indicator.id)
    const source = tallied ? tallyFor(mode, approved, where.byProvince, keyed.divided) : 'facts'
    const byRun = source === 'provinces' || (source === 'each' && where.places === null)
    const asked = new Set(due)
    return runs.flatMap((run, nth) =>
      (byRun ? [run] : quartersIn(run).map((quarter) => ({ from: quarter, to: quarter }))).map(({ from, to }): Want => {
        const split = source === 'provinces' || source === 'each' ? -1 : keyed.of(indicator, from)
        const { first, last } = daysOf(from)
        days.set(from, { first, last })
        const [isDue, weighted] = [asked.has(from) ? 1 : 0, isWeighted(indicator.measure) ? 1 : 0] as const
        return [indicator.id, from, to, nth, isDue, split, MODES[mode], source, first, last, weighted]
      }),
    )
  })
}

function tallyFor(mode: Reading['mode'], approved: boolean, byProvince: boolean, divided: boolean): Want[7] {
  if (mode === 'pooled' && approved && byProvince) return divided ? 'cells' : 'provinces'
  if (divided) return 'facts'
  return mode === 'pooled' || !approved ? 'reporters' : 'each'
}

/** Which places to read, and whether each is read like the province it lies in, so that sums by province will do. */
function whereOf(tree: Places, of: ReadonlyMap<number, number>): Where {
  const byProvince = tree.list.every(
    ({ id, parentId }) => parentId === null || (tree.rootOf(id) === parentId && of.get(id) === of.get(parentId)),
  )
  return { places: of.size === tree.list.length ? null : [...of.keys()], byProvince }
}
