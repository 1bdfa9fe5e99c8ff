import type { Person } from '../../access/person.ts'
import { instant } from '../../language/format.ts'
import type { Key, Words } from '../../language/words.ts'
import type { FreeText } from '../../privacy/free-text.ts'
import type { Named } from '../release.ts'
import { LONGEST_REASON } from './form.ts'
import type { ReleaseStanding, ReportRef } from './standing.ts'

export type ReleaseStandingModel = ReturnType<typeof releaseStandingModel>

declare module '../../web/views/models.ts' {
  interface Parts {
    'releases/standing/standing': { standing: ReleaseStandingModel }
    'releases/standing/report': { report: NonNullable<ReleaseStandingModel['supersedes']> }
    'releases/standing/receipt': { standing: ReleaseStandingModel; id: number } & Pick<Frame, 'csrf'>
    'releases/standing/withdrawal': { withdrawal: NonNullable<ReleaseStandingModel['withdrawal']>; id: number } & Pick<
      Frame,
      'csrf'
    >
  }
}

/** How a report stands, as it was read. */
export type LoadedReleaseStanding = ReleaseStanding & {
  supersedes: ReportRef | null
  acknowledgements: readonly (Named & { at: number })[]
  /** Numbers of reports that whoever looks may open; null = all. */
  open: ReadonlySet<number> | null
}

type Shown = { isIssued: boolean; maker: boolean; recipients: readonly Named[] }

/** How a report stands, in words, and what whoever looks can do about it. */
export function releaseStandingModel(
  { withdrawn, supersededBy, supersedes, acknowledgements, open }: LoadedReleaseStanding,
  { isIssued, maker, recipients }: Shown,
  person: Person,
  returned: FreeText | null,
  words: Words,
) {
  const { t, language } = words
  const linked = (says: string, { id }: ReportRef) => ({
    says,
    href: open === null || open.has(id) ? `/releases/${id}` : null,
  })
  const own = acknowledgements.find(({ id }) => id === person.id)
  const waitedFor = recipients.filter(({ id }) => !acknowledgements.some((one) => one.id === id))
  return {
    withdrawn: withdrawn && {
      says: t('releases:standing.withdrawn', { when: instant(withdrawn.at, language) }),
      reason: withdrawn.reason,
    },
    superseded: supersededBy && linked(supersededWords(supersededBy, words), supersededBy),
    supersedes:
      supersedes &&
      linked(
        t(isIssued ? 'releases:standing.supersedes' : 'releases:standing.will-supersede', { id: supersedes.id }),
        supersedes,
      ),
    /** What a recipient has said, or can say. */
    acknowledged: own ? t('releases:standing.acknowledged', { when: instant(own.at, language) }) : null,
    mayAcknowledge: isIssued && !maker && !own && recipients.some(({ id }) => id === person.id),
    /** For managers: who has said that it has come, and who has not. */
    receipts:
      maker && isIssued && recipients.length > 0
        ? [
            ...acknowledgements.map(({ name, at }) =>
              t('releases:standing.receipt', { who: name, when: instant(at, language) }),
            ),
            ...waitedFor.map(({ name }) => t('releases:standing.no-receipt', { who: name })),
          ]
        : [],
    withdrawal: maker && isIssued && !withdrawn ? withdrawalForm(returned, words) : null,
  }
}

export function supersededWords({ id, issuedAt }: ReportRef, { t, language }: Words): string {
  return t('releases:standing.superseded', { id, when: issuedAt === null ? '' : instant(issuedAt, language) })
}

function withdrawalForm(returned: FreeText | null, { t }: Words) {
  const problem = returned?.problem ?? null
  return {
    text: returned?.text ?? '',
    most: LONGEST_REASON,
    error: problem && t(PROBLEMS[problem]),
    isDoubted: problem === 'may-identify',
    isReturned: returned !== null,
  }
}

const PROBLEMS = {
  'needs-text': 'releases:standing.needs-reason',
  'too-long': 'releases:standing.reason-long',
  'may-identify': 'releases:standing.reason-names',
} as const satisfies Record<NonNullable<FreeText['problem']>, Key>
