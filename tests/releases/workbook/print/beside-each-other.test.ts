import { expect, it } from 'vitest'
import type { RowPlan } from '../../../../src/releases/workbook/plan.ts'
import { besideEachOther } from '../../../../src/releases/workbook/print/beside-each-other.ts'

const LONG = 'a sentence that is longer than half of the column is wide'

it.each<[string, RowPlan, RowPlan['cells']]>([
  ['stand beside each other where a line has room', { cells: ['k', 'vi\nen'] }, ['k', 'vi / en']],
  ['with a tone too', { cells: [{ text: 'vi\nen', tone: 'strong' }] }, [{ text: 'vi / en', tone: 'strong' }]],
  ['stay where it has none', { cells: ['k', `${LONG}\n${LONG}`] }, ['k', `${LONG}\n${LONG}`]],
  ['stay where each is of several lines', { cells: ['k', 'a\nb\nc\nd'] }, ['k', 'a\nb\nc\nd']],
  ['stay where the line runs on', { cells: ['vi\nen'], style: 'note' }, ['vi\nen']],
  ['are no numbers, marks or links', { cells: [3, { mark: '[a]' }, null] }, [3, { mark: '[a]' }, null]],
])('texts in two languages %s', (_, row, cells) => {
  expect(besideEachOther([row], [{ width: 20 }, { width: 50 }])).toEqual([{ ...row, cells }])
})
