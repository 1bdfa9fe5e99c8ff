import { createHash } from 'node:crypto'
import type { Span } from '../../calendar/span.ts'
import type { EarlierFigure, LedgerRelease } from '../../disclosure/ledger.ts'
import type { HiddenFigure } from '../../disclosure/preview.ts'
import { type ProtectionRequest, problemOf } from '../../disclosure/request.ts'
import type { SubmissionRef } from '../../disclosure/together.ts'
import { MARKS } from '../../figures/marks.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import type { Text } from '../../language/text.ts'
import type { ProjectCard } from '../../project/project.ts'
import type { RagThresholds } from '../../settings/setting.ts'
import type { SuppressionProblem } from '../../suppression/problem.ts'
import type { Explanation } from '../explanations/explanation.ts'
import type { Release } from '../release.ts'
import type { ShownBaseline } from './content.ts'
import type { RawTable } from './tables.ts'

/** The figures of a release before disclosure control, and the values behind each that counts people. */
export type Gathered = {
  tables: RawTable[]
  behind: ProtectionRequest['behind']
  indicators: DefinedIndicator[]
  spans: Map<string, Span>
  baselines: Map<string, ShownBaseline>
}

/** What issued releases have shown and hidden, oldest first. */
export type EarlierReleases = {
  ledger: (LedgerRelease & { title: string; hidden: readonly HiddenFigure[] })[]
  figures: EarlierFigure[]
  /** True counts of the atoms they were made of. */
  counts: Map<string, number>
}

/** Everything a release is made of, as it was at one moment: nothing more has to be read to protect and to write it. */
export type ReleaseSource = Gathered & {
  release: Release
  project: ProjectCard
  rag: RagThresholds
  /** Those chosen, and no others. */
  explanations: Explanation[]
  earlier: EarlierReleases
  /** What is said of places that ended without an heir. */
  endedPlaces: Text[]
  /** The last release issued to the same audience. */
  previous: Release | null
  /** Submissions of the release's quarters that are expected and not approved as at its instant. */
  awaited: SubmissionRef[]
}

/**
 * The problem that `protect` solves, with a mark of it and of everything that would be printed: when the mark is another one, what
 * was protected is no longer what would be shown.
 * @throws CannotProtect
 */
export function problemFor(source: ReleaseSource): { problem: SuppressionProblem; fingerprint: string } {
  const { tables, behind, indicators, release, earlier } = source
  const problem = problemOf({
    tables: tables.map(({ table }) => table),
    behind,
    indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])),
    threshold: release.threshold,
    earlier: earlier.figures,
    earlierCounts: earlier.counts,
    suppressedBefore: hiddenBefore(source),
  })
  return { problem, fingerprint: fingerprintOf(source, problem) }
}

/** What the release before to the same audience hid: kept hidden where it costs nothing. */
function hiddenBefore({ earlier, previous }: ReleaseSource): string[] {
  const known = earlier.ledger.find(({ releaseId }) => releaseId === previous?.id)
  return (
    known?.figures
      .filter(({ mark, atoms }) => mark === MARKS.confidential.sign && atoms.length > 0)
      .map(({ figureId }) => figureId) ?? []
  )
}

/** Which figures the release before hid is only a preference. */
function fingerprintOf(
  { tables, baselines, indicators }: ReleaseSource,
  { suppressedBefore: _, ...problem }: SuppressionProblem,
): string {
  const printed = tables.map(({ table }) => [table.id, table.title, table.rows, table.columns, table.cells])
  return createHash('sha256')
    .update(JSON.stringify([problem, printed, indicators, [...baselines]]))
    .digest('hex')
}
