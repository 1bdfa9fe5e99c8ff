import type { FastifyReply, FastifyRequest } from 'fastify'
import { REFUSED_HANDOVER } from '../../assignments/handover.ts'
import { type NamedReporter, reporterText } from '../../assignments/handovers-in-words.ts'
import { REFUSED_WITHDRAWAL } from '../../assignments/withdrawal.ts'
import { dayAt } from '../../calendar/day.ts'
import { quarterCode } from '../../calendar/quarter.ts'
import { notAmong } from '../../forms/asked.ts'
import { readForm } from '../../forms/read.ts'
import { quarter as quarterText } from '../../language/format.ts'
import { places } from '../../places/store.ts'
import type { Routes } from '../../web/context.ts'
import { personOf } from '../../web/guard.ts'
import { orNotFound } from '../../web/not-found.ts'
import { page, redirectWithNotice } from '../../web/render.ts'
import { handoverForm, predecessorForm, predecessorInAddress, REFUSED_FIELD, withdrawalForm } from './form.ts'
import { handOver } from './hand-over.ts'
import { loadHandovers } from './load.ts'
import { type HandoversShown, type HandoversState, handoversPage, namedReporterSlug } from './page.ts'
import { withdrawHandover } from './withdraw.ts'
import { withinArea } from './within-area.ts'

export const handoverRoutes: Routes = async (app, { db, now }) => {
  const config = { may: 'assignments.manage' } as const

  app.get('/handovers', { config, schema: { querystring: predecessorInAddress } }, (request, reply) =>
    show(
      request,
      reply,
      loadHandovers(db, now()),
      { of: request.query.of ?? '', page: request.query.page },
      request.query.area,
    ),
  )

  app.post('/handovers', { config }, (request, reply) => {
    const state = loadHandovers(db, now())
    const { of } = readForm(predecessorForm, request.body).typed
    const predecessor = orNotFound(state.reporters.find(({ slug }) => slug === of) ?? null)
    const form = handoverForm({
      indicators: predecessor.indicators.map(({ code }) => code),
      partners: state.partners.map(({ slug }) => slug),
      places: state.places.map(({ slug }) => slug),
      quarters: state.quarters,
    })
    const read = readForm(form, request.body)
    if ('errors' in read) return show(request, reply.code(422), state, { of, typed: read.typed, errors: read.errors })
    const { indicators, from, assigns, ...named } = read.values
    const partner = state.partners.find(({ slug }) => slug === named.heir)!
    const place = state.places.find(({ slug }) => slug === named.place)!
    const heir = { partner, place }
    const refused = handOver(
      db,
      personOf(request),
      {
        indicators,
        predecessor: { partnerId: predecessor.partnerId, placeId: predecessor.placeId },
        heir: idsOf(heir),
        from,
        assigns: assigns === 'yes',
      },
      now(),
    )
    const { words } = request
    const today = dayAt(now())
    const values = {
      heir: reporterText(heir, today, words),
      predecessor: reporterText(predecessor, today, words),
      indicator: refused?.indicator ?? indicators.join(', '),
      quarter: quarterText(refused?.quarter ?? from, words.language),
    }
    if (refused) {
      const errors = { [REFUSED_FIELD[refused.refused]]: REFUSED_HANDOVER[refused.refused] }
      return show(request, reply.code(409), state, { of, typed: read.typed, errors, values })
    }
    return redirectWithNotice(reply, '/handovers', 'indicators:handovers.recorded', values)
  })

  app.post('/handovers/withdrawals', { config }, (request, reply) => {
    const state = loadHandovers(db, now())
    const { of, heir, since } = readForm(withdrawalForm, request.body).typed
    const one = orNotFound(
      state.recorded.find(
        (recorded) =>
          namedReporterSlug(recorded.from) === of &&
          namedReporterSlug(recorded.to) === heir &&
          quarterCode(recorded.since) === since,
      ) ?? null,
    )
    const passing = { predecessor: idsOf(one.from), heir: idsOf(one.to), from: one.since, indicators: one.indicators }
    const refused = withdrawHandover(db, personOf(request), passing, now())
    const { words } = request
    const today = dayAt(now())
    const values = {
      heir: reporterText(one.to, today, words),
      predecessor: reporterText(one.from, today, words),
      indicator: refused?.indicator ?? one.indicators.join(', '),
      quarter: quarterText(refused?.quarter ?? one.since, words.language),
    }
    if (refused)
      return show(request, reply.code(409), state, { of: '', stands: REFUSED_WITHDRAWAL[refused.refused], values })
    return redirectWithNotice(reply, '/handovers', 'indicators:handovers.withdrawn', values)
  })

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    state: HandoversState,
    shown: HandoversShown,
    area: string = '',
  ) {
    const within = withinArea(state, places(db), { of: shown.of, area })
    const reporters = state.reporters.map(({ slug }) => slug)
    const areas = (within.areas?.all ?? []).map(({ slug }) => slug)
    const notThere = [...notAmong('of', shown.of, reporters), ...(within.areas ? notAmong('area', area, areas) : [])]
    return page(request, reply, 'framework/handovers', handoversPage(within, shown, now(), request.words), notThere)
  }
}

function idsOf({ partner, place }: NamedReporter) {
  return { partnerId: partner.id, placeId: place.id }
}
