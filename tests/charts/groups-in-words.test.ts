import { describe, expect, it } from 'vitest'
import { firstNames, groupsText, type ToldGroup } from '../../src/charts/groups-in-words.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { wordsFor } from '../../src/language/words.ts'
import { COUNT, MILESTONE, RATIO } from './tables.ts'

const [en, vi] = [wordsFor('en'), wordsFor('vi')]

function group(name: string, value: number | null, more: Partial<Figure> & { isRest?: boolean } = {}): ToldGroup {
  const { isRest, ...rest } = more
  const state = value === null ? 'not reported' : 'reported'
  const figure: Figure = { state, value, coverage: [1, 1], flags: [], ...rest }
  return { name, shown: { kind: 'figure', figure, target: null, progress: null }, ...(isRest ? { isRest } : {}) }
}

const HIDDEN: ToldGroup = { name: 'H', shown: { kind: 'confidential' } }

describe('groups beside each other in words', () => {
  it.each<[what: string, groups: ToldGroup[], isWhole: boolean, said: string]>([
    [
      'the highest and the lowest',
      [group('A', 5), group('B', 9), group('C', 7)],
      false,
      'Highest: B, 9; lowest: A, 5.',
    ],
    [
      'who has no figure',
      [group('A', 5), group('B', 9), group('C', null)],
      false,
      'Highest: B, 9; lowest: A, 5. No figure from C.',
    ],
    ['what was not due is not missed', [group('A', 5), group('B', null, { state: 'not due' })], false, 'A: 5.'],
    ['all alike', [group('A', 5), group('B', 5)], false, 'All 5.'],
    ['none', [group('A', null)], false, 'No figure yet.'],
    ['none that is shown', [HIDDEN, group('A', null, { state: 'outside' })], false, 'Not shown: H, A.'],
    [
      'parts of a whole of which one is hidden: no share of it can be told',
      [group('A', 30), group('B', 60), HIDDEN],
      true,
      'Highest: B, 60; lowest: A, 30. Not shown: H.',
    ],
    ['no group at all', [], false, 'No figure yet.'],
    [
      'the largest parts of a whole',
      [group('A', 30), group('B', 60), group('C', 10)],
      true,
      'Most: B, 60 (60%); then A, 30.',
    ],
    [
      'of a whole that holds what is not recorded',
      [group('A', 30), group('B', 20), group('unknown', 50, { isRest: true })],
      true,
      'Most: A, 30 (30%); then B, 20.',
    ],
    ['nothing of a whole', [group('A', 0), group('B', 0)], true, 'All 0.'],
    ['values below zero', [group('A', -5), group('B', 5)], true, 'Highest: B, 5; lowest: A, -5.'],
  ])('%s', (_, groups, isWhole, said) => {
    expect(groupsText(groups, COUNT, isWhole, en).replaceAll('−', '-')).toBe(said)
  })

  it('writes shares as the indicator does', () => {
    expect(groupsText([group('A', 0.5), group('B', 0.25)], RATIO, false, en)).toBe('Highest: A, 50%; lowest: B, 25%.')
  })

  it('tells stages by who has reached which, the furthest first', () => {
    expect(groupsText([group('A', 0), group('B', 1), group('C', 1)], MILESTONE, false, en)).toBe(
      'Issued: B, C; Draft: A.',
    )
  })

  it('names the first of many', () => {
    const many = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ name }))
    expect([firstNames(many, en), firstNames(many.slice(0, 3), en)]).toEqual(['A, B, C and 2 more', 'A, B, C'])
  })

  it('says it in Vietnamese', () => {
    expect(groupsText([group('A', 1500), group('B', 9), group('C', null)], COUNT, false, vi)).toBe(
      'Cao nhất: A, 1.500; thấp nhất: B, 9. Không có số liệu: C.',
    )
  })
})
