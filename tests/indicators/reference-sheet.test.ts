import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import type { DefinedIndicator } from '../../src/indicators/indicator.ts'
import { sheetOf } from '../../src/indicators/reference-sheet.ts'
import { wordsFor } from '../../src/language/words.ts'
import { MILESTONE, RATIO } from '../charts/tables.ts'
import { roundsIn } from './rounds.ts'

const text = (en: string) => ({ vi: `${en} (vi)`, en })
const plain: DefinedIndicator = {
  ...RATIO,
  definition: text('how many of them'),
  meansOfVerification: text('register'),
  responsible: text('the officer'),
  schemes: [],
  from: 7960,
  to: null,
  yearStart: 1,
  rounds: [],
  knownSince: 0,
  definedUntil: null,
}
const told = (indicator: DefinedIndicator, language: 'vi' | 'en' = 'en') =>
  Object.fromEntries(sheetOf(indicator, wordsFor(language)).map(({ label, text }) => [label, text]))

describe('a reference sheet', () => {
  it('says everything there is to know of an indicator, in order', () => {
    const whole = { ...plain, tags: { sdg: ['16.2', '5.2'], gcm: [10] } }
    expect(sheetOf(whole, wordsFor('en')).map(({ label, text }) => [label, text])).toEqual([
      ['Definition', 'how many of them'],
      ['Counting unit', '% clients'],
      ['Denominator or n', 'clients'],
      ['How it adds up', expect.stringMatching(/^Numerators and denominators .*\. The values of all reporters/)],
      ['Level', 'Outcome'],
      ['Direction', 'Higher is better'],
      ['Frequency', 'Every quarter'],
      ['Sensitivity', expect.stringContaining('People who could be harmed, or their cases')],
      ['Means of verification', 'register'],
      ['Responsible', 'the officer'],
      ['Tags', 'SDG 16.2, 5.2; Global Compact for Migration, objective 10'],
    ])
  })

  it('leaves out what there is nothing to say of', () => {
    const bare = { ...plain, baseUnit: null, responsible: { vi: '', en: '' } }
    const labels = sheetOf(bare, wordsFor('en')).map(({ label }) => label)
    for (const label of ['Denominator or n', 'Responsible', 'Tags', 'Target stage']) expect(labels).not.toContain(label)
    expect(labels).toContain('Definition')
  })

  it('names survey rounds, the stage that counts as reached, and what is tagged', () => {
    const survey = {
      ...plain,
      frequency: 'survey' as const,
      rounds: roundsIn([quarterOf(2019, 4), quarterOf(2021, 4)]),
    }
    expect(told(survey).Frequency).toBe('In survey rounds: Q4 2019, Q4 2021')
    const staged = { ...plain, ...MILESTONE }
    expect(told(staged)['Target stage']).toBe('Issued')
    expect(told({ ...staged, targetStage: 0 })['Target stage']).toBe('Draft')
    expect(told({ ...staged, targetStage: null })['Target stage']).toBeUndefined()
    expect(told({ ...plain, tags: { sdg: [], gcm: [10, 16] } }).Tags).toBe(
      'Global Compact for Migration, objective 10, 16',
    )
    expect(told({ ...plain, tags: { sdg: ['8.7'], gcm: [] } }).Tags).toBe('SDG 8.7')
  })

  it('is in the language of its reader', () => {
    expect(Object.values(told(plain, 'vi'))).toContain('how many of them (vi)')
    expect(Object.values(told(plain, 'vi'))).toContain('% khách hàng')
  })
})
