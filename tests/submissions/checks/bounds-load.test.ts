import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import { validationRules } from '../../../src/indicators/validation/rule-store.ts'
import { listPeople } from '../../../src/people/store.ts'
import { type Bound, boundFindings, type HeldAgainst } from '../../../src/submissions/checks/bounds.ts'
import { loadHeldAgainst } from '../../../src/submissions/checks/bounds-load.ts'
import type { Finding } from '../../../src/submissions/checks/finding.ts'
import { loadSubmission } from '../../../src/submissions/load.ts'
import { demoDb } from '../../support/demo.ts'
import { NOW, submissionId } from '../pilot.ts'

const db = demoDb(undefined, NOW)
const manager = listPeople(db).find(({ email }) => email === 'iom.manager@example.org')!
const person = { ...manager, partnerIds: [] }
const ids = db.$client
  .prepare("select id from submission where state in ('submitted', 'approved')")
  .pluck()
  .all() as number[]

function read(id: number): { held: HeldAgainst[]; found: Finding<Bound>[] } {
  const loaded = loadSubmission(db, person, id, NOW)!
  const held = loadHeldAgainst(db, loaded)
  return { held, found: boundFindings(loaded.definition, held) }
}

/** What is found in a submission whose first value of an indicator is larger by so much, as long as it is looked at. */
function foundWith(id: number, indicator: string, column: 'value' | 'base', more: number): Finding<Bound>[] {
  const change = db.$client.prepare(
    `update entry set ${column} = ${column} + :more where submission_id = :id and (indicator_id, cell_id) in (
      select e.indicator_id, e.cell_id from entry e join indicator i on i.id = e.indicator_id
      where e.submission_id = :id and i.code = :indicator and e.state = 'reported' limit 1)`,
  )
  expect(change.run({ more, id, indicator }).changes).toBe(1)
  const { found } = read(id)
  change.run({ more: -more, id, indicator })
  return found
}

describe('rules between indicators, on the pilot', () => {
  it('are those of its files, and hold in everything that was handed in', () => {
    const all = ids.map(read)
    const tried = new Set(
      all.flatMap(({ held }) => held.map(({ rule }) => `${rule.lesser} ${rule.part} ${rule.greater}`)),
    )
    expect(validationRules(db)).toHaveLength(9)
    expect(tried.size).toBe(9)
    expect(all.flatMap(({ found }) => found)).toEqual([])
  })

  it('find more persons tested than trained in one report', () => {
    const police = submissionId(db, 'police-nghe-an', quarterOf(2021, 2))
    expect(foundWith(police, 'J2', 'base', 1000)).toMatchObject([{ code: 'more-than-other', indicator: 'J2' }])
    expect(read(police).held.every(({ isOwn, rule }) => isOwn === (rule.within === 'reporter'))).toBe(true)
  })

  it('find more convicted by a court than were prosecuted by another partner of the place, for reviewers alone', () => {
    const court = submissionId(db, 'court-nghe-an', quarterOf(2021, 2))
    const [found, ...more] = foundWith(court, 'J7', 'value', 1000)
    expect(more).toEqual([])
    expect(found).toMatchObject({ code: 'more-than-other-so-far', indicator: 'J7', rule: { greater: 'J6' } })
    expect(read(court).held).toMatchObject([{ isOwn: false }])
  })
})
