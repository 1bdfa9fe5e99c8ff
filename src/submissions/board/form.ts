import { z } from 'zod'
import type { Quarter } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import { inAddress } from '../../forms/asked.ts'
import { pageParam, quarterParam } from '../../forms/params.ts'
import { componentParam } from '../form.ts'

/** In what order reporters stand: partners in theirs, or whoever is latest first. */
export const BOARD_ORDERS = ['partner', 'late'] as const

/** What the address of the board asks for. */
export const boardQuery = inAddress({
  from: quarterParam.nullable().default(null),
  to: quarterParam.nullable().default(null),
  component: componentParam.nullable().default(null),
  /** Slug of a province. */
  place: z.string().min(1).nullable().default(null),
  /** Slug of a partner. */
  partner: z.string().min(1).nullable().default(null),
  order: z.enum(BOARD_ORDERS).default('partner'),
  page: pageParam,
})
export type BoardQuery = z.output<typeof boardQuery>

const USUAL_QUARTERS = 4
const MOST_QUARTERS = 12

/** The quarters to show: those asked for, as far as the project has had them; the last year when none are. */
export function requestedSpan({ from, to }: Pick<BoardQuery, 'from' | 'to'>, soFar: Span): Span {
  const inside = (quarter: Quarter) => Math.min(Math.max(quarter, soFar.from), soFar.to)
  const last = inside(to ?? soFar.to)
  const first = Math.min(inside(from ?? last - USUAL_QUARTERS + 1), last)
  return { from: Math.max(first, last - MOST_QUARTERS + 1), to: last }
}
