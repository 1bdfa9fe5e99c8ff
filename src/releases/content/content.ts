import type { Quarter } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import type { PublishableCell, PublishableTable } from '../../disclosure/publishable.ts'
import type { RecordedAct } from '../../figures/provenance/contributions.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import type { BaseRelation } from '../../indicators/relations/relation.ts'
import type { Result, ResultScore } from '../../indicators/results/result.ts'
import type { Text } from '../../language/text.ts'
import type { ProjectCard } from '../../project/project.ts'
import type { WorkbookLayout } from '../../project/workbook-layout.ts'
import type { RagThresholds } from '../../settings/setting.ts'
import type { Heading } from '../../targets/figure-table.ts'
import type { TargetChange } from '../../targets/target.ts'
import type { Deviation, DeviationText } from '../deviations/deviation.ts'
import type { EvidenceFile } from '../evidence/evidence-file.ts'
import type { Explanation } from '../explanations/explanation.ts'
import type { Reopening } from '../reasons/reopening.ts'
import type { Release } from '../release.ts'
import type { ReportRef, WithdrawnReport } from '../standing/standing.ts'
import type { GapSign } from '../workbook/plan.ts'

/**
 * What a table is for: `tracking` = achieved in the period and to date, `series` = the project over time, `provinces` =
 * provinces over time, `breakdown` = categories over time, `years` = the project by the donor's years, to the end of the project: of those
 * that are not over what is planned stands alone; `totals` = the project in the periods that provinces are shown by; `before` = the project
 * in its own spans before the report, of what is not added up over time: how far that is, its last value says.
 */
export const REPORT_SECTIONS = ['tracking', 'series', 'provinces', 'breakdown', 'years', 'totals', 'before'] as const
export type ReportSection = (typeof REPORT_SECTIONS)[number]

export type ReleaseTable = { section: ReportSection; table: PublishableTable; breakdown: Text | null }

/** A figure with where it stands in the table it comes from. */
export type PlacedFigure = { row: Heading; column: Heading; cell: PublishableCell; one: ReleaseTable }

/** Every figure of tables, table by table and row by row. */
export function placedFigures(tables: readonly ReleaseTable[]): PlacedFigure[] {
  return tables.flatMap((one) =>
    one.table.rows.flatMap((row, r) =>
      one.table.columns.flatMap((column, c) => {
        const cell = one.table.cells[r]?.[c]
        return cell ? [{ row, column, cell, one }] : []
      }),
    ),
  )
}

/** Keys of two columns of a tracking table. */
export const PERIOD = 'period'
export const TO_DATE = 'to-date'
/** A third one, in a project of several phases: from the beginning of the phase in which the period ends. */
export const PHASE_TO_DATE = 'phase-to-date'

export type ShownBaseline = {
  value: number | null
  mark: GapSign | null
  quarter: Text
  source: Text
  /** The same quarter, for those who count with it. */
  at: Quarter
}

/** A figure that differs from what the release before showed of it. */
export type ReportedChange = {
  /** The figure, as it stands in the tables. */
  cell: PublishableCell
  indicator: string
  name: Text
  place: Text
  period: Text
  category: Text
  before: number | GapSign
  now: number | GapSign
  /** What was added or taken away, on the scale shown; a sign where one of the two has no number. */
  difference: number | GapSign
  format: string
  kind: ChangeKind
  /** Who approved what is new in it, and when (ms), the latest first; nobody where nothing was corrected or late. */
  approvals: readonly RecordedAct[]
  /** Numbers of the submissions by which what is new in it came. */
  submissions: readonly number[]
}
/**
 * `corrected`: a value in it was changed after approval; `late`: a submission was approved since that had not been before;
 * `recalculated`: neither, what is measured or who is asked is another.
 */
export const CHANGE_KINDS = [
  'corrected',
  'late',
  'late-and-corrected',
  'recalculated',
  'now-hidden',
  'now-shown',
  'now-reported',
  'now-missing',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** What is late is no restatement: nothing that had been said was changed. */
export function isRestated({ kind }: Pick<ReportedChange, 'kind'>): boolean {
  return kind === 'corrected' || kind === 'late-and-corrected'
}

/** What an area is known by: its official code, and that of ISO 3166-2 if it has one. */
export type AreaCodes = { code: string; iso: string | null }

/** An area that figures stand under or, in a project without any, a partner, which has no codes. */
export type ReportedArea = { slug: string; name: Text; isPartner?: true } & Partial<AreaCodes>

/** Everything a workbook says; all numbers come through the door of disclosure control. */
export type ReleaseContent = {
  release: Release
  project: ProjectCard
  donor: Text
  /** How its reader has workbooks. */
  layout: Pick<WorkbookLayout, 'sheets' | 'columns' | 'deviations'>
  /** The instant shown as the version: of issuing, or of the draft. */
  versionAt: number
  draft: boolean
  tables: ReleaseTable[]
  /** Quarters of every period in the tables, by key. */
  spans: ReadonlyMap<string, Span>
  /** In the order of the framework. */
  indicators: (Indicator & { breakdowns: Text[]; ended: Text | null })[]
  baselines: ReadonlyMap<string, ShownBaseline>
  /** Targets of the project that gave way to others, by the code of the indicator. */
  targetChanges: ReadonlyMap<string, readonly TargetChange[]>
  /** The results framework, and the scores given by when the report was made. */
  results: readonly Result[]
  scores: readonly ResultScore[]
  changes: ReportedChange[]
  /** Codes of indicators that count people, of which changes are not told one by one. */
  untold: string[]
  /** Codes of indicators of which figures are held at the number of an earlier report. */
  held: string[]
  /** Figures that are far from their plan, and what a manager says of them, by the code of the indicator. */
  deviations: readonly Deviation[]
  deviationTexts: ReadonlyMap<string, DeviationText>
  /** The explanations a manager has chosen, and no others. */
  explanations: Explanation[]
  /** The same of names of files behind its figures, and of reasons of what has changed. */
  evidence: readonly EvidenceFile[]
  reopenings: readonly Reopening[]
  /** What it is compared with. */
  previous: { title: string; issuedAt: number; asAt: number } | null
  /** What it takes the place of, and reports its readers have that are not to be relied on any more. */
  supersedes: ReportRef | null
  withdrawn: readonly WithdrawnReport[]
  /** Whom its readers may ask, and on which day (ISO) the next one is to be expected; null where nobody said. */
  contact: Text | null
  nextReport: string | null
  rag: RagThresholds
  /** First month of fiscal years. */
  fiscalStart: number
  /** Of indicators in it: a reader is told what the attacker of protection reckons with. */
  relations: readonly BaseRelation[]
  /** Places that ended without an heir: what is missing from the coverage, beside every coverage. */
  endedPlaces: readonly Text[]
  /** Partners that close their books on a day of the month before it ends. */
  cutOffs: readonly { day: number; partner: Text }[]
  /** Days after the report's last one on which areas became others, ISO. */
  redrawnOn: readonly string[]
  /** What its figures are compared by, in order. */
  areas: readonly ReportedArea[]
}
