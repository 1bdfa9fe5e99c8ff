import { join } from 'node:path'
import { Eta } from 'eta'
import { root } from '../config/root.ts'
import type { Words } from '../language/words.ts'
import { formatFor } from './render.ts'

const eta = new Eta({ views: join(root, 'views'), cache: true })

/**
 * The part of a page that is the same for everybody who reads it in this language: no person, no token, nothing of the
 * request. It can be kept, and goes into the frame of whoever asks by `framed`.
 */
export function renderFragment(template: string, model: Record<string, unknown>, words: Words): Buffer {
  const html = eta.render(template, {
    ...model,
    words,
    t: words.t,
    language: words.language,
    format: formatFor(words.language),
  })
  return Buffer.from(html)
}
