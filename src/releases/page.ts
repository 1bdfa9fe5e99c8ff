import type { Person } from '../access/person.ts'
import type { Text } from '../language/text.ts'
import type { Key, Words } from '../language/words.ts'
import type { FreeText } from '../privacy/free-text.ts'
import type { BrokenLayout } from '../project/layout-faults.ts'
import type { WorkbookLayout } from '../project/workbook-layout.ts'
import type { ReportForm } from '../vocabulary/release.ts'
import { unexplainedIn } from './deviations/deviation.ts'
import type { ReadDeviations } from './deviations/form.ts'
import { deviationsModel, type LoadedDeviations } from './deviations/page.ts'
import { formsModel, type Published } from './forms/page.ts'
import { brokenLayoutText, failureWords, layoutWords } from './in-words.ts'
import type { IssuingAttempt } from './issuing/attempt.ts'
import { nextStep } from './issuing/next-step.ts'
import { issuingModel } from './issuing/page.ts'
import { listed } from './list-page.ts'
import { coverModel, type LoadedCover, type ReturnedNextReport } from './next-report/page.ts'
import type { Preview } from './protection/preview.ts'
import { previewModel } from './protection/preview-page.ts'
import type { ReporterNames } from './protection/together-page.ts'
import {
  type AudienceThresholds,
  agreementReasons,
  mayAgree,
  type Named,
  needsAgreement,
  obstacleToIssuing,
  type Release,
} from './release.ts'
import { type LoadedScores, scoresModel } from './scores/page.ts'
import { type LoadedReleaseStanding, releaseStandingModel } from './standing/page.ts'
import { allTicks, type OfferedTexts, type ReturnedTicks } from './ticks/page.ts'
import { type LayoutInWords, sheetCalled } from './wording/in-layout.ts'

export type ReleaseModel = ReturnType<typeof releaseModel>
type PreviewModel = ReturnType<typeof previewModel>

declare module '../web/views/models.ts' {
  interface Views {
    'releases/release': ReleaseModel
  }
  interface Parts {
    'releases/facts': Pick<
      ReleaseModel,
      'release' | 'line' | 'made' | 'maker' | 'recipients' | 'layout' | 'issuedBy' | 'fingerprint'
    >
    'releases/preview': { preview: PreviewModel } & Pick<Frame, 'csrf'>
    'releases/together': { together: NonNullable<PreviewModel['together']> }
    'releases/known': { figures: readonly { name: string; known: string | null; release?: string | number }[] }
    'releases/hidden': { group: PreviewModel['groups'][number] }
    'releases/choices': { choices: NonNullable<PreviewModel['choices']> } & Pick<Frame, 'csrf'>
    'releases/choice': { choice: NonNullable<PreviewModel['choices']>['first'][number] } & Pick<Frame, 'csrf'>
    'releases/issuing': Pick<Frame, 'csrf' | 'person'> &
      Pick<
        ReleaseModel,
        | 'release'
        | 'issuing'
        | 'agreements'
        | 'agreementReasons'
        | 'alone'
        | 'obstacle'
        | 'needsAgreement'
        | 'mayAgree'
        | 'deviations'
        | 'removedEvidence'
      >
  }
}

/** What the page of a release is about. What only managers see is null for others. */
export type LoadedRelease = {
  release: Release
  /** Below which counts are hidden when nobody asks for another number. */
  thresholds: AudienceThresholds
  maker: boolean
  madeBy: string | null
  issuedBy: string | null
  /** What was issued; null while it is a draft, and of what was issued before files were kept. */
  file: { sha256: string } | 'damaged' | null
  /** Whether the project says how it is published; `later`: it did not yet when the release was issued. */
  published: Published
  /** Files beside it that are not what was issued. */
  damagedForms: readonly ReportForm[]
  recipients: Named[]
  agreements: (Named & { at: number })[]
  /** How many managers there are beside its maker. */
  otherManagers: number
  progress: { done: number; of: number } | null
  /** Somebody set out to issue it, and how far that is; null while nobody has. */
  attempt: (IssuingAttempt & Pick<LoadedRelease, 'progress'>) | null
  standing: LoadedReleaseStanding
  /** By slug, for saying what a failure is about. */
  placeNames: ReadonlyMap<string, Text>
  preview: Preview | null
  /** Of whom the preview speaks. */
  reporterNames: ReporterNames
  /** What its workbook is made of. */
  layout: Pick<WorkbookLayout, 'sheets' | 'columns'>
  /** What of that can't be followed: by this it can't be issued. */
  brokenLayout: BrokenLayout | null
  /** What of it has to be explained; null where nothing has, or it is no time for it. */
  deviations: LoadedDeviations | null
  /** What its logframe, where it has one, says of results; null where it is no time for it. */
  scores: LoadedScores | null
  /** What a manager may put into it of what others wrote; null while that can't be chosen. */
  offered: OfferedTexts | null
  /** Names of files that are ticked and were removed since. */
  removedEvidence: readonly string[]
  /** What its cover says, while that can be changed. */
  cover: LoadedCover | null
}

/** What a form of the page came back with: why nothing was done, and what was ticked. */
export type Returned = {
  problem: Key | null
  ticks?: ReturnedTicks
  nextReport?: ReturnedNextReport
  deviations?: ReadDeviations
  withdrawal?: FreeText
}

/** One release, as its managers or its recipients see it. */
export function releaseModel(loaded: LoadedRelease, person: Person, returned: Returned | null, words: Words) {
  const { release, maker, recipients, agreements, preview, deviations } = loaded
  const agreed = agreements.map(({ id }) => id)
  const layout: LayoutInWords = { ...loaded.layout, language: release.language }
  const logframe = sheetCalled('logframe', layout)
  const issuing = maker && loaded.attempt ? issuingModel(loaded.attempt, words) : null
  const explained = deviations && deviationsModel(deviations, { release, layout }, returned?.deviations ?? null, words)
  const obstacle = obstacleOf(loaded)
  return {
    release,
    line: listed(release, words, loaded.standing),
    layout: layoutWords(release.layout, words),
    brokenLayout: loaded.brokenLayout && brokenLayoutText(loaded.brokenLayout, words),
    /** Where the next one tells what is corrected. */
    corrections: correctionsWords(sheetCalled('changes', layout), words),
    maker,
    problem: returned?.problem ?? null,
    made: { at: release.createdAt, by: loaded.madeBy },
    issuedBy: loaded.issuedBy,
    isDamaged: loaded.file === 'damaged',
    forms: loaded.file === 'damaged' ? null : formsModel(release, { ...loaded, maker }, words),
    fingerprint: loaded.file && loaded.file !== 'damaged' ? loaded.file.sha256 : null,
    recipients,
    progress: loaded.progress,
    issuing,
    next: maker && !issuing?.step ? nextStep(release.state, obstacle, explained?.missing ?? [], words) : null,
    standing: releaseStandingModel(
      loaded.standing,
      { isIssued: release.state === 'issued', maker, recipients },
      person,
      returned?.withdrawal ?? null,
      words,
    ),
    failure: release.failure ? failureWords(release.failure, loaded.placeNames, words, loaded.reporterNames) : null,
    preview: preview && previewModel(preview, release, loaded.reporterNames, words),
    ticks: allTicks(loaded.offered, layout, returned?.ticks ?? null, words),
    removedEvidence: loaded.removedEvidence.join(', '),
    cover: loaded.cover && coverModel(loaded.cover, returned?.nextReport ?? null, words),
    deviations: explained,
    unplanned: maker && preview?.unplanned === true,
    scores: loaded.scores && logframe && scoresModel(loaded.scores, release, logframe, words),
    agreements,
    needsAgreement: needsAgreement(release, loaded.thresholds),
    agreementReasons: agreementReasons(release, loaded.thresholds).map((reason) =>
      words.t(`releases:issue.agreement-${reason}`, { count: release.uncovers }),
    ),
    /** Nobody else could agree: what can be done all the same. */
    alone: needsAgreement(release, loaded.thresholds) && loaded.otherManagers === 0,
    mayAgree: mayAgree(release, person, agreed),
    obstacle,
  }
}

function obstacleOf(loaded: LoadedRelease) {
  const { release, agreements, recipients, deviations, brokenLayout, removedEvidence, thresholds } = loaded
  const here = {
    brokenLayout: brokenLayout !== null,
    agreed: agreements.map(({ id }) => id),
    recipients: recipients.map(({ id }) => id),
    unexplained: deviations ? unexplainedIn(deviations.asked, deviations.texts, release.language).length : 0,
    removedEvidence: removedEvidence.length,
  }
  return obstacleToIssuing(release, here, thresholds)
}

function correctionsWords(sheet: string | null, { t }: Words): string {
  return sheet === null ? t('releases:show.frozen-only') : t('releases:show.frozen', { sheet })
}

/** Whether the page is to look again by itself; it would lose what somebody is ticking, or the answer to a form. */
export function looksAgain(
  { release, maker, preview, offered, deviations, attempt }: LoadedRelease,
  returned: Returned | null,
): boolean {
  const trying = preview?.alternatives === null && !hasForms(offered) && deviations === null
  const issuing = attempt !== null && attempt.problem === null && attempt.progress !== null
  return maker && returned === null && (release.state === 'protecting' || issuing || trying)
}

/** Whether somebody may be ticking something of what others wrote. */
function hasForms(offered: LoadedRelease['offered']): boolean {
  return (
    offered !== null && [offered.explanations, offered.evidence, offered.reasons ?? []].some(({ length }) => length > 0)
  )
}
