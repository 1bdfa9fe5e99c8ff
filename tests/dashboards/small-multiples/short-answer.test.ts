import { describe, expect, it } from 'vitest'
import type { Panel } from '../../../src/dashboards/overview/panel.ts'
import type { IndicatorStanding } from '../../../src/dashboards/overview/standing.ts'
import { shortAnswer } from '../../../src/dashboards/small-multiples/short-answer.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { indicatorNamed, progress, Q3, Q4, standing } from '../overview/standings.ts'

const words = wordsFor('en')
const ask = (standings: readonly IndicatorStanding[], panels: readonly Pick<Panel, 'counts'>[] = [], quarter = Q4) =>
  shortAnswer(standings, panels, quarter, words)
const of = (id: number, rag: 'red' | 'amber' | 'green' | null, came = true) =>
  standing(indicatorNamed(id), {
    rated: rag && progress(rag, id / 10),
    values: [1, came ? 1 : null],
  })

describe('the short answer of a page of pictures', () => {
  it.each<[string, Parameters<typeof of>[1][], string]>([
    ['has nothing to say of nothing', [], words.t('charts:nothing')],
    ['says that none is rated', [null, null], words.t('charts:answer.unrated', { count: 2 })],
    ['says that all are on plan, of those that are rated', ['green', null], words.t('charts:answer.all', { count: 1 })],
    ['says how many are', ['green', 'amber', 'red', null], words.t('charts:answer.some', { k: 1, n: 3 })],
  ])('%s', (_, rags, sentence) => {
    expect(ask(rags.map((rag, nth) => of(nth + 1, rag))).sentence).toBe(sentence)
  })

  it('names what is furthest behind, worst first, with its per cent and the way to its picture', () => {
    const { worst } = ask([of(8, 'amber'), of(9, 'green'), of(2, 'red')])
    expect(worst).toEqual({
      label: words.t('charts:answer.worst'),
      items: [
        { code: 'I2', name: 'Name of I2', href: '#picture-I2', detail: '20%' },
        { code: 'I8', name: 'Name of I8', href: '#picture-I8', detail: '80%' },
      ],
      more: '',
    })
    expect(ask([of(9, 'green')]).worst).toBeNull()
  })

  it('of a stage, which has no per cent, says how it stands', () => {
    const stage = standing(indicatorNamed(1), { rated: progress('red') })
    expect(ask([stage]).worst!.items.map(({ detail }) => detail)).toEqual([words.t('figures:rag.red')])
  })

  it('names four, and how many more there are', () => {
    const behind = (count: number) => ask(Array.from({ length: count }, (_, nth) => of(nth + 1, 'red'))).worst!
    expect([behind(4).items.length, behind(4).more]).toEqual([4, ''])
    expect([behind(5).items.length, behind(5).more]).toEqual([4, words.t('charts:answer.more', { count: 1 })])
  })

  it('names what was due for the quarter and has not all come; what was due for another is not missing in it', () => {
    const all = [of(1, null), of(2, null, false)]
    expect(ask(all).missing).toMatchObject({
      label: words.t('charts:answer.missing', { quarter: 'Q4 2021' }),
      items: [{ code: 'I2', detail: '' }],
    })
    expect(ask(all, [], Q3).missing).toBeNull()
  })

  it('adds up what its components count', () => {
    const counts = (green: number, red: number) => ({
      counts: [
        { tone: 'good', label: 'On track', number: green },
        { tone: 'bad', label: 'Off track', number: red },
      ],
    })
    const panels = [counts(2, 1), counts(3, 0)] as unknown as Pick<Panel, 'counts'>[]
    expect(ask([], panels).counts).toEqual([
      { tone: 'good', label: 'On track', number: 5 },
      { tone: 'bad', label: 'Off track', number: 1 },
    ])
    expect([ask([]).counts, ask([]).shares]).toEqual([[], null])
  })
})
