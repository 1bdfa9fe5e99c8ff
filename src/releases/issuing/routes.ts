import { byId } from '../../forms/params.ts'
import type { Key } from '../../language/words.ts'
import type { Routes } from '../../web/context.ts'
import { personOf } from '../../web/guard.ts'
import { redirectTo } from '../../web/redirect.ts'
import { redirectWithNotice } from '../../web/render.ts'
import { refuse, releaseOf } from '../routes.ts'
import { type Agreeing, agreeToRelease } from './agree.ts'
import { beginIssuing } from './begin-issuing.ts'

/** A second manager's agreement, and issuing. */
export const issueRoutes: Routes = async (app, context) => {
  const { db, now } = context
  const make = { config: { may: 'release.make' }, schema: { params: byId } } as const

  app.post('/releases/:id/agreement', make, (request, reply) => {
    const { id } = releaseOf(request)
    const outcome = agreeToRelease(db, personOf(request), id, now())
    if (outcome === 'agreed') return redirectWithNotice(reply, `/releases/${id}`, 'releases:issue.agree-done')
    return refuse(request, reply, id, { problem: NOT_AGREED[outcome] })
  })

  app.post('/releases/:id/issue', make, (request, reply) => {
    const { id } = releaseOf(request)
    const outcome = beginIssuing(context, personOf(request), id)
    if (outcome === 'begun') return redirectTo(reply, `/releases/${id}`)
    return refuse(request, reply, id, { problem: `releases:issue.${outcome}` })
  })
}

const NOT_AGREED: Record<Exclude<Agreeing, 'agreed'>, Key> = {
  own: 'releases:issue.agree-own',
  'not-now': 'releases:issue.agree-not',
}
