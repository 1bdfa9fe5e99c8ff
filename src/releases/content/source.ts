import { createHash } from 'node:crypto'
import type { Span } from '../../calendar/span.ts'
import type { HoldableCells } from '../../disclosure/earlier/hold.ts'
import type { EarlierFigure, LedgerRelease } from '../../disclosure/earlier/ledger.ts'
import type { HiddenFigure } from '../../disclosure/preview.ts'
import { type ProtectionRequest, problemOf } from '../../disclosure/request.ts'
import type { SubmissionRef } from '../../disclosure/together.ts'
import { MARKS } from '../../figures/marks.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import type { BaseRelation } from '../../indicators/relations/relation.ts'
import type { Text } from '../../language/text.ts'
import { donorThresholds } from '../../project/donor.ts'
import type { ProjectCard } from '../../project/project.ts'
import type { RagThresholds } from '../../settings/setting.ts'
import type { SuppressionProblem } from '../../suppression/problem.ts'
import type { DeviationTexts } from '../deviations/deviation.ts'
import type { Explanation } from '../explanations/explanation.ts'
import type { Release } from '../release.ts'
import type { ReleaseContent, ShownBaseline } from './content.ts'
import type { ChangeReason } from './earlier/reason.ts'
import type { RawTable } from './tables.ts'

/** The figures of a release before disclosure control, and the values behind each that counts people. */
export type Gathered = {
  tables: RawTable[]
  behind: ProtectionRequest['behind']
  /** Figures as earlier releases showed them, which could be held so. */
  holdable: HoldableCells
  indicators: DefinedIndicator[]
  /** Which indicators are asked for no more by the end of the report, and since when, by code. */
  ended: Map<string, Text>
  spans: Map<string, Span>
  baselines: Map<string, ShownBaseline>
  /** Codes of indicators of which a baseline is hidden. */
  secretBaselines: ReadonlySet<string>
  /** Why figures are others than when the release before was made, by id; those that are not are not there. */
  reasons: ReadonlyMap<string, ChangeReason>
  /** What it is compared with: the last release that its recipients have had and that shares figures with it. */
  previous: Release | null
}

/** What issued releases have shown and hidden, oldest first. */
export type EarlierReleases = {
  ledger: (LedgerRelease & { title: string; asAt: number; hidden: readonly HiddenFigure[] })[]
  figures: EarlierFigure[]
  /** True counts of the atoms they were made of. */
  counts: Map<string, number>
}

/** Everything a release is made of, as it was at one moment: nothing more has to be read to protect and to write it. */
export type ReleaseSource = Gathered & {
  release: Release
  project: ProjectCard
  rag: RagThresholds
  /** First month of fiscal years. */
  fiscalStart: number
  /** Those chosen, and no others. */
  explanations: Explanation[]
  evidence: ReleaseContent['evidence']
  reopenings: ReleaseContent['reopenings']
  /** Why figures are far from their plan, of all indicators of which a manager has said so. */
  deviationTexts: DeviationTexts
  earlier: EarlierReleases
  /** Between indicators, as they are known when it is made. */
  relations: readonly BaseRelation[]
  /** What is said of places that ended without an heir. */
  endedPlaces: Text[]
  cutOffs: ReleaseContent['cutOffs']
  redrawnOn: ReleaseContent['redrawnOn']
  areas: ReleaseContent['areas']
  supersedes: ReleaseContent['supersedes']
  withdrawn: ReleaseContent['withdrawn']
  contact: ReleaseContent['contact']
  nextReport: ReleaseContent['nextReport']
  results: ReleaseContent['results']
  targetChanges: ReleaseContent['targetChanges']
  scores: ReleaseContent['scores']
  /** Submissions of the release's quarters that are expected and not approved as at its instant. */
  awaited: SubmissionRef[]
}

/** Who attacks a release: what they have seen of earlier ones, and below which number a count is small to them. */
type Attack = { threshold: number; figures: EarlierFigure[] }

/**
 * Donors are not the public: a public release must hold against those who saw public ones only, and against donors, who saw
 * all and to whom less is small. A donor's must hold against those who saw all.
 */
function attacksOn({ release: { audience, threshold }, earlier: { figures }, project }: ReleaseSource): Attack[] {
  const ofPublic = figures.filter((figure) => figure.audience === 'public')
  if (audience !== 'public' || ofPublic.length === figures.length) return [{ threshold, figures }]
  return [
    { threshold, figures: ofPublic },
    { threshold: Math.min(threshold, donorThresholds(project).everyone), figures },
  ]
}

/**
 * The problem that `protect` solves, those of further attackers, and a mark of them and of everything that would be printed:
 * when the mark is another one, what was protected is no longer what would be shown.
 * @throws CannotProtect
 */
export function problemFor(source: ReleaseSource): {
  problem: SuppressionProblem
  others: SuppressionProblem[]
  fingerprint: string
} {
  const { tables, behind, indicators, relations, earlier } = source
  const [problem, ...others] = attacksOn(source).map(({ threshold, figures }) =>
    problemOf({
      tables: tables.map(({ table }) => table),
      behind,
      indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])),
      relations,
      threshold,
      earlier: figures,
      earlierCounts: earlier.counts,
      suppressedBefore: hiddenBefore(source),
    }),
  )
  return { problem: problem!, others, fingerprint: fingerprintOf(source, [problem!, ...others]) }
}

/** What the release before hid: kept hidden where it costs nothing. */
function hiddenBefore({ earlier, previous }: ReleaseSource): string[] {
  const known = earlier.ledger.find(({ releaseId }) => releaseId === previous?.id)
  return (
    known?.figures
      .filter(({ mark, atoms, withheld }) => (mark === MARKS.confidential.sign && atoms.length > 0) || withheld?.length)
      .map(({ figureId }) => figureId) ?? []
  )
}

/** Which figures the release before hid is only a preference. */
function fingerprintOf(
  { tables, baselines, indicators, ended, holdable, release }: ReleaseSource,
  problems: readonly SuppressionProblem[],
): string {
  const printed = tables.map(({ table: { id, title, rows, columns, cells, breaks } }) => [
    id,
    title,
    rows,
    columns,
    cells,
    breaks,
  ])
  const posed = problems.map(({ suppressedBefore: _, ...problem }) => problem)
  return createHash('sha256')
    .update(
      JSON.stringify([
        ...[posed, printed, asIssued(indicators, release), [...ended]],
        ...[baselinesPrinted(baselines), earlierNumbers(holdable)],
      ]),
    )
    .digest('hex')
}

/** A definition that gave way after the release was issued was the one in force when it was marked. */
function asIssued(indicators: readonly DefinedIndicator[], { issuedAt }: Release): DefinedIndicator[] {
  return indicators.map((one) =>
    issuedAt !== null && one.definedUntil !== null && one.definedUntil > issuedAt
      ? { ...one, definedUntil: null }
      : one,
  )
}

/** As they have been marked since there are releases: their quarter once, as it is printed. */
function baselinesPrinted(baselines: Gathered['baselines']): unknown[] {
  return [...baselines].map(([code, { at: _, ...printed }]) => [code, printed])
}

/** What figures would be held at. */
function earlierNumbers(holdable: HoldableCells): unknown[] {
  return [...holdable].map(([key, { cell, number }]) => [key, cell, number.releaseId])
}
