import { z } from 'zod'
import type { Quarter } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import { quarterParam } from '../../forms/params.ts'
import { componentParam } from '../form.ts'

/** In what order reporters stand: partners in theirs, or whoever is latest first. */
export const BOARD_ORDERS = ['partner', 'late'] as const

/** What the address of the board asks for; what makes no sense is left out, and shown as not chosen. */
export const boardQuery = z.object({
  from: quarterParam.nullable().catch(null).default(null),
  to: quarterParam.nullable().catch(null).default(null),
  component: componentParam.nullable().catch(null).default(null),
  /** Slug of a province. */
  place: z.string().min(1).nullable().catch(null).default(null),
  /** Slug of a partner. */
  partner: z.string().min(1).nullable().catch(null).default(null),
  order: z.enum(BOARD_ORDERS).catch('partner').default('partner'),
  page: z.coerce.number().int().positive().catch(1),
})
export type BoardQuery = z.output<typeof boardQuery>

/** Letters of what makes no sense that are said again. */
const LONGEST_NAMED = 40

/** What was asked for, and what of it can't be read, to be named. */
export function readBoardQuery(asked: unknown): { query: BoardQuery; unread: string[] } {
  const sent = typeof asked === 'object' && asked !== null ? Object.entries(asked) : []
  const query = boardQuery.parse(Object.fromEntries(sent.filter(([, text]) => text !== '')))
  const named = sent.filter(([name, text]) => isUnread(name, text, query))
  return { query, unread: named.map(([, text]) => String(text).slice(0, LONGEST_NAMED)) }
}

function isUnread(name: string, text: unknown, query: BoardQuery): boolean {
  if (text === '' || !(name in boardQuery.shape)) return false
  if (name === 'order') return query.order !== text
  if (name === 'page') return String(query.page) !== text
  return query[name as keyof BoardQuery] === null
}

const USUAL_QUARTERS = 4
const MOST_QUARTERS = 12

/** The quarters to show: those asked for, as far as the project has had them; the last year when none are. */
export function requestedSpan({ from, to }: Pick<BoardQuery, 'from' | 'to'>, soFar: Span): Span {
  const inside = (quarter: Quarter) => Math.min(Math.max(quarter, soFar.from), soFar.to)
  const last = inside(to ?? soFar.to)
  const first = Math.min(inside(from ?? last - USUAL_QUARTERS + 1), last)
  return { from: Math.max(first, last - MOST_QUARTERS + 1), to: last }
}
