import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { COMPONENT_COLOURS } from '../../../src/vocabulary/component.ts'
import { oneOf } from '../closed-list.ts'

/** Parts the results framework is divided into, in their order. */
export const component = sqliteTable(
  'component',
  {
    code: text().primaryKey(),
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
    /** A name of the palette (`views/assets/styles/tokens.css`), so that it can be read in light and dark. */
    colour: text({ enum: COMPONENT_COLOURS }).notNull(),
    position: integer().notNull(),
  },
  (t) => [check('component_colour', oneOf(t.colour, COMPONENT_COLOURS))],
)
