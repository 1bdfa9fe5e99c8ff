import type { ReadSheet } from '../../../../spreadsheet/read-workbook.ts'
import type { Routes } from '../../../../web/context.ts'
import { redirectTo } from '../../../../web/redirect.ts'
import { registerRoutes } from '../../../../web/register-routes.ts'
import { page } from '../../../../web/render.ts'
import type { LoadedSubmission } from '../../../page-state.ts'
import { headingsGuessed } from '../reading/headings.ts'
import type { OwnMapping } from '../reading/mapping.ts'
import { mappingsOf } from '../store.ts'
import { columnChoices, valuesAmong } from './choices.ts'
import { columnsPage } from './columns-page.ts'
import { addressOfKept, backToProblems, type SheetDesk, sheetIsGone } from './desk-routes.ts'
import { columnProblems, type Draft, draftOf, labelsOf, shownColumns } from './draft.ts'
import { byKeptSheet, misreadPlace, readHeld, readSheetPlace } from './form.ts'
import { rowsRoutes } from './rows-routes.ts'

/** What the columns of a sheet hold, chosen above them; where they say what rows are about, what the rows are comes next. */
export function columnsRoutes(desk: SheetDesk): Routes {
  return async (app, context) => {
    const { db } = context
    await registerRoutes(app, context, [rowsRoutes(desk)])
    const one = { config: { may: 'submission.enter' }, schema: { params: byKeptSheet } } as const

    app.get('/submissions/own-sheets/:kept', one, (request, reply) => {
      const looked = desk.looked(request, request.params.kept)
      if (!looked) return sheetIsGone(reply)
      const { kept, reports, name } = looked
      const known = mappingsOf(db, reports[0].partner.id).find(({ id }) => id === kept.known)?.mapping ?? null
      const asked = readSheetPlace(request.query, kept.sheets.length)
      const draft = asked ? draftOn(kept.sheets, asked, known, reports[0]) : kept.draft
      const shown = { draft, known, isTried: kept.tried === 'columns' && !asked }
      const model = columnsPage(addressOfKept(name), reports[0], kept.sheets, shown, request.words)
      const misread = misreadPlace(request.query, kept.sheets.length)
      return page(request, reply, 'submissions/own-sheet/columns', model, misread)
    })

    app.post('/submissions/own-sheets/:kept', one, (request, reply) => {
      const looked = desk.looked(request, request.params.kept)
      if (!looked) return sheetIsGone(reply)
      const { name, kept, reports } = looked
      const place = readSheetPlace(request.body, kept.sheets.length)
      if (!place?.rows) return redirectTo(reply, addressOfKept(name))
      const holds = readHeld(request.body, 'column', valuesAmong(columnChoices(reports[0], request.words)))
      const draft: Draft = { sheet: place.sheet, headings: place.rows, holds, says: kept.draft.says }
      const sheet = kept.sheets[place.sheet]!
      const problems = columnProblems(draft, shownColumns(sheet.cells, draft.headings), reports[0].definition)
      kept.draft = draft
      kept.tried = problems.length > 0 ? 'columns' : null
      if (problems.length > 0) return backToProblems(reply, addressOfKept(name))
      if (labelsOf(sheet, draft)) return redirectTo(reply, `${addressOfKept(name)}/rows`)
      return desk.remember(request, reply, looked)
    })
  }
}

/** How a sheet that is looked at now would be read. */
function draftOn(
  sheets: readonly ReadSheet[],
  { sheet, rows }: NonNullable<ReturnType<typeof readSheetPlace>>,
  known: OwnMapping | null,
  { definition }: LoadedSubmission,
): Draft {
  const headings = rows ?? headingsGuessed(sheets[sheet]!.cells)
  return draftOf(sheets[sheet]!, { sheet, headings }, known, definition)
}
