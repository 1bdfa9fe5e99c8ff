import { byId } from '../../forms/params.ts'
import type { Routes } from '../../web/context.ts'
import { personStill } from '../../web/guard.ts'
import { redirectWithNotice } from '../../web/render.ts'
import { explanationsFor } from '../explanations/store.ts'
import { refuse, releaseOf, showRelease } from '../routes.ts'
import { previewOf } from '../store.ts'
import { mayExplainDeviations } from './deviation.ts'
import { explainDeviations } from './explain.ts'
import { readDeviations } from './form.ts'
import { loadDeviations } from './load.ts'

/** Why figures of a report are far from their plan, in the words of a manager. */
export const deviationRoutes: Routes = async (app, context) => {
  const { db } = context
  const make = { config: { may: 'release.make' }, schema: { params: byId } } as const

  app.post('/releases/:id/deviations', make, async (request, reply) => {
    const release = releaseOf(request)
    const { id } = release
    if (!mayExplainDeviations(release)) return refuse(request, reply, id, { problem: 'releases:deviations.too-late' })
    const found = loadDeviations(db, release, previewOf(db, id), explanationsFor(db, release))
    if (!found) return refuse(request, reply, id, { problem: 'releases:deviations.none' })
    const deviations = readDeviations(request.body, found.asked, found.texts, release.language)
    if (deviations.start !== null) return showRelease(request, reply, release, { problem: null, deviations })
    const problems = [...deviations.typed.values()].flatMap(({ problem }) => problem ?? [])
    if (problems.length > 0) {
      const status = problems.includes('overtaken') ? 409 : 422
      return showRelease(request, reply.code(status), release, { problem: null, deviations })
    }
    const given = { texts: deviations.texts, confirmed: deviations.confirmed, before: found.texts }
    switch (await explainDeviations(context, () => personStill(request), id, given)) {
      case 'too-late':
        return refuse(request, reply, id, { problem: 'releases:deviations.too-late', deviations })
      case 'overtaken':
        return refuse(request, reply, id, { problem: 'releases:deviations.overtaken', deviations })
      case 'ledger-damaged':
        return refuse(request, reply, id, { problem: 'releases:failed.ledger-damaged', deviations })
      case 'kept':
      case 'changed':
        return redirectWithNotice(reply, `/releases/${id}`, 'releases:deviations.kept')
    }
  })
}
