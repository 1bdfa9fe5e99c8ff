import { describe, expect, it } from 'vitest'
import type { Phase } from '../../src/project/phase.ts'
import type { ProjectCard } from '../../src/project/project.ts'
import { type PlannedAround, type Replanning, replanned } from '../../src/project/replanning.ts'
import { q } from '../support/small-project.ts'

const phase = (code: string, from: string, to: string): Phase => ({
  ...{ code, name: { vi: code, en: code } },
  ...{ from: q(from), to: q(to) },
})
const ONE = phase('one', '2020-Q1', '2020-Q4')
const TWO = phase('two', '2021-Q1', '2021-Q4')
const [first, last] = [q('2020-Q1'), q('2021-Q4')]
const project = { code: 'P', firstQuarter: first, lastQuarter: last, phases: [ONE, TWO] } as unknown as ProjectCard
const NOTHING: PlannedAround = { given: [], rounds: [] }
const replan = (given: Replanning, around: Partial<PlannedAround> = {}) =>
  replanned(project, given, { ...NOTHING, ...around })
const round = (from: string, to: string) => ({ code: 'S', from: q(from), to: q(to) })

describe('a project is planned anew', () => {
  it.each<[string, Replanning, object]>([
    ['to end later', { last: q('2022-Q4') }, { to: q('2022-Q4') }],
    ['to begin earlier', { first: q('2019-Q4') }, { from: q('2019-Q4') }],
    ['without phases, in a single quarter', { phases: [], first: last }, { from: last, phases: [] }],
    ['with a pause', { phases: [ONE, { ...TWO, from: last }] }, { phases: [ONE, { ...TWO, from: last }] }],
  ])('%s, and stays otherwise as it was', (_, given, over) => {
    expect(replan(given)).toEqual({ from: first, to: last, phases: [ONE, TWO], ...over })
  })

  it('with phases in their order, however they were named', () => {
    expect(replan({ last: q('2022-Q1'), phases: [TWO, ONE] })).toMatchObject({ phases: [ONE, TWO] })
  })

  it('around what has been given and planned: the quarters at its edges may stay just there', () => {
    const around = { given: [first, last], rounds: [round('2020-Q1', '2021-Q4')] }
    expect(replan({ phases: [] }, around)).toMatchObject({ phases: [] })
    // What lay outside before does not keep it from anything.
    expect(replan({ phases: [] }, { given: [q('2019-Q4'), q('2022-Q1')] })).toMatchObject({ phases: [] })
  })
})

describe('a project stays as it was planned', () => {
  it.each<[string, Replanning, object]>([
    ['where all is so already', {}, { code: 'unchanged', what: 'P' }],
    ['where the same phases are named the other way round', { phases: [TWO, ONE] }, { code: 'unchanged', what: 'P' }],
    ['where it would end before it begins', { last: q('2019-Q4') }, { code: 'ends-first', what: 'P' }],
    ['where a phase would', { phases: [phase('x', '2020-Q2', '2020-Q1')] }, { code: 'ends-first', what: 'x' }],
    ['where a phase begins before it', { first: q('2020-Q2') }, { code: 'phase-outside', what: 'one' }],
    ['where a phase ends after it', { last: q('2021-Q3') }, { code: 'phase-outside', what: 'two' }],
    [
      'where two phases share a quarter',
      { phases: [ONE, phase('x', '2020-Q4', '2021-Q1')] },
      { code: 'phases-overlap', what: 'x' },
    ],
    ['where two have one code', { phases: [ONE, { ...TWO, code: 'one' }] }, { code: 'phases-overlap', what: 'one' }],
  ])('%s', (_, given, refused) => {
    expect(replan(given)).toEqual({ refused })
  })

  it.each<[string, Replanning, Partial<PlannedAround>, object]>([
    [
      'values were given for its first quarter',
      { first: q('2020-Q2'), phases: [] },
      { given: [last, first] },
      { code: 'has-reported', what: 'P', quarter: first },
    ],
    [
      'values were given for its last quarter',
      { last: q('2021-Q3'), phases: [] },
      { given: [first, last] },
      { code: 'has-reported', what: 'P', quarter: last },
    ],
    [
      'a round would begin before it',
      { first: q('2020-Q2'), phases: [] },
      { rounds: [round('2020-Q2', '2020-Q3'), round('2020-Q1', '2020-Q2')] },
      { code: 'cuts-round', what: 'S', quarter: q('2020-Q2') },
    ],
    [
      'a round would reach over its end',
      { last: q('2021-Q3'), phases: [] },
      { rounds: [round('2021-Q3', '2021-Q4')] },
      { code: 'cuts-round', what: 'S', quarter: last },
    ],
  ])('where %s', (_, given, around, refused) => {
    expect(replan(given, around)).toEqual({ refused })
  })
})
