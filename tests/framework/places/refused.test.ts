import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../../src/language/words.ts'
import type { PlaceRefusal } from '../../../src/places/place-change.ts'
import { readTrail } from '../../../src/trail/store.ts'
import { q, type World } from '../../support/world.ts'
import { change, MERGED, provinces } from './given.ts'

describe('a place stays as it is', () => {
  const words = { vi: wordsFor('vi'), en: wordsFor('en') }
  const merged = (world: World) => change(world, 'HP', MERGED)
  it.each<[string, (world: World) => PlaceRefusal | null, PlaceRefusal, RegExp]>([
    ['that is none', (w) => change(w, 'HN', {}), { code: 'unknown', what: 'HN' }, /There is no place “HN”/],
    ['said as it is', (w) => change(w, 'HP', { lastDay: null }), { code: 'unchanged', what: 'HP' }, /so already/],
    [
      'an end before the beginning',
      (w) => change(w, 'new', { lastDay: '2025-06-30' }),
      { code: 'ends-first', what: 'new' },
      /end before it begins/,
    ],
    [
      'values after the end',
      (w) => change(w, 'HP', { lastDay: '2024-12-31' }),
      { code: 'has-reported', what: 'HP', quarter: q('2025-Q1') },
      /Values of Q1 2025 have been given for “HP”/,
    ],
    [
      'a draft after the end',
      (w) => {
        w.submission(['QN', '2025-Q2', 'union'], { stock: 4 }, 'draft')
        return change(w, 'QN', { lastDay: '2025-03-31' })
      },
      { code: 'has-reported', what: 'QN', quarter: q('2025-Q2') },
      /Values of Q2 2025/,
    ],
    [
      'a province in a province',
      (w) => change(w, 'HP', { parent: 'QN' }),
      { code: 'no-parent', what: 'HP' },
      /no commune/,
    ],
    [
      'a commune in a commune',
      (w) => change(w, 'HP-1', { parent: 'HP-1' }),
      { code: 'unknown-parent', what: 'HP-1' },
      /no place that another one can lie in/,
    ],
    [
      'that goes on and becomes',
      (w) => change(w, 'HP', { became: ['new'] }),
      { code: 'goes-on', what: 'HP' },
      /does not end/,
    ],
    [
      'that becomes what is not',
      (w) => change(w, 'HP', { ...MERGED, became: ['XX'] }),
      { code: 'unknown-heir', what: 'XX' },
      /no place “XX” to become/,
    ],
    [
      'that becomes itself',
      (w) => change(w, 'HP', { ...MERGED, became: ['HP'] }),
      { code: 'to-itself', what: 'HP' },
      /itself/,
    ],
    [
      'that becomes what it was',
      (w) => merged(w) ?? change(w, 'new', { lastDay: '2025-12-31', became: ['HP'] }),
      { code: 'circle', what: 'HP' },
      /was once this place/,
    ],
    [
      'that becomes what has ended',
      (w) => merged(w) ?? change(w, 'QN', { lastDay: '2025-12-31', became: ['HP'] }),
      { code: 'heir-not-there', what: 'HP' },
      /does not exist on that day/,
    ],
    [
      'whose code has been given to another',
      (w) => {
        w.place('old', { to: '2025-07-01' })
        const code = w.run("insert into place (slug, code, level, position) values ('other', 'old', 'province', 1)")
        w.run("insert into place_definition values (?, null, '', '', '2025-07-01', null, 0, null)", code)
        return change(w, 'old', { lastDay: null })
      },
      { code: 'code-taken', what: 'old' },
      /official code of “old”/,
    ],
  ])('%s', (_, attempt, refused, sentence) => {
    const world = provinces()
    const found = attempt(world)
    expect(found).toEqual(refused)
    const said = (['vi', 'en'] as const).map((language) => {
      const quarter =
        found!.quarter === undefined
          ? ''
          : language === 'vi'
            ? 'Quý'
            : found!.quarter === q('2025-Q1')
              ? 'Q1 2025'
              : 'Q2 2025'
      return words[language].t(`indicators:refused-place.${found!.code}`, { what: found!.what, quarter })
    })
    expect(said[1]).toMatch(sentence)
    expect(said[0]).not.toBe(said[1])
    expect(
      readTrail(world.db, {}, 5).filter(({ subjectId }) => subjectId === refused.what && refused.what !== 'HP'),
    ).toEqual([])
  })
})
