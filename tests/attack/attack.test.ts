import { beforeAll, describe, expect, it } from 'vitest'
import { attackReports } from '../../src/attack/attack.ts'
import { attackInWords } from '../../src/attack/in-words.ts'
import { wordsFor } from '../../src/language/words.ts'
import { loadSolver } from '../../src/suppression/highs.ts'
import type { Solver } from '../../src/suppression/lp.ts'
import { type HandMade, type HandRow, handMade } from './hand-made.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

/** What is found in some workbooks, in English, without the lines that say what was read. */
async function found(...given: HandMade[]): Promise<string[]> {
  const reports = await Promise.all(given.map((one, nth) => handMade({ name: `${nth + 1}.xlsx`, ...one })))
  const lines = attackInWords(attackReports(reports, solver), wordsFor('en'))
  return lines
    .slice(given.length)
    .filter((line) => line.startsWith('  '))
    .map((line) => line.trim())
}

const YEAR = '2021-Q1..2021-Q4'
const NOTHING = ['Nothing can be worked out.']
/** A count that is hidden, and well: it says that an indicator is protected. */
const HIDDEN_ELSEWHERE: HandRow = { span: '2020-Q1', value: '[c]' }

describe('one workbook', () => {
  const provinces = (...values: HandRow['value'][]): HandRow[] =>
    values.map((value, nth) => ({ place: ['Hải Phòng', 'Quảng Ninh', 'Nghệ An'][nth]!, span: YEAR, value }))

  it('gives a part away that the total less the other parts is', async () => {
    expect(await found({ rows: [{ span: YEAR, value: 20 }, ...provinces(12, 6, '[c]')] })).toEqual([
      'V3, count, Nghệ An, 1 Jan 2021 – 31 Dec 2021, [1.xlsx]Data!I5: it is 2. (from [1.xlsx]Data!I2, [1.xlsx]Data!I3, [1.xlsx]Data!I4)',
    ])
  })

  it('gives nothing away where a second part is hidden that is large enough', async () => {
    expect(await found({ rows: [{ span: YEAR, value: 20 }, ...provinces(12, '[c]', '[c]')] })).toEqual(NOTHING)
  })

  it('narrows two parts that are one or two each', async () => {
    const lines = await found({ rows: [{ span: YEAR, value: 20 }, ...provinces(17, '[c]', '[c]')] })
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('V3, count, whole project, 1 Jan 2021 – 31 Dec 2021 less V3, count, Hải Phòng')
    expect(lines[1]).toMatch(/Quảng Ninh.*: it is 1 to 2\./)
    expect(lines[2]).toMatch(/Nghệ An.*: it is 1 to 2\./)
  })

  it('gives a quarter away that its year less the others is', async () => {
    const quarters = ['2021-Q1', '2021-Q2', '2021-Q3'].map((span) => ({ span, value: 6 }))
    const lines = await found({ rows: [{ span: YEAR, value: 21 }, ...quarters, { span: '2021-Q4', value: '[c]' }] })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/1 Oct 2021 – 31 Dec 2021.*: it is 3\./)
  })

  it('gives a category away that all less the others is, and none where the same person may stand in several', async () => {
    const sexes = (...values: HandRow['value'][]) =>
      values.map((value, nth): HandRow => ({ span: YEAR, by: ['Sex', ['Male', 'Female', 'Other'][nth]!], value }))
    const lines = await found({ rows: [{ span: YEAR, value: 15 }, ...sexes('[c]', 12, 0)] })
    expect(lines.some((line) => /Sex: Male.*: it is 3\./.test(line))).toBe(true)
    // All with a category less the total is more than nobody: they overlap, and the lone hidden row is any of 1 to 4.
    const overlapping = sexes('[c]', 12, 9)
    expect(await found({ rows: [{ span: YEAR, value: 20 }, ...overlapping] })).toEqual(NOTHING)
  })

  it('gives a complement away', async () => {
    const ratio: HandRow = { of: 'V6', measure: 'ratio', span: YEAR, value: 17 / 19, n: 17, d: 19 }
    const hidden: HandRow = { ...ratio, span: '2020-Q1', value: '[c]', n: '[c]', d: '[c]' }
    const lines = await found({ rows: [ratio, hidden] })
    expect(lines).toEqual([
      'V6, denominator, whole project, 1 Jan 2021 – 31 Dec 2021 less V6, numerator, whole project, 1 Jan 2021 – 31 Dec 2021: 2 are in the first and not in the second. (from [1.xlsx]Data!K2, [1.xlsx]Data!J2)',
    ])
  })

  it('tells on how many a mean rests that is in one group and not in the other', async () => {
    const mean = (more: Partial<HandRow>): HandRow => ({ of: 'V9', measure: 'mean', span: YEAR, value: 3.5, ...more })
    const hidden = mean({ span: '2020-Q1', value: '[c]', n: '[c]' })
    const lines = await found({ rows: [mean({ n: 12 }), mean({ n: 11, by: ['Sex', 'Female'] }), hidden] })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(': 1 are in the first and not in the second.')
  })

  it('gives away what one indicator hides and another shows, where the notes say that they are related', async () => {
    const places = ['Hải Phòng', 'Quảng Ninh', 'Nghệ An'].map((place) => ({ place, span: YEAR }))
    const counts = (...values: HandRow['value'][]) =>
      places.map((one, nth): HandRow => ({ ...one, value: values[nth]! }))
    const ratio = (d: HandRow['value']): Partial<HandRow> => ({
      of: 'V6',
      measure: 'ratio',
      value: d === '[c]' ? d : 1,
      n: d,
      d,
    })
    const shares = (...values: HandRow['value'][]) =>
      places.map((one, nth) => ({ ...one, ...ratio(values[nth]!) }) as HandRow)
    const rows: HandRow[] = [
      { span: YEAR, value: 18 },
      ...counts('[c]', '[c]', 9),
      { span: YEAR, ...ratio(18) } as HandRow,
      ...shares('[c]', 7, '[c]'),
    ]
    expect(await found({ rows })).toEqual(NOTHING)
    const lines = await found({ rows, relation: ['V6', 'V3'] })
    expect(lines.some((line) => /V3, count, Hải Phòng.*: it is 2\./.test(line))).toBe(true)
    expect(lines.some((line) => /V6, denominator, Hải Phòng.*: it is 2\./.test(line))).toBe(true)
  })

  it('is caught with a number left beside a hidden figure, a small one shown, and a small change told', async () => {
    const rows: HandRow[] = [
      { span: YEAR, value: '[c]', target: 10, variance: -7 },
      { span: '2020-Q1', value: 2 },
    ]
    expect(await found({ rows, changes: [['V3', 1]] })).toEqual([
      'V3, count, whole project, 1 Jan 2020 – 31 Mar 2020: 2 is shown, though it is small and others are hidden. (from [1.xlsx]Data!I3)',
      'V3: a number was left beside the hidden figure in [1.xlsx]Data!I2, in Target. (from [1.xlsx]Data!L2)',
      'V3: a number was left beside the hidden figure in [1.xlsx]Data!I2, in Variance. (from [1.xlsx]Data!M2)',
      'V3, Hà Tĩnh, 2021, Female: a change by +1 is told. (from [1.xlsx]What changed!G3)',
    ])
  })

  it('is caught showing on one sheet what another hides', async () => {
    const lines = await found({
      rows: [{ span: YEAR, value: '[c]' }],
      component: { of: 'V3', span: YEAR, value: 3 },
    })
    expect(lines[0]).toContain('3 is shown')
    expect(lines[1]).toMatch(/\[1\.xlsx\]Data!I2: it is 3\. \(from \[1\.xlsx\]Protection!C3\)/)
  })

  it('is not looked at where small counts are shown and none is hidden', async () => {
    const rows: HandRow[] = [
      { of: 'P1', span: YEAR, value: 12 },
      { of: 'P1', place: 'Hà Tĩnh', span: YEAR, value: 11 },
      { of: 'P1', place: 'Nghệ An', span: YEAR, value: 1 },
    ]
    expect(await found({ rows })).toEqual([
      ...NOTHING,
      'Not looked at, because they show small counts and hide none: P1.',
    ])
  })

  it('says when its figures contradict each other', async () => {
    const rows: HandRow[] = [{ span: YEAR, value: 20 }, ...provinces(12, 9, '[c]')]
    expect((await found({ rows })).at(-1)).toContain('The figures of V3 contradict each other')
  })
})

describe('two workbooks', () => {
  it('tell what a figure has changed by', async () => {
    const rows = (value: number) => [{ span: YEAR, value }, HIDDEN_ELSEWHERE]
    const lines = await found({ rows: rows(34) }, { rows: rows(36), asAt: '2022-04-20' })
    expect(lines).toEqual([
      'V3, count, whole project, 1 Jan 2021 – 31 Dec 2021: it changed by +2 between two reports. (from [1.xlsx]Data!I2, [2.xlsx]Data!I2)',
    ])
    expect(await found({ rows: rows(34) }, { rows: rows(39), asAt: '2022-04-20' })).toEqual(NOTHING)
    expect(await found({ rows: rows(34) }, { rows: rows(34), asAt: '2022-04-20' })).toEqual(NOTHING)
  })

  it('tell on how many more a mean rests', async () => {
    const rows = (n: number): HandRow[] => [
      { of: 'V9', measure: 'mean', span: YEAR, value: 3.5, n },
      { of: 'V9', measure: 'mean', span: '2020-Q1', value: '[c]', n: '[c]' },
    ]
    expect(await found({ rows: rows(11) }, { rows: rows(12), asAt: '2022-04-20' })).toEqual([
      'V9, n, whole project, 1 Jan 2021 – 31 Dec 2021: it changed by +1 between two reports. (from [1.xlsx]Data!J2, [2.xlsx]Data!J2)',
    ])
  })

  it('tell what came in a quarter that one of them ends before', async () => {
    const first = { rows: [{ span: '2021-Q1..2021-Q3', value: 30 }, HIDDEN_ELSEWHERE] }
    const second = { rows: [{ span: YEAR, value: 33 }, HIDDEN_ELSEWHERE], asAt: '2022-04-20' }
    const lines = await found(first, second)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(': 3 are in the first and not in the second. (from [2.xlsx]Data!I2, [1.xlsx]Data!I2)')
  })

  it('tell what only one of them hides, be they in two languages', async () => {
    const sexes = (names: string[], values: HandRow['value'][], by: string): HandRow[] =>
      values.map((value, nth) => ({ span: YEAR, by: [by, names[nth]!], value }))
    const english: HandMade = {
      rows: [{ span: YEAR, value: '[c]' }, ...sexes(['Male', 'Female'], ['[c]', 12], 'Sex')],
    }
    const vietnamese: HandMade = {
      language: 'vi',
      asAt: '2022-04-20',
      rows: [{ span: YEAR, value: 15 }, ...sexes(['Nam', 'Nữ'], ['[c]', '[c]'], 'Giới tính')],
    }
    expect(await found(english)).toEqual(NOTHING)
    expect(await found(vietnamese)).toEqual(NOTHING)
    const lines = await found(english, vietnamese)
    expect(lines.some((line) => /Sex: Male.*: it is 3\./.test(line))).toBe(true)
  })

  it('tell nothing of what has changed between them', async () => {
    // Nghệ An reported late: what it has now says nothing of what the first report was short of.
    const provinces = (...values: HandRow['value'][]): HandRow[] =>
      values.map((value, nth) => ({ place: ['Hải Phòng', 'Nghệ An'][nth]!, span: YEAR, value }))
    const first: HandMade = { rows: [{ span: YEAR, value: 20 }, ...provinces('[c]', '[c]')] }
    const second = (untold: string[]): HandMade => ({
      asAt: '2022-04-20',
      rows: [{ span: YEAR, value: '[c]' }, ...provinces(17, '[c]')],
      untold,
    })
    expect(await found(first, second(['V3']))).toEqual(NOTHING)
    const unchanged = await found(first, second([]))
    expect(unchanged.some((line) => /Nghệ An.*: it is 3\./.test(line))).toBe(true)
  })

  it('tell nothing with a figure that is held at its last number: it says nothing of what is added now', async () => {
    const provinces = (...values: HandRow['value'][]): HandRow[] =>
      values.map((value, nth) => ({ place: ['Hải Phòng', 'Nghệ An'][nth]!, span: YEAR, value }))
    const first: HandMade = { rows: [{ span: YEAR, value: 34 }, ...provinces(12, 22)] }
    const second = (project: HandRow['value'], ...values: HandRow['value'][]): HandMade => ({
      asAt: '2022-04-20',
      rows: [{ span: YEAR, value: project }, ...provinces(...values)],
      untold: ['V3'],
    })
    expect(await found(first, second('34 [h]', '12 [h]', 22))).toEqual(NOTHING)
    // Held in vain: what the total has changed by is what the province has.
    expect(await found(first, second(36, '12 [h]', 22))).not.toEqual(NOTHING)
    const [attack] = attackReports([await handMade(second('34 [h]', '12 [h]', 22))], solver)
    expect(attack!.hidden).toBe(2)
  })

  it('are read by the public as far as they are public', async () => {
    const rows = (value: number) => [{ span: YEAR, value }, HIDDEN_ELSEWHERE]
    const open: HandMade = { audience: 'public', most: 9, rows: rows(34), asAt: '2022-02-20' }
    const later: HandMade = { audience: 'public', most: 9, rows: rows(41), asAt: '2022-04-20' }
    const donors: HandMade = { rows: rows(34) }
    // Seven are many to donors and few to the public.
    expect(await found(donors, open, later)).toEqual([
      ...NOTHING,
      'V3, count, whole project, 1 Jan 2021 – 31 Dec 2021: it changed by +7 between two reports. (from [2.xlsx]Data!I2, [3.xlsx]Data!I2)',
    ])
  })

  it('of a stock are not added over time', async () => {
    const stock = (span: string, value: number): HandMade => ({
      rule: 'sum-latest',
      rows: [{ span, value }, HIDDEN_ELSEWHERE],
      component: { of: 'V3', span, value },
      ...(span === YEAR ? { asAt: '2022-04-20' } : {}),
    })
    expect(await found(stock('2021-Q1..2021-Q3', 30), stock(YEAR, 33))).toEqual(NOTHING)
  })
})
