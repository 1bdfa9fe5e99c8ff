import { describe, expect, it } from 'vitest'
import {
  afterSaving,
  batchOf,
  type DeviceText,
  recoveryOf,
  whileSending,
  writtenIn,
} from '../../../src/submissions/typing/unsaved.ts'
import fc from '../../fast-check.ts'

const NOW = Date.UTC(2022, 0, 10)
const DAY = 86_400_000
const WHOLE = { whole: true, negative: false }
const DECIMAL = { whole: false, negative: true }

const typed = (text: string, before = '', language: 'vi' | 'en' = 'vi', at = NOW): DeviceText => ({
  ...{ form: '7/dolisa/nghe-an/2021-Q4', name: 'v.V5', savedIn: null, sent: [] },
  ...{ text, before, language, at },
})
const saved = (text: string, savedIn: number): DeviceText => ({ ...typed(text), savedIn })

/** What a page of version 4 does: [the text it shows, whether it was saved since], 'asked' where another value was; null = nothing. */
function recovered(kept: DeviceText, shown: string, language: 'vi' | 'en', takes: typeof WHOLE | null): unknown {
  const found = recoveryOf(kept, { text: shown, takes }, { version: 4, language }, NOW)
  if (found.kind === 'forget') return null
  return found.kind === 'ask' ? 'asked' : [found.text, found.kind === 'newer']
}

describe('what is kept on a device', () => {
  it.each<[string, DeviceText, string, 'vi' | 'en', typeof WHOLE | null, unknown]>([
    ['not saved', typed('5'), '', 'vi', WHOLE, ['5', false]],
    ['saved', typed('5'), '5', 'vi', WHOLE, null],
    ['saved, written otherwise', typed('1.234'), '1234', 'vi', WHOLE, null],
    ['saved, seen in the other language', typed('1,5'), '1.5', 'en', DECIMAL, null],
    ['not saved, in the other language', typed('1.234', '4'), '4', 'en', DECIMAL, ['1234', false]],
    ['what it was before is still there', typed('5', '4'), '4', 'vi', WHOLE, ['5', false]],
    ['before, seen in the other language', typed('2', '1,5'), '1.5', 'en', DECIMAL, ['2', false]],
    ['another value was saved since', typed('3', ''), '5', 'vi', WHOLE, 'asked'],
    ['another one, in the other language', typed('1.234'), '4', 'en', DECIMAL, 'asked'],
    ['what was sent and never answered is there', { ...typed('6', '4'), sent: ['5'] }, '5', 'vi', WHOLE, ['6', false]],
    ['emptied, and not saved', typed('', '7'), '7', 'vi', WHOLE, ['', false]],
    ['asked about here, a number there: a question stays', typed('1,000', ''), '', 'en', WHOLE, ['1,000 ?', false]],
    ['no number in either language', typed('12a', ''), '', 'en', WHOLE, ['12a', false]],
    ['a state', typed('not reported', 'reported'), 'reported', 'en', null, ['not reported', false]],
    ['a state that was saved', typed('not reported', 'reported'), 'not reported', 'vi', null, null],
    ['too long ago', typed('5', '', 'vi', NOW - 7 * DAY), '', 'vi', WHOLE, null],
    ['within a week', typed('5', '', 'vi', NOW - 7 * DAY + 1), '', 'vi', WHOLE, ['5', false]],
    ['saved after this page was made', saved('1.005', 5), '3', 'en', WHOLE, ['1005', true]],
    ['saved before this page was made', saved('5', 4), '3', 'vi', WHOLE, null],
  ])('%s', (_, kept, shown, language, takes, expected) => {
    expect(recovered(kept, shown, language, takes)).toEqual(expected)
  })

  it('is what was typed last, over what may be saved, however typing, saving and lost answers come between each other', () => {
    const step = fc.constantFrom('1', '2', '3', 'send', 'answer', 'lose' as const)
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let [kept, server, version]: [DeviceText, string, number] = [{ ...typed(''), savedIn: 1 }, '', 1]
        let sent: string | null = null
        const isKnown = () => [kept.savedIn === null ? kept.before : kept.text, ...kept.sent].includes(server)
        for (const one of steps) {
          if (one === 'send') {
            if (kept.savedIn !== null || sent !== null) continue
            kept = whileSending(kept, kept.text)
            ;[sent, server, version] = [kept.text, kept.text, version + 1]
          } else if (one === 'answer') {
            if (sent !== null) kept = afterSaving(kept, sent, version)
            sent = null
          } else if (one === 'lose') {
            sent = null
          } else {
            const before = kept.savedIn === null ? kept.before : kept.text
            kept = { ...kept, text: one, before, savedIn: null }
          }
          // Never asked about what its own person has sent.
          expect(isKnown()).toBe(true)
        }
        expect(kept.text).toBe(steps.filter((one) => /\d/.test(one)).at(-1) ?? '')
      }),
    )
  })

  it('is written for a page in the other language', () => {
    const kept = { ...typed('1.234', '1,5'), sent: ['1.000'] }
    expect(writtenIn(kept, 'en', DECIMAL)).toMatchObject({
      text: '1234',
      before: '1.5',
      sent: ['1000'],
      language: 'en',
    })
    expect(writtenIn(kept, 'en', null)).toMatchObject({ text: '1.234', language: 'en' })
  })
})

describe('what is sent together', () => {
  const field = (name: string, text = '1', language: 'vi' | 'en' = 'vi') => ({ ...typed(text, '', language), name })
  const [male, female, share, english] = [
    field('v.V5.sex=male'),
    field('v.V5.sex=female'),
    field('d.V6'),
    field('v.V7', '1', 'en'),
  ]
  const names = (batch: readonly DeviceText[]) => batch.map(({ name }) => name)

  it('is of one language, and no more than is taken', () => {
    expect(batchOf([male, english, share], new Map(), 9)).toEqual([male, share])
    expect(batchOf([english, male], new Map(), 9)).toEqual([english])
    expect(names(batchOf([male, female, share], new Map(), 2))).toEqual(['v.V5.sex=male', 'v.V5.sex=female'])
  })

  it('is not what was refused, until that or another field of its indicator is changed', () => {
    const refused = new Map([['v.V5.sex=male', '1']])
    expect(batchOf([male], refused, 9)).toEqual([])
    expect(batchOf([male, share], refused, 9)).toEqual([share])
    expect(batchOf([{ ...male, text: '2' }], refused, 9)).toHaveLength(1)
    expect(batchOf([male, female, share], refused, 9)).toHaveLength(3)
  })
})
