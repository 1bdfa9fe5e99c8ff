/** Sheets of a donor's workbook, in the order in which they usually stand, after the cover; `components`: one sheet each. */
export const WORKBOOK_SHEETS = [
  'summary',
  'logframe',
  'tracking',
  'components',
  'breakdowns',
  'goals',
  'narrative',
  'data',
  'changes',
  'notes',
] as const
export type WorkbookSheet = (typeof WORKBOOK_SHEETS)[number]

/** Without them a workbook can't be read: figures of all sheets follow the rows of the first, signs are explained in the second. */
export const NEEDED_SHEETS = ['data', 'notes'] as const satisfies readonly WorkbookSheet[]

/**
 * Columns of the tracking table, in their usual order: first those that a page has room for; `years`: what was planned and achieved in each
 * year of the donor, side by side.
 */
export const TRACKING_COLUMNS = [
  'ref',
  'indicator',
  'unit',
  'baseline',
  'target-period',
  'achieved',
  'variance',
  'years',
  'cumulative',
  'planned',
  'percent-planned',
  'phase-cumulative',
  'phase-target',
  'phase-percent',
  'lop',
  'percent',
  'rag',
  'explanation',
  'evidence',
  'component',
  'level',
  'definition',
  'rule',
  'direction',
  'baseline-source',
  'n',
  'd',
  'cumulative-n',
  'cumulative-d',
  'plan',
  'breakdown',
  'coverage',
  'status',
  'means',
  'responsible',
  'tags',
] as const
export type TrackingColumnName = (typeof TRACKING_COLUMNS)[number]
