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
import type { Db } from '../../db/open.ts'
import { cellKey } from '../indicators/indicator.ts'
import { breakdowns, cells, indicatorsAsAt } from '../indicators/store.ts'
import { dayAt, LAST_QUARTER, quartersIn } from '../periods/period.ts'
import { places } from '../places/store.ts'
import { projectCard } from '../settings/store.ts'
import { Answer } from './answer.ts'
import { understand } from './check-question.ts'
import { unitsOf } from './lay.ts'
import { bucketsOf, type Reading, readingOf } from './plan.ts'
import type { Question } from './question.ts'
import { type Split, UNSPLIT } from './split.ts'
import { Splits } from './splits.ts'
import { reporters } from './store-due.ts'
import { type Here, readGiven, type Want } from './store-given.ts'
import { staleTallies } from './store-tally.ts'

/**
 * The figures a question asks for, by one read.
 * @param now ms; what is in force then, unless the question has an `asAt`; also decides what today's map is
 * @throws Refused
 */
export function ask(db: Db, question: Question, now: number): Answer {
  const at = question.asAt ?? now
  const today = dayAt(now)
  const tree = places(db)
  const catalogue = {
    indicators: indicatorsAsAt(db, at),
    places: tree,
    breakdowns: breakdowns(db),
    firstQuarter: projectCard(db)?.firstQuarter ?? null,
  }
  const { indicators, named, split } = understand(question, catalogue, today)
  const readings = indicators.map((indicator) => readingOf(indicator, question.spans))
  const { buckets, of } = bucketsOf(tree, named, question.map === 'today' ? today : null)
  const categories = categoryKeys(db, split)
  const keys = ['', ...categories, UNSPLIT]
  const keyed = new Splits(cells(db).values(), split, keys)
  const plan = { db, question, readings, of, keyed, byProvince: alignsWithProvinces(db, of) }
  const wants = wantsOf(plan)
  const here = hereOf(plan, wants)
  const rows = readGiven(db, wants, here, keyed.rows, { provisional: question.basis === 'provisional', at })
  const units = unitsOf(readings, of, keys, rows, keyed.divided, reporters(db))
  return new Answer(question, at, readings, split, buckets, units, categories)
}

type Plan = {
  db: Db
  question: Question
  readings: Reading[]
  of: Map<number, number>
  keyed: Splits
  byProvince: boolean
}

const MODES = { pooled: 0, apart: 1, latest: 2 } as const

function wantsOf({ db, question, readings, keyed, byProvince }: Plan): Want[] {
  const stale = staleTallies(db)
  return readings.flatMap((reading) => {
    const { indicator, mode, runs } = reading
    const due = new Set(reading.due)
    const tallied =
      question.asAt === undefined && indicator.definedUntil === null && !keyed.divided && !stale.has(indicator.id)
    const pooled = mode === 'pooled' && byProvince && question.basis !== 'provisional'
    const source = !tallied ? 'facts' : pooled ? 'provinces' : 'reporters'
    return runs.flatMap((run, nth) =>
      quartersIn(run).map((quarter): Want => {
        const split = source === 'facts' || question.basis === 'provisional' ? keyed.of(indicator, quarter) : -1
        return [indicator.id, quarter, nth, due.has(quarter) ? 1 : 0, split, MODES[mode], source]
      }),
    )
  })
}

/** Places in their buckets; when only provinces are read, only those. */
function hereOf({ db, of }: Plan, wants: Want[]): Here[] {
  const tree = places(db)
  const provincesOnly = wants.every((want) => want[6] === 'provinces')
  return [...of].flatMap(([place, bucket]): Here[] => {
    if (provincesOnly && tree.byId.get(place)!.parentId !== null) return []
    const { first, last } = tree.quartersOf(place)
    return [[place, bucket, first, last ?? LAST_QUARTER]]
  })
}

/** Whether every place is read like the province it lies in, so that sums by province will do. */
function alignsWithProvinces(db: Db, of: Map<number, number>): boolean {
  const tree = places(db)
  return tree.list.every((place) => place.parentId === null || of.get(place.id) === of.get(tree.rootOf(place.id)))
}

/** The categories a question keeps apart, crossed, in the order of their lists. */
function categoryKeys(db: Db, split: Split): string[] {
  if (split.by.length === 0) return []
  const all = breakdowns(db)
  const crossed = split.by.reduce<Record<string, string>[]>(
    (combinations, code) =>
      combinations.flatMap((one) =>
        all
          .find((breakdown) => breakdown.code === code)!
          .categories.map((category) => ({ ...one, [code]: category.code })),
      ),
    [{}],
  )
  return crossed
    .filter((one) =>
      Object.entries(split.only).every(([code, chosen]) => one[code] === undefined || one[code] === chosen),
    )
    .map(cellKey)
}
