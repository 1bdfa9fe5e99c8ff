import type { FastifyReply, FastifyRequest } from 'fastify'
import { parseQuarter } from '../calendar/quarter.ts'
import { quarter as quarterInWords } from '../language/format.ts'
import { type FreeTextProblem, readFreeText } from '../privacy/free-text.ts'
import type { Routes } from '../web/context.ts'
import { personOf } from '../web/guard.ts'
import { page, redirectWithNotice, showError } from '../web/render.ts'
import { closePeriod, reopenPeriod, type Unchanged } from './close.ts'
import { periodsModel } from './page.ts'

/** Letters of a reason; it is read in a line of the trail. */
const LONGEST_REASON = 500

type Shown = { refused?: Unchanged; wrong?: { code: string; reason: string; problem: FreeTextProblem } }
type Model = { refused: Unchanged | null; wrong: Shown['wrong'] | null } & ReturnType<typeof periodsModel>
type Period = Model['periods'][number]

declare module '../web/views/models.ts' {
  interface Views {
    'periods/periods': Model
  }
  interface Parts {
    'periods/period': { period: Period; may: Frame['may']; csrf: Frame['csrf']; wrong: Model['wrong'] }
    'periods/reopen': { period: Period; csrf: Frame['csrf']; wrong: Model['wrong'] }
  }
}

export const periodRoutes: Routes = async (app, { db, now }) => {
  const keep = { config: { may: 'periods.manage' } } as const

  app.get('/periods', { config: { may: 'periods.see' } }, (request, reply) => show(request, reply, 200, {}))

  app.post('/periods/:quarter/closing', keep, (request, reply) => {
    const quarter = asked(request)
    if (quarter === null) return showError(request, reply, 404)
    const refused = closePeriod(db, personOf(request), quarter, now())
    if (refused) return show(request, reply, 409, { refused })
    return redirectWithNotice(request, reply, '/periods', 'periods:closed', { quarter: inWords(request, quarter) })
  })

  app.post('/periods/:quarter/reopening', keep, (request, reply) => {
    const quarter = asked(request)
    if (quarter === null) return showError(request, reply, 404)
    const body = (request.body ?? {}) as Record<string, unknown>
    const { text: reason, problem } = readFreeText(body.text, LONGEST_REASON, body.keep === 'yes')
    const { quarter: code } = request.params as { quarter: string }
    if (problem) return show(request, reply, 422, { wrong: { code, reason, problem } })
    const refused = reopenPeriod(db, personOf(request), quarter, reason, now())
    if (refused) return show(request, reply, 409, { refused })
    return redirectWithNotice(request, reply, '/periods', 'periods:reopened', { quarter: inWords(request, quarter) })
  })

  /** A quarter the project has had; null for anything else. */
  function asked(request: FastifyRequest): number | null {
    const quarter = parseQuarter((request.params as { quarter: string }).quarter)
    return periodsModel(db, now()).periods.some((period) => period.quarter === quarter) ? quarter : null
  }

  function show(request: FastifyRequest, reply: FastifyReply, status: number, shown: Shown) {
    const model = { refused: null, wrong: null, ...shown, ...periodsModel(db, now()) }
    return page(request, reply.code(status), 'periods/periods', model)
  }
}

function inWords(request: FastifyRequest, quarter: number): string {
  return quarterInWords(quarter, request.words.language)
}
