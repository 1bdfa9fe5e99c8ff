import { z } from 'zod'
import { dayAt, endOfDay } from '../../calendar/day.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { quarterWithin, type Span } from '../../calendar/span.ts'
import { HIGHEST_THRESHOLD, thresholdFor } from '../../disclosure/rule.ts'
import { says } from '../../forms/read.ts'
import type { Key } from '../../language/words.ts'
import type { Supersedable } from '../standing/standing.ts'

/** A quarter of the project. */
export function quarterField(project: Span) {
  return z.string().transform((code, context): Quarter => {
    const quarter = quarterWithin(code.trim(), project)
    if (typeof quarter === 'number') return quarter
    context.addIssue((quarter === 'not-a-quarter' ? 'releases:wrong.quarter' : 'releases:wrong.outside') satisfies Key)
    return z.NEVER
  })
}

/** A day means its end in Viet Nam; today means now, since what is not approved yet cannot be known. */
export function asAtField(now: number) {
  return z.string().transform((typed, context): number => {
    const day = typed.trim()
    const end = endOfDay(day)
    if (end !== null && day <= dayAt(now)) return Math.min(end, now)
    context.addIssue((end === null ? 'releases:wrong.day' : 'releases:wrong.future') satisfies Key)
    return z.NEVER
  })
}

/** Blank = the audience's own. What is no number, too low or beyond reason is so for every audience. */
export const thresholdField = z.string().transform((typed, context): number | null => {
  const text = typed.trim()
  if (text === '') return null
  const k = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  const rule = thresholdFor('public', k)
  const tooLow = 'refused' in rule && rule.refused === 'threshold-below-five'
  if (!('refused' in rule) && k <= HIGHEST_THRESHOLD) return k
  context.addIssue((tooLow ? 'releases:wrong.threshold-low' : 'releases:wrong.threshold') satisfies Key)
  return z.NEVER
})

/** `usual`: the last report of the same quarters to the same readers, if there is one; or nothing, or one that is named. */
export function supersedesField(issued: readonly Supersedable[]) {
  return z
    .string()
    .transform((typed) => {
      if (typed === '' || typed === 'usual') return 'usual' as const
      return typed === 'none' ? ('none' as const) : (issued.find(({ id }) => String(id) === typed) ?? null)
    })
    .refine((named) => named !== null, says('releases:wrong.choice'))
    .transform((named) => named!)
}
