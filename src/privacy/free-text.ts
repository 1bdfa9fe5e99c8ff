import { readText } from '../language/plain-text.ts'
import { tracesIn } from './personal-data.ts'

/** What keeps a text from being stored. */
export type FreeTextProblem = 'needs-text' | 'too-long' | 'may-identify'

export type FreeText = {
  /** As it is stored: in one Unicode form, without what cannot be seen. As it was typed when it is too long. */
  text: string
  /** It looks as if it named somebody, and its writer says that it does not. */
  keptOnWord: boolean
  problem: FreeTextProblem | null
}

/**
 * The one way a comment, a reason, a title is read. Its length is looked at before anything else is: what comes after costs
 * more than its length.
 * @param most letters that are stored
 * @param confirmed whether its writer has looked at it again and says that it names nobody
 */
export function readFreeText(typed: unknown, most: number, confirmed: boolean): FreeText {
  const given = typeof typed === 'string' ? typed : ''
  const text = readText(given, most)
  if (text === null) return { text: given, keptOnWord: false, problem: 'too-long' }
  if (text === '') return { text, keptOnWord: false, problem: 'needs-text' }
  const mayIdentify = tracesIn(text).length > 0
  return { text, keptOnWord: mayIdentify && confirmed, problem: mayIdentify && !confirmed ? 'may-identify' : null }
}
