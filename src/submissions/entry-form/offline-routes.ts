import type { Routes } from '../../web/context.ts'

/**
 * What shows a form without a line. It stands at an address of reports, so that a browser lets it have a say in these alone; browsers
 * ask for it again each time, so that a new version, or the one that takes itself away, is there with the next page.
 */
export const offlineRoutes: Routes = async (app, { config }) => {
  const name = config.offlineForms ? 'service-worker.js' : 'service-worker-off.js'
  app.get('/submissions/service-worker.js', { config: { may: 'anyone' } }, (_, reply) =>
    reply.header('cache-control', 'no-cache').sendFile(name, { cacheControl: false }),
  )
}
