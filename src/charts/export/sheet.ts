import type { NumberStyle } from '../../indicators/measure.ts'

/**
 * A table that leaves the page as data: what CSV, Excel and clipboard are written from, so that all of them hold the same. Plain data:
 * it can be sent to a thread.
 */
export type ExportSheet = {
  /** What it holds, in a word or two. */
  name: string
  title: string
  /** That its figures are no real ones. */
  warning: string | null
  /** Unit and dates, under the title. */
  lead: string
  /** Said of the whole table besides, a line each: basis, instant, source, what is partial. */
  facts: string[]
  columns: ExportColumn[]
  rows: ExportCell[][]
}

/** `key`: what machines call it. A day is written 2021-01-31, whatever the language. */
export type ExportColumn = { key: string; label: string; kind: 'text' | 'number' | 'day' }

/** Text stands in a column of numbers where there is none: the sign of why. */
export type ExportCell = string | ExportNumber | null

/** A number on the scale stored, and how it is written. */
export type ExportNumber = { number: number; style: NumberStyle }

export const PLAIN: NumberStyle = { scale: 1, decimals: 2, isPercent: false }
export const WHOLE_NUMBER_STYLE: NumberStyle = { scale: 1, decimals: 0, isPercent: false }

export function exported(number: number | null | undefined, style: NumberStyle): ExportNumber | null {
  return number === null || number === undefined ? null : { number, style }
}

/** Columns that hold nothing are left out where nobody counts on them. */
export function withoutEmpty(sheet: ExportSheet): ExportSheet {
  const kept = sheet.columns.flatMap((_, c) =>
    sheet.rows.some((row) => row[c] !== null && row[c] !== undefined && row[c] !== '') ? [c] : [],
  )
  return {
    ...sheet,
    columns: kept.map((c) => sheet.columns[c]!),
    rows: sheet.rows.map((row) => kept.map((c) => row[c] ?? null)),
  }
}
