import { describe, expect, it } from 'vitest'
import type { Attack, AttackFinding } from '../../src/attack/attack.ts'
import { attackInWords, findingText } from '../../src/attack/in-words.ts'
import { wordsFor } from '../../src/language/words.ts'
import { count, reportOf } from './working/given.ts'

const words = wordsFor('en')
const reports = [reportOf({ file: 'a.xlsx' }), reportOf({ file: 'b.xlsx' })]
const whole = count(20, { at: 'D!I2' })
const place = count(17, { at: 'D!I3', place: 'A', report: 1 })
const sex = count(null, { at: 'D!I4', breakdown: 'Sex', category: 'F', part: 'n' })
const WHOLE = 'V3, count, whole project, 1 Jan 2021 – 31 Dec 2021'
const PLACE = 'V3, count, A, 1 Jan 2021 – 31 Dec 2021'
const SEX = 'V3, n, whole project, Sex: F, 1 Jan 2021 – 31 Dec 2021'

describe('what can be worked out, in words', () => {
  it.each<[AttackFinding, string]>([
    [
      { kind: 'shown', fact: { ...whole, shown: 3 } },
      `${WHOLE}: 3 is shown, though it is small and others are hidden. (from [a.xlsx]D!I2)`,
    ],
    [
      { kind: 'hidden', facts: [sex, whole], least: 2, most: 2, because: [whole, place, whole] },
      `${SEX}, [a.xlsx]D!I4: it is 2. (from [a.xlsx]D!I2, [b.xlsx]D!I3)`,
    ],
    [
      { kind: 'hidden', facts: [sex], least: 2, most: 3, because: [place] },
      `${SEX}, [a.xlsx]D!I4: it is 2 to 3. (from [b.xlsx]D!I3)`,
    ],
    [
      { kind: 'group', facts: [], least: 1, most: 1, because: [place] },
      'A group that stands in no table (V3): it is 1. (from [b.xlsx]D!I3)',
    ],
    [
      { kind: 'group', facts: [], least: 1, most: 1, because: [] },
      'A group that stands in no table (): it is 1. (from )',
    ],
    [
      { kind: 'rest', whole, less: place, count: 3 },
      `${WHOLE} less ${PLACE}: 3 are in the first and not in the second. (from [a.xlsx]D!I2, [b.xlsx]D!I3)`,
    ],
    [
      { kind: 'change', whole: place, less: whole, count: 2 },
      `${PLACE}: it changed by +2 between two reports. (from [a.xlsx]D!I2, [b.xlsx]D!I3)`,
    ],
    [
      { kind: 'change', whole: place, less: whole, count: -2 },
      `${PLACE}: it changed by -2 between two reports. (from [a.xlsx]D!I2, [b.xlsx]D!I3)`,
    ],
    [
      { kind: 'beside', report: 1, beside: { indicator: 'V3', hidden: 'D!I2', at: 'D!L2', column: 'target' } },
      'V3: a number was left beside the hidden figure in [b.xlsx]D!I2, in Target. (from [b.xlsx]D!L2)',
    ],
    [
      { kind: 'told-change', report: 1, change: { indicator: 'V3', about: 'A, 2021', difference: -1, at: 'W!G3' } },
      'V3, A, 2021: a change by -1 is told. (from [b.xlsx]W!G3)',
    ],
  ])('%j', (finding, text) => {
    expect(findingText(finding, { reports }, words)).toBe(text)
  })

  it.each([
    [12, '[a.xlsx]12)'],
    [13, '[a.xlsx]12, …)'],
  ])('follows from %d cells, of which no more than a dozen are named', (many, end) => {
    const because = Array.from({ length: many }, (_, nth) => count(1, { at: `${nth + 1}` }))
    const text = findingText({ kind: 'group', facts: [], least: 1, most: 1, because }, { reports }, words)
    expect(text.endsWith(end)).toBe(true)
  })
})

describe('an attack, line by line', () => {
  const attack = (more: Partial<Attack> = {}): Attack => ({
    ...{ readers: 'all', reports, k: 5, findings: [], hidden: 7, open: [], unfit: [] },
    ...more,
  })
  const READ = [
    'a.xlsx: 0 counts, hidden from 1 to 4, for: Donor, under an agreement.',
    'b.xlsx: 0 counts, hidden from 1 to 4, for: Donor, under an agreement.',
  ]
  const ALL = 'Who has all of these reports (to them counts of 1 to 4 are small; 7 hidden counts looked at):'

  it('says what was read, by whom, and that nothing follows from it', () => {
    expect(attackInWords([attack()], words)).toEqual([...READ, '', ALL, '  Nothing can be worked out.'])
    expect(attackInWords([], words)).toEqual([])
    const unsaid = reportOf({ audience: null, most: null, told: [whole] })
    expect(attackInWords([attack({ reports: [unsaid] })], words)[0]).toBe(
      'r.xlsx: 1 counts; it does not say up to what they are hidden, for: not said.',
    )
  })

  it('says what follows, what was not looked at, and what contradicts itself, for each of the readers', () => {
    const shown: AttackFinding = { kind: 'shown', fact: { ...whole, shown: 3 } }
    const one = attack({ findings: [shown], open: ['P1', 'P2'], unfit: ['V4', 'V5'] })
    const lines = attackInWords([one, attack({ readers: 'public', reports: [reports[1]!] })], words)
    expect(lines).toEqual([
      ...READ,
      '',
      ALL,
      `  ${findingText(shown, { reports }, words)}`,
      '  Not looked at, because they show small counts and hide none: P1, P2.',
      expect.stringMatching(/^ {2}The figures of V4, V5 contradict each other/),
      '',
      'The public, who has only b.xlsx (to them counts of 1 to 4 are small; 7 hidden counts looked at):',
      '  Nothing can be worked out.',
    ])
  })
})
