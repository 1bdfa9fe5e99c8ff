import type { Routes } from '../web/context.ts'
import { registerRoutes } from '../web/register-routes.ts'
import { autosaveRoutes } from './autosave/routes.ts'
import { boardRoutes } from './board/routes.ts'
import { comparisonRoutes } from './compare/routes.ts'
import { offlineRoutes } from './entry-form/offline-routes.ts'
import { entryFormRoutes } from './entry-form/routes.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { pageRoutes } from './page/routes.ts'
import { reviewRoutes } from './review/routes.ts'
import { talkRoutes } from './talk/routes.ts'
import { waitingRoutes } from './waiting/routes.ts'
import { templateRoutes } from './workbook/template/routes.ts'
import { uploadRoutes } from './workbook/upload/routes.ts'

/** The room's addresses: the board, the page of one submission, what is entered in it, and what is done with that. */
export const submissionRoutes: Routes = async (app, context) => {
  await registerRoutes(app, context, [
    boardRoutes,
    waitingRoutes,
    pageRoutes,
    entryFormRoutes,
    offlineRoutes,
    autosaveRoutes,
    templateRoutes,
    uploadRoutes,
    evidenceRoutes,
    reviewRoutes,
    comparisonRoutes,
    talkRoutes,
  ])
}
