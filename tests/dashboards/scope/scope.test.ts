import { describe, expect, it } from 'vitest'
import type { PageState } from '../../../src/dashboards/page-state.ts'
import { scopeFields, scopeLabels } from '../../../src/dashboards/scope/fields.ts'
import {
  askedScope,
  hasTargets,
  isTagged,
  readScope,
  type Scope,
  scopeName,
  tagsOf,
  writeScope,
} from '../../../src/dashboards/scope/scope.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { placeNamed } from '../../partners/reporters.ts'
import { EVERYTHING } from './everything.ts'

const [north, south, east] = [placeNamed(1, 'North'), placeNamed(2, 'South'), placeNamed(3, 'East')]
const union = { id: 7, slug: 'union', name: { vi: 'Hội', en: 'Union' } }
const office = { id: 8, slug: 'office', name: { vi: 'Sở', en: 'Office' } }
const offered = { areas: [north, south, east], partners: [union, office], sdg: ['5.2', '16.2'], gcm: ['7', '10'] }
const read = (query: Record<string, unknown>, becameOf?: (slug: string) => string[], atOnce?: number) =>
  readScope(askedScope(query), offered, becameOf, atOnce)

describe('of whom, and of which indicators, an address asks for figures', () => {
  it('is everything where nothing is asked, or nothing is written', () => {
    for (const query of [{}, { province: '', partner: '', sdg: '', gcm: [''] }])
      expect(read(query)).toEqual({ scope: EVERYTHING, wrong: [] })
    expect(writeScope(EVERYTHING)).toEqual({})
  })

  it('is written again as it was read: areas as a form ticks them, or in one text, in their own order', () => {
    const asked = { province: ['south', 'north'], partner: 'union', sdg: '16.2', gcm: '10' }
    const { scope, wrong } = read(asked)
    expect([scope.areas, scope.partner, scope.sdg, scope.gcm, wrong]).toEqual([[north, south], union, '16.2', '10', []])
    expect(writeScope(scope)).toEqual({ province: 'north,south', partner: 'union', sdg: '16.2', gcm: '10' })
    expect(read(writeScope(scope))).toEqual({ scope, wrong: [] })
  })

  it('names what is not there, and keeps what is', () => {
    const { scope, wrong } = read({ province: `north,${'x'.repeat(50)}`, partner: 'nobody', sdg: '99.9', gcm: 'ten' })
    expect(writeScope(scope)).toEqual({ province: 'north' })
    expect(wrong).toEqual([
      { name: 'province', value: 'x'.repeat(40), why: 'not-offered' },
      { name: 'partner', value: 'nobody', why: 'not-offered' },
      { name: 'sdg', value: '99.9', why: 'not-offered' },
      { name: 'gcm', value: 'ten', why: 'not-offered' },
    ])
  })

  it('leads from an area that was merged away to what became of it', () => {
    const becameOf = (slug: string) => (slug === 'west' ? ['south'] : [])
    expect(read({ province: 'west,north' }, becameOf).scope.areas).toEqual([north, south])
    expect(read({ province: 'west,north' }, becameOf).wrong).toEqual([])
  })

  it('is of one at a time where they can’t be read as one', () => {
    const { scope, wrong } = read({ province: 'south,east' }, undefined, 1)
    expect(scope.areas).toEqual([south])
    expect(wrong.map(({ value }) => value)).toEqual(['east'])
  })
})

describe('whose figures they are', () => {
  const named = (scope: Partial<Scope>) => scopeName({ ...EVERYTHING, ...scope })?.en ?? null
  it('is said by the names of areas and partner; nothing where it is the whole project', () => {
    expect(named({ sdg: '5.2' })).toBeNull()
    expect(named({ areas: [north, south] })).toBe('North, South')
    expect(named({ partner: union })).toBe('Union')
    expect(named({ areas: [south], partner: union })).toBe('South · Union')
  })

  it('has targets where it is the project or one area, whoever reports', () => {
    const has = (scope: Partial<Scope>) => hasTargets({ ...EVERYTHING, ...scope })
    expect([has({}), has({ areas: [north] }), has({ gcm: '7' })]).toEqual([true, true, true])
    expect([has({ areas: [north, south] }), has({ partner: union }), has({ areas: [north], partner: union })]).toEqual([
      false,
      false,
      false,
    ])
  })
})

describe('tags of indicators', () => {
  const [one, two] = [{ tags: { sdg: ['16.2.2', '5.2'], gcm: [10] } }, { tags: { sdg: ['8.7'], gcm: [7, 10] } }]
  it('are listed as targets and objectives, each once, in the order of their numbers', () => {
    expect(tagsOf([one, two])).toEqual({ sdg: ['5.2', '8.7', '16.2'], gcm: ['7', '10'] })
  })

  it('are those of an indicator, or of the target that it belongs to', () => {
    const both = (narrowed: Partial<Scope>) => [one, two].map((of) => isTagged(of, { ...EVERYTHING, ...narrowed }))
    expect(both({})).toEqual([true, true])
    expect(both({ sdg: '16.2' })).toEqual([true, false])
    expect(both({ gcm: '10' })).toEqual([true, true])
    expect(both({ sdg: '8.7', gcm: '7' })).toEqual([false, true])
    expect(both({ sdg: '5.2', gcm: '7' })).toEqual([false, false])
  })
})

describe('the fields by which a page is narrowed', () => {
  const state = (scope: Partial<Scope>, more: Partial<PageState['offered']> = {}) =>
    ({
      words: wordsFor('en', PILOT_TERMS),
      scope: { ...EVERYTHING, ...scope },
      offered: { ...offered, ...more },
    }) as unknown as PageState
  const chosen = { areas: [north, south], partner: union, sdg: '5.2', gcm: null }

  it('tick areas and choose partner and tags; what a page is not narrowed by is handed on', () => {
    const all = scopeFields(state(chosen), ['areas', 'partner', 'tags'])
    expect(all.checks[0]!.options.map(({ checked }) => checked)).toEqual([true, true, false])
    expect(all.selects.map(({ name, chosen }) => [name, chosen])).toEqual([
      ['partner', 'union'],
      ['sdg', '5.2'],
      ['gcm', ''],
    ])
    expect(all.hidden).toEqual({})
    const some = scopeFields(state(chosen), ['partner'])
    expect([some.checks, some.selects.length, some.hidden]).toEqual([[], 1, { province: 'north,south', sdg: '5.2' }])
  })

  it('are not there where there is nothing to choose', () => {
    const { checks, selects } = scopeFields(state({}, { areas: [north], partners: [union], sdg: [], gcm: ['7'] }), [
      'areas',
      'partner',
      'tags',
    ])
    expect([checks, selects]).toEqual([[], []])
  })

  it('stand as chips, each area with the way to the others', () => {
    expect(scopeLabels(state(chosen), ['areas', 'partner', 'tags'])).toEqual([
      { name: 'province', label: 'North', without: 'south' },
      { name: 'province', label: 'South', without: 'north' },
      { name: 'partner', label: 'Union', without: null },
      { name: 'sdg', label: 'SDG 5.2', without: null },
    ])
    expect(scopeLabels(state({ areas: [east], gcm: '7' }), ['areas'])).toEqual([
      { name: 'province', label: 'East', without: null },
    ])
  })
})
