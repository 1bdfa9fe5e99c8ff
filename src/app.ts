import Fastify from 'fastify'
import type { Db } from '../db/open.ts'
import { chartsRoutes } from './charts/routes.ts'
import type { Config } from './config.ts'
import { helpRoutes } from './help/routes.ts'
import { homeRoutes } from './home/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { keepPeopleRoutes } from './people/routes-keep.ts'
import { periodRoutes } from './periods/routes.ts'
import { releasesRoutes } from './releases/routes.ts'
import { settingsRoutes } from './settings/routes.ts'
import { submissionRoutes } from './submissions/routes.ts'
import { entryRoutes } from './submissions/routes-entry.ts'
import { reviewRoutes } from './submissions/routes-review.ts'
import { trailRoutes } from './trail/routes.ts'
import { setUpAssets } from './web/assets.ts'
import { setUpErrors } from './web/errors.ts'
import { guardRoutes } from './web/guard.ts'
import type { App, House } from './web/house.ts'
import { keepRoutes } from './web/known-routes.ts'
import { logging } from './web/log.ts'
import { setUpViews } from './web/render.ts'
import { setUpSecurity } from './web/security.ts'
import { checkForms, setUpSessions } from './web/session.ts'

/** The program as a table of contents. Tests build the very same one over a database in memory. */
export async function buildApp(given: {
  db: Db
  config: Config
  now?: () => number
  sessionSecret?: string
}): Promise<App> {
  const house: House = { db: given.db, config: given.config, now: given.now ?? Date.now }
  const app = Fastify({ logger: logging(given.config), trustProxy: given.config.trustProxy, bodyLimit: 1024 * 1024 })

  keepRoutes(app)
  await setUpSecurity(app, house)
  await setUpSessions(app, house, secretOf(given))
  await setUpViews(app, house)
  guardRoutes(app, house)
  checkForms(app)
  setUpErrors(app)
  await setUpAssets(app)

  homeRoutes(app, house)
  peopleRoutes(app, house)
  keepPeopleRoutes(app, house)
  submissionRoutes(app, house)
  entryRoutes(app, house)
  reviewRoutes(app, house)
  periodRoutes(app, house)
  chartsRoutes(app, house)
  releasesRoutes(app, house)
  settingsRoutes(app, house)
  trailRoutes(app, house)
  helpRoutes(app)
  return app
}

function secretOf(given: { config: Config; sessionSecret?: string }): string {
  const secret = given.sessionSecret ?? given.config.sessionSecret
  if (!secret) throw new Error('sessions need a secret')
  return secret
}
