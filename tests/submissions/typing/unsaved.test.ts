import { describe, expect, it } from 'vitest'
import { offersFrom, type UnsavedText, unsavedIn, withTyped } from '../../../src/submissions/typing/unsaved.ts'
import fc from '../../fast-check.ts'

const NOW = Date.UTC(2022, 0, 10)
const DAY = 86_400_000
const WHOLE = { whole: true, negative: false }
const DECIMAL = { whole: false, negative: true }

const typed = (text: string, before = '', language: 'vi' | 'en' = 'vi', at = NOW): UnsavedText => ({
  text,
  before,
  language,
  at,
})

/** What is offered back of one field: the text for it, and whether something else was saved since; null = nothing. */
function offered(kept: UnsavedText, shown: string, language: 'vi' | 'en', takes: typeof WHOLE | null): unknown {
  const [offer] = offersFrom({ a: kept }, [{ name: 'a', text: shown, takes }], language, NOW)
  return offer ? [offer.text, offer.isNewer] : null
}

describe('what is kept on a device', () => {
  it.each<[string, UnsavedText, string, 'vi' | 'en', typeof WHOLE | null, unknown]>([
    ['not saved', typed('5'), '', 'vi', WHOLE, ['5', false]],
    ['saved', typed('5'), '5', 'vi', WHOLE, null],
    ['saved, written otherwise', typed('1.234'), '1234', 'vi', WHOLE, null],
    ['saved, seen in the other language', typed('1,5'), '1.5', 'en', DECIMAL, null],
    ['not saved, in the other language', typed('1.234'), '4', 'en', DECIMAL, ['1234', true]],
    ['what it was before is still there', typed('5', '4'), '4', 'vi', WHOLE, ['5', false]],
    ['before, seen in the other language', typed('2', '1,5'), '1.5', 'en', DECIMAL, ['2', false]],
    ['another value was saved since', typed('3', ''), '5', 'vi', WHOLE, ['3', true]],
    ['emptied, and not saved', typed('', '7'), '7', 'vi', WHOLE, ['', false]],
    ['no number yet, as typed', typed('1,000', ''), '1,000', 'vi', WHOLE, null],
    ['asked about here, a number there: a question stays', typed('1,000', ''), '', 'en', WHOLE, ['1,000 ?', false]],
    ['no number in either language', typed('12a', ''), '', 'en', WHOLE, ['12a', false]],
    ['a state', typed('not reported', 'reported'), 'reported', 'en', null, ['not reported', false]],
    ['a state that was saved', typed('not reported', 'reported'), 'not reported', 'vi', null, null],
    ['too long ago', typed('5', '', 'vi', NOW - 7 * DAY), '', 'vi', WHOLE, null],
    ['within a week', typed('5', '', 'vi', NOW - 7 * DAY + 1), '', 'vi', WHOLE, ['5', false]],
  ])('%s', (_, kept, shown, language, takes, offer) => {
    expect(offered(kept, shown, language, takes)).toEqual(offer)
  })

  it('is offered for fields of the form only', () => {
    expect(offersFrom({ b: typed('5') }, [{ name: 'a', text: '', takes: WHOLE }], 'vi', NOW)).toEqual([])
  })

  it('loses nothing of one tab to what is typed in another', () => {
    const fields = fc.constantFrom('a', 'b', 'c', 'd')
    const step = fc.record({ tab: fc.constantFrom(1, 2), field: fields, text: fc.string({ maxLength: 3 }) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let kept = {}
        const last: Record<string, string> = {}
        const tabs: Record<number, Record<string, UnsavedText | null>> = { 1: {}, 2: {} }
        for (const { tab, field, text } of steps) {
          const own = { ...tabs[tab], [field]: text === '' ? null : typed(text) }
          // A tab says of every field that it has touched what it shows there.
          tabs[tab] = own
          kept = withTyped(kept, { [field]: own[field]! })
          last[field] = text
        }
        const texts = Object.fromEntries(Object.entries(kept).map(([name, one]) => [name, (one as UnsavedText).text]))
        expect(texts).toEqual(Object.fromEntries(Object.entries(last).filter(([, text]) => text !== '')))
      }),
    )
  })

  it('is read as nothing where it is something else', () => {
    const good = { a: typed('5') }
    expect(unsavedIn(JSON.stringify(good))).toEqual(good)
    const strange = { ...good, b: null, c: { ...typed('5'), language: 'fr' }, d: { ...typed('5'), at: 'now' }, e: 5 }
    expect(unsavedIn(JSON.stringify(strange))).toEqual(good)
    for (const text of [null, '', 'null', '5', '{', '[]', '{"a":{"text":5,"before":"","language":"vi","at":1}}'])
      expect(unsavedIn(text)).toEqual({})
  })
})
