import { LRUCache } from 'lru-cache'
import { type Db, oncePerVersion } from '../../../db/connection.ts'
import { dutiesByIndicator } from '../../assignments/store.ts'
import { dayAt } from '../../calendar/day.ts'
import { datesOf, quartersIn } from '../../calendar/span.ts'
import { cells } from '../../indicators/cell-store.ts'
import { isWeighted } from '../../indicators/measure.ts'
import type { Places } from '../../places/place.ts'
import { places } from '../../places/store.ts'
import type { Question } from '../question.ts'
import { categoryKeys, UNSPLIT } from '../split.ts'
import { staleTallies } from '../tally/store.ts'
import type { PlanWithDue } from './assemble.ts'
import { dueByReporter } from './due-by-reporter.ts'
import { type ReadRequest, requestFor, type Wanted } from './facts-store.ts'
import { type IndicatorPlan, layersOf, type QuestionPlan } from './plan.ts'
import { planOf } from './plan-load.ts'
import { Splits } from './splits.ts'
import { MODES, type Where } from './tally-store.ts'

/** A question understood, with all that reading it takes; nothing of it depends on what was reported. */
export type Reading = {
  plan: QuestionPlan
  /** Categories kept apart. */
  categories: string[]
  /** Names of what is kept apart, by number. */
  keys: string[]
  keyed: Splits
  where: Where
  /** Plans that are read in one go. */
  layers: Layer[]
}

export type Layer = {
  plans: PlanWithDue[]
  /** By what of the tally can be read. */
  requests: Map<string, ReadRequest>
}

/** Pages ask the same questions again after every write: each is understood once per version of the framework. */
const KEPT = 32
const kept = oncePerVersion(() => new LRUCache<string, Reading>({ max: KEPT }))

/** @throws Refused */
export function readingOf(db: Db, question: Question, now: number): Reading {
  const at = question.asAt ?? now
  if (question.asAt !== undefined) return read(db, question, now)
  const name = nameOf(question) + (question.map === 'today' ? dayAt(now) : '')
  const known = kept(db).get(name) ?? read(db, question, now)
  kept(db).set(name, known)
  return { ...known, plan: { ...known.plan, question, at } }
}

/** Pages keep their questions, too: each is named once. */
const names = new WeakMap<Question, string>()

function nameOf(question: Question): string {
  const name = names.get(question) ?? JSON.stringify(question)
  names.set(question, name)
  return name
}

function read(db: Db, question: Question, now: number): Reading {
  const plan = planOf(db, question, now)
  const { bucketOf, split } = plan
  const categories = categoryKeys(plan.breakdowns, split)
  const keys = ['', ...categories, UNSPLIT]
  const duties = dutiesByIndicator(db, question.asAt)
  const layers = layersOf(plan.plans).map((plans) => ({
    plans: plans.map((one) => ({ plan: one, due: dueByReporter(one, duties.get(one.indicator.id) ?? [], bucketOf) })),
    requests: new Map<string, ReadRequest>(),
  }))
  const keyed = new Splits([...cells(db).values()], split, keys)
  return { plan, categories, keys, keyed, where: whereOf(places(db), plan), layers }
}

/**
 * What to read for a layer.
 * @param tallies whether the tally may be read, where it can say it
 */
export function requestOf(db: Db, reading: Reading, { plans, requests }: Layer, tallies: boolean): ReadRequest {
  const { plan, keyed, where } = reading
  const { question } = plan
  const provisional = question.basis === 'provisional'
  const stale = tallies && question.asAt === undefined ? staleTallies(db) : null
  const name = stale ? [...stale].join() : 'facts'
  const known = requests.get(name)
  if (known) return known
  const wanted = plans.flatMap(({ plan: one }) => {
    const tallied = stale !== null && one.indicator.definedUntil === null && !stale.has(one.indicator.id)
    return wantedBy(one, tallied ? tallyFor(one.mode, !provisional, where.byProvince, keyed.divided) : 'facts', reading)
  })
  const request = requestFor(wanted, where, keyed.rows, { provisional })
  requests.set(name, request)
  return request
}

function wantedBy({ indicator, mode, runs, due }: IndicatorPlan, source: Wanted['source'], reading: Reading): Wanted[] {
  const { keyed, where } = reading
  const byRun = source === 'provinces' || (source === 'each' && where.places === null)
  const undivided = source === 'provinces' || source === 'each'
  const asked = new Set(due)
  return runs.flatMap((run) =>
    (byRun ? [run] : quartersIn(run).map((quarter) => ({ from: quarter, to: quarter }))).map(({ from, to }): Wanted => {
      const { first, last } = datesOf({ from, to: from })
      return {
        indicator: indicator.id,
        quarter: from,
        upTo: to,
        run: run.from,
        due: asked.has(from) ? 1 : 0,
        split: undivided ? -1 : keyed.of(indicator, from),
        mode: MODES[mode],
        source,
        firstDay: first,
        lastDay: last,
        weighted: isWeighted(indicator.measure) ? 1 : 0,
      }
    }),
  )
}

/** From where to read: from the tally where it can say it, else from the facts. */
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

/** Which places to read, and whether each is read like the province it lies in, so that sums by province will do, or like all others. */
function whereOf(tree: Places, { buckets, bucketOf }: QuestionPlan): Where {
  const [first = null] = buckets.length === 1 ? bucketOf.keys() : []
  const byProvince = tree.list.every(
    ({ id, parentId }) =>
      parentId === null || (tree.rootOf(id) === parentId && bucketOf.get(id) === bucketOf.get(parentId)),
  )
  return { places: bucketOf.size === tree.list.length ? null : [...bucketOf.keys()], byProvince, together: first }
}
