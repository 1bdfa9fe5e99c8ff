import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './context.ts'
import { showError } from './render.ts'

/** Unknown addresses and wrong verbs, and whatever goes wrong: always a page in the person's language, never a stack. */
export function setUpErrors(app: App): void {
  app.setNotFoundHandler((request, reply) => {
    const other = otherVerb(app, request)
    if (!other) return showError(request, reply, 404)
    return showError(request, reply.header('allow', other), 405)
  })
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const status = statusOf(error)
    if (status >= 500) request.log.error({ err: error }, 'failed')
    else request.log.info({ code: error.code, status }, 'refused')
    return tell(error, request, reply, status)
  })
}

async function tell(error: FastifyError, request: FastifyRequest, reply: FastifyReply, status: number) {
  if (error.code?.startsWith('FST_CSRF')) return showError(request, reply, 403, 'common:error.form-too-old')
  return showError(request, reply, status)
}

function statusOf(error: FastifyError): number {
  const code = (error as { code?: string }).code ?? ''
  if (code === 'SQLITE_FULL') return 503
  if (code === 'SQLITE_BUSY') return 503
  if (error.validationContext === 'params') return 404
  const status = error.statusCode ?? 500
  return status >= 400 && status < 600 ? status : 500
}

/** The verb this address does know, when it is not the one asked with. */
function otherVerb(app: App, request: FastifyRequest): string | null {
  const url = request.url.split('?')[0] ?? '/'
  const known = app.knownRoutes.find((address) => address.method !== request.method && address.pattern.test(url))
  return known?.method ?? null
}
