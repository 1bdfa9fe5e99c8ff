import { describe, expect, it } from 'vitest'
import { declareRelation } from '../../src/framework/relations/declare-relation.ts'
import { endRelation } from '../../src/framework/relations/end-relation.ts'
import { loadRelations } from '../../src/framework/relations/relations-load.ts'
import { baseRelations } from '../../src/indicators/relations/relation-store.ts'
import { linesIn } from '../../src/language/terminal.ts'
import { relationsCommand } from '../../src/relations-command.ts'
import { LANGUAGES } from '../../src/vocabulary/language.ts'
import { World } from '../support/world.ts'
import { problemsAfter } from './small.ts'

const QUARTERS = ['2020-Q1', '2020-Q2', '2020-Q3', '2020-Q4', '2021-Q1', '2021-Q2']

/** A ratio whose denominators are the counts of another indicator, in two places; `but` is what one of them is instead. */
function related(but?: number): World {
  const world = new World('2020-Q1').place('ha').place('no')
  world
    .indicator('R', { rules: ['ratio', 'sum', 'sum'], sensitivity: 2 })
    .indicator('C', { rules: ['count', 'sum', 'sum'], sensitivity: 2 })
  for (const place of ['ha', 'no']) {
    world.assign('R', place, 'x', '2020-Q1').assign('C', place, 'x', '2020-Q1')
    for (const [nth, quarter] of QUARTERS.entries()) {
      const count = 7 + nth
      const isOther = but !== undefined && place === 'no' && quarter === '2020-Q3'
      world.fact(['C', place, quarter, 'x'], count).fact(['R', place, quarter, 'x'], [3, isOther ? but : count])
    }
  }
  return world
}

describe('a relation between indicators', () => {
  it('is suggested, declared as of an instant, and ended', () => {
    const { db } = related()
    expect(loadRelations(db)).toEqual({ declared: [], suggested: [{ indicator: 'R', counted: 'C', alike: 12 }] })
    const relation = { indicator: 'R', counted: 'C' }
    expect(declareRelation(db, null, relation, 5000)).toEqual({ declared: relation, alike: 12 })
    expect(loadRelations(db)).toEqual({ declared: [relation], suggested: [] })
    expect(declareRelation(db, null, relation, 5001)).toEqual({ refused: 'declared' })
    expect(endRelation(db, null, 'R', 6000)).toBe(true)
    expect(endRelation(db, null, 'R', 6001)).toBe(false)
    expect([4999, 5000, 5999, 6000].map((at) => baseRelations(db, at).length)).toEqual([0, 1, 1, 0])
    const told = db.$client.prepare('select verb, subject_id, detail from trail order by id').all()
    expect(told).toMatchObject([
      { verb: 'indicator.related', subject_id: 'R', detail: '{"base":"C","alike":12}' },
      { verb: 'indicator.unrelated', subject_id: 'R', detail: '{}' },
    ])
  })

  it('is refused where it is not so, naming place and quarter, and what to do', async () => {
    const { db } = related(8)
    expect(loadRelations(db).suggested).toEqual([])
    const { done, lines: said } = await relationsCommand(db, ['R', 'C'])
    const lines = linesIn(LANGUAGES, said)
    expect(done).toBe(false)
    expect(lines[0]).toMatch(/^Chưa khai báo: .* no, Quý III\/2020\. Vui lòng/)
    expect(lines[1]).toMatch(/^Not declared: .* no, Q3 2020\. Have the one or the other corrected/)
    expect(baseRelations(db)).toEqual([])
  })

  it('is refused between what cannot be related, or cannot be checked', () => {
    const world = related().indicator('D', { rules: ['count', 'sum', 'sum'], sensitivity: 2 })
    const refusal = (indicator: string, counted: string) => declareRelation(world.db, null, { indicator, counted }, 1)
    expect(refusal('R', 'Z')).toEqual({ refused: 'unknown' })
    expect(refusal('R', 'R')).toEqual({ refused: 'unknown' })
    expect(refusal('C', 'D')).toEqual({ refused: 'no-base' })
    expect(refusal('R', 'D')).toEqual({ refused: 'never-together' })
  })

  it('is append-only, and one at a time', () => {
    const { db } = related()
    declareRelation(db, null, { indicator: 'R', counted: 'C' }, 5000)
    expect(() => db.$client.prepare('delete from base_relation').run()).toThrow()
    expect(() => db.$client.prepare('update base_relation set known_from = 1').run()).toThrow()
    expect(() =>
      db.$client
        .prepare('insert into base_relation select indicator_id, counted_id, 5500, null from base_relation')
        .run(),
    ).toThrow()
  })

  it('of a project as data is between indicators that are there and can be related', () => {
    const found = problemsAfter((project) => {
      project.relations.push({ indicator: 'nobody', counted: 'nothing' })
      const [first] = project.indicators
      project.relations.push({ indicator: first!.code, counted: first!.code })
    })
    expect(found.map(({ list, row, field, code }) => `${list} ${row} ${field}: ${code}`)).toEqual([
      'relations 1 indicator: unknown',
      'relations 1 counted: unknown',
      'relations 2 counted: to-itself',
    ])
  })
})
