import type { FastifyReply, FastifyRequest } from 'fastify'
import { projectCard } from '../../project/store.ts'
import { isIssuedAs } from '../../releases/workbook/file-store.ts'
import type { Routes } from '../../web/context.ts'
import { personOf } from '../../web/guard.ts'
import { orNotFound } from '../../web/not-found.ts'
import { page, redirectWithNotice } from '../../web/render.ts'
import { readIdentity } from './form.ts'
import { publishPage, type ReturnedIdentity } from './page.ts'
import { publishAsSeen } from './publish-project.ts'

const PROBLEMS = { overtaken: 'settings:iati.overtaken', frozen: 'settings:iati.frozen' } as const

/** How the project is published by the IATI standard: what the command `npm run project -- publish` says from a file. */
export const publishRoutes: Routes = async (app, { db, now }) => {
  const config = { may: 'settings.manage' } as const

  app.get('/publishing', { config }, (request, reply) => show(request, reply, null))

  app.post('/publishing', { config }, (request, reply) => {
    const read = readIdentity(request.body)
    const { typed, seen } = read
    if ('errors' in read) return show(request, reply.code(422), { typed, seen, errors: read.errors, problem: null })
    const outcome = publishAsSeen(db, personOf(request), read.identity, { seen, now: now() })
    if (outcome === 'overtaken' || outcome === 'frozen')
      return show(request, reply.code(409), { typed, seen, errors: {}, problem: PROBLEMS[outcome] })
    return redirectWithNotice(reply, '/publishing', 'settings:iati.saved')
  })

  function show(request: FastifyRequest, reply: FastifyReply, returned: ReturnedIdentity | null) {
    const { iati: said } = orNotFound(projectCard(db))
    const state = { said, isIssued: said !== null && isIssuedAs(db, 'iati') }
    return page(request, reply, 'framework/publish', publishPage(state, returned, request.words))
  }
}
