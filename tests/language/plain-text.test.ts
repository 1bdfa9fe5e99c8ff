import { describe, expect, it } from 'vitest'
import { readLine, readText } from '../../src/language/plain-text.ts'
import { isStateWord } from '../../src/language/state-words.ts'

describe('a line of text', () => {
  it.each([
    ['  Lê Ế ', 'Lê Ế'],
    ['Ế'.normalize('NFD').repeat(5), 'Ế'.repeat(5)],
    ['12345', '12345'],
    ['', ''],
  ])('%j is read as %j', (text, line) => {
    expect(readLine(text, 5)).toBe(line)
  })

  it.each(['123456', 'a\nb', 'a\tb', 'a\u200bb', 'a\u2028b', 'a\ue000b', 'a\ud800', ' '.repeat(21)])(
    'is refused: %j',
    (text) => {
      expect(readLine(text, 5)).toBeNull()
    },
  )
})

describe('text of several lines', () => {
  it.each([
    [' a\nb ', 'a\nb'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a\tb', 'a\tb'],
    ['a\u0000b\u202ec\u2066d\u061ce\u200ef\u200fg', 'abcdefg'],
    ['\u0007', ''],
    ['Ế'.normalize('NFD'), 'Ế'],
    ['a\u200db', 'a\u200db'],
  ])('%j is read as %j, without what cannot be seen', (text, read) => {
    expect(readText(text, 7)).toBe(read)
  })

  it.each(['12345678', ' '.repeat(29)])('is refused when it is too long: %j', (text) => {
    expect(readText(text, 7)).toBeNull()
  })

  it('of no more than four units a letter is looked at at all', () => {
    expect(readText(' '.repeat(28), 7)).toBe('')
    expect(readLine(' '.repeat(20), 5)).toBe('')
  })
})

describe('what says that there is no number', () => {
  it.each(['-', '--', '–––', '...', '…', 'N/A', 'n.a.', '#N/A', 'k.có', 'Ko có', 'Không áp dụng', 'KAD', 'chưa có'])(
    '%s does',
    (text) => {
      expect(isStateWord(text)).toBe(true)
      expect(isStateWord(text.normalize('NFD'))).toBe(true)
    },
  )

  it.each(['', '.', '0', '1', '-1', 'x', 'có', '-–', 'n/a 5'])('%s does not', (text) => {
    expect(isStateWord(text)).toBe(false)
  })
})
