import { z } from 'zod'
import type { Quarter } from '../../calendar/quarter.ts'
import { quarterWithin, type Span } from '../../calendar/span.ts'
import { type FieldErrors, readForm, says, type Typed } from '../../forms/read.ts'
import type { Key } from '../../language/words.ts'
import { type FreeTextProblem, readFreeText } from '../../privacy/free-text.ts'
import { SCORES, type Score } from '../../vocabulary/result.ts'

/** Letters of a reason: it stands in a cell of the logframe. */
export const LONGEST_SCORE_REASON = 300

/** @param codes of results that are scored @param span the quarters of the project so far */
function scoreForm(codes: readonly string[], span: Span) {
  return z.object({
    result: z.string().refine((code) => codes.includes(code), says('indicators:scores.wrong-result')),
    quarter: z.string().transform((code, context): Quarter => {
      const quarter = quarterWithin(code.trim(), span)
      if (typeof quarter === 'number') return quarter
      context.addIssue('indicators:scores.wrong-quarter' satisfies Key)
      return z.NEVER
    }),
    score: z.enum(SCORES, says('indicators:scores.wrong-score')),
    text: z.string(),
    /** "yes": its writer has looked again and says that it names nobody. */
    keep: z.string(),
  })
}

type ScoreForm = ReturnType<typeof scoreForm>
export type TypedScore = Typed<ScoreForm>
export type ScoreErrors = FieldErrors<ScoreForm>
export type GivenScore = { result: string; quarter: Quarter; score: Score; reason: string; keptOnWord: boolean }

/** A score with its reason, which readers of reports will see; or what is wrong with it, field by field. */
export function readScore(
  body: unknown,
  codes: readonly string[],
  span: Span,
): { typed: TypedScore } & ({ given: GivenScore } | { errors: ScoreErrors }) {
  const read = readForm(scoreForm(codes, span), body)
  const { text, keptOnWord, problem } = readFreeText(read.typed.text, LONGEST_SCORE_REASON, read.typed.keep === 'yes')
  const errors = { ...('errors' in read ? read.errors : {}), ...(problem ? { text: PROBLEMS[problem] } : {}) }
  if ('errors' in read || problem) return { typed: read.typed, errors }
  const { result, quarter, score } = read.values
  return { typed: read.typed, given: { result, quarter, score, reason: text, keptOnWord } }
}

const PROBLEMS = {
  'needs-text': 'indicators:scores.needs-reason',
  'too-long': 'indicators:scores.reason-long',
  'may-identify': 'indicators:scores.reason-names',
} as const satisfies Record<FreeTextProblem, Key>
