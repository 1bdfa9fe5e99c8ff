import { byId } from '../../forms/params.ts'
import type { Routes } from '../../web/context.ts'
import { personStill } from '../../web/guard.ts'
import { redirectWithNotice } from '../../web/render.ts'
import { refuse, releaseOf, showRelease } from '../routes.ts'
import { chooseExplanations } from './choose.ts'
import { mayExplain, readExplanations } from './explanation.ts'
import { explanationsFor } from './store.ts'

/** Which comments of the reporters go into a release. */
export const explanationRoutes: Routes = async (app, context) => {
  const make = { config: { may: 'release.make' }, schema: { params: byId } } as const

  app.post('/releases/:id/explanations', make, async (request, reply) => {
    const release = releaseOf(request)
    const { id } = release
    if (!mayExplain(release)) return refuse(request, reply, id, { problem: 'releases:explanations.too-late' })
    const ticked = readExplanations(request.body, explanationsFor(context.db, release))
    if (ticked.problem) {
      const problem = `releases:explanations.problem.${ticked.problem}` as const
      return showRelease(request, reply.code(422), release, { problem, ticked })
    }
    switch (await chooseExplanations(context, () => personStill(request), id, ticked)) {
      case 'too-late':
        return refuse(request, reply, id, { problem: 'releases:explanations.too-late' })
      case 'ledger-damaged':
        return refuse(request, reply, id, { problem: 'releases:failed.ledger-damaged' })
      case 'kept':
      case 'changed':
        return redirectWithNotice(reply, `/releases/${id}`, 'releases:explanations.kept')
    }
  })
}
