import cookie from '@fastify/cookie'
import Fastify from 'fastify'
import type { Db } from '../db/connection.ts'
import { storedFailures } from './access/attempt-store.ts'
import { Attempts } from './access/attempts.ts'
import { docsRoutes } from './api/docs/routes.ts'
import { apiRoutes } from './api/routes.ts'
import type { Config } from './config/config.ts'
import { briefRoutes } from './dashboards/brief/routes.ts'
import { compareRoutes } from './dashboards/compare/routes.ts'
import { exportRoutes } from './dashboards/export/routes.ts'
import { slideRoutes } from './dashboards/export/slide-routes.ts'
import { listRoutes } from './dashboards/lists/routes.ts'
import { dashboardRoutes } from './dashboards/routes.ts'
import { handoverRoutes } from './framework/handovers/routes.ts'
import { publishRoutes } from './framework/publish/routes.ts'
import { relationRoutes } from './framework/relations/routes.ts'
import { scoreRoutes } from './framework/scores/routes.ts'
import { helpRoutes } from './help/routes.ts'
import { homeRoutes } from './home/routes.ts'
import { accountRoutes } from './people/account-routes.ts'
import { managePeopleRoutes } from './people/manage-routes.ts'
import { signInRoutes, signOutRoutes } from './people/sign-in-routes.ts'
import { tokenRoutes } from './people/tokens/routes.ts'
import { periodRoutes } from './periods/routes.ts'
import { choiceRoutes } from './releases/choices/routes.ts'
import { deviationRoutes } from './releases/deviations/routes.ts'
import { draftRoutes } from './releases/drafts/routes.ts'
import { formRoutes } from './releases/forms/routes.ts'
import { issueRoutes } from './releases/issuing/routes.ts'
import { nextReportRoutes } from './releases/next-report/routes.ts'
import { releaseRoutes } from './releases/routes.ts'
import { standingRoutes } from './releases/standing/routes.ts'
import { tableRoutes } from './releases/tables/routes.ts'
import { tickRoutes } from './releases/ticks/routes.ts'
import { workbookRoutes } from './releases/workbook/routes.ts'
import { reminderRoutes } from './reminders/routes.ts'
import { beginReminding } from './reminders/sending/begin-reminding.ts'
import { searchRoutes } from './search/routes.ts'
import { settingsRoutes } from './settings/routes.ts'
import { submissionRoutes } from './submissions/routes.ts'
import { type JobLimits, Jobs } from './threads/jobs.ts'
import { trailRoutes } from './trail/routes.ts'
import type { App, AppContext } from './web/context.ts'
import { setUpErrors } from './web/errors.ts'
import { noteDamage, refuseWhenDamaged } from './web/faults/damage.ts'
import { answerBadAddress, answerBadBytes } from './web/faults/http-faults.ts'
import { moveLogWhenQuiet } from './web/faults/quiet.ts'
import { waitForOthersToWrite } from './web/faults/write-lock.ts'
import { setUpAssets } from './web/files/assets.ts'
import { guardRoutes } from './web/guard.ts'
import { recordRoutes } from './web/known-routes.ts'
import { logging } from './web/log.ts'
import { setUpTokens } from './web/machine/tokens.ts'
import { registerRoutes } from './web/register-routes.ts'
import { setUpSecurity } from './web/security.ts'
import { setUpCsrf } from './web/session/csrf.ts'
import { setUpLanguage } from './web/session/language.ts'
import { ReturnedForms } from './web/session/returned-forms.ts'
import { setUpSessions, storeSeen } from './web/session/session.ts'
import { warnOfUnnamedProxy } from './web/session/unnamed-proxy.ts'
import { stopInTime } from './web/stop.ts'
import { readWithZod, type ZodTypes } from './web/zod-routes.ts'

/** The rooms that have pages. */
const ROUTES = [
  homeRoutes,
  signInRoutes,
  signOutRoutes,
  accountRoutes,
  managePeopleRoutes,
  tokenRoutes,
  submissionRoutes,
  periodRoutes,
  reminderRoutes,
  handoverRoutes,
  relationRoutes,
  scoreRoutes,
  publishRoutes,
  listRoutes,
  dashboardRoutes,
  compareRoutes,
  briefRoutes,
  exportRoutes,
  slideRoutes,
  releaseRoutes,
  draftRoutes,
  choiceRoutes,
  deviationRoutes,
  tickRoutes,
  nextReportRoutes,
  issueRoutes,
  standingRoutes,
  tableRoutes,
  formRoutes,
  workbookRoutes,
  settingsRoutes,
  trailRoutes,
  helpRoutes,
  searchRoutes,
  apiRoutes,
  docsRoutes,
]

/** What is waited for, in ms. */
export type Timing = {
  /** For a whole request: half a megabyte over a line of 2 kB/s. */
  request: number
  /** Between two looks at how long requests take. */
  look: number
  /** For another process that is writing. */
  lock: number
}
const TIMING: Timing = { request: 300_000, look: 30_000, lock: 5000 }

/** The program as a table of contents. Tests build the very same one over a database in memory. */
export async function buildApp(given: {
  db: Db
  config: Config
  now?: () => number
  sessionSecret?: string
  timing?: Timing
  jobLimits?: JobLimits
}): Promise<App> {
  const { db, config, now = Date.now, timing = TIMING } = given
  const secret = secretOf(given)
  const app: App = Fastify({
    logger: logging(config),
    trustProxy: config.trustProxy,
    bodyLimit: 1024 * 1024,
    requestTimeout: timing.request,
    // Node exchanges the two where a head may take longer than the whole request, which then waits for a minute.
    http: { connectionsCheckingInterval: timing.look, headersTimeout: Math.min(60_000, timing.request) },
    /** What comes while the program stops is answered as ever, on a connection that is closed then. */
    return503OnClosing: false,
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerBadBytes,
  }).withTypeProvider<ZodTypes>()
  const attempts = new Attempts(secret, storedFailures(db, now()))
  const jobs = new Jobs((error) => {
    noteDamage(app, error)
    app.log.error(error)
  }, given.jobLimits)
  const returned = new ReturnedForms()
  const context: AppContext = { db, config, now, attempts, jobs, returned, secret }
  app.addHook('onClose', () => jobs.close())
  stopInTime(app, config.stopGrace)

  recordRoutes(app)
  readWithZod(app)
  app.decorate('context', context)
  await setUpSecurity(app, context)
  if (config.mode === 'production') warnOfUnnamedProxy(app)
  await app.register(cookie, { secret })
  setUpLanguage(app)
  setUpSessions(app, context)
  setUpTokens(app, context)
  guardRoutes(app)
  setUpCsrf(app, secret)
  refuseWhenDamaged(app, context)
  waitForOthersToWrite(app, context, timing.lock)
  moveLogWhenQuiet(app, context)
  storeSeen(app)
  setUpErrors(app)
  await setUpAssets(app)
  beginReminding(app, context)

  await registerRoutes(app, context, ROUTES)
  return app
}

function secretOf(given: { config: Config; sessionSecret?: string }): string {
  const secret = given.sessionSecret ?? given.config.sessionSecret
  if (!secret) throw new Error('sessions need a secret')
  return secret
}
