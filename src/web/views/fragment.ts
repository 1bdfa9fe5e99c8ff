import { createHash } from 'node:crypto'
import type { Words } from '../../language/words.ts'
import { eta } from './engine.ts'
import { type Parts, sharedIn } from './models.ts'

/**
 * The part of a page that is the same for everybody who reads it in this language: no person, no token, nothing of the
 * request. It can be kept, and goes into the frame of whoever asks by `framed`.
 */
export function renderFragment<F extends keyof Parts>(view: F, model: Parts[F], words: Words): Fragment {
  const bytes = Buffer.from(eta.render(view, { ...model, ...sharedIn(words) }))
  return { bytes, mark: createHash('sha256').update(bytes).digest('base64url') }
}

/** What was rendered, with a mark of it: two parts with the same mark are the same. */
export type Fragment = { bytes: Buffer; mark: string }
