import { z } from 'zod'
import type { Routes } from '../web/context.ts'
import { redirectTo } from '../web/redirect.ts'
import { address } from './addresses.ts'
import { choiceInAddress, figurePages } from './answer-routes.ts'
import { asTexts } from './choice.ts'
import { loadComponent, loadComponentTables } from './components/load.ts'
import { componentPage } from './components/page.ts'
import { componentTablePage } from './components/table-page.ts'
import { codeInOtherLetters } from './indicators/code-load.ts'
import { loadIndicator, loadIndicatorTables } from './indicators/load.ts'
import { indicatorPage } from './indicators/page.ts'
import { indicatorTablePage } from './indicators/table-page.ts'
import { loadOrigin } from './origin/load.ts'
import { originPage } from './origin/page.ts'
import { loadChanges } from './overview/lists/changes-load.ts'
import { changesPage } from './overview/lists/changes-page.ts'
import { loadOverview, loadOverviewTable } from './overview/load.ts'
import { overviewPage } from './overview/page.ts'
import { tablePage } from './overview/table/page.ts'
import { areaRoutes } from './provinces/area-routes.ts'
import { loadProvince, loadProvinceTables, provinceNamed } from './provinces/load.ts'
import { provincePage } from './provinces/page.ts'
import { provinceTablePage } from './provinces/table-page.ts'

const byComponent = z.object({ component: z.string() })
const byCode = z.object({ code: z.string() })

/** Pages of figures: loaded, shaped, and kept until something is written. */
export const dashboardRoutes: Routes = async (app, context) => {
  const { db } = context
  const show = figurePages(context)
  const may = { config: { may: 'figures.see' } } as const
  const querystring = choiceInAddress
  const plain = { ...may, schema: { querystring } }

  app.get('/overview', plain, (request, reply) => {
    const title = request.words.t('charts:overview.title')
    if (request.query.view === 'table')
      return show(request, reply, 'dashboards/overview/table', (asked) => {
        const loaded = loadOverviewTable(asked)
        return loaded && { ...tablePage(loaded), title }
      })
    return show(request, reply, 'dashboards/overview/overview', (asked) => {
      const loaded = loadOverview(asked)
      return loaded && { ...overviewPage(loaded), title }
    })
  })

  app.get('/overview/changes', plain, (request, reply) =>
    show(request, reply, 'dashboards/overview/changes', (asked) => {
      const loaded = loadChanges(asked)
      return loaded && { ...changesPage(loaded), title: request.words.t('charts:overview.changes.title') }
    }),
  )

  app.get('/components/:component', { ...may, schema: { querystring, params: byComponent } }, (request, reply) =>
    request.query.view === 'table'
      ? show(request, reply, 'dashboards/cards', (asked) => {
          const loaded = loadComponentTables(asked, request.params.component)
          return loaded && componentTablePage(loaded)
        })
      : show(request, reply, 'dashboards/small-multiples/page', (asked) => {
          const loaded = loadComponent(asked, request.params.component)
          return loaded && componentPage(loaded)
        }),
  )

  areaRoutes(
    app,
    context,
    { province: '/provinces/:place', partner: '/partners/:partner' },
    provinceNamed,
    (request, reply, slug, areaOf) => {
      if (request.query.view === 'table')
        return show(request, reply, 'dashboards/cards', (asked) => {
          const loaded = loadProvinceTables(asked, slug, areaOf)
          return loaded && provinceTablePage(loaded)
        })
      return show(request, reply, 'dashboards/small-multiples/page', (asked) => {
        const loaded = loadProvince(asked, slug, areaOf)
        return loaded && provincePage(loaded)
      })
    },
  )

  app.get('/indicators/:code', { ...may, schema: { querystring, params: byCode } }, (request, reply) => {
    const { query, params } = request
    const code = codeInOtherLetters(db, params.code)
    if (code) return redirectTo(reply, address(`/indicators/${encodeURIComponent(code)}`, asTexts(query)))
    return query.view === 'table'
      ? show(request, reply, 'dashboards/indicators/tables', (asked) => {
          const loaded = loadIndicatorTables(asked, request.params.code)
          return loaded && titled(indicatorTablePage(loaded))
        })
      : show(request, reply, 'dashboards/indicators/page', (asked) => {
          const loaded = loadIndicator(asked, request.params.code)
          return loaded && titled(indicatorPage(loaded))
        })
  })

  app.get('/figures/origin', plain, (request, reply) =>
    show(request, reply, 'dashboards/origin', (asked) => {
      const loaded = loadOrigin(asked)
      return loaded && { ...originPage(loaded), title: request.words.t('charts:origin.title') }
    }),
  )
}

function titled<M extends { code: string; name: string }>(model: M): M & { title: string } {
  return { ...model, title: `${model.code}. ${model.name}` }
}
