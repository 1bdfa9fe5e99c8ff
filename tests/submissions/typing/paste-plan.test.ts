import { describe, expect, it } from 'vitest'
import { readNumber } from '../../../src/language/read-number.ts'
import { clipboardCells } from '../../../src/submissions/typing/clipboard.ts'
import { planPaste } from '../../../src/submissions/typing/paste-plan.ts'
import type { FormBlock } from '../../../src/submissions/typing/pasted-table.ts'

const AGES = [
  ['0–15', '0–15'],
  ['16–17', '16–17'],
  ['18 trở lên', '18 and over'],
]
const SEXES = [
  ['Nam', 'Male'],
  ['Nữ', 'Female'],
  ['Không ghi nhận', 'Not recorded'],
]

/** Ages down, sexes across, as the form shows them. */
const TABLE: FormBlock = { rows: AGES, columns: SEXES, texts: AGES.map(() => ['', '', '']) }
const LIST: FormBlock = { rows: SEXES, columns: [['']], texts: [[''], [''], ['']] }
const PAIRS: FormBlock = {
  rows: SEXES,
  columns: [
    ['Tử số', 'Numerator'],
    ['Mẫu số', 'Denominator'],
  ],
  texts: SEXES.map(() => ['', '']),
}

function numberIn(text: string): number | null {
  const read = readNumber(text, 'vi', { whole: true, negative: false })
  return read.kind === 'number' ? read.value : null
}

/** What the block looks like afterwards, line by line, or why nothing was pasted. */
function pasted(text: string, block: FormBlock, row = 0, column = 0): unknown {
  const plan = planPaste(clipboardCells(text), block, { row, column }, numberIn)
  if (plan.kind !== 'fill') return plan
  const texts = block.texts.map((line) => [...line])
  for (const cell of plan.cells) texts[cell.row]![cell.column] = cell.text
  return texts.map((line) => line.join('|'))
}

describe('a block from a sheet, pasted into a block of the form', () => {
  it.each<[string, string, FormBlock, [number, number], unknown]>([
    ['fills lines and columns', '1\t2\n3\t4', TABLE, [0, 0], ['1|2|', '3|4|', '||']],
    ['starts where it was pasted', '1\t2\n3\t4', TABLE, [1, 1], ['||', '|1|2', '|3|4']],
    ['a column runs down a list', '1\n2\n3', LIST, [0, 0], ['1', '2', '3']],
    ['a line runs along a list', '1\t2\t3', LIST, [0, 0], ['1', '2', '3']],
    ['pairs stay pairs', '1\t2\n3\t4', PAIRS, [0, 0], ['1|2', '3|4', '|']],
    ['headings all around are left out', '\tNam\tNữ\n0–15\t1\t2\n16-17\t3\t4', TABLE, [2, 2], ['1|2|', '3|4|', '||']],
    ['headings lead to their places', '\tNữ\tNam\n16–17\t4\t3\n0–15\t2\t1', TABLE, [0, 0], ['1|2|', '3|4|', '||']],
    ['in the other language too', '\tFemale\tMale\n16–17\t4\t3', TABLE, [0, 0], ['||', '3|4|', '||']],
    ['a row heading that came along', '0–15\t2\t3\t1', TABLE, [0, 0], ['2|3|1', '||', '||']],
    ['a table that lies the other way', 'Nam\t2\t3\t1', TABLE, [0, 0], ['2||', '3||', '1||']],
    ['with headings all around', '\t0–15\t16–17\nNữ\t2\t4\nNam\t1\t3', TABLE, [0, 0], ['1|2|', '3|4|', '||']],
    ['a heading with its unit', 'Nam (người)\t2\nNữ:\t3', LIST, [2, 0], ['2', '3', '']],
    ['totals named as such', '\tNam\tNữ\tTổng\n0–15\t1\t2\t3\nTổng cộng\t1\t2\t3', TABLE, [0, 0], ['1|2|', '||', '||']],
    [
      'totals without a name',
      '1\t2\t3\t6\n4\t5\t6\t15\n7\t8\t9\t24\n12\t15\t18\t45',
      TABLE,
      [0, 0],
      ['1|2|3', '4|5|6', '7|8|9'],
    ],
    ['a total below a list', '1\n2\n3\n6', LIST, [0, 0], ['1', '2', '3']],
    ['a total beside a list that lies', '1\t0\t0\t1', LIST, [0, 0], ['1', '0', '0']],
    ['headings nobody knows are left out', 'A\tB\n1\t2', TABLE, [0, 0], ['1|2|', '||', '||']],
    ['what says that there is no number is no heading', 'N/A\t2\n-\t3', TABLE, [0, 0], ['N/A|2|', '-|3|', '||']],
    ['a cell in quotation marks', '"1"\t"2\n"', TABLE, [0, 0], ['1|2|', '||', '||']],
    ['blank lines and columns that came along', '1\t2\t\t\n3\t4\t\t\n\t\t\t\n', TABLE, [0, 1], ['|1|2', '|3|4', '||']],
  ])('%s', (_, text, block, [row, column], after) => {
    expect(pasted(text, block, row, column)).toEqual(after)
  })

  it.each<[string, string, FormBlock, [number, number], unknown]>([
    [
      'wider than the block',
      '1\t2\t4\t8',
      TABLE,
      [0, 0],
      { kind: 'too-large', pasted: { rows: 1, columns: 4 }, room: { rows: 3, columns: 3 } },
    ],
    [
      'further than its end',
      '1\t2\n3\t4',
      TABLE,
      [2, 1],
      { kind: 'too-large', pasted: { rows: 2, columns: 2 }, room: { rows: 1, columns: 2 } },
    ],
    [
      'longer than a list',
      '1\n2\n3\n4',
      LIST,
      [0, 0],
      { kind: 'too-large', pasted: { rows: 4, columns: 1 }, room: { rows: 3, columns: 1 } },
    ],
    [
      'a table into a list',
      '1\t2\n3\t4',
      LIST,
      [0, 0],
      { kind: 'too-large', pasted: { rows: 2, columns: 2 }, room: { rows: 3, columns: 1 } },
    ],
    [
      'zeros are no total',
      '0\t0\t0\t0',
      TABLE,
      [0, 0],
      { kind: 'too-large', pasted: { rows: 1, columns: 4 }, room: { rows: 3, columns: 3 } },
    ],
    ['some headings are strange', 'Nam\t1\nTrẻ em\t2', LIST, [0, 0], { kind: 'unknown-headings', words: ['Trẻ em'] }],
    ['one heading twice', 'Nam\t1\nNam\t2', LIST, [0, 0], { kind: 'unknown-headings', words: ['Nam', 'Nam'] }],
    ['a line of another table', 'Nam\t2\t3\t1', LIST, [0, 0], { kind: 'unknown-headings', words: ['Nam'] }],
    ['nothing at all', '\t\n\t', TABLE, [0, 0], { kind: 'empty' }],
  ])('is refused as a whole: %s', (_, text, block, [row, column], refusal) => {
    expect(pasted(text, block, row, column)).toEqual(refusal)
  })

  it('spares what stands under its blanks, and says where', () => {
    const block = { ...LIST, texts: [['77'], [''], ['5']] }
    expect(planPaste(clipboardCells('\n5\n6'), block, { row: 0, column: 0 }, numberIn)).toEqual({
      kind: 'fill',
      cells: [
        { row: 1, column: 0, text: '5' },
        { row: 2, column: 0, text: '6' },
      ],
      spared: [{ row: 0, column: 0 }],
      leftOut: [],
    })
  })
})
