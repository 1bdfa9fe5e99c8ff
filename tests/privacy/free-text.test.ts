import { describe, expect, it } from 'vitest'
import { readFreeText } from '../../src/privacy/free-text.ts'
import { processorMs } from '../support/run/processor-time.ts'

describe('a free text', () => {
  it.each([
    ['  Số liệu chốt ngày 15/6.\r\nĐã rà soát.  ', 'Số liệu chốt ngày 15/6.\nĐã rà soát.'],
    ['Ế'.normalize('NFD'), 'Ế'],
    ['a\u0000b\u001b[31mc', 'ab[31mc'],
    ['a\u202eb\u2066c\u2069', 'abc'],
    ['cột\tcột', 'cột\tcột'],
    ['x'.repeat(20), 'x'.repeat(20)],
    [`  ${'x'.repeat(20)}\n`, 'x'.repeat(20)],
    ['ế'.normalize('NFD').repeat(20), 'ế'.repeat(20)],
  ])('is stored in one form, without what cannot be seen: %j', (typed, text) => {
    expect(readFreeText(typed, 40, false)).toEqual({ text, keptOnWord: false, problem: null })
  })

  it.each([undefined, null, 7, ['a'], { toString: 1 }, '', ' \n ', '\u0000\u202e'])('is missing: %j', (typed) => {
    expect(readFreeText(typed, 20, true)).toEqual({ text: '', keptOnWord: false, problem: 'needs-text' })
  })

  it('comes back as typed when it is too long, however it is written', () => {
    for (const typed of ['x'.repeat(21), ` ${'x'.repeat(21)} `, ' '.repeat(81), 'Gọi 0912345678 ngay đi'])
      expect(readFreeText(typed, 20, true)).toEqual({ text: typed, keptOnWord: false, problem: 'too-long' })
  })

  it('that may name somebody is stored on its writer’s word alone', () => {
    const text = 'Gọi 0912345678'
    expect(readFreeText(text, 20, false)).toEqual({ text, keptOnWord: false, problem: 'may-identify' })
    expect(readFreeText(text, 20, true)).toEqual({ text, keptOnWord: true, problem: null })
    expect(readFreeText('Đã rà soát', 20, true).keptOnWord).toBe(false)
  })

  it('says no more than half a megabyte is too long, without reading it', () => {
    for (const typed of ['a'.repeat(500_000), '0'.repeat(500_000), `a${'\u0301\u0323'.repeat(250_000)}`]) {
      const took = processorMs(() => expect(readFreeText(typed, 2000, true).problem).toBe('too-long'))
      expect(took).toBeLessThan(200)
    }
  })
})
