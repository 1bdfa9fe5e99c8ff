import { z } from 'zod'
import { dayAt } from '../../calendar/day.ts'
import { datesOf, type Span } from '../../calendar/span.ts'
import { lineField } from '../../forms/fields.ts'
import { type FieldErrors, says, type Typed } from '../../forms/read.ts'
import type { Key } from '../../language/words.ts'
import { tracesIn } from '../../privacy/personal-data.ts'
import { thresholdOf } from '../../project/donor.ts'
import type { ProjectCard } from '../../project/project.ts'
import {
  BREAKDOWN_GRAINS,
  PROJECT_GRAINS,
  PROVINCE_GRAINS,
  RELEASE_AUDIENCES,
  RELEASE_LANGUAGES,
  YEAR_KINDS,
} from '../../vocabulary/release.ts'
import type { Release } from '../release.ts'
import { maySupersede, type Supersedable, usuallySuperseded } from '../standing/standing.ts'
import { asAtField, quarterField, supersedesField, thresholdField } from './fields.ts'

export type NewRelease = Pick<
  Release,
  'title' | 'donorCode' | 'from' | 'to' | 'language' | 'audience' | 'threshold' | 'asAt' | 'layout'
> & {
  /** The title looked as if it named somebody, and its writer says that it does not. */
  titleConfirmed: boolean
  /** Ids of those who will receive it. */
  recipients: number[]
  /** Number of the report that it takes the place of. */
  supersedes: number | null
}

export type ReleaseForm = ReturnType<typeof releaseForm>
export type TypedRelease = Typed<ReleaseForm>
export type ReleaseErrors = FieldErrors<ReleaseForm>

/**
 * @param project first and last quarter that may be reported on.
 * @param donors ids of those who can receive a release.
 * @param payers codes of the donors of the project.
 * @param supersedable reports that a new one may take the place of, the latest first.
 */
export function releaseForm({
  project,
  donors,
  payers = [],
  supersedable = [],
  now,
}: {
  project: Span
  donors: readonly number[]
  payers?: readonly string[]
  supersedable?: readonly Supersedable[]
  now: number
}) {
  const choice = <const T extends readonly string[]>(list: T) => z.enum(list, says('releases:wrong.choice'))
  return z
    .object({
      title: lineField(0, 200, 'releases:wrong.title-long'),
      /** `yes`: the title was looked at again and names nobody. */
      titleChecked: z.string().transform((ticked) => ticked === 'yes'),
      from: quarterField(project),
      to: quarterField(project),
      /** Nothing is sent where there is nothing to choose. */
      donor: z
        .string()
        .transform((code) => code || (payers[0] ?? null))
        .refine((code) => code === null || payers.includes(code), says('releases:wrong.choice')),
      language: z.enum(RELEASE_LANGUAGES, says('releases:wrong.language')),
      audience: z.enum(RELEASE_AUDIENCES, says('releases:wrong.audience')),
      threshold: thresholdField,
      asAt: asAtField(now),
      recipients: z
        .array(z.string())
        .transform((ids) => [...new Set(ids.map(Number))])
        .refine((ids) => ids.every((id) => donors.includes(id)), { error: 'releases:wrong.recipients' satisfies Key }),
      supersedes: supersedesField(supersedable),
      project: choice(PROJECT_GRAINS),
      province: choice(PROVINCE_GRAINS),
      breakdown: choice(BREAKDOWN_GRAINS),
      years: choice(YEAR_KINDS),
    })
    .refine(
      ({ title, titleChecked }) => titleChecked || tracesIn(title).length === 0,
      together('title', 'releases:wrong.title-names'),
    )
    .refine(({ from, to }) => from <= to, together('to', 'releases:wrong.backwards', 'from'))
    .refine(
      ({ from, asAt }) => dayAt(asAt) >= datesOf({ from, to: from }).first,
      together('asAt', 'releases:wrong.before-period', 'from'),
    )
    .refine(
      ({ audience, recipients }) => audience !== 'donor' || recipients.length > 0,
      together('recipients', 'releases:wrong.recipients-none', 'audience'),
    )
    .refine(
      ({ supersedes, ...added }) => typeof supersedes !== 'object' || maySupersede(added, supersedes),
      together('supersedes', 'releases:wrong.supersedes', 'audience', 'recipients'),
    )
}

/**
 * What was asked for, when nothing is wrong.
 * @param card the project; null = the usual thresholds
 * @param issued what it may take the place of, the latest first
 */
export function newReleaseOf(
  values: z.output<ReleaseForm>,
  card: Pick<ProjectCard, 'donors' | 'thresholds'> | null = null,
  issued: readonly Supersedable[] = [],
): NewRelease {
  const { titleChecked, donor: donorCode, threshold, supersedes, project, province, breakdown, years, ...rest } = values
  const named = supersedes === 'none' ? null : supersedes === 'usual' ? undefined : supersedes.id
  return {
    ...rest,
    titleConfirmed: titleChecked && tracesIn(rest.title).length > 0,
    donorCode,
    supersedes: named === undefined ? usuallySuperseded({ ...rest, donorCode }, issued) : named,
    threshold: threshold ?? thresholdOf(card, rest.audience, donorCode),
    layout: { project, province, breakdown, years },
  }
}

/** A rule about several fields: asked when each of them is right by itself, whatever else is wrong. */
function together(path: string, key: Key, ...others: string[]) {
  const fields = [path, ...others]
  return {
    error: key,
    path: [path],
    when: ({ issues }: z.core.ParsePayload) => !issues.some((issue) => fields.includes(String(issue.path?.[0]))),
  }
}
