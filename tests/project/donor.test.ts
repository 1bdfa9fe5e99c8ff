import { describe, expect, it } from 'vitest'
import { type Donor, donorNamed, thresholdOf } from '../../src/project/donor.ts'

const donor = (code: string, threshold: number | null = null): Donor => ({
  ...{ code, name: { vi: code, en: code }, identifier: null, language: 'en', fiscalStartMonth: null },
  ...{ threshold, rag: null, layout: null, workbook: null },
})
const donors = [donor('first'), donor('strict', 11)]

it('a donor is the one that a code names, else the first; a project without donors has none', () => {
  const named = (code: string | null) => donorNamed(donors, code)?.code
  expect([named('strict'), named('first'), named('nobody'), named(null)]).toEqual(['strict', 'first', 'first', 'first'])
  expect(donorNamed([], 'strict')).toBeNull()
})

describe('counts are hidden from an audience', () => {
  const project = { donors, thresholds: { donor: 6, public: 12 } }
  it.each([
    ['below the project’s number', project, 'donor', 'first', 6],
    ['below the donor’s own, where it has one', project, 'donor', 'strict', 11],
    ['below the project’s, from a donor that it does not know', project, 'donor', 'nobody', 6],
    ['below the project’s, from the public, whoever paid', project, 'public', 'strict', 12],
    ['below five, from a donor, where there is no project', null, 'donor', 'strict', 5],
    ['below ten, from the public, where there is no project', null, 'public', null, 10],
  ] as const)('%s', (_, of, audience, code, threshold) => {
    expect(thresholdOf(of, audience, code)).toBe(threshold)
  })
})
