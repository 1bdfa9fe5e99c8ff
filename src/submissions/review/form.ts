import { z } from 'zod'
import { readForm } from '../../forms/read.ts'
import { type FreeText, readFreeText } from '../../privacy/free-text.ts'
import { LONGEST_TEXT, versionField } from '../form.ts'

/** What a reviewer or a commenter sends. */
const reviewForm = z.object({
  version: versionField,
  text: z.string(),
  /** "yes": its writer has looked again and says that it names nobody. */
  keep: z.string(),
  /** Code of the indicator a comment is about; '' = the whole. */
  indicator: z.string(),
})

export type PostedReview = FreeText & { version: number; indicator: string }

export function readReview(body: unknown): PostedReview {
  const { version, text, keep, indicator } = reviewForm.parse(readForm(reviewForm, body).typed)
  return { version, indicator, ...readFreeText(text, LONGEST_TEXT, keep === 'yes') }
}

/** What waits to be shown again of them. */
export function wordsName(id: number): string {
  return `words ${id}`
}
