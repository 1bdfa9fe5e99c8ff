import { z } from 'zod'
import { byId } from '../forms/params.ts'
import type { TokenScope } from '../vocabulary/access.ts'
import type { Format } from '../vocabulary/programs/format.ts'
import { formatField, paging } from './fields.ts'
import { figuresDocument } from './figures/answer.ts'
import { figuresQuery } from './figures/query.ts'
import { figureRow } from './figures/row.ts'
import { indicatorRow, indicatorsDocument, indicatorsQuery } from './lists/indicators.ts'
import { submissionDocument, submissionRow, submissionsDocument, submissionsQuery } from './lists/submissions.ts'
import { releaseDocument, releaseFacts } from './releases/answer.ts'
import { releaseRow } from './releases/row.ts'

const alone = z.strictObject({ format: formatField })

/**
 * Every address that programs read: what of it is read and answered, in schemas that the routes read with, the documentation is made of
 * and answers are tried against.
 */
export const ENDPOINTS = {
  releases: {
    path: '/api/v1/releases',
    scope: 'releases',
    params: null,
    query: z.strictObject({ ...paging, format: formatField }),
    answer: z.object({ releases: z.array(releaseFacts) }),
    row: releaseFacts,
  },
  release: {
    path: '/api/v1/releases/:id',
    scope: 'releases',
    params: byId,
    query: alone,
    answer: releaseDocument,
    row: releaseRow,
  },
  figures: {
    path: '/api/v1/figures',
    scope: 'figures',
    params: null,
    query: figuresQuery,
    answer: figuresDocument,
    row: figureRow,
  },
  indicators: {
    path: '/api/v1/indicators',
    scope: 'indicators',
    params: null,
    query: indicatorsQuery,
    answer: indicatorsDocument,
    row: indicatorRow,
  },
  submissions: {
    path: '/api/v1/submissions',
    scope: 'submissions',
    params: null,
    query: submissionsQuery,
    answer: submissionsDocument,
    row: submissionRow,
  },
  submission: {
    path: '/api/v1/submissions/:id',
    scope: 'submissions',
    params: byId,
    query: z.strictObject({}),
    answer: submissionDocument,
    row: null,
  },
} as const satisfies Record<string, Endpoint>
export type EndpointName = keyof typeof ENDPOINTS

export type Endpoint = {
  path: `/api/v1/${string}`
  scope: TokenScope
  params: z.ZodObject | null
  query: z.ZodObject
  answer: z.ZodObject
  /** Of the tidy CSV; null: there is none. */
  row: z.ZodObject | null
}

/** The forms in which an address answers, the usual one first. */
export function formatsOf({ row }: Pick<Endpoint, 'row'>): readonly Format[] {
  return row === null ? ['json'] : ['json', 'csv']
}

/** Columns of its CSV: the fields of a row, those of a part of it by both names. What is a list of parts stands in JSON alone. */
export function csvColumns(row: z.ZodObject): string[] {
  return Object.entries(row.shape).flatMap(([name, field]) => {
    const inner = insideOf(field)
    if (inner instanceof z.ZodArray && inner.element instanceof z.ZodObject) return []
    return inner instanceof z.ZodObject ? csvColumns(inner).map((one) => `${name}.${one}`) : [name]
  })
}

function insideOf(field: unknown): unknown {
  return field instanceof z.ZodNullable || field instanceof z.ZodOptional ? insideOf(field.unwrap()) : field
}
