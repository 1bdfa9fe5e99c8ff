import { describe, expect, it } from 'vitest'
import { number, typed } from '../../src/language/format.ts'
import { LARGEST, type ReadNumber, readNumber, refusalOf, takes } from '../../src/language/read-number.ts'
import type { Language } from '../../src/vocabulary/language.ts'
import fc from '../fast-check.ts'
import { processorMs } from '../support/run/processor-time.ts'
import tables from './numbers.json' with { type: 'json' }
import { FIELDS, field, language, numeric } from './numbers.ts'

/** A number is what is taken, a list what is asked about, a word the problem. */
type Outcome = number | number[] | string

const rows = tables.flatMap(({ about, columns, rows: lines }) =>
  (lines as [string, ...Outcome[]][]).flatMap(([text, ...outcomes]) =>
    outcomes.map((outcome, nth) => ({ about, text, ...kindOf(columns[nth]!), outcome })),
  ),
)

function kindOf(column: string): { language: Language; field: string } {
  const [language, ...field] = column.split(' ')
  return { language: language as Language, field: field.join(' ') }
}

function outcomeOf(read: ReadNumber): Outcome {
  switch (read.kind) {
    case 'number':
      return read.value
    case 'ambiguous':
      return read.readings
    case 'problem':
      return read.problem
    case 'blank':
      return 'blank'
  }
}

describe('the table of numbers as they are typed', () => {
  it('has a row for each kind, language and field', () => {
    expect(rows.length).toBeGreaterThan(1000)
    expect(new Set(rows.map((row) => `${row.language} ${row.field}`)).size).toBe(8)
    for (const { field } of rows) expect(FIELDS).toHaveProperty(field)
  })

  it.each(tables.map((table) => table.about))('%s', (about) => {
    const failed = rows
      .filter((row) => row.about === about)
      .map((row) => ({ ...row, read: outcomeOf(readNumber(row.text, row.language, FIELDS[row.field]!)) }))
      .filter(({ outcome, read }) => JSON.stringify(outcome) !== JSON.stringify(read))
      .map(({ text, language, field, outcome, read }) => ({ text, language, field, outcome, read }))
    expect(failed).toEqual([])
  })
})

const value = (n: number) => ({ kind: 'number', value: n })
/** Up to three digits after the sign, as many as a mean is shown with and as groups have. */
const decimal = fc
  .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 999 }))
  .map(([units, parts]) => Number(`${units}.${String(parts).padStart(3, '0')}`))

describe('what was written here', () => {
  it('is read as itself, grouped or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LARGEST }), language, (n, by) => {
        expect(readNumber(number(n, by), by, FIELDS.whole!)).toEqual(value(n))
        expect(readNumber(typed(n, by), by, FIELDS.whole!)).toEqual(value(n))
      }),
    )
  })

  it('is read as itself with decimals and below zero', () => {
    fc.assert(
      fc.property(decimal, language, (n, by) => {
        const plain = n === 0 ? 0 : n
        expect(readNumber(number(plain, by, 4), by, FIELDS.signed!)).toEqual(value(plain))
        expect(readNumber(typed(plain, by), by, FIELDS.signed!)).toEqual(value(plain))
      }),
    )
  })

  it('is read as itself however small', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), language, (n, by) => {
        fc.pre(n === 0 || Math.abs(n) > 1e-50)
        expect(readNumber(typed(n, by), by, FIELDS.signed!)).toEqual(value(n === 0 ? 0 : n))
      }),
    )
  })

  it('is read as itself or asked about when zeros fill up its decimals', () => {
    fc.assert(
      fc.property(decimal, language, (n, by) => {
        const plain = n === 0 ? 0 : n
        const read = readNumber(number(plain, by, 3, true), by, FIELDS.signed!)
        expect(read.kind === 'ambiguous' ? read.readings : [outcomeOf(read)]).toContain(plain)
      }),
    )
  })

  it('is what a question asks to write: each reading the field takes is read as itself', () => {
    fc.assert(
      fc.property(numeric, language, field, (text, by, kind) => {
        const read = readNumber(text, by, kind)
        if (read.kind !== 'ambiguous') return
        const offered = read.readings.filter((one) => takes(kind, one))
        expect(offered.length).toBeGreaterThan(0)
        for (const one of offered) expect(readNumber(typed(one, by), by, kind)).toEqual(value(one))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('two languages', () => {
  it('never take one text for two numbers where whole things are counted', () => {
    fc.assert(
      fc.property(numeric, fc.boolean(), (text, negative) => {
        const [vi, en] = (['vi', 'en'] as const).map((by) => readNumber(text, by, { whole: true, negative }))
        if (vi!.kind === 'number' && en!.kind === 'number') expect(vi).toEqual(en)
      }),
      { numRuns: 5000 },
    )
  })

  it('take one text for two numbers only where each writes it that way: "1.234"', () => {
    fc.assert(
      fc.property(numeric, fc.boolean(), (text, negative) => {
        const [vi, en] = (['vi', 'en'] as const).map((by) => readNumber(text, by, { whole: false, negative }))
        if (vi!.kind !== 'number' || en!.kind !== 'number' || vi!.value === en!.value) return
        expect(text.trim()).toMatch(/^(-\s?)?[1-9]\d{0,2}[.,]\d\d[1-9]$/)
        const [grouped, decimal] = text.includes('.') ? [vi!.value, en!.value] : [en!.value, vi!.value]
        expect(grouped).toBe(Math.round(decimal * 1000))
      }),
      { numRuns: 5000 },
    )
  })
})

describe('what a field takes', () => {
  it.each<[string, number, ReturnType<typeof refusalOf>]>([
    ['whole', 0, null],
    ['whole', LARGEST, null],
    ['whole', LARGEST + 1, 'too-large'],
    ['whole', -1, 'negative'],
    ['whole', 1.5, 'not-whole'],
    ['decimal', 1.5, null],
    ['decimal', -1.5, 'negative'],
    ['signed', -1.5, null],
    ['signed', -LARGEST, null],
    ['signed', -LARGEST - 1, 'too-large'],
    ['signed whole', -1.5, 'not-whole'],
  ])('%s: %d', (kind, number, refusal) => {
    expect(refusalOf(FIELDS[kind]!, number)).toBe(refusal)
    expect(takes(FIELDS[kind]!, number)).toBe(refusal === null)
  })
})

describe('any text at all', () => {
  it('never throws, and is never read as a number the field does not take', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), numeric)
    fc.assert(
      fc.property(anything, language, field, (text, by, kind) => {
        const read = readNumber(text, by, kind)
        const numbers = read.kind === 'number' ? [read.value] : read.kind === 'ambiguous' ? read.readings : []
        for (const one of numbers) {
          expect(Math.abs(one)).toBeLessThanOrEqual(LARGEST)
          expect(Object.is(one, -0)).toBe(false)
          if (!kind.negative) expect(one).toBeGreaterThanOrEqual(0)
        }
        if (read.kind === 'number') expect(takes(kind, read.value)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('is read only if it holds a digit, and blank only if nothing is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), language, (text, by) => {
        const read = readNumber(text, by, FIELDS.signed!)
        if (read.kind === 'number' || read.kind === 'ambiguous') expect(text).toMatch(/[0-9０-９]/)
        expect(read.kind === 'blank').toBe(text.trim() === '')
      }),
      { numRuns: 1000 },
    )
  })

  it('takes no time however long it is', () => {
    const texts = ['9', ' ', '\t', '1.', '-', '\u200e', 'k.', '1 234', ' 1', '\n'].flatMap((one) => {
      const text = one.repeat(500_000 / one.length)
      return [text, `${text}x`, `1${text}1`]
    })
    const took = processorMs(() => {
      for (const text of texts) for (const by of ['vi', 'en'] as const) readNumber(text, by, FIELDS.whole!)
    })
    expect(took).toBeLessThan(2000)
  })
})
