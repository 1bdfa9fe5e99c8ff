import type { Db } from '../../db/connection.ts'
import type { Demo } from '../../fixtures/demos.ts'
import { idsIn, insertPeople, insertReport, type Step, type Value } from '../../fixtures/reports/insert.ts'
import type { StoryPerson } from '../../fixtures/story/story-data.ts'
import { daysLater } from '../../src/calendar/day.ts'
import { usualDueOn } from '../../src/calendar/due-day.ts'
import { parseQuarter, type Quarter } from '../../src/calendar/quarter.ts'
import { saveProject } from '../../src/framework/save.ts'
import type { TrailEvent } from '../../src/trail/event.ts'
import { record } from '../../src/trail/store.ts'
import { waterData } from './water-lists.ts'

const MANAGER = 'manager@example.org'

const person = (email: string, name: string, role: StoryPerson['role'], partners: string[] = []): StoryPerson => ({
  ...{ email, name, role, partners, persona: true, language: role === 'donor' ? 'vi' : 'en' },
})

const PEOPLE = [
  person('admin@example.org', 'Ada Sample', 'administrator'),
  person(MANAGER, 'Max Sample', 'manager'),
  person('second@example.org', 'Mia Sample', 'manager'),
  person('donor@example.org', 'Don Sample', 'donor'),
  person('north@example.org', 'Nia Sample', 'partner', ['north-board']),
  person('south@example.org', 'Sam Sample', 'partner', ['south-board']),
]

const FIRST = parseQuarter('2024-Q1')!
const LAST_WHOLE = parseQuarter('2026-Q1')!

/** In the cells in which they are typed: numbers that differ from quarter to quarter and from partner to partner. */
function valuesIn(quarter: Quarter, partner: string): Value[] {
  const nth = quarter - FIRST
  const more = partner === 'north-board' ? 2 : 0
  const one = (indicator: string, cell: string, value: number, base: number | null = null) => ({
    ...{ indicator, cell, value, base },
  })
  return [
    one('W1', 'depth=deep', (nth % 3) + more),
    one('W1', 'depth=shallow', 1 + (nth % 2)),
    one('W1', 'depth=not-recorded', 0),
    one('W2', '', 3 + nth, 5 + nth + more),
    one('W3', '', nth + more),
    ...(nth % 2 === 1 ? [one('S1', '', 4 + nth + more)] : []),
    one('S2', '', Math.min(2, Math.floor(nth / (more + 2)))),
  ]
}

/** Everything came in time up to a quarter; of the next one the north has handed in, and the south was sent back. */
function load(db: Db, { now, passwordHash }: Parameters<Demo['load']>[1]): void {
  const begun = Date.parse('2024-01-02T09:00:00+07:00')
  const data = waterData()
  if (saveProject(db, null, data, begun) !== 'saved') throw new Error('the project of wells is not saved')
  const ids = idsIn(db, insertPeople(db, PEOPLE, passwordHash, begun))
  const events: TrailEvent[] = []
  for (let quarter = FIRST; quarter <= LAST_WHOLE + 1; quarter++)
    for (const [partner, place, officer] of [
      ['north-board', 'hill', 'north@example.org'],
      ['south-board', 'coast', 'south@example.org'],
    ] as const) {
      const due = usualDueOn(quarter, data.project.dueDays)
      const on = (kind: Step['kind'], days: number): Step => ({
        ...{ kind, at: Date.parse(`${daysLater(due, days)}T10:00:00+07:00`), reason: 'Đếm lại giếng.' },
      })
      const sent = [on('saved', -3), on('submitted', -2)]
      const last = quarter > LAST_WHOLE ? (partner === 'north-board' ? [] : [on('returned', 1)]) : [on('approved', 2)]
      const report = { partner, place, quarter, steps: [...sent, ...last], values: valuesIn(quarter, partner) }
      if (report.steps.every(({ at }) => at <= now))
        insertReport(db, report, ids, { officer, manager: MANAGER }, events)
    }
  for (const event of events.sort((a, b) => a.at - b.at)) record(db, event)
}

/** As the demos are: who is in it, and what writes it into an empty database. */
export const WATER: Demo = {
  code: () => 'WATER',
  called: { vi: 'dự án giếng nước', en: 'project of wells' },
  people: () => PEOPLE,
  load,
}
