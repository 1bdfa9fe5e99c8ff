import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { pictureElement } from '../../charts/picture.ts'
import { slideOfMany } from '../../charts/slide/many.ts'
import { slideOf } from '../../charts/slide/slide.ts'
import type { Routes } from '../../web/context.ts'
import { sendFile } from '../../web/files/attachment.ts'
import { orNotFound } from '../../web/not-found.ts'
import { type Fragment, renderFragment } from '../../web/views/fragment.ts'
import { lightColour } from '../../web/views/palette.ts'
import { choiceInAddress, type FigureRequest, figureRequest, orRefused } from '../answer-routes.ts'
import { loadComponent } from '../components/load.ts'
import { componentPage } from '../components/page.ts'
import { loadIndicator } from '../indicators/load.ts'
import { indicatorPage } from '../indicators/page.ts'
import type { Request } from '../load.ts'
import { orNotOffered, refuseWrong } from '../parameters/parameter.ts'
import { loadProvince, partnerNamed, provinceNamed } from '../provinces/load.ts'
import { provincePage } from '../provinces/page.ts'
import type { PicturesModel } from '../small-multiples/page.ts'
import { sectionSlide } from '../small-multiples/slide.ts'
import type { PicturesView } from '../small-multiples/view.ts'
import { trendId } from '../tables/tables.ts'
import { fileNameOf } from './export.ts'

const byCode = z.object({ code: z.string() })
/** What a page is of, by the name that its address has it under. */
const params = z.record(z.string(), z.string())

type Drawn = { view: PicturesView; model: PicturesModel }

/** Pictures drawn for a slide: each of an indicator, and those of a page beside each other. */
export const slideRoutes: Routes = async (app, context) => {
  const may = { config: { may: 'figures.see' } } as const
  const schema = { querystring: choiceInAddress }

  app.get('/indicators/:code/picture.svg', { ...may, schema: { ...schema, params: byCode } }, (request, reply) =>
    orRefused(request, reply, () => {
      const { words, query, params } = request
      const view = orNotFound(loadIndicator(figureRequest(request, context), params.code))
      refuseWrong([...view.state.wrong, ...view.unknown])
      const wanted = pictureElement(String(query.picture ?? trendId(view.place)))
      const found = indicatorPage(view).pictures.find(({ id }) => id === wanted) ?? null
      const picture = orNotFound(orNotOffered(query, 'picture', found))
      const slide = slideOf(picture, lightColour, words.language)
      return sendSlide(
        reply,
        fileNameOf(picture.heading, view.state),
        renderFragment('charts/export/slide', { slide }, words),
      )
    }),
  )

  const manyAt = (url: string, load: (asked: Request, named: Readonly<Record<string, string>>) => Drawn | null) =>
    app.get(url, { ...may, schema: { ...schema, params } }, (request, reply) =>
      orRefused(request, reply, () =>
        sendMany(request, reply, orNotFound(load(figureRequest(request, context), request.params))),
      ),
    )
  manyAt('/components/:component/picture.svg', (asked, { component }) => {
    const view = loadComponent(asked, String(component))
    return view && { view, model: componentPage(view) }
  })
  for (const [url, name, areaOf] of AREAS)
    manyAt(url, (asked, named) => {
      const view = loadProvince(asked, String(named[name]), areaOf)
      return view && { view, model: provincePage(view) }
    })
}

/** Written out, so that each address of the program is found in the code as it is asked for. */
const AREAS = [
  ['/provinces/:place/picture.svg', 'place', provinceNamed],
  ['/partners/:partner/picture.svg', 'partner', partnerNamed],
] as const

function sendMany({ query, words }: FigureRequest, reply: FastifyReply, { view, model }: Drawn): FastifyReply {
  const { state } = view
  refuseWrong(state.wrong)
  const section = query.section === undefined ? undefined : String(query.section)
  const source = orNotFound(orNotOffered(query, 'section', sectionSlide(model, section, state)))
  const slide = slideOfMany(source, lightColour, words.language)
  return sendSlide(
    reply,
    fileNameOf(source.heading, state),
    renderFragment('charts/export/slide-of-many', { slide }, words),
  )
}

function sendSlide(reply: FastifyReply, name: string, { bytes }: Fragment): FastifyReply {
  return sendFile(reply, { name, ending: 'svg', type: 'image/svg+xml; charset=utf-8', bytes, shown: true })
}
