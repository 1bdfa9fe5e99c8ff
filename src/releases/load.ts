import type { Db } from '../../db/connection.ts'
import { may } from '../access/permissions.ts'
import type { Person } from '../access/person.ts'
import { datesOf } from '../calendar/span.ts'
import { resultScores, results } from '../indicators/results/result-store.ts'
import { indicatorsAsAt } from '../indicators/store.ts'
import type { Text } from '../language/text.ts'
import { nameOn } from '../partners/partner.ts'
import { partners } from '../partners/store.ts'
import { places } from '../places/store.ts'
import { workbookLayoutFor } from '../project/donor.ts'
import { brokenLayoutOf } from '../project/donor-store.ts'
import { projectCard } from '../project/store.ts'
import { settingAsAt } from '../settings/store.ts'
import type { Jobs, WorkProgress } from '../threads/jobs.ts'
import type { ReportForm } from '../vocabulary/release.ts'
import { thresholdsFor } from './content/donor-load.ts'
import { loadDeviations } from './deviations/load.ts'
import { offeredEvidence, removedEvidence } from './evidence/evidence-store.ts'
import { explanationsFor } from './explanations/store.ts'
import { isIssuedWithout } from './forms/form-store.ts'
import type { IssuingAttempt } from './issuing/attempt.ts'
import { issuingProgress, unwrittenProblem } from './issuing/begin-issuing.ts'
import { attemptOf } from './issuing/issuing-store.ts'
import { maySetNextReport } from './next-report/next-report.ts'
import { nextReportOf } from './next-report/next-report-store.ts'
import type { LoadedRelease } from './page.ts'
import { agreementsOf, countOtherManagers, namesOf, recipientsOf } from './people-store.ts'
import type { Preview } from './protection/preview.ts'
import { protectionProgress } from './protection/protect-release.ts'
import { offeredReasons } from './reasons/reasons-store.ts'
import type { Release } from './release.ts'
import { loadReleaseStanding } from './standing/standing-load.ts'
import { previewOf } from './store.ts'
import { mayTick } from './ticks/tick.ts'
import { tickedIn } from './ticks/ticks-store.ts'
import { issuedFile } from './workbook/file-store.ts'

/** @param damagedForms what of its files is not what was issued, where somebody has looked */
export function loadRelease(
  { db, jobs, now }: { db: Db; jobs: Jobs; now: () => number },
  person: Person,
  release: Release,
  damagedForms: readonly ReportForm[] = [],
): LoadedRelease {
  const maker = may(person, 'release.make')
  const names = namesOf(db, [release.createdBy, release.issuedBy])
  const progress = protectionProgress(jobs, release.id)
  const attempt = maker && release.state !== 'issued' ? attemptOf(db, release.id) : null
  const preview = maker && release.state !== 'issued' ? previewOf(db, release.id) : null
  const comments = maker && mayTick(release) ? explanationsFor(db, release) : []
  return {
    release,
    thresholds: thresholdsFor(db, release),
    maker,
    madeBy: names.get(release.createdBy ?? 0) ?? null,
    issuedBy: names.get(release.issuedBy ?? 0) ?? null,
    file: release.state === 'issued' ? issuedFile(db, release.id) : null,
    published: !projectCard(db)?.iati ? 'not' : isIssuedWithout(db, release.id, 'iati') ? 'later' : 'yes',
    damagedForms,
    recipients: recipientsOf(db, release.id),
    agreements: agreementsOf(db, release.id),
    otherManagers: countOtherManagers(db, release.createdBy),
    progress: release.state === 'protecting' ? progress : null,
    attempt: attempt && loadAttempt(jobs, release.id, attempt),
    standing: loadReleaseStanding(db, person, release.id),
    placeNames: new Map(release.failure ? groupNames(db, release) : []),
    preview: previewSoFar(preview, progress),
    layout: workbookLayoutFor(projectCard(db, release.asAt)?.donors ?? [], release.donorCode),
    brokenLayout: maker && release.state !== 'issued' ? brokenLayoutOf(db, release.donorCode) : null,
    scores: preview ? { results: results(db), scores: resultScores(db) } : null,
    deviations: loadDeviations(db, release, preview, comments),
    reporterNames: {
      partners: new Map(partners(db).map((one) => [one.id, nameOn(one, datesOf(release).last).name])),
      places: new Map(places(db, release.asAt).list.map(({ id, name }) => [id, name])),
    },
    offered: maker && mayTick(release) ? offeredIn(db, release, preview, comments) : null,
    removedEvidence: maker && release.state !== 'issued' ? removedEvidence(db, release).map(({ text }) => text) : [],
    cover:
      maker && maySetNextReport(release)
        ? {
            contact: settingAsAt(db, 'contact', now()),
            nextReport: nextReportOf(db, release.id),
            maySetContact: may(person, 'settings.manage'),
            now: now(),
          }
        : null,
  }
}

/** What others wrote that may go into it, and what of that is ticked. */
function offeredIn(
  db: Db,
  release: Release,
  preview: Preview | null,
  explanations: NonNullable<LoadedRelease['offered']>['explanations'],
): LoadedRelease['offered'] {
  const changed = preview?.changed ?? null
  return {
    explanations,
    evidence: offeredEvidence(db, release),
    reasons: changed && offeredReasons(db, changed, release),
    ticked: tickedIn(db, release.id),
    names: new Map(indicatorsAsAt(db, release.asAt).map(({ code, name }) => [code, name])),
  }
}

/** How far it is, and what came of it where that could not be kept. */
function loadAttempt(jobs: Jobs, id: number, attempt: IssuingAttempt): LoadedRelease['attempt'] {
  return { ...attempt, problem: attempt.problem ?? unwrittenProblem(jobs, id), progress: issuingProgress(jobs, id) }
}

/** What the groups of its figures are called, by slug: areas, or partners. */
function groupNames(db: Db, release: Release): [string, Text][] {
  const own = partners(db).map((one): [string, Text] => [one.slug, nameOn(one, datesOf(release).last).name])
  return [...own, ...places(db, release.asAt).list.map(({ slug, name }): [string, Text] => [slug, name])]
}

/** Other layouts are waited for only while somebody tries them. */
function previewSoFar(preview: Preview | null, progress: WorkProgress | null): Preview | null {
  return preview && { ...preview, alternatives: preview.alternatives ?? (progress ? null : []) }
}
