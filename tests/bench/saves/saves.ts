import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '../../../db/connection.ts'
import { open } from '../../../db/open.ts'
import type { Person } from '../../../src/access/person.ts'
import { personByEmail } from '../../../src/access/person-store.ts'
import { root } from '../../../src/config/root.ts'
import { fieldName } from '../../../src/indicators/value-field.ts'
import { entriesOf } from '../../../src/submissions/entries-store.ts'
import type { Entry } from '../../../src/submissions/entry.ts'
import { saveEntries } from '../../../src/submissions/save.ts'
import { submissionById } from '../../../src/submissions/store.ts'
import type { App } from '../../../src/web/context.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { DEMO_NOW, demoDb } from '../../support/demo.ts'
import { asTheyPass, atMost, inTurn, type Line, ms } from '../measure.ts'
import { bareSave, valuesAlone } from './bare-save.ts'

/** A provincial partner's submission that is being corrected, in a file, with what its form holds. */
type Form = { db: Db; id: number; by: Person; entries: readonly Entry[] }

/**
 * Saves of a provincial partner's form, on a file and synced: the action, and the whole request around it, against a bare
 * transaction that leaves the same rows behind.
 */
export async function benchSaves(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), '3p-saves-'))
  try {
    const file = join(folder, '3p.db')
    writeFileSync(file, demoDb().$client.serialize())
    const db = open(file, join(root, 'db/migrations'))
    const id = returnedTo(db, 'dolisa-nghe-an')
    const by = personByEmail(db, 'dolisa.nghe-an@example.org')!.person
    const form = { db, id, by, entries: entriesOf(db, id) }
    const values = form.entries.filter((entry) => entry.value !== null)
    const lines = [
      ...(await benchSave(form, 'of a whole form', values)),
      ...(await benchSave(form, 'of one value', values.slice(0, 1))),
    ]
    db.$client.close()
    return lines
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** @param changed what of the form is another number in every save */
async function benchSave(form: Form, what: string, changed: readonly Entry[]): Promise<Line[]> {
  const type = typing(form.entries, changed)
  const action = actionOf(form, type, changed.length)
  action()
  const app = await testApp(form.db, () => DEMO_NOW)
  const works = [
    action,
    await requestOf(form, type, app),
    bareSave(form.db, form.id, changed.length),
    valuesAlone(form.db, form.id, changed.length),
  ]
  const [saving, asked, rows, values] = await inTurn(works, asTheyPass)
  await app.close()
  const ratio = (one = 0, other = 0) => `${(one / other).toFixed(2)} × (${ms(one)} / ${ms(other)})`
  return [
    atMost(
      `Save ${what} (${changed.length} of ${form.entries.length} values) / bare transaction of the same rows`,
      saving! / rows!,
      2,
      `${ms(saving!)} / ${ms(rows!)}`,
    ),
    { what: '  its whole request: session, reading the form, checks, save', result: ratio(asked, rows) },
    { what: '  the save / its values alone, without keys, versions and trail', result: ratio(saving, values) },
  ]
}

/** The form with other numbers each time, all of which it takes: of a share the whole grows. */
function typing(entries: readonly Entry[], changed: readonly Entry[]): () => Entry[] {
  let nth = 0
  return () => {
    nth += 1
    const more = nth % 7
    return entries.map((entry) => {
      if (!changed.includes(entry)) return entry
      return entry.base === null ? { ...entry, value: entry.value! + more } : { ...entry, base: entry.base + more }
    })
  }
}

function actionOf({ db, id, by, entries }: Form, type: () => Entry[], changed: number): () => void {
  const indicators = [...new Set(entries.map((entry) => entry.indicator))]
  return () => {
    const { version, changedAt } = submissionById(db, id)!
    const saving = { indicators, entries: type(), keptOnWord: [] }
    const outcome = saveEntries(db, { by, now: changedAt + 1, version }, id, saving)
    if (!('done' in outcome) || outcome.changed < changed) throw new Error(`not saved: ${JSON.stringify(outcome)}`)
  }
}

/** The same as its person sends it: the whole form, without a network. */
async function requestOf({ db, id, by }: Form, type: () => Entry[], app: App): Promise<() => Promise<void>> {
  const visitor = await new Visitor(app).become(by.id, 'en')
  await visitor.get(`/submissions/${id}`)
  return async () => {
    const { version } = submissionById(db, id)!
    const fields = type().flatMap(({ indicator, cell, value, base }): [string, string][] =>
      [
        [fieldName('v', indicator, cell), value],
        [fieldName('d', indicator, cell), base],
      ].flatMap(([name, number]): [string, string][] => (number === null ? [] : [[String(name), String(number)]])),
    )
    const form = { ...Object.fromEntries(fields), version: String(version), language: 'en' }
    const { status, body } = await visitor.post(`/submissions/${id}/entries`, form)
    if (status !== 303) throw new Error(`not saved: ${status} ${/role="alert">([^<]*)/.exec(body)?.[1] ?? ''}`)
  }
}

function returnedTo(db: Db, partner: string): number {
  const text = `select s.id from submission s join partner p on p.id = s.partner_id where p.slug = ? and s.state = 'returned'`
  return db.$client.prepare(text).pluck().get(partner) as number
}
