import type { FastifyReply, FastifyRequest } from 'fastify'
import { quarterCode } from '../../calendar/quarter.ts'
import { type Misread, notAmong } from '../../forms/asked.ts'
import { readForm } from '../../forms/read.ts'
import { weightsOff } from '../../indicators/results/result.ts'
import { results } from '../../indicators/results/result-store.ts'
import { listPeople } from '../../people/store.ts'
import { donorNamed } from '../../project/donor.ts'
import { brokenLayoutOf } from '../../project/donor-store.ts'
import { projectSpan } from '../../project/project.ts'
import { projectCard } from '../../project/store.ts'
import type { Routes } from '../../web/context.ts'
import { personOf } from '../../web/guard.ts'
import { orNotFound } from '../../web/not-found.ts'
import { redirectTo } from '../../web/redirect.ts'
import { page } from '../../web/render.ts'
import { startProtecting } from '../protection/protect-release.ts'
import { supersedableReports } from '../standing/standing-store.ts'
import { draftRelease } from './draft-release.ts'
import { newReleaseOf, type ReleaseErrors, releaseForm, type TypedRelease } from './form.ts'
import { formPage } from './form-page.ts'
import { cutByYears, lastComeIn } from './load.ts'
import { namedRelease } from './named.ts'
import { newForm, newInAddress } from './new-form.ts'

/** Making a release: what it covers, for whom, how finely. */
export const draftRoutes: Routes = async (app, context) => {
  const { db, now } = context
  const config = { may: 'release.make' } as const

  app.get('/releases/new', { config, schema: { querystring: newInAddress } }, (request, reply) => {
    const { span, card } = project()
    const codes = { from: quarterCode(span.from), to: quarterCode(lastComeIn(db, span, now())) }
    const { donor: code, misread: _, ...given } = request.query
    const layout = Object.fromEntries(Object.entries(given).filter(([, grain]) => grain !== undefined))
    const donor = donorNamed(card.donors, code ?? null)
    const form = newForm(codes, now(), donor, cutByYears(db, span, donor, now()))
    const codesOfDonors = card.donors.map(({ code }) => code)
    return showForm(request, reply, { ...form, ...layout }, {}, notAmong('donor', code, codesOfDonors))
  })

  app.post('/releases', { config }, (request, reply) => {
    const { span, card } = project()
    const payers = card.donors.map(({ code }) => code)
    const supersedable = supersedableReports(db)
    const form = releaseForm({ project: span, donors: donors().map(({ id }) => id), payers, supersedable, now: now() })
    const read = readForm(form, request.body)
    if ('errors' in read) return showForm(request, reply.code(422), read.typed, read.errors)
    const asked = newReleaseOf(read.values, card, supersedable)
    const id = draftRelease(db, personOf(request), namedRelease(asked, card), now())
    startProtecting(context, id)
    return redirectTo(reply, `/releases/${id}`)
  })

  function project() {
    const card = orNotFound(projectCard(db))
    return { span: projectSpan(card), card }
  }

  function donors() {
    return listPeople(db).filter(({ role, disabledAt }) => role === 'donor' && disabledAt === null)
  }

  function showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    typed: TypedRelease,
    errors: ReleaseErrors,
    notThere: readonly Misread[] = [],
  ) {
    const { card, span } = project()
    const donor = donorNamed(card.donors, typed.donor)
    const fiscal = cutByYears(db, span, donor, now())
    const form = {
      ...{ card, donors: donors(), typed, errors, fiscal },
      supersedable: supersedableReports(db),
      weights: weightsOff(results(db)),
      brokenLayout: brokenLayoutOf(db, donor?.code ?? null),
    }
    const model = formPage(form, request.words)
    return page(request, reply, 'releases/new', model, notThere)
  }
}
