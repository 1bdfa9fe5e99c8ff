import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Routes } from '../../web/context.ts'
import { redirectTo } from '../../web/redirect.ts'
import { address } from '../addresses.ts'
import { choiceInAddress, type FigureRequest, figurePages } from '../answer-routes.ts'
import { asTexts } from '../choice.ts'
import { type AreaOf, partnerNamed, successorToday } from '../provinces/load.ts'
import { loadBrief, placeNamed } from './load.ts'
import { briefPage } from './page.ts'

const byPlace = z.object({ place: z.string() })
const byPartner = z.object({ partner: z.string() })

/** Pages that are made to be printed. */
export const briefRoutes: Routes = async (app, context) => {
  const { db, now } = context
  const show = figurePages(context)
  const may = { config: { may: 'figures.see' } } as const
  const querystring = choiceInAddress

  const showBrief = (request: FigureRequest, reply: FastifyReply, slug: string, areaOf: AreaOf) =>
    show(request, reply, 'dashboards/brief/brief', (asked) => {
      const loaded = loadBrief(asked, slug, areaOf)
      return loaded && briefPage(loaded)
    })

  app.get('/provinces/:place/brief', { ...may, schema: { querystring, params: byPlace } }, (request, reply) => {
    const { query, params } = request
    const successor = successorToday(db, query, params.place, now())
    if (successor) return redirectTo(reply, address(`/provinces/${successor}/brief`, asTexts(query)))
    return showBrief(request, reply, params.place, placeNamed)
  })

  app.get('/partners/:partner/brief', { ...may, schema: { querystring, params: byPartner } }, (request, reply) =>
    showBrief(request, reply, request.params.partner, partnerNamed),
  )
}
