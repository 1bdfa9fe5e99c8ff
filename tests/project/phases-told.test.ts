import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { wordsFor } from '../../src/language/words.ts'
import { pauseSentences } from '../../src/project/in-words.ts'
import { outOfTimeAt, type Phase, phaseBehind, phaseToDate } from '../../src/project/phase.ts'
import type { ProjectCard } from '../../src/project/project.ts'

const Q = quarterOf
const phase = (code: string, from: number, to: number): Phase => ({ code, from, to, name: { vi: code, en: code } })
const [first, second] = [phase('one', Q(2019, 1), Q(2019, 4)), phase('two', Q(2021, 1), Q(2021, 4))]
const project = { firstQuarter: Q(2019, 1), lastQuarter: Q(2021, 4), phases: [first, second] }

describe('the phase to date', () => {
  it.each([
    [Q(2018, 4), null],
    [Q(2019, 1), [first, Q(2019, 1), Q(2019, 1)]],
    [Q(2019, 3), [first, Q(2019, 1), Q(2019, 3)]],
    [Q(2020, 2), [first, Q(2019, 1), Q(2019, 4)]],
    [Q(2021, 2), [second, Q(2021, 1), Q(2021, 2)]],
    [Q(2022, 1), [second, Q(2021, 1), Q(2021, 4)]],
  ] as const)('runs by quarter %i from its beginning to that quarter, or to its end', (quarter, told) => {
    expect(phaseToDate(project, quarter)).toEqual(told && { phase: told[0], span: { from: told[1], to: told[2] } })
  })

  it('is none where there is one phase alone, or none', () => {
    expect(phaseToDate({ ...project, phases: [first] }, Q(2019, 2))).toBeNull()
    expect(phaseToDate({ ...project, phases: [] }, Q(2019, 2))).toBeNull()
  })
})

describe('the phase behind a span', () => {
  it.each([
    ['that begins with it', Q(2021, 1), Q(2021, 3), second],
    ['that is the whole of it', Q(2021, 1), Q(2021, 4), second],
    ['that goes on after it', Q(2021, 1), Q(2022, 1), null],
    ['that begins later', Q(2021, 2), Q(2021, 3), null],
    ['that begins with the project', Q(2019, 1), Q(2019, 3), null],
  ])('of one %s', (_, from, to, found) => {
    expect(phaseBehind(project, { from, to })).toBe(found)
  })
})

it('the pauses in a span are told with their dates, and no others', () => {
  const told = (from: number, to: number) =>
    pauseSentences(project as unknown as ProjectCard, { from, to }, wordsFor('en'))
  expect(told(Q(2019, 1), Q(2021, 4))).toEqual([
    wordsFor('en').t('periods:pauses', { dates: '1 Jan 2020 – 31 Dec 2020' }),
  ])
  expect(told(Q(2020, 4), Q(2020, 4))).toHaveLength(1)
  expect(told(Q(2019, 1), Q(2019, 4))).toEqual([])
  expect(told(Q(2021, 1), Q(2021, 4))).toEqual([])
})

it('values of the last quarter of a project have their time, those of the one after it have not', () => {
  const now = Date.parse('2023-01-01T00:00:00+07:00')
  expect([Q(2021, 4), Q(2022, 1)].map((quarter) => outOfTimeAt(project, quarter, now))).toEqual([null, 'after-project'])
})
