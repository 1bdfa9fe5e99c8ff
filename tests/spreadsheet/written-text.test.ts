import { describe, expect, it } from 'vitest'
import { escapedText, printable } from '../../src/spreadsheet/written-text.ts'
import { unescaped } from '../../src/spreadsheet/xml-parts.ts'

describe('text in a cell', () => {
  it.each([
    ['Đối tác: "A" & <B>', 'Đối tác: "A" & <B>'],
    ['one\ntwo\tthree\rfour', 'one\ntwo\tthree\rfour'],
    ['a\u0000b\u0008c\u000bd\u000ce\u000ef\u001fg\ufffeh\uffffi', 'abcdefghi'],
  ])('is what XML has a place for: %j', (text, left) => {
    expect(printable(text)).toBe(left)
  })

  it('is no longer than a cell', () => {
    expect(printable('x'.repeat(32_767))).toHaveLength(32_767)
    expect(printable('x'.repeat(32_768))).toHaveLength(32_767)
  })

  it.each(['_x000D_', '_xABCD_ and _x12ef_', '__x0041_', '_x00_', '_x00G0_', '_X0041_', 'a_b', '_x00410_'])(
    'says what it said, though it looks like a character written by number: %s',
    (text) => {
      expect(unescaped(escapedText(text))).toBe(text)
    },
  )

  it('is changed only where it would be read as another one', () => {
    expect(escapedText('_x000D_ a_b _x00G0_ _x00_')).toBe('_x005F_x000D_ a_b _x00G0_ _x00_')
  })
})
