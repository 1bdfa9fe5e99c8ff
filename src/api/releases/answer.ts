import { z } from 'zod'
import type { Terms } from '../../language/terms.ts'
import type { Release } from '../../releases/release.ts'
import type { ReleaseStanding } from '../../releases/standing/standing.ts'
import type { WorkbookPlan } from '../../releases/workbook/plan.ts'
import { RELEASE_AUDIENCES, RELEASE_LANGUAGES } from '../../vocabulary/release.ts'
import { dateFields, datesIn, instantField, instantOf } from '../fields.ts'
import { type ReleaseRow, releaseRow, rowsOfData } from './row.ts'

/** What a report says on its cover, and how it stands today. */
export const releaseFacts = z.object({
  id: z.int(),
  title: z.string(),
  donor: z.string(),
  audience: z.enum(RELEASE_AUDIENCES),
  /** Counts of people below it are hidden. */
  threshold: z.int(),
  language: z.enum(RELEASE_LANGUAGES),
  ...dateFields.shape,
  as_at: instantField,
  issued_at: instantField,
  withdrawn: z.object({ at: instantField, reason: z.string() }).nullable(),
  superseded_by: z.int().nullable(),
})

/** What is said of an indicator on each of its rows. */
const OF_INDICATOR = [
  'ref',
  'indicator',
  'component_code',
  'component',
  'level',
  'measure',
  'unit',
  'direction',
  'rule_code',
] as const
const shape = releaseRow.shape as unknown as Record<(typeof OF_INDICATOR)[number], z.ZodType>

/** A report as it was issued; nothing is in it that is not on the sheet *Data* of its workbook. */
export const releaseDocument = z.object({
  ...releaseFacts.shape,
  project: z.string(),
  basis: z.literal('approved'),
  /** Of the workbook as it was issued; null of reports issued before files were kept. */
  workbook_sha256: z.string().nullable(),
  indicators: z.array(z.object(Object.fromEntries(OF_INDICATOR.map((name) => [name, shape[name]])))),
  figures: z.array(releaseRow),
})

export function releaseFactsOf(release: Release, standing: ReleaseStanding): z.output<typeof releaseFacts> {
  const { id, title, donor, audience, threshold, language, asAt, issuedAt } = release
  const { withdrawn, supersededBy } = standing
  return {
    id,
    title,
    donor,
    audience,
    threshold,
    language,
    ...datesIn(release),
    as_at: instantOf(asAt),
    issued_at: instantOf(issuedAt ?? asAt),
    withdrawn: withdrawn && { at: instantOf(withdrawn.at), reason: withdrawn.reason },
    superseded_by: supersededBy?.id ?? null,
  }
}

/** What a report is made of, before its figures; those are sent row by row. */
export type ReleaseParts = { head: object; rows: readonly ReleaseRow[] }

export function releaseParts(
  release: Release,
  standing: ReleaseStanding,
  plan: WorkbookPlan,
  sha256: string | null,
  terms: Terms,
): ReleaseParts {
  const sheet = plan.sheets.find(({ key }) => key === 'data')
  const rows = sheet ? rowsOfData(sheet, release.language, terms) : []
  return {
    head: {
      ...releaseFactsOf(release, standing),
      project: plan.author,
      basis: 'approved',
      workbook_sha256: sha256,
      indicators: indicatorsIn(rows),
    },
    rows,
  }
}

function indicatorsIn(rows: readonly ReleaseRow[]): object[] {
  const first = new Map<unknown, ReleaseRow>()
  for (const row of rows) if (!first.has(row.ref)) first.set(row.ref, row)
  return [...first.values()].map((row) => Object.fromEntries(OF_INDICATOR.map((name) => [name, row[name]])))
}
