import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import { wordsFor } from '../../../src/language/words.ts'
import type { DeviationTexts } from '../../../src/releases/deviations/deviation.ts'
import { type AskedDeviation, deviationField, readDeviations } from '../../../src/releases/deviations/form.ts'
import { deviationsModel, type LoadedDeviations } from '../../../src/releases/deviations/page.ts'
import type { Explanation } from '../../../src/releases/explanations/explanation.ts'
import type { LayoutInWords } from '../../../src/releases/wording/in-layout.ts'
import type { ReleaseLanguage } from '../../../src/vocabulary/release.ts'

const ASKED: AskedDeviation[] = [
  { indicator: 'P1', kind: 'behind', rag: 'red', percent: 25, sensitive: false, aboutPeople: false },
  { indicator: 'V3', kind: 'above', rag: 'green', percent: 141.2, sensitive: true, aboutPeople: true },
]
const comment = (id: number, indicator: string, text: string): Explanation => ({
  ...{ id, indicator, text, sensitive: false, aboutPeople: false, role: 'partner', quarter: quarterOf(2021, 3) },
  ...{ partner: { vi: 'Hội', en: 'Union' }, place: { vi: 'Hà Tĩnh', en: 'Ha Tinh' } },
})
const texts = (given: Record<string, [string | null, string | null]>): DeviationTexts =>
  new Map(Object.entries(given).map(([code, [vi, en]]) => [code, { vi, en }]))
const loaded = (more: Partial<LoadedDeviations> = {}): LoadedDeviations => ({
  ...{ asked: ASKED, texts: texts({}), confirmed: new Set(), comments: [] },
  ...{ rule: { below: 'amber', above: 120 }, thresholds: { green: 90, amber: 70 } },
  names: new Map([['P1', { vi: 'Buổi', en: 'Sessions' }]]),
  ...more,
})
/** A tracking table with words of ratings, and one without. */
const tracking = (...columns: LayoutInWords['columns']): LayoutInWords => ({
  ...{
    sheets: [{ is: 'tracking', name: null }],
    columns: [{ is: 'explanation', name: null }, ...columns],
    language: 'en',
  },
})
const [RATED, UNRATED] = [tracking({ is: 'rag', name: null }), tracking()]
const model = (
  more: Partial<LoadedDeviations> = {},
  sent: object | null = null,
  language: ReleaseLanguage = 'en',
  layout = RATED,
) => {
  const all = loaded(more)
  const read = sent && readDeviations(sent, all.asked, all.texts, language)
  return deviationsModel(all, { release: { language }, layout }, read, wordsFor('en'))
}
const [P1, V3] = ['P1', 'V3'].map((indicator) => deviationField('text', 'en', { indicator }))

describe('the fields in which deviations are explained', () => {
  it('say from where on a figure is asked about, of each what it is and why', () => {
    const { lead, placed, items } = model()
    expect(lead).toContain('those rated “Somewhat behind” or “Off track”, and those above 120% of the plan')
    expect(placed).toContain('in the column “Explanation of variance”')
    expect(items.map(({ id, indicator, name, why }) => [id, indicator, name, why])).toEqual([
      ['deviation-P1', 'P1', 'Sessions', 'Off track: 25% of what was planned by then'],
      ['deviation-V3', 'V3', '', '141.2% of what was planned by then: above 120%'],
    ])
  })

  it('say so in shares of the plan where the file has no words of ratings', () => {
    const shares = (below: 'red' | 'amber') => model({ rule: { below, above: 120 } }, null, 'en', UNRATED)
    expect(shares('amber').lead).toContain('those below 90%, and those above 120% of the plan')
    expect(shares('red').lead).toContain('those below 70%, and those above 120% of the plan')
    expect(shares('amber').items.map(({ why }) => why)).toEqual([
      '25% of what was planned by then: below 90%',
      '141.2% of what was planned by then: above 120%',
    ])
    const stage = [{ ...ASKED[0]!, percent: null }]
    expect(model({ asked: stage }, null, 'en', UNRATED).items[0]!.why).toBe('A stage behind what was planned by then')
  })

  it.each([
    [{}, '2 of 2 are not explained yet.', ['P1', 'V3']],
    [{ P1: ['Mưa', null] }, '2 of 2 are not explained yet.', ['P1', 'V3']],
    [{ V3: [null, 'Shelters were closed'] }, 'One of 2 is not explained yet.', ['P1']],
    [{ P1: [null, 'Rains'], V3: [null, 'Shelters were closed'] }, 'All 2 are explained.', []],
  ] as [Record<string, [string | null, string | null]>, string, string[]][])(
    'say how many are missing, with the way to each: %j',
    (kept, state, missing) => {
      const found = model({ texts: texts(kept) })
      expect(found.state).toBe(state)
      expect(found.isComplete).toBe(missing.length === 0)
      expect(found.missing).toEqual(missing.map((indicator) => ({ indicator, href: `#deviation-${indicator}` })))
      expect(found.errors.items).toEqual([])
    },
  )

  it('are one for each language of the report', () => {
    const kept = { texts: texts({ P1: ['Mưa', 'Rains'] }) }
    const fields = (language: ReleaseLanguage) =>
      model(kept, null, language).items[0]!.fields.map(({ name, label, value, seen }) => [name, label, value, seen])
    expect(fields('en')).toEqual([['text-en-P1', 'Explanation', 'Rains', { name: 'seen-en-P1', value: 'Rains' }]])
    expect(fields('vi')).toEqual([['text-vi-P1', 'Explanation', 'Mưa', { name: 'seen-vi-P1', value: 'Mưa' }]])
    expect(fields('both')).toEqual([
      ['text-vi-P1', 'Explanation in Vietnamese', 'Mưa', { name: 'seen-vi-P1', value: 'Mưa' }],
      ['text-en-P1', 'Explanation in English', 'Rains', { name: 'seen-en-P1', value: 'Rains' }],
    ])
    expect(model().items[0]!.fields[0]).toMatchObject({ value: '', seen: { value: '' } })
  })

  it('come back as typed, each with what is wrong and the way to it on top', () => {
    const found = model({ texts: texts({ P1: [null, 'Rains'] }) }, { [P1!]: 'x'.repeat(501), [V3!]: 'Storms' })
    const problem = 'At most 500 letters. Nothing has been saved.'
    expect(found.items.map((item) => [item.problem, item.fields[0]!.value])).toEqual([
      [problem, 'x'.repeat(501)],
      [null, 'Storms'],
    ])
    expect(found.errors.items).toEqual([{ href: '#deviation-P1', where: 'P1', text: problem }])
    expect(found.items[0]!.fields[0]!.seen.value).toBe('Rains')
  })

  it('ask about what may give somebody away, as it stands there: typed, or kept on the word of a manager', () => {
    const doubts = (item: ReturnType<typeof model>['items'][number]) => item.doubts.map(({ about }) => about)
    const typed = model({}, { [P1!]: '12 came later', [V3!]: '12 came later' }).items
    expect(typed.map(doubts)).toEqual([[], ['numbers']])
    expect(typed[1]!.doubts[0]).toEqual({
      about: 'numbers',
      says: 'This holds a number, and counts of this indicator may be hidden in the report.',
      word: 'I have checked that this gives no hidden count away.',
    })
    expect(typed.map(({ checked }) => checked)).toEqual([false, false])
    const kept = { texts: texts({ V3: [null, '12 came later'] }), confirmed: new Set(['V3']) }
    expect(model(kept).items.map((item) => [doubts(item), item.checked])).toEqual([
      [[], false],
      [['numbers'], true],
    ])
    // A tick that was taken away stays away.
    expect(model(kept, { [V3!]: '12 came later' }).items[1]!.checked).toBe(false)
    // Each language has what another has not.
    const vi = model({ texts: texts({ V3: ['Có 12 người', 'Storms'] }) }, null, 'both')
    expect(doubts(vi.items[1]!)).toEqual(['numbers'])
  })

  it('offer what reporters wrote of the same indicator, and go on from the one that was chosen', () => {
    const comments = [comment(4, 'P1', 'Floods'), comment(5, 'V3', 'No staff'), comment(6, 'P1', 'No bus')]
    const found = model({ comments })
    expect(found.items.map((item) => item.comments.map(({ id }) => id))).toEqual([[4, 6], [5]])
    expect(found.items[1]!.comments[0]).toEqual({
      ...{ id: 5, by: 'Union, Ha Tinh, Q3 2021. Written by: Reporting partner', lines: ['No staff'] },
    })
    const begun = (sent: object, language: ReleaseLanguage = 'en') =>
      model({ comments }, sent, language).items.map((item) =>
        item.fields.map(({ value, isBegun }) => (isBegun ? `> ${value}` : value)),
      )
    expect(begun({ start: '6' })).toEqual([['> No bus'], ['']])
    expect(begun({ start: '6', [P1!]: 'So far.', [V3!]: 'Typed' })).toEqual([['> So far.\nNo bus'], ['Typed']])
    expect(begun({ start: '5' }, 'both')).toEqual([
      ['', ''],
      ['> No staff', ''],
    ])
    // Of another report, or taken away: nothing is begun.
    expect(begun({ start: '9' })).toEqual([[''], ['']])
    expect(found.items.flatMap(({ fields }) => fields.map(({ isBegun }) => isBegun))).toEqual([false, false])
  })

  it('say nothing of what is wrong while one is begun: nothing was to be kept', () => {
    const comments = [comment(4, 'P1', 'Floods')]
    const found = model({ comments }, { start: '4', [V3!]: 'x'.repeat(501) })
    expect([found.items.map(({ problem }) => problem), found.errors.items]).toEqual([[null, null], []])
  })
})
