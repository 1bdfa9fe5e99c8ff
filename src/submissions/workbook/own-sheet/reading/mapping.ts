import { z } from 'zod'
import { readMeaning } from './meaning.ts'

/** What a column holds besides numbers; `by-quarter`: numbers of the quarter that its heading names. */
export const COLUMN_ROLES = ['place', 'quarter', 'row', 'by-quarter'] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

/** Texts of a sheet are remembered up to here. */
export const LONGEST_LABEL = 200
export const MOST_SHEET_COLUMNS = 60
export const MOST_LABELS = 200

const meaning = z
  .string()
  .max(LONGEST_LABEL)
  .refine((text) => readMeaning(text) !== null)

const ownMapping = z.object({
  /** Rows of headings. */
  depth: z.number().int().min(1).max(4),
  /** Columns that are read, by their headings (`keyOfHeading`); '' is every column whose heading names a quarter. */
  columns: z
    .array(z.object({ heading: z.string().max(LONGEST_LABEL * 2), holds: z.union([z.enum(COLUMN_ROLES), meaning]) }))
    .max(MOST_SHEET_COLUMNS),
  /** What rows say, by the texts that stand before them, folded. */
  rows: z.array(z.object({ text: z.string().max(LONGEST_LABEL), says: meaning })).max(MOST_LABELS),
})

/** How a partner's own sheet is read, whatever stands in it this quarter: remembered with words of the sheet alone, never with its numbers. */
export type OwnMapping = z.output<typeof ownMapping>

/** A mapping that a partner has now: what the sheet it was made from was called, who made it and when. */
export type RememberedMapping = { id: number; sheet: string; mapping: OwnMapping; at: number; by: string }

/** As it is stored. @throws when it is none */
export function mappingOf(stored: string): OwnMapping {
  return ownMapping.parse(JSON.parse(stored))
}

export function isColumnRole(text: string): text is ColumnRole {
  return (COLUMN_ROLES as readonly string[]).includes(text)
}
