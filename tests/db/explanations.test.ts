import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { open } from '../../db/open.ts'
import { root } from '../../src/config/root.ts'
import { releaseById } from '../../src/releases/store.ts'
import { tickedIn } from '../../src/releases/ticks/ticks-store.ts'
import { readTrail } from '../../src/trail/store.ts'
import { EXPLAINED, explainRelease, rowsIn, writeReleased } from './released.ts'

/** Migration 0004: explanations as rows, a failure as two columns, another name for a verb. */
let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'explained-'))
  file = join(folder, 'data.db')
  writeReleased(file)
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Changes the file as the program that wrote it could, and opens it with today's. */
function opened(sql: string) {
  const before = new Database(file)
  before.exec(sql)
  before.close()
  return open(file, join(root, 'db/migrations'))
}

describe('a report explained by an earlier version', () => {
  it('has the same comments in the same order, with what was confirmed, by whom and when; the layout is itself', () => {
    const layout = rowsIn(file, 'release', ['layout'])[0]
    explainRelease(file)
    const db = open(file, join(root, 'db/migrations'))
    const { release, chosen, at, by } = EXPLAINED
    expect(tickedIn(db, release).explanations).toEqual(chosen)
    expect(
      rowsIn(file, 'release_explanation', ['release_id', 'comment_id', 'position', 'confirmed', 'at', 'by_id']),
    ).toEqual([
      [release, 3, 1, 1, at, by],
      [release, 4, 0, 0, at, by],
    ])
    expect(rowsIn(file, 'release', ['layout'])[0]).toEqual(layout)
    db.$client.close()
  })

  it('that nobody recorded in the trail has its maker and the instant it was made', () => {
    const db = opened("update release set layout = json_set(layout, '$.narrative', json('[3, 999]')) where id = 3")
    const made = db.$client.prepare('select created_at, created_by from release where id = 3').raw().get() as number[]
    expect(rowsIn(file, 'release_explanation', ['comment_id', 'position', 'confirmed', 'at', 'by_id'])).toEqual([
      [3, 0, 0, ...made],
    ])
    db.$client.close()
  })

  it('is told of in the trail as today, and found by today’s name', () => {
    explainRelease(file)
    const db = open(file, join(root, 'db/migrations'))
    const found = readTrail(db, { verb: 'release.explanations-chosen' }, 10)
    expect(found.map(({ verb, detail }) => [verb, detail.chosen])).toEqual([
      ['release.explanations-chosen', EXPLAINED.chosen],
      ['release.explanations-chosen', [3, 4]],
    ])
    expect(rowsIn(file, 'trail', ['verb']).flat()).toContain('release.narrative-chosen')
    db.$client.close()
  })
})

describe('what failed in an earlier version', () => {
  it.each([
    ['out-of-time', { code: 'out-of-time', about: null }],
    ['not-whole V3|nghe-an 2021|amount', { code: 'not-whole', about: 'V3|nghe-an 2021|amount' }],
    ['something-odd about what', { code: 'other', about: 'something-odd' }],
    ['other discarded', { code: 'other', about: 'discarded' }],
  ])('has a code and what it is about: %s', (said, failure) => {
    const db = opened(
      `update release set state = 'failed', plan = null, preview = null, failure = '${said}' where id = 3`,
    )
    expect(releaseById(db, 3)).toMatchObject({ state: 'failed', failure })
    db.$client.close()
  })

  it('without a word has failed all the same, and what did not fail has no failure', () => {
    const db = opened(
      "update release set state = 'failed' where id = 3; update release set failure = 'nothing' where id = 2",
    )
    expect(releaseById(db, 3)!.failure).toEqual({ code: 'other', about: null })
    expect(releaseById(db, 2)).toMatchObject({ state: 'issued', failure: null })
    db.$client.close()
  })
})
