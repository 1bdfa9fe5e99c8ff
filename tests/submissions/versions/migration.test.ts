import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { personByEmail } from '../../../src/access/person-store.ts'
import { root } from '../../../src/config/root.ts'
import { type Entry, reported } from '../../../src/submissions/entry.ts'
import { saveEntries } from '../../../src/submissions/save.ts'
import fc from '../../fast-check.ts'
import { demoDb } from '../../support/demo.ts'
import { LAST, NOW, submissionId } from '../pilot.ts'

const MIGRATION = join(root, 'db/migrations/0003_versions-of-submissions.sql')
const VERSIONS = 'select submission_id, version, at, by_id from submission_version order by submission_id, version'
/** Reasons were not kept in the trail. */
const REVISIONS = `select submission_id, version, indicator_id, cell_id, state, value, base from entry_revision
  order by submission_id, version, indicator_id, cell_id`

/** Everything that saves have written, made again from the trail as the migration makes it. */
function migratedAgain(db: Db): void {
  for (const table of ['entry_revision', 'submission_version']) {
    db.$client.exec(`drop trigger ${table}_no_delete; delete from ${table};`)
  }
  const statements = readFileSync(MIGRATION, 'utf8').split('--> statement-breakpoint')
  for (const statement of statements.slice(statements.findIndex((one) => one.includes('What the trail kept'))))
    db.$client.exec(statement)
}

const number = fc.nat(4)
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const away = fc.constantFrom('not reported' as const, 'not applicable' as const)

/** An undivided count, a count by sex, a ratio: with a value, blank, or declared away. */
const form = fc
  .record({
    V13: fc.oneof(optional(number), away),
    V5: fc.oneof(fc.record({ male: optional(number), female: optional(number) }), away),
    V7: fc.oneof(optional(fc.tuple(number, fc.integer({ min: 5, max: 9 }))), away),
  })
  .map(({ V13, V5, V7 }): Entry[] => [
    ...(typeof V13 === 'number' ? [reported('V13', '', V13)] : declared('V13', V13)),
    ...(typeof V5 === 'string'
      ? declared('V5', V5)
      : Object.entries(V5).flatMap(([sex, value]) =>
          value === undefined ? [] : [reported('V5', `sex=${sex}`, value)],
        )),
    ...(Array.isArray(V7) ? [reported('V7', '', ...V7)] : declared('V7', V7)),
  ])

function declared(indicator: string, state: 'not reported' | 'not applicable' | undefined): Entry[] {
  const reason = state === 'not applicable' ? 'No course' : null
  return state ? [{ indicator, cell: '', state, value: null, base: null, reason }] : []
}

describe('a database from before versions were kept', () => {
  it('has them of every save the trail tells of, as if they had been kept from the beginning', () => {
    fc.assert(
      fc.property(fc.array(form, { maxLength: 5 }), (forms) => {
        const db = demoDb(undefined, NOW)
        const by = personByEmail(db, 'dolisa.nghe-an@example.org')!.person
        const id = submissionId(db, 'dolisa-nghe-an', LAST)
        const saved = { indicators: ['V13', 'V5', 'V7'], keptOnWord: [] }
        forms.forEach((entries, nth) => {
          const outcome = saveEntries(db, { by, now: NOW + nth, version: nth + 1 }, id, { ...saved, entries })
          expect(outcome).toMatchObject({ done: true })
        })
        const written = [VERSIONS, REVISIONS].map((query) => db.$client.prepare(query).all())
        migratedAgain(db)
        expect([VERSIONS, REVISIONS].map((query) => db.$client.prepare(query).all())).toEqual(written)
        db.$client.close()
      }),
      { numRuns: 25 },
    )
  })
})
