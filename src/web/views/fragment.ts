import type { Words } from '../../language/words.ts'
import { eta } from './engine.ts'
import { type Parts, sharedIn } from './models.ts'

/**
 * The part of a page that is the same for everybody who reads it in this language: no person, no token, nothing of the
 * request. It can be kept, and goes into the frame of whoever asks by `framed`.
 */
export function renderFragment<F extends keyof Parts>(view: F, model: Parts[F], words: Words): Buffer {
  return Buffer.from(eta.render(view, { ...model, ...sharedIn(words) }))
}
