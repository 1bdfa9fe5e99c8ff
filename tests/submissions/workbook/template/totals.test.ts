import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../../src/submissions/entry.ts'
import { reported } from '../../../../src/submissions/entry.ts'
import type { TemplateCell } from '../../../../src/submissions/workbook/template/plan.ts'
import { liveQuotient, liveSum, liveTotal } from '../../../../src/submissions/workbook/template/sheets/totals.ts'
import { definition, indicator } from '../../entry-form/definitions.ts'
import { planOf, smallForm, wordsIn } from '../small-form.ts'

const TWO = { values: ['C5:C6', 'E5:E6'], bases: ['D5:D6', 'F5:F6'] }
const pair = (value: number, base: number | null = null) => ({ value, base })

describe('what an Excel form works out while it is filled in', () => {
  it.each([
    ['count', 'IF(COUNT(C5:C6,E5:E6)=0,"",SUM(C5:C6,E5:E6))'],
    ['ratio', 'IF(N(SUM(D5:D6,F5:F6))=0,"",(SUM(C5:C6,E5:E6))/SUM(D5:D6,F5:F6))'],
    ['mean', 'IF(N(SUM(D5:D6,F5:F6))=0,"",(SUMPRODUCT(C5:C6,D5:D6)+SUMPRODUCT(E5:E6,F5:F6))/SUM(D5:D6,F5:F6))'],
    ['median', undefined],
    ['milestone', undefined],
  ] as const)('is the total of a %s', (measure, formula) => {
    expect(liveTotal(indicator('V1', measure), TWO, null)?.formula).toBe(formula)
  })

  it('is on the scale of the indicator, per cent by its format', () => {
    const [percent, thousand] = [indicator('V1', 'ratio'), indicator('V1', 'ratio', [], { scale: 1000 })]
    expect(liveQuotient(percent, ['C5', 'D5'], pair(1, 4))).toEqual({
      ...{ formula: 'IF(N(D5)=0,"",(C5)/D5)', value: 0.25, format: '0%' },
    })
    expect(liveQuotient(thousand, ['C5', 'D5'], pair(1, 4))).toEqual({
      ...{ formula: 'IF(N(D5)=0,"",(C5)/D5*1000)', value: 250, format: '#,##0' },
    })
    expect(liveQuotient(indicator('V1', 'mean'), ['C5', 'D5'], pair(1, 4))).toBeNull()
  })

  it('is nothing while nothing is there, and zero where it is zero', () => {
    expect(liveTotal(indicator('V1', 'count'), TWO, null)!.value).toBe('')
    expect(liveTotal(indicator('V1', 'count'), TWO, pair(0))!.value).toBe(0)
    expect(liveTotal(indicator('V1', 'ratio'), TWO, null)!.value).toBe('')
    expect(liveTotal(indicator('V1', 'ratio'), TWO, pair(1, 0))!.value).toBe('')
    expect(liveSum(TWO.values, 7)).toEqual({
      ...{ formula: 'IF(COUNT(C5:C6,E5:E6)=0,"",SUM(C5:C6,E5:E6))', value: 7, format: '#,##0' },
    })
    expect([liveSum(TWO.values, null).value, liveSum(TWO.values, undefined).value]).toEqual(['', ''])
  })
})

describe('a breakdown that has to come to the total', () => {
  const SPLIT = indicator('V1', 'count', [
    ['primary', 'sex'],
    ['partition', 'status'],
  ])
  /** What stands beside its total; nothing where it is not held against another one. */
  function check(entries: Entry[], asked = SPLIT): TemplateCell[] {
    const plan = planOf('en', [smallForm({ definition: definition(asked), entries })])
    return plan.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter(({ look }) => look === 'check')))
  }
  const [male, victim] = [
    (value: number) => reported('V1', 'sex=male', value),
    (value: number) => reported('V1', 'status=victim', value),
  ]
  const mismatch = wordsIn('en').t('submissions:typing.mismatch')

  it.each<[string, Entry[], string]>([
    ['comes to it', [male(3), victim(3)], ''],
    ['does not', [male(3), victim(2)], mismatch],
    ['is zero where the other is not', [male(3), victim(0)], mismatch],
    ['is blank', [male(3)], ''],
    ['is there before the total', [victim(3)], ''],
    ['is blank as everything is', [], ''],
  ])('is told where it %s', (_, entries, value) => {
    expect(check(entries).map((one) => one.value)).toEqual([value])
  })

  it('is told also where the total is not divided otherwise', () => {
    const asked = indicator('V1', 'count', [['partition', 'status']])
    expect(check([reported('V1', '', 3), victim(2)], asked).map((one) => one.value)).toEqual([mismatch])
    expect(check([reported('V1', '', 2), victim(2)], asked).map((one) => one.value)).toEqual([''])
  })

  it('is told by a formula that is quiet while one of the two is blank', () => {
    const [{ formula }] = check([]) as [TemplateCell]
    expect(formula).toMatch(/^IF\(OR\((C\d+)="",(C\d+)=""\),"",IF\(\1=\2,"",".+"\)\)$/)
  })

  it.each([
    [
      'is of means, which add up to nothing',
      indicator('V1', 'mean', [
        ['primary', 'sex'],
        ['partition', 'status'],
      ]),
    ],
    [
      'may count a person in several rows',
      indicator('V1', 'count', [
        ['primary', 'sex'],
        ['multiple', 'service'],
      ]),
    ],
  ])('is not told where it %s', (_, asked) => {
    expect(check([male(3)], asked)).toEqual([])
  })
})
