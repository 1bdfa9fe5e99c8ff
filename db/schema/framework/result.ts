import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { LEVELS } from '../../../src/vocabulary/indicator.ts'
import { RISKS } from '../../../src/vocabulary/result.ts'
import { oneOf } from '../closed-list.ts'
import { component } from './component.ts'

export const result = sqliteTable(
  'result',
  {
    id: integer().primaryKey(),
    code: text().notNull().unique(),
    level: text({ enum: LEVELS }).notNull(),
    component: text().references(() => component.code),
    parentId: integer('parent_id').references((): AnySQLiteColumn => result.id),
    statementVi: text('statement_vi').notNull(),
    statementEn: text('statement_en').notNull(),
    assumptionVi: text('assumption_vi'),
    assumptionEn: text('assumption_en'),
    /** Per cent of what all outputs together are worth; empty: it has none. */
    weight: integer(),
    risk: text({ enum: RISKS }),
    position: integer().notNull(),
  },
  (t) => [
    check('result_level', oneOf(t.level, LEVELS)),
    check('result_weight', sql`${t.weight} is null or ${t.weight} between 0 and 100`),
    check('result_risk', sql`${t.risk} is null or ${oneOf(t.risk, RISKS)}`),
    check('result_impact_has_no_component', sql`${t.level} <> 'impact' or ${t.component} is null`),
  ],
)
