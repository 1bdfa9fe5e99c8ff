import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { YEAR_STARTS } from '../../../src/vocabulary/indicator.ts'
import { RELEASE_LANGUAGES } from '../../../src/vocabulary/release.ts'
import { hidesEnough, isJson, oneOf } from '../closed-list.ts'
import { workbookLayout } from './workbook-layout.ts'

/** Who pays for the project, and how its reports are made: what is empty is as the project has it. */
export const donor = sqliteTable(
  'donor',
  {
    code: text().primaryKey(),
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
    /** Identifier of the organisation where aid is published, such as "GB-GOV-6". */
    identifier: text(),
    language: text({ enum: RELEASE_LANGUAGES }),
    fiscalStartMonth: integer('fiscal_start_month'),
    /** Counts below it are hidden from this donor. */
    threshold: integer(),
    ragGreen: integer('rag_green'),
    ragAmber: integer('rag_amber'),
    /** How finely its reports are cut, JSON; empty: as reports usually are. */
    layout: text(),
    /** How its workbook is laid out; empty: as workbooks usually are. */
    workbook: text().references(() => workbookLayout.code),
    position: integer().notNull(),
  },
  (t) => [
    check('donor_layout', isJson(t.layout)),
    check('donor_language', sql`${t.language} is null or ${oneOf(t.language, RELEASE_LANGUAGES)}`),
    check('donor_fiscal_start_month', sql`${t.fiscalStartMonth} is null or ${oneOf(t.fiscalStartMonth, YEAR_STARTS)}`),
    check('donor_threshold', sql`${t.threshold} is null or ${hidesEnough(t.threshold)}`),
    check('donor_rag_both', sql`(${t.ragGreen} is null) = (${t.ragAmber} is null)`),
    check('donor_rag', sql`${t.ragGreen} is null or ${t.ragAmber} < ${t.ragGreen}`),
  ],
)
