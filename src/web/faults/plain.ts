import type { Key } from '../../language/words.ts'
import { wordsFor } from '../../language/words.ts'
import type { Language } from '../../vocabulary/language.ts'
import { assetAddress } from '../files/assets.ts'
import { HEADERS } from '../security.ts'
import { renderFragment } from '../views/fragment.ts'

declare module '../views/models.ts' {
  interface Parts {
    'web/plain': { sentence: Key; stylesheet: string }
  }
}

/** A page that asks nothing of the database and nothing of the request but its language: for when either is amiss. */
export function plainPage(sentence: Key, language: Language): { headers: Record<string, string>; html: Buffer } {
  const page = { sentence, stylesheet: assetAddress('app.css') }
  const { bytes: html } = renderFragment('web/plain', page, wordsFor(language))
  const headers = { ...HEADERS, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
  return { headers, html }
}
