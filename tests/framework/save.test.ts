import { describe, expect, it } from 'vitest'
import { quarterCode, quarterOf } from '../../src/calendar/quarter.ts'
import { staleTallies } from '../../src/figures/tally/store.ts'
import type { ChangeRow } from '../../src/framework/lists/changes.ts'
import type { ProjectData } from '../../src/framework/project-data.ts'
import { readProject } from '../../src/framework/read.ts'
import { saveProject } from '../../src/framework/save.ts'
import { breakdownIn } from '../../src/indicators/breakdown.ts'
import { breakdowns } from '../../src/indicators/breakdown-store.ts'
import { historiesAsAt, indicatorsAsAt } from '../../src/indicators/store.ts'
import { partners } from '../../src/partners/store.ts'
import { places } from '../../src/places/store.ts'
import { projectCard } from '../../src/project/store.ts'
import { settingsAsAt } from '../../src/settings/store.ts'
import { targetsAsAt } from '../../src/targets/store.ts'
import { readTrail } from '../../src/trail/store.ts'
import { emptyDb } from '../support/database.ts'
import { small, smallData, texts } from './small.ts'

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
    expect(settingsAsAt(db, NOW)).toEqual({ rag: { green: 90, amber: 70 }, fiscalStartMonth: 4, contact: null })
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

  it('does what has been changed since, in order, each known from its day; and nothing at all where one is refused', () => {
    const read = (changes: object[]) => (readProject(texts({ ...small(), changes })) as { data: ProjectData }).data
    const known = '2022-01-10'
    const both = (text: string) => ({ vi: text, en: text })
    const changes = [
      {
        change: 'redefine',
        indicator: 'V1',
        known,
        from: '2022-Q1',
        set: { overTime: 'latest', sdg: ['5.2'], gcm: [] },
      },
      { change: 'redefine', indicator: 'V2', known, from: '2022-Q1', to: '2022-Q2', set: { means: both('Sổ mới') } },
      { change: 'retire', indicator: 'V3', known, last: '2022-Q2' },
      { change: 'split', indicator: 'V1', known, from: '2022-Q1', breakdowns: ['sex'] },
      {
        change: 'list-category',
        breakdown: 'sex',
        category: 'intersex',
        known,
        from: '2022-Q1',
        name: both('Liên giới tính'),
      },
      { change: 'end-category', breakdown: 'age', category: 'not-recorded', known, last: '2022-Q1' },
    ]
    const db = emptyDb()
    expect(saveProject(db, null, read(changes), NOW)).toBe('saved')
    const told = (asAt?: number) =>
      historiesAsAt(db, asAt).map(({ code, definitions }) => [
        code,
        ...definitions.map(({ from, to, overTime, meansOfVerification, tags }) =>
          [quarterCode(from), to && quarterCode(to), overTime, meansOfVerification.vi, tags.sdg.join()].join(' '),
        ),
      ])
    expect(told()).toEqual([
      ['V3', '1990-Q1 2022-Q2 sum Sổ sách 16.2'],
      ['V1', '1990-Q1 2021-Q4 sum Sổ sách 16.2', '2022-Q1  latest Sổ sách 5.2'],
      ['V2', '1990-Q1 2021-Q4 sum Sổ sách 16.2', '2022-Q1 2022-Q2 sum Sổ mới 16.2', '2022-Q3  sum Sổ sách 16.2'],
    ])
    expect(told(Date.parse('2021-12-31')).every((one) => one.length === 2)).toBe(true)
    expect(indicatorsAsAt(db)[1]!.schemes.map(({ breakdowns }) => breakdowns)).toEqual([['sex', 'age'], ['sex']])
    const [sex, age] = breakdowns(db)
    expect(sex!.categories.map(({ code }) => code)).toEqual(['male', 'female', 'intersex', 'not-recorded'])
    expect(breakdownIn(age!, quarterOf(2022, 2)).categories.map(({ code }) => code)).toEqual(['under-18'])
    const empty = emptyDb()
    const [first] = read([changes[0]!]).changes
    const ninth: ChangeRow = { change: 'retire', indicator: 'V9', known: NOW, last: quarterOf(2022, 2) }
    const refused = { ...smallData(), changes: [first!, ninth] }
    expect(saveProject(empty, null, refused, NOW)).toEqual({
      refused: { code: 'unknown-indicator', what: 'V9' },
      row: 2,
    })
    expect(projectCard(empty)).toBeNull()
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
