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
import { projectCard } from '../project/store.ts'
import { USUAL_WORKBOOK } from '../project/workbook-layout.ts'
import type { Jobs, WorkProgress } from '../threads/jobs.ts'
import { thresholdsFor } from './content/donor-load.ts'
import { loadDeviations } from './deviations/load.ts'
import { mayExplain } from './explanations/explanation.ts'
import { chosenIn, explanationsFor } from './explanations/store.ts'
import { issuingProgress } from './issuing/begin-issuing.ts'
import { attemptOf } from './issuing/issuing-store.ts'
import type { LoadedRelease } from './page.ts'
import { agreementsOf, countOtherManagers, namesOf, recipientsOf } from './people-store.ts'
import type { Preview } from './protection/preview.ts'
import { protectionProgress } from './protection/protect-release.ts'
import type { Release } from './release.ts'
import { loadReleaseStanding } from './standing/standing-load.ts'
import { previewOf } from './store.ts'
import { issuedFile } from './workbook/file-store.ts'

export function loadRelease({ db, jobs }: { db: Db; jobs: Jobs }, person: Person, release: Release): LoadedRelease {
  const maker = may(person, 'release.make')
  const names = namesOf(db, [release.createdBy, release.issuedBy])
  const progress = protectionProgress(jobs, release.id)
  const attempt = maker && release.state !== 'issued' ? attemptOf(db, release.id) : null
  const preview = maker && release.state !== 'issued' ? previewOf(db, release.id) : null
  const comments = maker && mayExplain(release) ? explanationsFor(db, release) : []
  const indicatorNames = () => new Map(indicatorsAsAt(db, release.asAt).map(({ code, name }) => [code, name]))
  return {
    release,
    thresholds: thresholdsFor(db, release),
    maker,
    madeBy: names.get(release.createdBy ?? 0) ?? null,
    issuedBy: names.get(release.issuedBy ?? 0) ?? null,
    file: release.state === 'issued' ? issuedFile(db, release.id) : null,
    isPublished: Boolean(projectCard(db)?.iati),
    recipients: recipientsOf(db, release.id),
    agreements: agreementsOf(db, release.id),
    otherManagers: countOtherManagers(db, release.createdBy),
    progress: release.state === 'protecting' ? progress : null,
    attempt: attempt && { ...attempt, progress: issuingProgress(jobs, release.id) },
    standing: loadReleaseStanding(db, person, release.id),
    placeNames: new Map(release.failure ? groupNames(db, release) : []),
    preview: previewSoFar(preview, progress),
    scores: preview && hasLogframe(db, release) ? { results: results(db), scores: resultScores(db) } : null,
    deviations: loadDeviations(db, release, preview, comments),
    reporterNames: {
      partners: new Map(partners(db).map((one) => [one.id, nameOn(one, datesOf(release).last).name])),
      places: new Map(places(db, release.asAt).list.map(({ id, name }) => [id, name])),
    },
    offered:
      maker && mayExplain(release)
        ? { explanations: comments, chosen: chosenIn(db, release.id), names: indicatorNames() }
        : null,
  }
}

function hasLogframe(db: Db, { asAt, donorCode }: Release): boolean {
  const own = projectCard(db, asAt)?.donors.find(({ code }) => code === donorCode)?.workbook
  return (own ?? USUAL_WORKBOOK).sheets.some(({ is }) => is === 'logframe')
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
