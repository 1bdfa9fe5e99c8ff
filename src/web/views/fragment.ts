import { createHash, randomUUID } from 'node:crypto'
import type { Words } from '../../language/words.ts'
import type { Language } from '../../vocabulary/language.ts'
import { eta } from './engine.ts'
import { type Parts, sharedIn } from './models.ts'

/** What was rendered, with a mark of it: two parts with the same mark are the same. */
export type Fragment = { bytes: Buffer; mark: string }

/** Stands for a piece in what is rendered around it. It is chosen anew at every start and never sent, so that nobody can type it. */
const PIECE = randomUUID()

/**
 * The part of a page that is the same for everybody who reads it in this language: no person, no token, nothing of the
 * request. It can be kept, and goes into the frame of whoever asks by `framed`. What its views `keep` is neither rendered nor
 * encoded again: most of a long page is such pieces.
 */
export function renderFragment<F extends keyof Parts>(view: F, model: Parts[F], words: Words): Fragment {
  const pieces: Fragment[] = []
  const kept = (of: object, make: () => string) => {
    pieces.push(pieceOf(of, words.language, make))
    return PIECE
  }
  const around = eta.render(view, { ...model, ...sharedIn(words), kept }).split(PIECE)
  const all = around.flatMap((text, nth) => [Buffer.from(text), ...(pieces[nth] ? [pieces[nth].bytes] : [])])
  return { bytes: Buffer.concat(all), mark: markOf([...around, ...pieces.map(({ mark }) => mark)]) }
}

const known: Record<Language, WeakMap<object, Fragment>> = { vi: new WeakMap(), en: new WeakMap() }

/** Made once of an object, for as long as the object is. */
function pieceOf(of: object, language: Language, make: () => string): Fragment {
  const found = known[language].get(of)
  if (found) return found
  const text = make()
  const made = { bytes: Buffer.from(text), mark: markOf([text]) }
  known[language].set(of, made)
  return made
}

function markOf(texts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text.length} `).update(text)
  return hash.digest('base64url')
}
