import { z } from 'zod'
import { readLine } from '../language/plain-text.ts'
import type { Key } from '../language/words.ts'

/** One line of text, trimmed and in one Unicode form, of `least` to `most` letters that can be seen. */
export function lineField(least: number, most: number, sentence: Key) {
  return z.string().transform((typed, context) => {
    const line = readLine(typed, most)
    if (line !== null && line.length >= least) return line
    context.addIssue({ code: 'custom', message: sentence })
    return z.NEVER
  })
}
