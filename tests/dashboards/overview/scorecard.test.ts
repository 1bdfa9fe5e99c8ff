import { describe, expect, it } from 'vitest'
import type { Here } from '../../../src/dashboards/overview/addresses.ts'
import type { Narrowing } from '../../../src/dashboards/overview/narrowing.ts'
import {
  componentWays,
  isOfComponent,
  onlyWays,
  scorecardColumns,
  shownIn,
} from '../../../src/dashboards/overview/scorecard/scorecard.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { indicatorNamed, progress, standing } from './standings.ts'

const words = wordsFor('en')
const ALL: Narrowing = { component: null, only: null, sort: 'framework', unknown: [] }
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
