import { byId } from '../../forms/params.ts'
import type { Key } from '../../language/words.ts'
import type { Routes } from '../../web/context.ts'
import { personOf, personStill } from '../../web/guard.ts'
import { redirectWithNotice } from '../../web/render.ts'
import { refuse, releaseOf } from '../routes.ts'
import { type Agreeing, agreeToRelease } from './agree.ts'
import { type Issuing, issueRelease } from './issue.ts'

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

  app.post('/releases/:id/issue', make, async (request, reply) => {
    const { id } = releaseOf(request)
    const outcome = await issueRelease(context, () => personStill(request), id)
    if (outcome === 'issued') return redirectWithNotice(reply, `/releases/${id}`, 'releases:issue.done')
    if (typeof outcome === 'string') return refuse(request, reply, id, { problem: NOT_ISSUED[outcome] })
    request.log.error({ release: id, ...outcome }, 'a finished workbook does not say what the figures say')
    return refuse(request, reply, id, { problem: 'releases:issue.file-differs' }, 500)
  })
}

const NOT_AGREED: Record<Exclude<Agreeing, 'agreed'>, Key> = {
  own: 'releases:issue.agree-own',
  'not-now': 'releases:issue.agree-not',
}

const NOT_ISSUED: Record<Exclude<Issuing, 'issued' | object>, Key> = {
  'not-protected': 'releases:issue.not-protected',
  'already-issued': 'releases:issue.already-issued',
  'needs-agreement': 'releases:issue.needs-agreement',
  'nobody-to-receive': 'releases:issue.nobody-to-receive',
  changed: 'releases:issue.changed',
  'ledger-damaged': 'releases:failed.ledger-damaged',
}
