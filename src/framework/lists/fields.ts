import { z } from 'zod'
import { startOfDay } from '../../calendar/day.ts'
import { parseQuarter } from '../../calendar/quarter.ts'
import { HIGHEST_THRESHOLD } from '../../disclosure/rule.ts'
import { readLine, readText } from '../../language/plain-text.ts'
import { LOWEST_THRESHOLD } from '../../vocabulary/release.ts'
import type { ProblemCode } from '../problem.ts'

/** What a rule of ours says when it refuses; zod's own refusals are put into codes by `read.ts`. */
const refused = (problem: ProblemCode) => ({ code: 'custom', params: { problem } }) as const

/** A text that is read in another way than it is written. */
function readAs<T>(read: (text: string) => T | null, problem: ProblemCode) {
  return z.string().transform((text, context): T => {
    const found = read(text)
    if (found !== null) return found
    context.addIssue(refused(problem))
    return z.NEVER
  })
}

/** What rows of other lists call a row by: a code of the results framework ("1.2", "V12") or a word for addresses. */
export const code = z.string().regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/)
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

const line = readAs((text) => readLine(text, 500) || null, 'badly-written')
const paragraph = readAs((text) => readText(text, 5000) || null, 'badly-written')

/** A line, or several, in both languages. */
export const lineInBoth = z.strictObject({ vi: line, en: line })
export const textInBoth = z.strictObject({ vi: paragraph, en: paragraph })

/** "2020-Q1", read as a number of quarters. */
export const quarterValue = readAs(parseQuarter, 'not-a-quarter')

/** "2020-07-15". */
export const dayValue = readAs((text) => (startOfDay(text) === null ? null : text), 'not-a-day')

/** The instant at which a day begins: what is set on a day is known from then on. */
export const setOn = readAs(startOfDay, 'not-a-day')

const percent = z.number().int().min(1).max(200)

/** From how many per cent of target on something is green, and amber. */
export const ragData = z.strictObject({ green: percent, amber: percent })

export const thresholdValue = z.number().int().min(LOWEST_THRESHOLD).max(HIGHEST_THRESHOLD)

export const numberValue = z.number()
export const wholeNumber = z.number().int().nonnegative()
