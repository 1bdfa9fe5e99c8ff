import type { FastifyReply, FastifyRequest } from 'fastify'
import { tracesIn } from '../../../../privacy/personal-data.ts'
import type { Routes } from '../../../../web/context.ts'
import { redirectTo } from '../../../../web/redirect.ts'
import { page } from '../../../../web/render.ts'
import { rowChoices, valuesAmong } from './choices.ts'
import { addressOfKept, backToProblems, type Looked, type SheetDesk, sheetIsGone } from './desk-routes.ts'
import { comesToField, labelsOf, type RowLabel, saysOf } from './draft.ts'
import { byKeptSheet, readHeld } from './form.ts'
import { type RowProblem, rowsPage } from './rows-page.ts'

/** What the rows of a sheet are about, chosen beside the texts that stand before them. */
export function rowsRoutes(desk: SheetDesk): Routes {
  return async (app) => {
    const one = { config: { may: 'submission.enter' }, schema: { params: byKeptSheet } } as const

    /** Where a file is gone, or its columns are not chosen yet, that is where one is led. */
    const withRows = (
      request: FastifyRequest & { params: { kept: string } },
      reply: FastifyReply,
      answer: (looked: Looked, labels: readonly RowLabel[]) => FastifyReply,
    ) => {
      const looked = desk.looked(request, request.params.kept)
      if (!looked) return sheetIsGone(reply)
      const { sheets, draft } = looked.kept
      const labels = labelsOf(sheets[draft.sheet]!, draft)
      return labels ? answer(looked, labels) : redirectTo(reply, addressOfKept(looked.name))
    }

    app.get('/submissions/own-sheets/:kept/rows', one, (request, reply) =>
      withRows(request, reply, (looked, labels) => {
        const { name, kept, reports } = looked
        const isTried = kept.tried === 'rows'
        const says = isTried ? kept.draft.says : saysOf(kept.draft, labels, reports[0].definition)
        const problem = isTried ? rowProblem(looked, labels) : null
        const model = rowsPage(addressOfKept(name), reports[0], labels, says, problem, request.words)
        return page(request, reply, 'submissions/own-sheet/rows', model)
      }),
    )

    app.post('/submissions/own-sheets/:kept/rows', one, (request, reply) =>
      withRows(request, reply, (looked, labels) => {
        const { name, kept, reports } = looked
        const chosen = readHeld(request.body, 'row', valuesAmong(rowChoices(reports[0], request.words)))
        kept.draft = { ...kept.draft, says: new Map(labels.map(({ key }, nth) => [key, chosen.get(nth) ?? ''])) }
        kept.tried = rowProblem(looked, labels) ? 'rows' : null
        if (kept.tried) return backToProblems(reply, `${addressOfKept(name)}/rows`)
        return desk.remember(request, reply, looked)
      }),
    )
  }
}

/** What keeps rows from being taken: one that would be remembered seems to name somebody, or they come to no field at all. */
function rowProblem(
  { kept: { draft, sheets }, reports }: Looked,
  labels: readonly RowLabel[],
): { row: number; code: RowProblem } | null {
  const naming = labels.findIndex(({ text, key }) => draft.says.get(key) && tracesIn(text).length > 0)
  if (naming >= 0) return { row: naming, code: 'names-somebody' }
  return comesToField(draft, sheets[draft.sheet]!, reports[0].definition) ? null : { row: 0, code: 'no-field' }
}
