import { sql } from 'drizzle-orm'
import { check, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { COMPARED_PARTS, RULE_REACHES, RULE_TIMES } from '../../../src/vocabulary/validation.ts'
import { oneOf } from '../closed-list.ts'
import { idOf } from '../id-of.ts'
import { knownCheck, knownColumns } from '../span.ts'
import { indicator } from './indicator.ts'

/**
 * What one indicator counts is not more than what another one counts: nobody is tested who was not trained. Where it is, people
 * are asked; as known from an instant to an instant.
 */
export const validationRule = sqliteTable(
  'validation_rule',
  {
    lesserId: idOf('lesser_id', () => indicator.id),
    part: text({ enum: COMPARED_PARTS }).notNull(),
    greaterId: idOf('greater_id', () => indicator.id),
    within: text({ enum: RULE_REACHES }).notNull(),
    over: text({ enum: RULE_TIMES }).notNull(),
    whyVi: text('why_vi').notNull(),
    whyEn: text('why_en').notNull(),
    ...knownColumns,
  },
  (t) => [
    primaryKey({ columns: [t.lesserId, t.part, t.greaterId, t.knownFrom] }),
    check('validation_rule_two', sql`${t.lesserId} <> ${t.greaterId}`),
    check('validation_rule_part', oneOf(t.part, COMPARED_PARTS)),
    check('validation_rule_within', oneOf(t.within, RULE_REACHES)),
    check('validation_rule_over', oneOf(t.over, RULE_TIMES)),
    knownCheck('validation_rule', t),
  ],
)
