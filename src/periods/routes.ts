import type { FastifyReply, FastifyRequest } from 'fastify'
import { may } from '../access/permissions.ts'
import { type Quarter, quarterCode } from '../calendar/quarter.ts'
import * as format from '../language/format.ts'
import { quartersSoFar } from '../project/project.ts'
import { projectCard } from '../project/store.ts'
import type { Routes } from '../web/context.ts'
import { personOf } from '../web/guard.ts'
import { NotFound } from '../web/not-found.ts'
import { page, redirectWithNotice } from '../web/render.ts'
import { closePeriod, reopenPeriod } from './close.ts'
import { closingPage } from './closing-page.ts'
import { byQuarter, readReason, readSeen } from './form.ts'
import { loadClosing, loadPeriods } from './load.ts'
import { type PeriodsPageState, periodsPage } from './page.ts'

export const periodRoutes: Routes = async (app, { db, now }) => {
  app.get('/periods', { config: { may: 'periods.see' } }, (request, reply) => showPeriods(request, reply, 200, {}))

  const manage = { config: { may: 'periods.manage' }, schema: { params: byQuarter } } as const

  app.post('/periods/:quarter/closing', manage, (request, reply) => {
    const quarter = quarterHad(request, request.params.quarter)
    const seen = readSeen(request.body)
    const refused = closePeriod(db, personOf(request), quarter, seen, now())
    if (refused === 'outstanding') return askBeforeClosing(request, reply, quarter, seen)
    if (refused) return showPeriods(request, reply, 409, { refused })
    return redirectWithNotice(reply, '/periods', 'periods:closed', { quarter: inWords(request, quarter) })
  })

  app.post('/periods/:quarter/reopening', manage, (request, reply) => {
    const quarter = quarterHad(request, request.params.quarter)
    const { text: reason, problem } = readReason(request.body)
    if (problem) return showPeriods(request, reply, 422, { wrong: { code: quarterCode(quarter), reason, problem } })
    const refused = reopenPeriod(db, personOf(request), quarter, reason, now())
    if (refused) return showPeriods(request, reply, 409, { refused })
    return redirectWithNotice(reply, '/periods', 'periods:reopened', { quarter: inWords(request, quarter) })
  })
}

/**
 * A quarter the project has had.
 * @throws NotFound
 */
function quarterHad(request: FastifyRequest, quarter: Quarter): Quarter {
  const { db, now } = request.server.context
  const span = quartersSoFar(projectCard(db), now())
  if (!span || quarter < span.from || quarter > span.to) throw new NotFound('not a quarter of the project')
  return quarter
}

function showPeriods(request: FastifyRequest, reply: FastifyReply, status: number, shown: PeriodsPageState) {
  const { db, now } = request.server.context
  const model = periodsPage(loadPeriods(db, now()), shown, may(request.person, 'submission.see'), request.words)
  return page(request, reply.code(status), 'periods/periods', model)
}

/** Names what is outstanding; it is closed when that is said again. */
function askBeforeClosing(request: FastifyRequest, reply: FastifyReply, quarter: Quarter, seen: string) {
  const { db, now } = request.server.context
  const seesSubmissions = may(request.person, 'submission.see')
  const model = closingPage(loadClosing(db, quarter, now()), { seen, seesSubmissions }, request.words)
  return page(request, reply.code(409), 'periods/closing', model)
}

function inWords(request: FastifyRequest, quarter: Quarter): string {
  return format.quarter(quarter, request.words.language)
}
