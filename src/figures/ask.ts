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
import { heirsByIndicator } from '../assignments/store.ts'
import { Answer } from './answer.ts'
import type { Question } from './question.ts'
import { assemble } from './read/assemble.ts'
import { NOW_KNOWN, readRuns } from './read/facts-store.ts'
import { readingOf, requestOf } from './read/reading-load.ts'
import { type Restated, restatedBy } from './read/restated.ts'
import { restatementsIn } from './tally/restatement-store.ts'

/**
 * The figures a question asks for, by one read; by another one for indicators whose definition changes in the quarters asked for.
 * @param now ms; what is in force then, unless the question has an `asAt`; also decides what today's map is
 * @throws Refused
 */
export function ask(db: Db, question: Question, now: number): Answer {
  const reading = readingOf(db, question, now)
  const { plan, categories, keys, keyed } = reading
  const { bucketOf, at } = plan
  const known = question.asAt ?? NOW_KNOWN
  const restatements = restatementsIn(db, [...new Set(plan.plans.map(({ indicator }) => indicator.id))], {
    after: question.restatedSince ?? Number.MIN_SAFE_INTEGER,
    at,
  })
  const layers = reading.layers.map((layer) => {
    let rows = readRuns(db, requestOf(db, reading, layer, true), { at, known })
    if (rows.some(({ unsure }) => unsure > 0)) rows = readRuns(db, requestOf(db, reading, layer, false), { at, known })
    return {
      reporters: assemble(layer.plans, bucketOf, keys, rows, keyed.divided),
      restated: restatedBy(
        restatements,
        layer.plans.map((one) => one.plan),
        bucketOf,
        keyed,
        keys,
      ),
    }
  })
  const reporters = new Map(layers.flatMap((layer) => [...layer.reporters]))
  const restated: Restated = new Map(layers.flatMap((layer) => [...layer.restated]))
  return new Answer(plan, reporters, categories, heirsByIndicator(db, question.asAt), restated)
}
