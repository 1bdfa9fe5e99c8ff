import type { Db } from '../../../db/connection.ts'
import { suppress } from '../../disclosure/suppress.ts'
import { projectCard } from '../../project/store.ts'
import { settingAsAt } from '../../settings/store.ts'
import type { Protection } from '../../suppression/protect.ts'
import { chosenExplanations } from '../explanations/store.ts'
import type { Asked } from '../protection/question-load.ts'
import type { Release } from '../release.ts'
import { releaseBefore } from '../store.ts'
import { changesSince } from './changes.ts'
import type { ReleaseContent, ReleaseTable } from './content.ts'

/** What a workbook says, from what was gathered and the figures that were found to have to go. */
export function contentOf(
  db: Db,
  release: Release,
  { gathered, question, ledger }: Asked,
  suppressed: Protection['suppressed'],
  version: { draft: boolean; at: number },
): ReleaseContent {
  const project = projectCard(db)!
  const { tables: raw, indicators, baselines, spans } = gathered
  const shown = suppress(
    raw.map(({ table }) => table),
    release.audience,
    { question, protection: { suppressed } },
  )
  const tables = raw.map(({ section, breakdown }, at): ReleaseTable => ({ section, breakdown, table: shown[at]! }))
  const before = releaseBefore(db, release)
  const shownBefore = ledger.find(({ releaseId }) => releaseId === before?.id)?.figures ?? []
  const named = new Map<string, ReleaseContent['indicators'][number]['breakdowns']>()
  for (const { breakdown, table } of raw)
    if (breakdown) named.set(table.indicator.code, [...(named.get(table.indicator.code) ?? []), breakdown])
  return {
    release,
    project,
    donor: project.donor,
    versionAt: version.at,
    draft: version.draft,
    tables,
    spans,
    indicators: indicators.map((indicator) => ({ ...indicator, breakdowns: named.get(indicator.code) ?? [] })),
    baselines,
    changes: changesSince(shownBefore, tables),
    explanations: chosenExplanations(db, release),
    previous: before ? { title: before.title, issuedAt: before.issuedAt ?? 0 } : null,
    rag: settingAsAt(db, 'rag', release.asAt),
  }
}
