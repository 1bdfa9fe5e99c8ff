import type { Duty } from '../../assignments/owed.ts'
import type { ReportNote, SaidOfIndicators } from '../indicators/view.ts'
import type { Reports } from '../overview/lists/late.ts'
import type { ProvinceView } from '../provinces/page.ts'

/** What a brief is shaped from. */
export type BriefView = ProvinceView & {
  /** Reports of the area in all quarters so far. */
  reports: Reports
  /** Who reports what, by indicator. */
  duties: ReadonlyMap<number, readonly Duty[]>
  /** What was said in the reports of the quarter, of all areas. */
  said: SaidOfIndicators
  /** What was said in them of whole reports. */
  saidOfReports: readonly ReportNote[]
}
