import { z } from 'zod'
import { type Misread, misreadAs } from '../../../../forms/asked.ts'
import { MOST_LABELS, MOST_SHEET_COLUMNS } from '../reading/mapping.ts'

/** A file on its way: chosen for a report that is named by its slugs and its quarter. */
export const byKeptSheet = z.object({ kept: z.string().regex(/^[\w-]{32}$/) })

/** As it is written where a sheet is sent, or in an address. */
export function reportAsked(sent: unknown): string {
  return z.object({ report: z.string().max(500) }).safeParse(sent).data?.report ?? ''
}

/** The report a sheet is sent for; null: none is named. */
export function readReportName(body: unknown): { partner: string; place: string; quarter: string } | null {
  const text = reportAsked(body)
  const [partner, place, quarter, ...more] = text.split('/')
  return partner && place && quarter && more.length === 0 ? { partner, place, quarter } : null
}

const row = z.coerce.number().int().min(1).max(200)

/** Which sheet of the file is looked at, and which of its rows, counted from 1, are headings. */
const place = z.object({ sheet: z.coerce.number().int().min(0).max(500), first: row, last: row })

/** Null where no sheet is asked for, or none that there is; of what is left out or makes no sense `rows` is null. */
export function readSheetPlace(
  sent: unknown,
  sheets: number,
): { sheet: number; rows: { first: number; last: number } | null } | null {
  const sheet = place.pick({ sheet: true }).safeParse(sent).data?.sheet
  if (sheet === undefined || sheet >= sheets) return null
  const read = place.safeParse(sent).data
  if (!read || read.last < read.first || read.last - read.first > 3) return { sheet, rows: null }
  return { sheet, rows: { first: read.first - 1, last: read.last - 1 } }
}

/** What an address asks for of a sheet and its rows that makes no sense; rows in the wrong order, or too many, by the last. */
export function misreadPlace(asked: unknown, sheets: number): Misread[] {
  const given = named.safeParse(asked).data ?? {}
  const read = readSheetPlace(asked, sheets)
  const unread = (['first', 'last'] as const).filter((name) => given[name] && !row.safeParse(given[name]).success)
  const isOutOfOrder = read?.rows === null && given.first && given.last && unread.length === 0
  return [...(given.sheet && !read ? ['sheet' as const] : []), ...(isOutOfOrder ? ['last' as const] : unread)].map(
    (name) => misreadAs(name, given[name]),
  )
}

const named = z.object({ sheet: z.string(), first: z.string(), last: z.string() }).partial()

/** What was chosen above columns, or beside rows, by their numbers. */
export function readHeld(body: unknown, of: 'column' | 'row', among: ReadonlySet<string>): Map<number, string> {
  const sent = typeof body === 'object' && body !== null ? Object.entries(body) : []
  const chosen = sent.flatMap(([name, given]): [number, string][] => {
    const found = new RegExp(`^${of}\\.(\\d{1,5})$`).exec(name)
    const text: unknown = [given].flat().at(-1)
    return found && typeof text === 'string' && among.has(text) ? [[Number(found[1]), text]] : []
  })
  return new Map(chosen.slice(0, of === 'column' ? MOST_SHEET_COLUMNS : MOST_LABELS))
}
