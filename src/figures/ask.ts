/*
 * From a question to its figures. What other rooms use:
 *
 *   ask(db, question, now)             -> Answer: answer.figure(indicatorCode, groupKey, spanKey, cellKey = ''),
 *                                         answer.cells(code), answer.indicators, for (const { figure } of answer)
 *   contributions(db, question, now)   (provenance/load.ts) the values and submissions behind each figure
 *   approveFacts(db, { submissionId, now })   (approve.ts) entries become facts, inside the caller's transaction
 *   freshenTally(db), rebuildTally(db), auditTally(db)   (tally/) the reading aid, made anew and proved
 *
 * A question about bad things throws Refused with a code; the sentences are in the language files.
 */
import type { Db } from '../../db/connection.ts'
import { dutiesByIndicator, heirsByIndicator } from '../assignments/store.ts'
import type { Quarter } from '../calendar/quarter.ts'
import { datesOf, quartersIn } from '../calendar/span.ts'
import { cells } from '../indicators/cell-store.ts'
import { isWeighted } from '../indicators/measure.ts'
import type { Places } from '../places/place.ts'
import { places } from '../places/store.ts'
import { Answer } from './answer.ts'
import type { Question } from './question.ts'
import { assemble } from './read/assemble.ts'
import { NOW_KNOWN, readRuns, type Wanted } from './read/facts-store.ts'
import { type IndicatorPlan, layersOf } from './read/plan.ts'
import { planOf } from './read/plan-load.ts'
import { type Restated, restatedBy } from './read/restated.ts'
import { Splits } from './read/splits.ts'
import { MODES, type Where } from './read/tally-store.ts'
import { categoryKeys, UNSPLIT } from './split.ts'
import { restatementsIn } from './tally/restatement-store.ts'
import { staleTallies } from './tally/store.ts'

/**
 * The figures a question asks for, by one read; by another one for indicators whose definition changes in the quarters asked for.
 * @param now ms; what is in force then, unless the question has an `asAt`; also decides what today's map is
 * @throws Refused
 */
export function ask(db: Db, question: Question, now: number): Answer {
  const plan = planOf(db, question, now)
  const { bucketOf, split, at } = plan
  const categories = categoryKeys(plan.breakdowns, split)
  const keys = ['', ...categories, UNSPLIT]
  const keyed = new Splits([...cells(db).values()], split, keys)
  const where = whereOf(places(db), bucketOf)
  const source = { provisional: question.basis === 'provisional', at, known: question.asAt ?? NOW_KNOWN }
  const restatements = restatementsIn(db, [...new Set(plan.plans.map(({ indicator }) => indicator.id))], {
    after: question.restatedSince ?? Number.MIN_SAFE_INTEGER,
    at,
  })
  const layers = layersOf(plan.plans).map((plans) => {
    const wanted = (tallies: boolean) => wantedBy(db, question, plans, keyed, where, tallies)
    let rows = readRuns(db, wanted(true), where, keyed.rows, source)
    if (rows.some(({ unsure }) => unsure > 0)) rows = readRuns(db, wanted(false), where, keyed.rows, source)
    return {
      reporters: assemble(plans, bucketOf, keys, rows, keyed.divided, dutiesByIndicator(db, question.asAt)),
      restated: restatedBy(restatements, plans, bucketOf, keyed, keys),
    }
  })
  const reporters = new Map(layers.flatMap((layer) => [...layer.reporters]))
  const restated: Restated = new Map(layers.flatMap((layer) => [...layer.restated]))
  return new Answer(plan, reporters, categories, heirsByIndicator(db, question.asAt), restated)
}

/** What to read from where: from the tally where it can say it, else from the facts. */
function wantedBy(
  db: Db,
  question: Question,
  plans: readonly IndicatorPlan[],
  keyed: Splits,
  where: Where,
  tallies: boolean,
): Wanted[] {
  const stale = staleTallies(db)
  const inForce = tallies && question.asAt === undefined
  const approved = question.basis !== 'provisional'
  const days = new Map<Quarter, { first: string; last: string }>()
  const daysOf = (quarter: Quarter) => {
    const known = days.get(quarter) ?? datesOf({ from: quarter, to: quarter })
    days.set(quarter, known)
    return known
  }
  return plans.flatMap(({ indicator, mode, runs, due }) => {
    const tallied = inForce && indicator.definedUntil === null && !stale.has(indicator.id)
    const source = tallied ? tallyFor(mode, approved, where.byProvince, keyed.divided) : 'facts'
    const byRun = source === 'provinces' || (source === 'each' && where.places === null)
    const undivided = source === 'provinces' || source === 'each'
    const asked = new Set(due)
    return runs.flatMap((run) =>
      (byRun ? [run] : quartersIn(run).map((quarter) => ({ from: quarter, to: quarter }))).map(
        ({ from, to }): Wanted => ({
          indicator: indicator.id,
          quarter: from,
          upTo: to,
          run: run.from,
          due: asked.has(from) ? 1 : 0,
          split: undivided ? -1 : keyed.of(indicator, from),
          mode: MODES[mode],
          source,
          firstDay: daysOf(from).first,
          lastDay: daysOf(from).last,
          weighted: isWeighted(indicator.measure) ? 1 : 0,
        }),
      ),
    )
  })
}

function tallyFor(
  mode: IndicatorPlan['mode'],
  approved: boolean,
  byProvince: boolean,
  divided: boolean,
): Wanted['source'] {
  if (mode === 'pooled' && approved && byProvince) return divided ? 'cells' : 'provinces'
  if (divided) return 'facts'
  return mode === 'pooled' || !approved ? 'reporters' : 'each'
}

/** Which places to read, and whether each is read like the province it lies in, so that sums by province will do. */
function whereOf(tree: Places, bucketOf: ReadonlyMap<number, number>): Where {
  const byProvince = tree.list.every(
    ({ id, parentId }) =>
      parentId === null || (tree.rootOf(id) === parentId && bucketOf.get(id) === bucketOf.get(parentId)),
  )
  return { places: bucketOf.size === tree.list.length ? null : [...bucketOf.keys()], byProvince }
}
