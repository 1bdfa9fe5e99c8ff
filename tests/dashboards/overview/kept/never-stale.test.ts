import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Db } from '../../../../db/connection.ts'
import type { Person } from '../../../../src/access/person.ts'
import { personByEmail } from '../../../../src/access/person-store.ts'
import { quarterOf } from '../../../../src/calendar/quarter.ts'
import { isClosed } from '../../../../src/calendar/store.ts'
import { redefineIndicator } from '../../../../src/framework/definitions/redefine.ts'
import { handOver } from '../../../../src/framework/handovers/hand-over.ts'
import { changePlace } from '../../../../src/framework/places/change-place.ts'
import { correctPerson } from '../../../../src/people/correct-person.ts'
import { listedPerson } from '../../../../src/people/store.ts'
import { closePeriod, reopenPeriod } from '../../../../src/periods/close.ts'
import { changeSettings } from '../../../../src/settings/change-settings.ts'
import { DEFAULTS } from '../../../../src/settings/setting.ts'
import { entriesOf } from '../../../../src/submissions/entries-store.ts'
import { submit } from '../../../../src/submissions/handing-in/submit.ts'
import { withdraw } from '../../../../src/submissions/handing-in/withdraw.ts'
import { approve } from '../../../../src/submissions/review/approve.ts'
import { sendSubmissionBack } from '../../../../src/submissions/review/send-back.ts'
import { saveEntries } from '../../../../src/submissions/save.ts'
import type { App } from '../../../../src/web/context.ts'
import fc from '../../../fast-check.ts'
import { testApp, Visitor } from '../../../support/app.ts'
import { copyOf, imageOf } from '../../../support/database.ts'
import { DEMO_NOW, demoDb, personaId } from '../../../support/demo.ts'

/*
 * The overview keeps what it made, by the objects it was made of: figures of each indicator, rows, panels, lists. Here all that can be
 * done to a project is done to one that is open, in an order that is drawn, and each time a program opened on a copy of its file, which
 * keeps nothing yet, has to answer the same page to the byte.
 */

const EMAIL = 'iom.manager@example.org'
const PAGES = ['/overview', '/overview?basis=provisional&quarter=2021-Q4']

let db: Db
let app: App
let visitor: Visitor
let manager: Person
let now = DEMO_NOW

beforeAll(async () => {
  db = demoDb()
  app = await testApp(db, () => now)
  visitor = await signedIn()
  manager = personByEmail(db, EMAIL)!.person
})
afterAll(() => app.close())

/** Sessions end after a day. */
const signedIn = () => new Visitor(app).become(personaId(db, EMAIL), 'en')

const rows = <Row>(sql: string, ...given: unknown[]) => db.prepared(sql).all(...given) as Row[]
const drawn = <One>(from: readonly One[], nth: number): One | undefined => from[nth % Math.max(1, from.length)]

type Stored = [id: number, partnerId: number, version: number]

/** Something that is done to a report in one of some states; nothing where none is. */
function toReport(states: string, act: (id: number, own: Person, version: number, nth: number) => unknown) {
  return (nth: number) => {
    const known = rows<Stored>(
      `select id, partner_id, version from submission where state in (${states}) and quarter >= 2021 * 4 order by quarter desc, id`,
    )
    const one = drawn(known, nth)
    if (one) act(one[0], { ...manager, role: 'partner', partnerIds: [one[1]] }, one[2], nth)
  }
}

const sentBack = (action: 'return' | 'reopen') => (id: number, _: Person, version: number) =>
  sendSubmissionBack(db, { by: manager, now, version }, id, action, { reason: 'Please look again.', rows: [] } as never)

function saved(id: number, by: Person, version: number, nth: number): void {
  const entries = entriesOf(db, id)
  const indicators = [...new Set(entries.map(({ indicator }) => indicator))]
  const one = drawn(indicators, nth)
  const other = entries.map((entry) =>
    entry.indicator === one && entry.value !== null && entry.base === null
      ? { ...entry, value: entry.value + nth }
      : entry,
  )
  saveEntries(db, { by, now, version }, id, { indicators, entries: other, keptOnWord: [] })
}

/** Re-opened, corrected, handed in and approved: what was restated is told on the overview. */
const corrected = toReport("'approved'", (id, own, version, nth) => {
  sentBack('reopen')(id, own, version)
  const stands = () => rows<[number]>('select version from submission where id = ?', id)[0]![0]
  saved(id, own, stands(), nth)
  submit(db, { by: own, now, version: stands() }, id, [])
  approve(db, { by: manager, now, version: stands() }, id)
})

const indicator = (nth: number) => drawn(rows<[string]>('select code from indicator order by id'), nth)![0]

/** All that can be done to a project; each may be drawn again, and is drawn at least once. */
const STEPS: Readonly<Record<string, (nth: number) => unknown>> = {
  'values are saved': toReport("'draft', 'returned'", saved),
  'a report is handed in': toReport("'draft', 'returned'", (id, by, version) =>
    submit(db, { by, now, version }, id, []),
  ),
  'a report is taken back': toReport("'submitted'", (id, by, version) => withdraw(db, { by, now, version }, id)),
  'a report is approved': toReport("'submitted'", (id, _, version) => approve(db, { by: manager, now, version }, id)),
  'a report is returned': toReport("'submitted'", sentBack('return')),
  'a report is opened again': toReport("'approved'", sentBack('reopen')),
  'a report is corrected': corrected,
  'a target is another': (nth) =>
    db.tx(() => {
      const { id } = db.$client
        .prepare('select id from target where valid_to is null order by id limit 1 offset ?')
        .get(nth % 100) as { id: number }
      db.prepared('update target set valid_to = ? where id = ?').run(now, id)
      const same = 'indicator_id, place_id, kind, phase, from_quarter, to_quarter'
      db.prepared(
        `insert into target (${same}, value, valid_from) select ${same}, value * 2 + 1, ? from target where id = ?`,
      ).run(now, id)
    }),
  'an indicator is called otherwise': (nth) =>
    redefineIndicator(
      db,
      manager,
      indicator(nth),
      { from: quarterOf(2021, 1), to: null, changes: { name: { vi: `Chỉ số ${nth}`, en: `Indicator ${nth}` } } },
      now,
    ),
  'an indicator is defined otherwise': (nth) =>
    redefineIndicator(
      db,
      manager,
      indicator(nth),
      { from: quarterOf(2021, 2), to: null, changes: { countingUnit: { vi: `đơn vị ${nth}`, en: `units ${nth}` } } },
      now,
    ),
  'thresholds are others': (nth) =>
    changeSettings(db, manager, { ...DEFAULTS, rag: { green: 80 + (nth % 20), amber: 60 + (nth % 10) } }, now),
  'a place is called otherwise': (nth) =>
    changePlace(db, manager, 'ha-tinh', { name: { vi: `Hà Tĩnh ${nth}`, en: `Ha Tinh ${nth}` } }, now),
  'a place ends': () => changePlace(db, manager, 'quang-binh', { lastDay: '2021-12-31', became: ['quang-tri'] }, now),
  'an assignment ends': (nth) => {
    const one = drawn(
      rows<[string, number, number]>(
        `select i.code, a.partner_id, a.place_id from assignment a join indicator i on i.id = a.indicator_id
         join place p on p.id = a.place_id where p.slug = 'hai-phong' and a.to_quarter is null order by 1, 2`,
      ),
      nth,
    )
    const heir = drawn(rows<[number]>('select id from partner where id <> ? order by id', one?.[1] ?? 0), nth)
    if (!one || !heir) return
    const [code, partnerId, placeId] = one
    const request = {
      predecessor: { partnerId, placeId },
      heir: { partnerId: heir[0], placeId },
      from: quarterOf(2022, 1),
    }
    handOver(db, manager, { ...request, indicators: [code], assigns: true }, now)
  },
  'a quarter is closed, or opened again': () => {
    const quarter = quarterOf(2020, 1)
    return isClosed(db, quarter)
      ? reopenPeriod(db, manager, quarter, 'Something came late.', now)
      : closePeriod(db, manager, quarter, '', now)
  },
  'people are called otherwise': (nth) => {
    for (const [id] of rows<[number]>("select id from person where role = 'partner'"))
      correctPerson(db, manager, id, { ...listedPerson(db, id)!, name: `Người ${id} số ${nth}` }, now)
  },
  'a day passes': async () => {
    now += 86_400_000
    visitor = await signedIn()
  },
}

const NAMES = Object.keys(STEPS)
/** Every step once and half as many again, in any order, each of something that is drawn. */
const sequence = fc
  .tuple(
    fc.array(fc.constantFrom(...NAMES), { minLength: 10, maxLength: 10 }).chain((more) => {
      const all = [...NAMES, ...more]
      return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
    }),
    fc.array(fc.integer({ min: 1, max: 997 }), { minLength: NAMES.length + 10, maxLength: NAMES.length + 10 }),
  )
  .map(([names, numbers]) => names.map((name, nth) => [name, numbers[nth]!] as const))

it('the overview of an open program is that of one opened anew, whatever is written', async () => {
  const [steps] = fc.sample(sequence, 1)
  const seen = new Set<string>()
  const without = (body: string) => body.replaceAll(/name="_csrf" value="[^"]*"/g, '')
  for (const [name, nth] of steps!) {
    now += 60_000
    await STEPS[name]!(nth)
    const copy = copyOf(imageOf(db))
    const anew = await testApp(copy, () => now)
    for (const url of PAGES) {
      const shown = await visitor.get(url)
      const { body } = await anew.inject({ url, headers: { cookie: visitor.cookie } })
      expect(shown.status, `${url} after: ${name}`).toBe(200)
      expect(without(shown.body) === without(body), `${url} after: ${name} (${nth})`).toBe(true)
      seen.add(`${url} ${without(body).replaceAll(/\d\d:\d\d/g, '')}`)
    }
    await anew.close()
  }
  // Had nothing been done to what is shown, nothing would have been tried.
  expect(seen.size).toBeGreaterThan(steps!.length)
})
