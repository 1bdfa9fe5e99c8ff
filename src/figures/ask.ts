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
import { type FigureMask, MaskedAnswer } from './mask/masked-answer.ts'
import type { Question } from './question.ts'
import { readingOf } from './read/reading-load.ts'
import { valuesFor } from './read/values-load.ts'

/**
 * The figures a question asks for, by one read; by another one for indicators whose definition changes in the quarters asked for.
 * Of what was asked before, only indicators whose values were written since are read and worked out anew.
 * @param now ms; what today's map is. A question without an `asAt` is about everything in force, whatever the clock says.
 * @param mask through which whoever asks sees every figure; absent: they see all of them
 * @throws Refused
 */
export function ask(db: Db, question: Question, now: number, mask?: FigureMask): Answer {
  const reading = readingOf(db, question, now)
  const inputs: ConstructorParameters<typeof Answer> = [
    reading.plan,
    valuesFor(db, reading),
    reading.categories,
    heirsByIndicator(db, question.asAt),
  ]
  return mask ? new MaskedAnswer(mask, ...inputs) : new Answer(...inputs)
}
