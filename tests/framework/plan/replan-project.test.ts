import { describe, expect, it } from 'vitest'
import { quarterCode } from '../../../src/calendar/quarter.ts'
import { auditFigures } from '../../../src/figures/audit/audit-figures.ts'
import { refusalText } from '../../../src/framework/definitions/refusal.ts'
import { replanProject } from '../../../src/framework/plan/replan-project.ts'
import { wordsFor } from '../../../src/language/words.ts'
import type { Phase } from '../../../src/project/phase.ts'
import type { Replanning, ReplanningRefusal } from '../../../src/project/replanning.ts'
import { projectCard } from '../../../src/project/store.ts'
import { targetsAsAt } from '../../../src/targets/store.ts'
import { readTrail } from '../../../src/trail/store.ts'
import { NOW, q, World } from '../../support/world.ts'

const MARCH = Date.parse('2022-03-01T09:00:00+07:00')

const phase = (code: string, from: string, to: string): Phase => ({
  ...{ code, name: { vi: `Giai đoạn ${code}`, en: `Phase ${code}` } },
  ...{ from: q(from), to: q(to) },
})
const ONE = phase('one', '2020-Q1', '2021-Q4')
const TWO = phase('two', '2024-Q1', '2025-Q4')

/** From 2020 to 2021, with a target for its life and one for its phase; reported in each quarter of it. */
function project(): World {
  const world = new World('2020-Q1').lasts('2020-Q1', '2021-Q4', 1).phase('one', '2020-Q1', '2021-Q4', 1)
  world.place('HP').indicator('A').assign('A', 'HP', 'union', '2020-Q1')
  for (const quarter of ['2020-Q1', '2021-Q4']) world.fact(['A', 'HP', quarter, 'union'], 5)
  const id = world.id('indicator A')
  const set = 'insert into target (indicator_id, kind, phase, from_quarter, to_quarter, value, valid_from) values'
  world.run(`${set} (?, 'project', null, ?, ?, 100, 10)`, id, q('2020-Q1'), q('2021-Q4'))
  world.run(`${set} (?, 'phase', 'one', ?, ?, 100, 10)`, id, q('2020-Q1'), q('2021-Q4'))
  world.run(`${set} (?, 'year', null, ?, ?, 50, 10)`, id, q('2021-Q1'), q('2021-Q4'))
  return world
}

const replan = (world: World, given: Replanning) => replanProject(world.db, null, given, MARCH)
const targetsOf = (world: World, at: number) =>
  targetsAsAt(world.db, at).map(({ kind, phase, from, to }) => [
    kind,
    phase ?? null,
    quarterCode(from),
    quarterCode(to),
  ])

describe('the project is planned anew', () => {
  it('goes on in a second phase after a pause: nothing is due in it, and nothing of before is another', () => {
    const world = project()
    const at = (quarter: string, asAt?: number) => world.figure('A', '*', quarter, quarter, asAt ? { asAt } : {}).state
    expect(at('2024-Q1')).toBe('not due')
    expect(replan(world, { last: q('2025-Q4'), phases: [ONE, TWO] })).toBeNull()
    expect(['2021-Q3', '2022-Q1', '2024-Q1'].map((quarter) => at(quarter))).toEqual([
      'not reported',
      'not due',
      'not reported',
    ])
    expect(at('2024-Q1', MARCH - 1)).toBe('not due')
    expect(projectCard(world.db)).toMatchObject({ lastQuarter: q('2025-Q4'), phases: [ONE, TWO] })
    expect(projectCard(world.db, MARCH - 1)).toMatchObject({ lastQuarter: q('2021-Q4'), phases: [ONE] })
    expect(readTrail(world.db, {}, 1)[0]).toMatchObject({
      verb: 'project.replanned',
      detail: { first: '2020-Q1', last: '2025-Q4', phases: [{ code: 'one', last: '2021-Q4' }, { code: 'two' }] },
    })
    expect(auditFigures(world.db, NOW).differences.map(String)).toEqual([])
  })

  it('takes the targets for its life, and for the life of a phase, along; those of years stay', () => {
    const world = project()
    expect(replan(world, { last: q('2022-Q2'), phases: [phase('one', '2020-Q1', '2022-Q2')] })).toBeNull()
    expect(targetsOf(world, MARCH)).toEqual([
      ['phase', 'one', '2020-Q1', '2022-Q2'],
      ['project', null, '2020-Q1', '2022-Q2'],
      ['year', null, '2021-Q1', '2021-Q4'],
    ])
    expect(targetsOf(world, MARCH - 1).map((row) => row[3])).toEqual(['2021-Q4', '2021-Q4', '2021-Q4'])
    // A phase that is no more has no target; the project's stays as it is.
    expect(replan(world, { phases: [] })).toBeNull()
    expect(targetsOf(world, MARCH + 10).map(([kind]) => kind)).toEqual(['project', 'year'])
    expect(projectCard(world.db)!.phases).toEqual([])
  })

  it('has a phase of another name, which is all that changes', () => {
    const world = project()
    const before = targetsOf(world, NOW)
    expect(replan(world, { phases: [{ ...ONE, name: { vi: 'Một', en: 'First' } }] })).toBeNull()
    expect([projectCard(world.db)!.phases[0]!.name.en, projectCard(world.db, MARCH - 1)!.phases[0]!.name.en]).toEqual([
      'First',
      'Phase one',
    ])
    expect(targetsOf(world, NOW)).toEqual(before)
  })
})

describe('the project stays as it was planned', () => {
  const surveyed = (world: World) =>
    world.indicator('S', { frequency: 'survey', rounds: ['2021-Q4'] }) &&
    replan(world, { last: q('2021-Q3'), phases: [] })
  it.each<[string, (world: World) => ReplanningRefusal | null, ReplanningRefusal, RegExp]>([
    ['when it is said so', (w) => replan(w, { phases: [ONE] }), { code: 'unchanged', what: 'P' }, /planned so already/],
    [
      'when it would end before it begins',
      (w) => replan(w, { last: q('2019-Q4') }),
      { code: 'ends-first', what: 'P' },
      /“P” would end before it begins/,
    ],
    [
      'when a phase would',
      (w) => replan(w, { phases: [phase('one', '2021-Q1', '2020-Q4')] }),
      { code: 'ends-first', what: 'one' },
      /“one” would end/,
    ],
    [
      'when a phase lies outside',
      (w) => replan(w, { phases: [ONE, TWO] }),
      { code: 'phase-outside', what: 'two' },
      /outside/,
    ],
    [
      'when a phase begins before it',
      (w) => replan(w, { phases: [phase('one', '2019-Q4', '2020-Q4')] }),
      { code: 'phase-outside', what: 'one' },
      /outside/,
    ],
    [
      'when two phases run at once',
      (w) => replan(w, { phases: [phase('b', '2021-Q4', '2021-Q4'), ONE] }),
      { code: 'phases-overlap', what: 'b' },
      /at the same time as another/,
    ],
    [
      'when two have one code',
      (w) => replan(w, { phases: [phase('b', '2020-Q1', '2020-Q4'), phase('b', '2021-Q1', '2021-Q4')] }),
      { code: 'phases-overlap', what: 'b' },
      /has its code/,
    ],
    [
      'when values have been given after its end',
      (w) => replan(w, { last: q('2021-Q3'), phases: [] }),
      { code: 'has-reported', what: 'P', quarter: q('2021-Q4') },
      /Values of Q4 2021 have been given/,
    ],
    [
      'when values have been given before its beginning',
      (w) => replan(w, { first: q('2020-Q2'), phases: [] }),
      { code: 'has-reported', what: 'P', quarter: q('2020-Q1') },
      /Values of Q1 2020/,
    ],
    [
      'when a survey round would reach over its end',
      (w) => {
        w.run('update fact set approved_to = 2 where quarter = ?', q('2021-Q4'))
        return surveyed(w)
      },
      { code: 'cuts-round', what: 'S', quarter: q('2021-Q4') },
      /survey round of S goes to Q4 2021/,
    ],
  ])('%s', (_, attempt, refused, sentence) => {
    const world = project()
    const before = projectCard(world.db)
    const found = attempt(world)
    expect(found).toEqual(refused)
    const [vi, en] = (['vi', 'en'] as const).map((one) => refusalText({ about: 'project', ...found! }, wordsFor(one)))
    expect(en).toMatch(sentence)
    expect(vi).not.toBe(en)
    expect([projectCard(world.db), readTrail(world.db, {}, 5)]).toEqual([before, []])
  })

  it('where there is none', () => {
    expect(replanProject(new World(null).db, null, {}, MARCH)).toEqual({ code: 'no-project', what: '' })
  })
})
