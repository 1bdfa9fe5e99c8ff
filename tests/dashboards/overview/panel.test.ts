import { describe, expect, it } from 'vitest'
import { panelOf } from '../../../src/dashboards/overview/panel.ts'
import type { IndicatorStanding } from '../../../src/dashboards/overview/standing.ts'
import { wordsFor } from '../../../src/language/words.ts'
import type { Progress } from '../../../src/targets/progress.ts'
import { indicatorNamed, progress, standing } from './standings.ts'

const words = wordsFor('en')
describe('the panel of a component', () => {
  const panel = (...standings: IndicatorStanding[]) =>
    panelOf({ key: 'law', colour: 'none', title: 'Law', href: null }, standings, words)
  const rated = (id: number, one: Progress | null) => standing(indicatorNamed(id, { component: 'law' }), { rated: one })
  const unrated: Progress = { ...progress('grey'), why: 'no target' }

  it('counts its own indicators by how they stand', () => {
    const { counts } = panel(
      rated(1, progress('green', 1)),
      rated(2, progress('amber', 0.8)),
      standing(indicatorNamed(3, { component: 'care' }), { rated: progress('red', 0.1) }),
      standing(indicatorNamed(4, { component: null })),
      rated(5, null),
      rated(6, unrated),
    )
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
