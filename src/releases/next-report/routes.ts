import { byId } from '../../forms/params.ts'
import { readForm } from '../../forms/read.ts'
import type { Routes } from '../../web/context.ts'
import { personStill } from '../../web/guard.ts'
import { redirectWithNotice } from '../../web/render.ts'
import { refuse, releaseOf, showRelease } from '../routes.ts'
import { chooseNextReport } from './choose-next-report.ts'
import { maySetNextReport, nextReportForm } from './next-report.ts'

/** When readers of a report may expect the next one. */
export const nextReportRoutes: Routes = async (app, context) => {
  const make = { config: { may: 'release.make' }, schema: { params: byId } } as const

  app.post('/releases/:id/next-report', make, async (request, reply) => {
    const release = releaseOf(request)
    const { id } = release
    if (!maySetNextReport(release)) return refuse(request, reply, id, { problem: 'releases:next-report.too-late' })
    const read = readForm(nextReportForm(context.now()), request.body)
    const nextReport = { typed: read.typed.nextReport, error: null }
    if ('errors' in read) {
      const error = read.errors.nextReport ?? null
      return showRelease(request, reply.code(422), release, { problem: null, nextReport: { ...nextReport, error } })
    }
    const set = { day: read.values.nextReport, seen: read.values.seen || null }
    switch (await chooseNextReport(context, () => personStill(request), id, set)) {
      case 'too-late':
        return refuse(request, reply, id, { problem: 'releases:next-report.too-late' })
      case 'overtaken':
        return refuse(request, reply, id, { problem: 'releases:next-report.overtaken', nextReport })
      case 'ledger-damaged':
        return refuse(request, reply, id, { problem: 'releases:failed.ledger-damaged', nextReport })
      case 'kept':
      case 'changed':
        return redirectWithNotice(reply, `/releases/${id}`, 'releases:next-report.kept')
    }
  })
}
