import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { App, AppContext } from '../../web/context.ts'
import { redirectTo } from '../../web/redirect.ts'
import { address } from '../addresses.ts'
import { choiceInAddress, type FigureRequest } from '../answer-routes.ts'
import { asTexts } from '../choice.ts'
import { type AreaOf, partnerNamed, successorToday } from './load.ts'

const byPlace = z.object({ place: z.string() })
const byPartner = z.object({ partner: z.string() })

/** Answers with a page of one area. @param areaOf what finds the area by its name in the address */
export type ShowArea = (request: FigureRequest, reply: FastifyReply, slug: string, areaOf: AreaOf) => unknown

/**
 * One page of a province and of a partner. A province that has become part of another leads to that one's where the map of today is read.
 * @param at their addresses
 * @param placeOf which places have such a page
 */
export function areaRoutes(
  app: App,
  { db, now }: AppContext,
  at: { province: `/provinces/:place${string}`; partner: `/partners/:partner${string}` },
  placeOf: AreaOf,
  show: ShowArea,
): void {
  const [config, querystring] = [{ may: 'figures.see' } as const, choiceInAddress]

  app.get(at.province, { config, schema: { querystring, params: byPlace } }, (request, reply) => {
    const { query, params } = request
    const successor = successorToday(db, query, params.place, now())
    if (successor) return redirectTo(reply, address(at.province.replace(':place', successor), asTexts(query)))
    return show(request, reply, params.place, placeOf)
  })

  app.get(at.partner, { config, schema: { querystring, params: byPartner } }, (request, reply) =>
    show(request, reply, request.params.partner, partnerNamed),
  )
}
