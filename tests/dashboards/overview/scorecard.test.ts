import { describe, expect, it } from 'vitest'
import type { Here } from '../../../src/dashboards/overview/addresses.ts'
import type { Narrowing } from '../../../src/dashboards/overview/narrowing.ts'
import { panelOf } from '../../../src/dashboards/overview/panel.ts'
import {
  componentWays,
  isOfComponent,
  onlyWays,
  scorecardColumns,
  shownIn,
} from '../../../src/dashboards/overview/scorecard/scorecard.ts'
import { tileOf } from '../../../src/dashboards/overview/scorecard/tile.ts'
import { wordsFor } from '../../../src/language/words.ts'
import type { ComparedFigure } from '../../../src/targets/compared-table.ts'
import type { Progress } from '../../../src/targets/progress.ts'
import { NOT_APPLICABLE, NOT_DUE, NOT_REPORTED, reported } from '../../charts/tables.ts'
import { indicatorNamed, progress, standing } from './standings.ts'

const words = wordsFor('en')
const ALL: Narrowing = { component: null, province: null, only: null, sort: 'framework', unknown: [] }
const of = (id: number, component: string | null) => indicatorNamed(id, { component })
const here: Here = (changes) => JSON.stringify(changes)

// As the framework has them: on plan and partial, off track by little, moved by half, belonging to no component.
const all = [
  standing(of(1, 'law'), { rated: progress('green', 1), isPartial: true }),
  standing(of(2, 'law'), { rated: progress('amber', 0.8), values: [100, 90] }),
  standing(of(3, 'care'), { rated: progress('red', 0.1), values: [100, 50] }),
  standing(of(4, null)),
]
const shown = (narrowing: Partial<Narrowing>) =>
  shownIn(all, { ...ALL, ...narrowing }).map(({ indicator }) => indicator.id)

describe('the scorecard', () => {
  it.each<[string, Partial<Narrowing>, number[]]>([
    ['all, in the order of the framework', {}, [1, 2, 3, 4]],
    ['those of a component', { component: 'law' }, [1, 2]],
    ['those of none', { component: 'cross-cutting' }, [4]],
    ['those off track', { only: 'off-track' }, [2, 3]],
    ['those off track of a component', { only: 'off-track', component: 'law' }, [2]],
    ['those that rest on fewer reports', { only: 'partial' }, [1]],
    ['the furthest behind first', { sort: 'pace' }, [3, 2, 1, 4]],
    ['what moved most first', { sort: 'change' }, [3, 2, 1, 4]],
  ])('has rows of %s', (_, narrowing, ids) => {
    expect(shown(narrowing)).toEqual(ids)
    expect(all.map(({ indicator }) => indicator.id)).toEqual([1, 2, 3, 4])
  })

  it('can be narrowed to what is off track or partial, each with how many there are of the component', () => {
    const ways = (narrowing: Partial<Narrowing>) =>
      onlyWays(all, { ...ALL, ...narrowing }, here, words.t).map((way) => [way.count, way.here])
    expect(ways({})).toEqual([
      [4, true],
      [2, false],
      [1, false],
    ])
    expect(ways({ component: 'law', only: 'partial' })).toEqual([
      [2, false],
      [1, false],
      [1, true],
    ])
    expect(onlyWays(all, ALL, here, words.t).map(({ label, href }) => [label, href])).toEqual([
      ['All', '{"only":null}'],
      ['Only off track', '{"only":"off-track"}'],
      ['Only partial', '{"only":"partial"}'],
    ])
  })

  it('can be narrowed to a component where there are several', () => {
    const components = [
      { key: 'law', title: 'Law' },
      { key: 'care', title: 'Care' },
    ]
    expect(componentWays(all, components.slice(0, 1), ALL, here, words.t)).toEqual([])
    expect(componentWays(all, components, { ...ALL, component: 'care' }, here, words.t)).toEqual([
      { label: 'All', href: '{"component":null}', here: false, count: null },
      { label: 'Law', href: '{"component":"law"}', here: false, count: 2 },
      { label: 'Care', href: '{"component":"care"}', here: true, count: 1 },
    ])
    expect(componentWays(all, components, ALL, here, words.t)[0]!.here).toBe(true)
    expect(all.map((one) => isOfComponent(one, null))).toEqual([true, true, true, true])
  })

  it('is ordered by the columns that have an order, and says which it is', () => {
    const columns = scorecardColumns({ ...ALL, sort: 'pace' }, here, words.t)
    expect(columns.map((column) => [column.name, column.href, column.here])).toEqual([
      ['indicator', '{"sort":null}#scorecard', false],
      ['spark', null, false],
      ['latest', null, false],
      ['change', '{"sort":"change"}#scorecard', false],
      ['to-date', null, false],
      ['pace', '{"sort":"pace"}#scorecard', true],
    ])
  })
})

describe('the panel of a component', () => {
  const panel = (...standings: typeof all) =>
    panelOf({ key: 'law', colour: 'none', title: 'Law', href: null }, standings, words)
  const rated = (id: number, one: Progress | null) => standing(of(id, 'law'), { rated: one })
  const unrated: Progress = { ...progress('grey'), why: 'no target' }

  it('counts its own indicators by how they stand', () => {
    const { counts } = panel(...all, rated(5, null), rated(6, unrated))
    expect(counts.map(({ label, number }) => [label, number])).toEqual([
      ['On track', 1],
      ['Somewhat behind', 1],
      ['Off track', 0],
      ['No rating', 2],
    ])
  })

  it.each<[string, (Progress | null)[], string]>([
    ['all on plan', [progress('green'), progress('green'), null], 'All 2 that are rated are on plan.'],
    ['none rated', [null, unrated], 'Its 2 indicators have no rating yet.'],
    ['some behind', [progress('green'), progress('amber', 0.8)], '1 of 2 on plan; furthest behind: I1.'],
    [
      'the two furthest behind by name',
      [progress('amber', 0.8), progress('amber', 0.7), progress('red', 0.3)],
      '0 of 3 on plan; furthest behind: I2, I1.',
    ],
  ])('says in a sentence how it stands: %s', (_, given, sentence) => {
    expect(panel(...given.map((one, id) => rated(id, one))).sentence).toBe(sentence)
  })
})

describe('the tile of a province', () => {
  const own = indicatorNamed(1)
  const tile = (more: Partial<ComparedFigure>, href: string | null = '/origin') =>
    tileOf({ own, figure: reported(120), target: 100, progress: null, ...more }, 'Ha Tinh', href, words)
  const unrated = { target: null, progress: { ...progress('grey'), why: 'no target' as const } }

  it.each([
    ['green', 'A'],
    ['amber', 'B'],
    ['red', 'C'],
  ] as const)('is a letter where it is rated %s: %s, small while reports are missing', (rag, letter) => {
    const rated = progress(rag, 0.84)
    expect(tile({ progress: rated })).toMatchObject({ letter, rag, soFar: false, href: '/origin' })
    expect(tile({ progress: { ...rated, soFar: true } })).toMatchObject({ letter: letter.toLowerCase(), soFar: true })
  })

  it('says all of it in words', () => {
    expect(tile({ progress: progress('amber', 0.84) }).label).toBe('B Ha Tinh: 120 Somewhat behind 84%')
  })

  it('is the figure where nothing is rated and there is room for it', () => {
    expect(tile(unrated)).toMatchObject({ letter: '120', label: 'Ha Tinh: 120 no target' })
    expect(tile({ ...unrated, figure: reported(99_999) }).letter).toBe('99,999')
    expect(tile({ ...unrated, figure: reported(100_000) }).letter).toBe('=')
    expect(tile(unrated, null)).toMatchObject({ letter: '=', href: null })
  })

  it('is the sign of what stands in place of a figure; where nothing was due it leads nowhere', () => {
    expect(tile({ ...unrated, figure: NOT_DUE })).toMatchObject({ letter: '·', href: null })
    const missing = tile({ ...unrated, figure: NOT_REPORTED })
    expect(missing.letter).toMatch(/^[^[\]()]+$/)
    expect(missing).toMatchObject({ href: '/origin', label: expect.stringContaining('Ha Tinh: not reported') })
    expect(tile({ ...unrated, figure: NOT_APPLICABLE }).letter).not.toBe(missing.letter)
  })
})
