import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { wordsFor } from '../../language/words.ts'
import { termsOf } from '../../project/store.ts'
import { LANGUAGES, type Language } from '../../vocabulary/language.ts'
import type { App } from '../context.ts'
import { preferencesIn } from '../headers/preferences.ts'
import { cookieOf, REMEMBERED_MS, setCookie } from './cookies.ts'

/** Vietnamese is read by more of those who come here than any other language; for browsers that ask for none of ours. */
const FIRST: Language = 'vi'

/** An address may name a language that nobody has; then it is as if it named none. */
const inAddress = z.object({ language: z.unknown() })

export function setUpLanguage(app: App): void {
  app.decorateRequest('words')
  app.addHook('onRequest', async (request) => {
    const language = languageOf(request)
    // When nothing can be read, what the page says of it is in the person's language all the same.
    request.words = wordsFor(language)
    request.words = wordsFor(language, termsOf(request.server.context.db))
  })
}

export function rememberLanguage(reply: FastifyReply, language: Language): FastifyReply {
  return setCookie(reply, 'language', language, REMEMBERED_MS)
}

function languageOf(request: FastifyRequest): Language {
  const asked = inAddress.safeParse(request.query).data?.language ?? cookieOf(request, 'language')
  return known(asked) ?? languageOfBrowser(request.headers['accept-language'])
}

/** The language of a request of which nothing was read but its head. */
export function languageIn(headers: Pick<IncomingHttpHeaders, 'cookie' | 'accept-language'>, cookie: string): Language {
  const kept = headers.cookie?.split(/;\s*/).find((one) => one.startsWith(`${cookie}=`))
  return known(kept?.slice(cookie.length + 1)) ?? languageOfBrowser(headers['accept-language'])
}

/** The first of our languages among those a browser asks for (RFC 9110, 12.5.4), the most wanted first. */
export function languageOfBrowser(header: string | undefined): Language {
  const wanted = preferencesIn(header)
    .map(({ value, quality }) => ({ language: known(value.split('-')[0]), quality }))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return wanted.find(({ language }) => language !== null)?.language ?? FIRST
}

function known(asked: unknown): Language | null {
  return LANGUAGES.find((language) => language === asked) ?? null
}
