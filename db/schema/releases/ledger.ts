import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isJson } from '../closed-list.ts'
import { indicator } from '../framework/indicator.ts'
import { idOf } from '../id-of.ts'
import { release } from './release.ts'

/** The finest unknowns behind a release: one version of one cell of one reporter and quarter. */
export const releaseAtom = sqliteTable(
  'release_atom',
  {
    releaseId: idOf('release_id', () => release.id),
    nth: integer().notNull(),
    key: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.nth] })],
)

/** The ledger: every number a release showed or hid, as a sum of atoms. `shown` null = it was `[c]`. */
export const releaseFigure = sqliteTable(
  'release_figure',
  {
    releaseId: idOf('release_id', () => release.id),
    figureId: text('figure_id').notNull(),
    indicatorId: idOf('indicator_id', () => indicator.id),
    /** JSON list of `nth` of atoms. */
    atoms: text().notNull(),
    shown: real(),
    mark: text(),
    /**
     * JSON list of `nth` too: what the figure would have been made of, where an earlier number was shown in its place. Empty
     * where it counts nobody; null = nothing was withheld.
     */
    withheld: text(),
  },
  (t) => [
    primaryKey({ columns: [t.releaseId, t.figureId] }),
    index('release_figure_indicator').on(t.indicatorId),
    check('release_figure_atoms', sql`json_valid(${t.atoms})`),
    check('release_figure_withheld', isJson(t.withheld)),
    check('release_figure_shown', sql`(${t.shown} is null) = (${t.mark} is not null)`),
  ],
)
