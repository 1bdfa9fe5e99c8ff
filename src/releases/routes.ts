import type { FastifyReply, FastifyRequest } from 'fastify'
import { may } from '../access/permissions.ts'
import { byId } from '../forms/params.ts'
import { projectCard } from '../project/store.ts'
import { LOOK_AGAIN } from '../threads/jobs.ts'
import type { ReportForm } from '../vocabulary/release.ts'
import type { Routes } from '../web/context.ts'
import { personOf, personStill } from '../web/guard.ts'
import { orNotFound } from '../web/not-found.ts'
import { redirectTo } from '../web/redirect.ts'
import { page, redirectWithNotice } from '../web/render.ts'
import { discardRelease } from './discard.ts'
import { isIssuedWithout } from './forms/form-store.ts'
import { listed } from './list-page.ts'
import { loadRelease } from './load.ts'
import { looksAgain, type Returned, releaseModel } from './page.ts'
import { protectionProgress, stopProtecting } from './protection/protect-release.ts'
import { restartProtecting } from './protection/restart-protecting.ts'
import type { Release } from './release.ts'
import { standings } from './standing/standing-store.ts'
import { releaseById, releaseFor, releasesFor } from './store.ts'
import { damagedForms, damagedReports } from './verifying/damaged-load.ts'

/** The list of releases and each of them, as managers and their recipients see them. */
export const releaseRoutes: Routes = async (app, context) => {
  const { db, now, jobs } = context
  const see = { may: 'release.see' } as const
  const make = { config: { may: 'release.make' }, schema: { params: byId } } as const

  app.get('/releases', { config: see }, async (request, reply) => {
    const person = personOf(request)
    const maker = may(person, 'release.make')
    const releases = releasesFor(db, person)
    const issued = releases.filter(({ state }) => state === 'issued')
    const damaged = await damagedReports(
      db,
      issued.map(({ id }) => id),
    )
    personStill(request)
    const standing = standings(db)
    const project = projectCard(db)
    const isPublished = (id: number) => Boolean(project?.iati) && !isIssuedWithout(db, id, 'iati')
    const lines = releases.map((one) =>
      listed(one, request.words, standing.get(one.id), {
        isPublished: isPublished(one.id),
        isDamaged: damaged.has(one.id),
      }),
    )
    return page(request, reply, 'releases/releases', {
      releases: lines,
      maker,
      mayBegin: maker && project !== null,
    })
  })

  app.get('/releases/:id', { config: see, schema: { params: byId } }, async (request, reply) => {
    const release = releaseOf(request)
    const isIssued = release.state === 'issued' && may(personOf(request), 'release.make')
    const damaged = isIssued ? await damagedForms(db, release.id) : []
    personStill(request)
    return showRelease(request, reply, release, null, damaged)
  })

  app.post('/releases/:id/protection', make, (request, reply) => {
    const release = releaseOf(request)
    const isAtWork = release.state === 'protecting' && protectionProgress(jobs, release.id) !== null
    if (!isAtWork && !restartProtecting(context, personOf(request), release.id))
      return refuse(request, reply, release.id, { problem: 'releases:issue.already-issued' })
    return redirectTo(reply, `/releases/${release.id}`)
  })

  app.post('/releases/:id/discarding', make, (request, reply) => {
    const { id } = releaseOf(request)
    if (!discardRelease(db, personOf(request), id, now()))
      return refuse(request, reply, id, { problem: 'releases:issue.discard-not' })
    stopProtecting(jobs, id)
    return redirectWithNotice(reply, '/releases', 'releases:issue.discard-done')
  })
}

/** Through the person: what was not issued to a donor is not there for them. */
export function releaseOf(request: FastifyRequest<{ Params: { id: number } }>): Release {
  return orNotFound(releaseFor(request.server.context.db, personOf(request), request.params.id))
}

/** The page as it is now, with why nothing was done. */
export function refuse(request: FastifyRequest, reply: FastifyReply, id: number, returned: Returned, status = 409) {
  return showRelease(request, reply.code(status), orNotFound(releaseById(request.server.context.db, id)), returned)
}

export function showRelease(
  request: FastifyRequest,
  reply: FastifyReply,
  release: Release,
  returned: Returned | null = null,
  damaged: readonly ReportForm[] = [],
) {
  const person = personOf(request)
  const loaded = loadRelease(request.server.context, person, release, damaged)
  if (looksAgain(loaded, returned)) reply.header('refresh', LOOK_AGAIN)
  return page(request, reply, 'releases/release', releaseModel(loaded, person, returned, request.words))
}
