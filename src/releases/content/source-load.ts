import type { Db } from '../../../db/connection.ts'
import { endedSentences } from '../../assignments/ended-in-words.ts'
import { endedPlaces, expectedSubmissions } from '../../assignments/load.ts'
import { datesOf } from '../../calendar/span.ts'
import { lastShown } from '../../disclosure/earlier/hold.ts'
import { baseRelations } from '../../indicators/relations/relation-store.ts'
import { resultScores } from '../../indicators/results/result-store.ts'
import { nameOn } from '../../partners/partner.ts'
import { isArea } from '../../places/place.ts'
import { places } from '../../places/store.ts'
import { settingAsAt } from '../../settings/store.ts'
import { targetChangesAsAt } from '../../targets/store.ts'
import { deviationTextsOf } from '../deviations/store.ts'
import { evidenceByIds } from '../evidence/evidence-store.ts'
import { explanationsByIds } from '../explanations/store.ts'
import { nextReportOf } from '../next-report/next-report-store.ts'
import { earlierReleases } from '../protection/ledger-store.ts'
import { reasonsByIds } from '../reasons/reasons-store.ts'
import type { Release } from '../release.ts'
import { supersededIn, withdrawnBefore } from '../standing/standing-store.ts'
import type { Ticked } from '../ticks/tick.ts'
import { tickedIn } from '../ticks/ticks-store.ts'
import type { Wording } from '../wording/wording.ts'
import { wordingOf } from '../wording/wording-store.ts'
import { areasOf } from './areas-load.ts'
import { awaitedIn } from './awaited-load.ts'
import { fiscalStartFor, ragFor } from './donor-load.ts'
import { previousRelease } from './earlier/previous-load.ts'
import { gather } from './gather-load.ts'
import type { ReleaseSource } from './source.ts'

/**
 * Reads everything a release is made of, as it would be made now, or as it was when it was issued: up to some seconds of work, for a thread
 * of its own.
 * @param ticked what to put in of what others wrote, by number; what is chosen, unless something else is about to be
 * @param previousOf what it is compared with
 * @throws DamagedLedger
 */
export function loadSource(
  db: Db,
  release: Release,
  now: number,
  ticked: Ticked = tickedIn(db, release.id),
  previousOf = previousRelease,
): ReleaseSource {
  const wording = wordingOf(db, release)
  const { project } = wording
  const earlier = earlierReleases(db, release)
  const gathered = gather(db, release, now, previousOf, lastShown(earlier.ledger, release.audience), wording)
  return {
    ...gathered,
    release,
    project,
    rag: ragFor(db, project, release),
    fiscalStart: fiscalStartFor(db, project, release),
    explanations: explanationsByIds(db, ticked.explanations, release.asAt),
    // What is removed after a report has left stands in it all the same; before, its name stays here.
    evidence: evidenceByIds(db, ticked.evidence, release.asAt).filter(
      (one) => release.state === 'issued' || !one.isRemoved,
    ),
    reopenings: reasonsByIds(db, ticked.reasons, release.asAt),
    contact: settingAsAt(db, 'contact', release.issuedAt ?? now),
    nextReport: nextReportOf(db, release.id),
    deviationTexts: deviationTextsOf(db, release.id),
    earlier,
    relations: baseRelations(db, release.issuedAt ?? undefined),
    endedPlaces: endedSentences(endedPlaces(db, { from: release.from, to: release.to }, release.asAt), project.terms),
    cutOffs: cutOffsIn(db, release, wording),
    redrawnOn: redrawnAfter(db, release),
    areas: areasOf(db, release, wording),
    supersedes: supersededIn(db, release.id),
    withdrawn: withdrawnBefore(db, release),
    results: wording.results,
    targetChanges: targetChangesOf(db, release, gathered.indicators),
    scores: resultScores(db, release.issuedAt ?? now),
    awaited: awaitedIn(db, release, release.asAt),
  }
}

function cutOffsIn(db: Db, release: Release, { partners }: Wording): ReleaseSource['cutOffs'] {
  const asked = new Set(expectedSubmissions(db, release).map(({ partnerId }) => partnerId))
  const { last } = datesOf(release)
  return partners.flatMap((one) =>
    one.cutOffDay === null || !asked.has(one.id) ? [] : [{ day: one.cutOffDay, partner: nameOn(one, last).name }],
  )
}

/** What is known to become of areas after the report's last day: its figures stand under those of before. */
function redrawnAfter(db: Db, release: Release): string[] {
  const tree = places(db, release.asAt)
  const areas = tree.successions.filter(({ fromId }) => isArea(tree.byId.get(fromId)!))
  return [...new Set(areas.map(({ on }) => on))].filter((on) => on > datesOf(release).last).sort()
}

/** By code. */
function targetChangesOf(
  db: Db,
  { asAt }: Release,
  indicators: ReleaseSource['indicators'],
): ReleaseSource['targetChanges'] {
  const byId = targetChangesAsAt(db, asAt)
  return new Map(indicators.flatMap(({ id, code }) => (byId.has(id) ? [[code, byId.get(id)!] as const] : [])))
}
