import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../../db/connection.ts'
import { byId } from '../../forms/params.ts'
import type { Routes } from '../../web/context.ts'
import { personStill } from '../../web/guard.ts'
import { redirectWithNotice } from '../../web/render.ts'
import { offeredEvidence } from '../evidence/evidence-store.ts'
import { explanationsFor } from '../explanations/store.ts'
import { offeredReasons } from '../reasons/reasons-store.ts'
import type { Release } from '../release.ts'
import { refuse, releaseOf, showRelease } from '../routes.ts'
import { previewOf } from '../store.ts'
import { chooseTicks } from './choose.ts'
import { FIELD_OF } from './page.ts'
import { mayTick, readTicks, type Tickable, type TickableKind } from './tick.ts'

/** Which comments, names of files and reasons of others go into a release. */
export const tickRoutes: Routes = async (app, context) => {
  const make = { config: { may: 'release.make' }, schema: { params: byId } } as const

  app.post('/releases/:id/explanations', make, (request, reply) => choose(request, reply, 'explanations'))
  app.post('/releases/:id/evidence', make, (request, reply) => choose(request, reply, 'evidence'))
  app.post('/releases/:id/reasons', make, (request, reply) => choose(request, reply, 'reasons'))

  async function choose(request: FastifyRequest<{ Params: { id: number } }>, reply: FastifyReply, kind: TickableKind) {
    const release = releaseOf(request)
    const { id } = release
    if (!mayTick(release)) return refuse(request, reply, id, { problem: `releases:${kind}.too-late` })
    const read = readTicks(request.body, offeredIn(context.db, release, kind), FIELD_OF[kind])
    if (read.problem) {
      const problem = `releases:${kind}.problem.${read.problem}` as const
      return showRelease(request, reply.code(422), release, { problem, ticks: { kind, read } })
    }
    switch (await chooseTicks(context, () => personStill(request), id, { kind, ...read })) {
      case 'too-late':
        return refuse(request, reply, id, { problem: `releases:${kind}.too-late` })
      case 'ledger-damaged':
        return refuse(request, reply, id, { problem: 'releases:failed.ledger-damaged' })
      case 'kept':
      case 'changed':
        return redirectWithNotice(reply, `/releases/${id}`, `releases:${kind}.kept`)
    }
  }
}

function offeredIn(db: Db, release: Release, kind: TickableKind): readonly Tickable[] {
  if (kind === 'explanations') return explanationsFor(db, release)
  if (kind === 'evidence') return offeredEvidence(db, release)
  const changed = previewOf(db, release.id)?.changed
  return changed ? offeredReasons(db, changed, release) : []
}
