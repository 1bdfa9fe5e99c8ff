import type { Quarter } from '../../calendar/quarter.ts'
import { countedParts, partId } from '../../disclosure/counted-parts.ts'
import { parseEarlierId } from '../../disclosure/earlier/ledger.ts'
import { uncoveredCounts } from '../../disclosure/earlier/uncovered.ts'
import { type HiddenFigure, lossesOf } from '../../disclosure/preview.ts'
import { type SubmissionRef, type ToldTogether, toldTogether } from '../../disclosure/together.ts'
import type { FeasibilityInterval } from '../../suppression/attacker/attacker.ts'
import type { SuppressionProblem } from '../../suppression/problem.ts'
import type { Protection } from '../../suppression/protect.ts'
import type { Cause } from '../../suppression/unprotectable.ts'
import type { Layout } from '../../vocabulary/release.ts'
import type { EarlierReleases, ReleaseSource } from '../content/source.ts'
import type { Deviation } from '../deviations/deviation.ts'
import type { ChangedSince } from '../reasons/reopening.ts'
import type { LayoutLoss } from './layout-loss.ts'
import type { Waiting } from './waiting/waiting.ts'

/** What a manager sees before issuing, kept with the release until then. */
export type Preview = {
  /** Of everything that was protected: when it changes, protecting has to begin anew. */
  fingerprint: string
  /** By id of a count: the answer of `protect`. */
  suppressed: Record<string, 'primary' | 'secondary'>
  figures: number
  sensitive: number
  hidden: HiddenFigure[]
  /** How many figures that have not changed bear the sign of those that are held. */
  alike?: number
  atoms: number
  programs: number
  /** No cheaper choice of hidden figures exists. */
  proven: boolean
  seconds: number
  earlier: number
  /** Figures that earlier releases hid and of which more can be worked out with this one, or could be already. */
  before: GivenBefore[]
  /** Figures that earlier releases hid and this one shows; absent in old previews. */
  uncovered?: UncoveredFigure[]
  /** What would be told by figures together, and by the submissions of these quarters that are not in yet; absent in old previews. */
  together?: ToldTogether[]
  awaited?: SubmissionRef[]
  /** Where provinces and breakdowns of people end before the report does: with which quarter. Absent in old previews. */
  upTo?: Quarter | null
  /** Figures that a manager has to explain; absent in old previews. */
  deviations?: readonly Deviation[]
  /** No figure that is shown has a target; absent: some have, or it is an old preview. */
  unplanned?: boolean
  /** Of which submissions reasons of changes may be told; null where nothing has changed; absent in old previews. */
  changed?: ChangedSince | null
  /** What other layouts would lose; null while they are being tried. */
  alternatives: Alternative[] | null
  /** What would be lost once what is awaited has come; null where that could not help, or was not tried; absent in old previews. */
  waiting?: Waiting | null
  /** After issuing: what stands in the ledger, so that damage to it is seen. */
  ledger?: { figures: number; atoms: number; checksum: string }
}

export type GivenBefore = {
  release: string
  figure: HiddenFigure | null
  cause: Cause
  after: FeasibilityInterval | null
}

/** A figure of this release that an earlier one hid, and which did. */
export type UncoveredFigure = Pick<HiddenFigure, 'table' | 'row' | 'column'> & { release: string }

/** Figures that are hidden for what has come, or was corrected, since earlier reports: more of it may be enough to be told. */
export function hiddenSince({ together = [] }: Pick<Preview, 'together'>): Set<string> {
  return new Set(together.filter(({ kind }) => kind !== 'within').flatMap((one) => one.hidden))
}

/** Whether something is hidden that more submissions could help, and some are to come. */
export function couldWait(preview: Pick<Preview, 'together' | 'awaited'>): boolean {
  return hiddenSince(preview).size > 0 && (preview.awaited?.length ?? 0) > 0
}

export type Alternative = { layout: Layout } & LayoutLoss

export function previewFrom(
  source: ReleaseSource,
  { problem, fingerprint }: { problem: SuppressionProblem; fingerprint: string },
  protection: Protection,
  seconds: number,
): Preview {
  const { tables, earlier, awaited, holdable } = source
  const together = toldTogether(protection, earlier.counts)
  return {
    fingerprint,
    suppressed: protection.suppressed,
    ...lossesOf(
      tables.map(({ table }) => table),
      protection,
      together,
      holdable,
    ),
    together,
    awaited,
    atoms: Object.keys(problem.atoms).length,
    programs: protection.programs,
    proven: protection.proven,
    seconds,
    earlier: earlier.ledger.length,
    before: givenBefore(earlier, protection),
    uncovered: uncoveredIn(source, problem, protection),
    upTo: endOfParts(source),
    alternatives: null,
  }
}

/** The last quarter of the provinces and breakdowns of people, where it is not the report's own. */
function endOfParts({ tables, release }: Pick<ReleaseSource, 'tables' | 'release'>): Quarter | null {
  const parts = tables.filter(
    ({ section, table }) => (section === 'provinces' || section === 'breakdown') && table.indicator.sensitivity > 0,
  )
  const ends = parts.flatMap(({ table }) => table.cells.flat().map(({ period }) => period.to))
  const last = Math.max(...ends)
  return ends.length > 0 && last < release.to ? last : null
}

/** Small figures of earlier releases that are no longer safe, each once, by the names they had there. */
function givenBefore({ ledger }: EarlierReleases, { causes, intervals }: Protection): GivenBefore[] {
  const seen = new Set<string>()
  return Object.entries(causes).flatMap(([id, cause]): GivenBefore[] => {
    const known = parseEarlierId(id)
    if (!known || seen.has(known.cellId)) return []
    seen.add(known.cellId)
    const release = ledger.find(({ releaseId }) => releaseId === known.releaseId)
    const figure = release?.hidden.find((one) => one.id === known.cellId) ?? null
    return [{ release: release?.title ?? '', figure, cause, after: intervals[id]?.after ?? null }]
  })
}

/** By the names that they have now. */
function uncoveredIn(
  { tables, earlier: { ledger, figures }, release }: ReleaseSource,
  problem: SuppressionProblem,
  protection: Protection,
): UncoveredFigure[] {
  const counts = uncoveredCounts(problem, protection, figures, release.audience)
  const byId = new Map(counts.map(({ id, earlierId }) => [id, earlierId]))
  const seen = new Set<string>()
  return tables.flatMap(({ table }) =>
    table.cells.flatMap((cells, r) =>
      cells.flatMap((cell, c): UncoveredFigure[] => {
        const counted = countedParts(cell, table.indicator).map(([part]) => partId(cell.id, part))
        // With one part of a ratio hidden nothing of it is shown.
        if (seen.has(cell.id) || counted.some((id) => protection.suppressed[id])) return []
        const earlierId = counted.map((id) => byId.get(id)).find((id) => id !== undefined)
        const known = earlierId ? parseEarlierId(earlierId) : null
        if (!known) return []
        seen.add(cell.id)
        const title = ledger.find(({ releaseId }) => releaseId === known.releaseId)?.title ?? ''
        return [{ table: table.title, row: table.rows[r]!.label, column: table.columns[c]!.label, release: title }]
      }),
    ),
  )
}

/** How many counts that earlier releases hid this one tells, wholly or in part. What their own rule tells is not of its doing. */
export function uncoversOf({ uncovered = [], before }: Pick<Preview, 'uncovered' | 'before'>): number {
  return uncovered.length + before.filter(({ cause }) => cause !== 'parts').length
}
