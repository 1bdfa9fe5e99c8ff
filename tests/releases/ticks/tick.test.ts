import { describe, expect, it } from 'vitest'
import type { Text } from '../../../src/language/text.ts'
import type { Explanation } from '../../../src/releases/explanations/explanation.ts'
import { doubtsAbout, mayTick, mindedIn, readTicks } from '../../../src/releases/ticks/tick.ts'
import { RELEASE_STATES } from '../../../src/vocabulary/release.ts'

describe('what has to be minded of an indicator', () => {
  const people = { vi: 'người', en: 'person' }
  const communes = { vi: 'xã', en: 'commune' }
  const about = (sensitivity: 0 | 1 | 2, countingUnit: Text, baseUnit: Text | null = null) =>
    mindedIn({ sensitivity, countingUnit, baseUnit })

  it.each([
    ['open, of communes', about(0, communes), false, false],
    ['open, of people', about(0, people), false, true],
    ['open, of communes in 1,000 people', about(0, communes, people), false, true],
    ['told in one language alone', about(0, { vi: '', en: 'victims' }), false, true],
    ['of small groups', about(1, communes), true, false],
    ['of victims', about(2, people), true, true],
    ['that nobody had defined by then', mindedIn(undefined), true, false],
  ])('%s', (_, found, sensitive, aboutPeople) => {
    expect(found).toEqual({ sensitive, aboutPeople })
  })
})

describe('what may be said in a report', () => {
  const one = (over: Partial<Explanation> = {}) =>
    ({ id: 1, indicator: 'P1', sensitive: false, aboutPeople: true, text: 'Rains', ...over }) as Explanation

  it.each([
    ['plain words', {}, []],
    ['a number about what is open', { text: '40 leaflets' }, []],
    ['a number about people', { text: '3 came', sensitive: true }, ['numbers']],
    ['a name', { text: 'chị Lan' }, ['names']],
    ['both', { text: 'chị Lan, 17', sensitive: true }, ['names', 'numbers']],
    ['people in words, of what is protected', { text: 'Hai bé gái, một em khuyết tật', sensitive: true }, ['few']],
    ['people in digits, of what is open', { text: 'Có 2 nạn nhân nữ (16 tuổi) cùng học' }, ['few']],
    ['the only one', { text: 'Học viên duy nhất bỏ học' }, ['few']],
    ['the only commune', { text: 'Xã duy nhất chưa có mô hình', aboutPeople: false }, []],
  ])('is looked at: %s', (_, over, doubts) => {
    expect(doubtsAbout(one(over))).toEqual(doubts)
  })

  it.each([
    ['nothing', {}, { chosen: [], confirmed: [], problem: null }],
    ['one', { explanation: '1' }, { chosen: [1], confirmed: [], problem: null }],
    ['several', { explanation: ['2', '1'], checked: '2' }, { chosen: [1, 2], confirmed: [2], problem: null }],
    ['a doubtful one', { explanation: '2' }, { chosen: [2], confirmed: [], problem: 'unchecked' }],
    ['a look without a tick', { checked: '2' }, { chosen: [], confirmed: [], problem: null }],
    ['one that is not there', { explanation: ['1', '9'] }, { chosen: [1], confirmed: [], problem: 'unknown' }],
    ['what is no number', { explanation: '1.0' }, { chosen: [], confirmed: [], problem: 'unknown' }],
  ])('is read from a form: %s', (_, body, read) => {
    expect(readTicks(body, [one(), one({ id: 2, text: 'chị Lan' })], 'explanation')).toEqual(read)
  })

  it('is no more than a cell holds', () => {
    const long = Array.from({ length: 16 }, (_, at) => one({ id: at, text: 'x'.repeat(2000) }))
    const ids = long.map(({ id }) => String(id))
    expect(readTicks({ explanation: ids }, long, 'explanation').problem).toBe('too-much')
    expect(readTicks({ explanation: ids.slice(0, 14) }, long, 'explanation').problem).toBeNull()
  })

  it('is chosen before issuing, and not while the workbook is being written', () => {
    expect(RELEASE_STATES.filter((state) => mayTick({ state }))).toEqual(['protected', 'failed'])
  })
})
