import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { staleTallies } from '../../src/figures/tally/store.ts'
import { saveProject } from '../../src/framework/save.ts'
import { indicatorsAsAt } from '../../src/indicators/store.ts'
import { partners } from '../../src/partners/store.ts'
import { places } from '../../src/places/store.ts'
import { projectCard } from '../../src/project/store.ts'
import { settingsAsAt } from '../../src/settings/store.ts'
import { targetsAsAt } from '../../src/targets/store.ts'
import { readTrail } from '../../src/trail/store.ts'
import { emptyDb } from '../support/database.ts'
import { smallData } from './small.ts'

const NOW = Date.parse('2021-03-01T09:00:00+07:00')

function saved() {
  const db = emptyDb()
  expect(saveProject(db, null, smallData(), NOW)).toBe('saved')
  return db
}

describe('saving a project', () => {
  it('is read back by the rooms as it was written', () => {
    const db = saved()
    expect(projectCard(db)).toMatchObject({ code: 'X', firstQuarter: quarterOf(2021, 1), illustrative: true })
    expect(settingsAsAt(db, NOW)).toEqual({ rag: { green: 90, amber: 70 }, fiscalStartMonth: 4 })
    const [v3, v1, v2] = indicatorsAsAt(db, NOW)
    expect([v1, v2, v3].map((one) => [one!.code, one!.resultCode, one!.measure])).toEqual([
      ['V1', '1', 'count'],
      ['V2', '1', 'ratio'],
      ['V3', 'I', 'milestone'],
    ])
    expect(v3!.stages).toHaveLength(2)
    expect(v1!.schemes[0]).toMatchObject({ breakdowns: ['sex', 'age'], from: quarterOf(2021, 1), to: null })
    expect(partners(db)[0]).toMatchObject({ slug: 'police', cutOffDay: 14 })
    expect(targetsAsAt(db, NOW)).toHaveLength(8)
    expect(db.$client.prepare('select count(*) from assignment').pluck().get()).toBe(5)
    expect(
      db.$client
        .prepare('select place_id, from_quarter, predecessor_place_id, predecessor_from from handover')
        .raw()
        .all(),
    ).toEqual([[1, quarterOf(2022, 1), 2, quarterOf(2021, 1)]])
    expect(db.$client.prepare('select count(*) from cell').pluck().get()).toBe(1 + 6)
    expect(db.$client.pragma('foreign_key_check')).toEqual([])
  })

  it('puts communes in their provinces, wherever they stand in the list', () => {
    const data = smallData()
    const db = emptyDb()
    saveProject(db, null, { ...data, places: [...data.places].reverse() }, NOW)
    const tree = places(db)
    const commune = tree.bySlug.get('ky-son')!
    expect(tree.byId.get(commune.parentId!)!.slug).toBe('nghe-an')
    expect(tree.byId.get(tree.rootOf(commune.id))!.slug).toBe('nghe-an')
    expect(tree.list.map(({ slug }) => slug)).toEqual(['ky-son-2025', 'ky-son', 'nghe-an'])
  })

  it('is in the trail, and leaves no summary behind that might be wrong', () => {
    const db = saved()
    expect(readTrail(db, {}, 5)).toMatchObject([{ at: NOW, by: null, verb: 'project.loaded', subjectId: 'X' }])
    expect(staleTallies(db).size).toBe(0)
  })

  it('takes no file that has a project, and leaves nothing when it fails half-way', () => {
    const db = saved()
    const before = db.$client.serialize()
    expect(saveProject(db, null, smallData(), NOW)).toBe('not-empty')
    expect(db.$client.serialize().equals(before)).toBe(true)
    const empty = emptyDb()
    const data = smallData()
    const broken = { ...data, baselines: [{ ...data.baselines[0]!, indicator: 'V9' }] }
    expect(() => saveProject(empty, null, broken, NOW)).toThrow()
    expect(projectCard(empty)).toBeNull()
    expect(empty.$client.prepare('select count(*) from place').pluck().get()).toBe(0)
  })
})
