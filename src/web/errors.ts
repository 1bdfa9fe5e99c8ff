import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { type StorageFault, storageFaultOf } from '../../db/file/storage-fault.ts'
import type { Key } from '../language/words.ts'
import type { App } from './context.ts'
import { DataDamaged, noteDamage } from './faults/damage.ts'
import { plainPage } from './faults/plain.ts'
import { isForPrograms } from './faults/problem.ts'
import { unsavedOf } from './faults/send-again.ts'
import { sentenceFor } from './faults/sentence.ts'
import { askToSignIn, SignedOut } from './guard.ts'
import { answerProblem } from './machine/answer-problem.ts'
import { NotFound } from './not-found.ts'
import { page, showError } from './render.ts'
import { isReading, NotOurForm } from './session/csrf.ts'
import { whyNoCookie } from './session/no-cookie.ts'

/** Unknown addresses and wrong verbs, and whatever goes wrong: always a page in the person's language, never a stack. */
export function setUpErrors(app: App): void {
  // Before what was sent is looked at: whatever a program sends, it is told that nothing is taken here.
  app.addHook('onRequest', async (request, reply) => {
    if (isReading(request) || !isForPrograms(request)) return
    const others = otherVerbs(app, request)
    if (others.length > 0) return answerProblem({}, request, reply.header('allow', others.join(', ')), 405)
  })
  app.setNotFoundHandler((request, reply) => {
    const others = otherVerbs(app, request)
    if (others.length === 0) throw new NotFound()
    return showError(request, reply.header('allow', others.join(', ')), 405)
  })
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    noteDamage(app, error)
    const { status, sentence } = explain(error, app.context.db.isDamaged())
    if (status >= 500) request.log.error({ err: error }, 'failed')
    else request.log.info({ code: error.code, status }, 'refused')
    try {
      if (isForPrograms(request)) return answerProblem(error, request, reply, status)
      return answer(error, request, reply, status, sentence)
    } catch (again) {
      request.log.error({ err: again }, 'failed again')
      const { headers, html } = plainPage(sentence, request.words.language)
      return reply.code(status).headers(headers).send(html)
    }
  })
}

function answer(error: FastifyError, request: FastifyRequest, reply: FastifyReply, status: number, sentence: Key) {
  if (error instanceof SignedOut) return askToSignIn(request, reply)
  const why = error instanceof NotOurForm ? error.why : null
  const noCookie = why === 'no-cookie' ? whyNoCookie(request) : null
  const isOurs = why === 'form-too-old' || why === 'no-cookie'
  const again = isOurs || status >= 500 ? unsavedOf(request, reply.csrfToken()) : null
  const said = noCookie?.key ?? sentence
  if (!again) return showError(request, reply, status, said, noCookie?.values)
  const shown = why === 'form-too-old' ? 'common:unsaved.form-too-old' : said
  return page(request, reply.code(status), 'web/unsaved', { sentence: shown, values: noCookie?.values ?? {}, again })
}

const STORAGE: Record<StorageFault, { status: number; sentence: Key }> = {
  full: { status: 503, sentence: 'common:error.full' },
  busy: { status: 503, sentence: 'common:error.busy' },
  unwritable: { status: 503, sentence: 'common:error.unwritable' },
  damaged: { status: 500, sentence: 'common:error.damaged' },
}

function explain(error: FastifyError, isDamaged: boolean): { status: number; sentence: Key } {
  const fault = storageFaultOf(error)
  if (error instanceof DataDamaged || (isDamaged && fault === 'unwritable'))
    return { status: 503, sentence: STORAGE.damaged.sentence }
  if (fault) return STORAGE[fault]
  if (error instanceof NotOurForm) return { status: 403, sentence: `common:error.${error.why}` }
  const given = error.validationContext === 'params' ? 404 : (error.statusCode ?? 500)
  const status = given >= 400 && given < 600 ? given : 500
  return { status, sentence: sentenceFor(status) }
}

/** The verbs this address does know, when none of them is the one asked with (RFC 9110, 10.2.1: all of them are named). */
function otherVerbs(app: App, request: FastifyRequest): string[] {
  const url = request.url.split('?')[0] ?? '/'
  const known = app.knownRoutes.filter(({ method, pattern }) => method !== request.method && pattern.test(url))
  return [...new Set(known.map(({ method }) => method))]
}
