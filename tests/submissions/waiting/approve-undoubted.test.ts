import { expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { personById } from '../../../src/access/person-store.ts'
import { addFact, submissionById } from '../../../src/submissions/store.ts'
import { approveUndoubted } from '../../../src/submissions/waiting/approve-undoubted.ts'
import { loadWaiting } from '../../../src/submissions/waiting/load.ts'
import { demoDb, personaId } from '../../support/demo.ts'
import { NOW } from '../pilot.ts'

it('reads again what somebody wrote about between its reading and its approval, and leaves what is doubtful by then', () => {
  const db = demoDb(undefined, NOW)
  const manager = personById(db, personaId(db, 'iom.manager@example.org'))!
  const clear = loadWaiting(db, manager, 1, NOW).submissions.filter(({ doubts }) => doubts.length === 0)
  const chosen = clear.map(({ loaded }) => ({ id: loaded.stored.id, version: loaded.stored.version }))
  expect(chosen.length).toBeGreaterThan(1)
  const [doubtful, ...others] = chosen.map(({ id }) => id) as [number, ...number[]]
  let written = false
  const withSomebodyBetween: Db = Object.create(db, {
    tx: {
      value: (work: () => unknown) => {
        if (!written) addFact(db, doubtful, { kind: 'returned', at: NOW, byId: manager.id, reason: 'Xem lại.' })
        written = true
        return db.tx(work)
      },
    },
  })
  const result = approveUndoubted(withSomebodyBetween, manager, chosen, NOW)
  expect(result).toEqual({ approved: others, left: [doubtful] })
  expect(submissionById(db, doubtful)!.state).toBe('submitted')
})
