import { sql } from 'drizzle-orm'
import { blob, check, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { REPORT_FORMS } from '../../../src/vocabulary/release.ts'
import { oneOf } from '../closed-list.ts'
import { idOf } from '../id-of.ts'
import { release } from './release.ts'

/**
 * The other files of a release as they were issued, packed (gzip). Reports issued before they were kept have none, and they are
 * written anew from what was known then.
 */
export const reportForm = sqliteTable(
  'release_form',
  {
    releaseId: idOf('release_id', () => release.id),
    form: text({ enum: REPORT_FORMS }).notNull(),
    packed: blob({ mode: 'buffer' }).notNull(),
    /** SHA-256 of the file, not of how it is packed, in hexadecimal; it stands in the trail of the issuing as well. */
    sha256: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.releaseId, t.form] }),
    check('release_form_form', oneOf(t.form, REPORT_FORMS)),
    check('release_form_packed', sql`length(${t.packed}) > 0`),
    check('release_form_sha256', sql`length(${t.sha256}) = 64`),
  ],
)
