import { z } from 'zod'
import { inAddress } from '../forms/asked.ts'
import { pageParam, quarterParam } from '../forms/params.ts'
import { readForm } from '../forms/read.ts'

/** Letters of a reason or comment. */
export const LONGEST_TEXT = 2000

/** The version of the submission a form was drawn from; 0, that of none, where it makes no sense. */
export const versionField = z.string().transform((typed) => {
  const version = Number(typed)
  return Number.isSafeInteger(version) ? version : 0
})

/** The version that a form of nothing else was drawn from. */
export function readVersion(body: unknown): number {
  const form = z.object({ version: versionField })
  return form.parse(readForm(form, body).typed).version
}

/** What may be the code of a component; whether there is one is seen where it is looked for. */
export const componentParam = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(100)

/** The screen asked for, or none of those there are. */
export const screenQuery = inAddress({ component: componentParam.optional() })

/** Every value of a submission, or of one indicator of it, page by page. */
export const valuesQuery = inAddress({ indicator: z.string().max(20).default(''), page: pageParam })

/** The page of a submission, and which thread of talk is open on it: by code of its indicator, "whole" for that of the whole. */
export const submissionPageQuery = inAddress({
  component: componentParam.optional(),
  talk: z.string().max(20).optional(),
})

/** The screen of one that is named, which is looked at apart. */
export const startQuery = z
  .record(z.string(), z.unknown())
  .transform((named) => ({ ...screenQuery.parse(named), named }))

/** What names a submission that may not have been begun. */
export const namedSubmission = z.object({ partner: z.string(), place: z.string(), quarter: quarterParam })
