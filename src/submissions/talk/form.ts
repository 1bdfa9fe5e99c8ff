import { z } from 'zod'
import { readForm } from '../../forms/read.ts'
import { type FreeText, readFreeText } from '../../privacy/free-text.ts'
import { LONGEST_TEXT } from '../form.ts'

const sent = z.object({
  text: z.string(),
  /** "yes": its writer has looked again and says that it names nobody. */
  keep: z.string(),
  /** Code of the indicator it is about; '' = the whole report. */
  indicator: z.string(),
  /** "yes": its writer waits for an answer. */
  asks: z.string(),
})

/** What somebody writes about a report, or about one indicator of it. */
export type PostedComment = FreeText & { indicator: string; asks: boolean }

export function readComment(body: unknown): PostedComment {
  const { text, keep, indicator, asks } = readForm(sent, body).typed
  return { indicator, asks: asks === 'yes', ...readFreeText(text, LONGEST_TEXT, keep === 'yes') }
}

/** What waits to be shown again of one that could not be taken. */
export function commentName(id: number, indicator: string): string {
  return `comment ${id} ${indicator}`
}
