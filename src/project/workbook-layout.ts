import type { Text } from '../language/text.ts'
import { type DeviationRule, USUAL_DEVIATIONS } from './deviation-rule.ts'
import { TRACKING_COLUMNS, type TrackingColumnName, WORKBOOK_SHEETS, type WorkbookSheet } from './workbook-parts.ts'

/** A sheet or a column as a donor has it; `name` null: it is called as usual. */
export type NamedPart<T extends string> = { is: T; name: Text | null }

/**
 * What a donor's workbook is made of: the sheets after the cover in their order, and the columns of the tracking table; and which of its
 * figures have to be explained.
 */
export type WorkbookLayout = {
  code: string
  name: Text
  sheets: readonly NamedPart<WorkbookSheet>[]
  columns: readonly NamedPart<TrackingColumnName>[]
  deviations: DeviationRule
}

/** Of donors without a layout of their own: everything, in the usual order. */
export const USUAL_WORKBOOK: Pick<WorkbookLayout, 'sheets' | 'columns' | 'deviations'> = {
  sheets: WORKBOOK_SHEETS.map((is) => ({ is, name: null })),
  columns: TRACKING_COLUMNS.map((is) => ({ is, name: null })),
  deviations: USUAL_DEVIATIONS,
}
