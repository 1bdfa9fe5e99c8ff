import { z } from 'zod'
import { readForm } from '../../forms/read.ts'
import { type FreeText, readFreeText } from '../../privacy/free-text.ts'

/** Letters of a reason: it stands in a cell of the next report's cover. */
export const LONGEST_REASON = 500

const withdrawalForm = z.object({
  text: z.string(),
  /** "yes": its writer has looked again and says that it names nobody. */
  keep: z.string(),
})

export function readWithdrawal(body: unknown): FreeText {
  const { text, keep } = withdrawalForm.parse(readForm(withdrawalForm, body).typed)
  return readFreeText(text, LONGEST_REASON, keep === 'yes')
}
