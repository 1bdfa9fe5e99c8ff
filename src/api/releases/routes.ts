import { LRUCache } from 'lru-cache'
import { dayAt } from '../../calendar/day.ts'
import { byId } from '../../forms/params.ts'
import { releaseFor } from '../../releases/store.ts'
import { recordDownload } from '../../releases/workbook/record-download.ts'
import type { App, AppContext } from '../../web/context.ts'
import { sendProblem } from '../../web/faults/problem.ts'
import { personOf } from '../../web/guard.ts'
import { formatOf } from '../../web/machine/negotiate.ts'
import { isKnown } from '../../web/machine/send-answer.ts'
import { orNotFound } from '../../web/not-found.ts'
import { columnsIn, linked, routeFor, sendRows } from '../answer-routes.ts'
import { ENDPOINTS, formatsOf } from '../endpoints.ts'
import { ordered, pageAfter } from '../lists/list.ts'
import { loadIssued, loadIssuedReport } from './releases-load.ts'

/** Of so many it is remembered that they were handed out today. */
const MOST = 1000

/** Reports as they were issued. That one was handed out is recorded, once a day to each token: programs ask again and again. */
export function releaseRoutesForPrograms(app: App, { db, now }: AppContext): void {
  const { releases, release } = ENDPOINTS
  const handedOut = new LRUCache<string, true>({ max: MOST })

  app.get(releases.path, routeFor(releases), (request, reply) => {
    const { query } = request
    const format = formatOf(request, query.format, formatsOf(releases))
    const all = loadIssued(db, personOf(request))
    if (isKnown(request, reply, format, JSON.stringify(all))) return reply.code(304).send()
    const page = pageAfter(all, ({ id }) => ordered(id), query)
    const answer = linked(request, reply, page)
    return sendRows(answer, format, { name: 'releases', rows: page.rows, columns: columnsIn(releases) })
  })

  const one = routeFor(release)
  app.get(release.path, { ...one, schema: { ...one.schema, params: byId } }, (request, reply) => {
    const { params, words } = request
    const format = formatOf(request, request.query.format, formatsOf(release))
    const person = personOf(request)
    const issued = orNotFound(loadIssuedReport(db, person, params.id))
    if (issued === 'damaged')
      return sendProblem(request, reply, { status: 500, detail: words.t('common:problem.damaged') })
    if (isKnown(request, reply, format, JSON.stringify(issued.head))) return reply.code(304).send()
    const today = [request.token?.id, params.id, dayAt(now())].join(' ')
    if (request.method === 'GET' && !handedOut.has(today)) {
      recordDownload(db, person, orNotFound(releaseFor(db, person, params.id)), now())
      handedOut.set(today, true)
    }
    const { head, rows } = issued
    return sendRows(reply, format, { name: 'figures', head, rows, columns: columnsIn(release) })
  })
}
