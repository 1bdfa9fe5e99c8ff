import { sql } from 'drizzle-orm'
import { blob, check, sqliteTable } from 'drizzle-orm/sqlite-core'
import { idOf } from '../id-of.ts'
import { release } from './release.ts'

/**
 * What an issued release calls people, partners, the project, its donors and results, packed (gzip): of these no record keeps what they were
 * called before. Releases issued before it was kept have none.
 */
export const releaseWording = sqliteTable(
  'release_wording',
  {
    releaseId: idOf('release_id', () => release.id).primaryKey(),
    packed: blob({ mode: 'buffer' }).notNull(),
  },
  (t) => [check('release_wording_packed', sql`length(${t.packed}) > 0`)],
)
