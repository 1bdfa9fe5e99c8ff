import { byId } from '../../forms/params.ts'
import type { Key } from '../../language/words.ts'
import type { Routes } from '../../web/context.ts'
import { personOf } from '../../web/guard.ts'
import { redirectWithNotice } from '../../web/render.ts'
import { refuse, releaseOf } from '../routes.ts'
import { acknowledgeRelease } from './acknowledge.ts'
import { readWithdrawal } from './form.ts'
import { type Withdrawing, withdrawRelease } from './withdraw.ts'

/** What becomes of a report after it has been issued: it is received, or withdrawn. */
export const standingRoutes: Routes = async (app, { db, now }) => {
  const make = { config: { may: 'release.make' }, schema: { params: byId } } as const
  const receive = { config: { may: 'release.acknowledge' }, schema: { params: byId } } as const

  app.post('/releases/:id/withdrawal', make, (request, reply) => {
    const { id, state } = releaseOf(request)
    if (state !== 'issued') return refuse(request, reply, id, { problem: NOT_WITHDRAWN['not-issued'] })
    const withdrawal = readWithdrawal(request.body)
    if (withdrawal.problem)
      return refuse(request, reply, id, { problem: 'releases:standing.not-withdrawn', withdrawal }, 422)
    const outcome = withdrawRelease(db, personOf(request), id, withdrawal, now())
    if (outcome === 'withdrawn') return redirectWithNotice(reply, `/releases/${id}`, 'releases:standing.withdrawn-done')
    return refuse(request, reply, id, { problem: NOT_WITHDRAWN[outcome] })
  })

  app.post('/releases/:id/acknowledgement', receive, (request, reply) => {
    const { id } = releaseOf(request)
    if (acknowledgeRelease(db, personOf(request), id, now()))
      return redirectWithNotice(reply, `/releases/${id}`, 'releases:standing.acknowledged-done')
    return refuse(request, reply, id, { problem: 'releases:standing.acknowledged-already' })
  })
}

const NOT_WITHDRAWN: Record<Exclude<Withdrawing, 'withdrawn'>, Key> = {
  'already-withdrawn': 'releases:standing.withdrawn-already',
  'not-issued': 'releases:standing.withdrawn-not-issued',
}
