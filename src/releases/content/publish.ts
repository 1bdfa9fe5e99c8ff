import type { PublishableTable } from '../../disclosure/publishable.ts'
import { suppress } from '../../disclosure/suppress.ts'
import { NOTHING } from '../../language/text.ts'
import { donorNamed, workbookLayoutFor } from '../../project/donor.ts'
import type { SuppressionProblem } from '../../suppression/problem.ts'
import type { Protection } from '../../suppression/protect.ts'
import { deviationsIn } from '../deviations/deviating.ts'
import type { Deviation } from '../deviations/deviation.ts'
import type { Preview } from '../protection/preview.ts'
import type { ReleaseContent, ReleaseTable } from './content.ts'
import { changesSince } from './earlier/changes.ts'
import { problemFor, type ReleaseSource } from './source.ts'

const NOBODY = { vi: NOTHING, en: NOTHING }

/** The tables of a report as its readers may see them: everything that leaves comes from here. */
export function publishedTables(
  { tables, release, holdable }: Pick<ReleaseSource, 'tables' | 'release' | 'holdable'>,
  problem: SuppressionProblem,
  suppressed: Protection['suppressed'],
): PublishableTable[] {
  return suppress(
    tables.map(({ table }) => table),
    release.audience,
    { problem, protection: { suppressed } },
    release.smallChanges === 'hold' ? holdable : new Map(),
  )
}

/** What a workbook says: what was read, without the figures that were found to have to go. */
export function contentOf(
  source: ReleaseSource,
  problem: SuppressionProblem,
  suppressed: Protection['suppressed'],
  version: { draft: boolean; at: number },
): ReleaseContent {
  const { release, project, previous } = source
  const shown = publishedTables(source, problem, suppressed)
  const tables = source.tables.map(
    ({ section, breakdown }, at): ReleaseTable => ({ section, breakdown, table: shown[at]! }),
  )
  const layout = workbookLayoutFor(project.donors, release.donorCode)
  const deviations = deviationsIn(tables, layout.deviations)
  const shownBefore = source.earlier.ledger.find(({ releaseId }) => releaseId === previous?.id)?.figures ?? []
  return {
    ...asRead(source),
    donor: donorNamed(project.donors, release.donorCode)?.name ?? NOBODY,
    layout,
    versionAt: version.at,
    draft: version.draft,
    tables,
    indicators: withBreakdowns(source),
    ...changesSince(shownBefore, tables, release.threshold, source.reasons),
    deviations,
    deviationTexts: textsTold(source, deviations),
    previous: previous ? { title: previous.title, issuedAt: previous.issuedAt ?? 0, asAt: previous.asAt } : null,
    relations: relationsIn(source),
  }
}

/** What goes out as it was read. */
function asRead(source: ReleaseSource) {
  const { release, project, spans, baselines, explanations, rag, fiscalStart, endedPlaces, cutOffs } = source
  const { redrawnOn, areas, supersedes, withdrawn, results, scores, targetChanges } = source
  const { evidence, reopenings, contact, nextReport } = source
  return {
    ...{ release, project, spans, baselines, explanations, rag, fiscalStart, endedPlaces, cutOffs },
    ...{ redrawnOn, areas, supersedes, withdrawn, results, scores, targetChanges },
    ...{ evidence, reopenings, contact, nextReport },
  }
}

/** What is asked for now; of a report that was issued all that is left, since only that stood in it. */
function textsTold(
  { deviationTexts, release }: ReleaseSource,
  deviations: readonly Deviation[],
): ReleaseContent['deviationTexts'] {
  if (release.state === 'issued') return deviationTexts
  return new Map([...deviationTexts].filter(([code]) => deviations.some(({ indicator }) => indicator === code)))
}

/**
 * What a release says, with the figures hidden that were found to have to go.
 * @returns null when what was protected is no longer what is read
 */
export function protectedContentOf(
  source: ReleaseSource,
  { fingerprint, suppressed }: Pick<Preview, 'fingerprint' | 'suppressed'>,
  version: { draft: boolean; at: number },
): { content: ReleaseContent; problem: SuppressionProblem } | null {
  const found = problemFor(source)
  if (found.fingerprint !== fingerprint) return null
  return { content: contentOf(source, found.problem, suppressed, version), problem: found.problem }
}

function relationsIn({ relations, indicators }: ReleaseSource): ReleaseContent['relations'] {
  const codes = new Set(indicators.map(({ code }) => code))
  return relations.filter(({ indicator, counted }) => codes.has(indicator) && codes.has(counted))
}

/** Each indicator with the names of the breakdowns it is shown by, and that it is asked for no more. */
function withBreakdowns({ tables, indicators, ended }: ReleaseSource): ReleaseContent['indicators'] {
  const named = new Map<string, ReleaseContent['indicators'][number]['breakdowns']>()
  for (const { breakdown, table } of tables)
    if (breakdown) named.set(table.indicator.code, [...(named.get(table.indicator.code) ?? []), breakdown])
  return indicators.map((indicator) => ({
    ...indicator,
    breakdowns: named.get(indicator.code) ?? [],
    ended: ended.get(indicator.code) ?? null,
  }))
}
