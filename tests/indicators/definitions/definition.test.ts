import { describe, expect, it } from 'vitest'
import {
  addTogether,
  type Definition,
  isBreak,
  isSameKind,
  misfitsOf,
} from '../../../src/indicators/definitions/definition.ts'
import { indicator } from '../../submissions/entry-form/definitions.ts'
import { roundsIn } from '../rounds.ts'

const text = (one: string) => ({ vi: one, en: one })
const stages = [text('none'), text('draft'), text('issued')]
const count = indicator('V1', 'count')
const ratio = indicator('V1', 'ratio', [], { baseUnit: text('calls') })
const milestone = indicator('V1', 'milestone', [], { targetStage: 2, stages, overTime: 'latest' })
const median = indicator('V1', 'median', [], { baseUnit: text('persons'), overPlaces: 'none' })

describe('a definition', () => {
  it.each<[string, Definition, string[]]>([
    ['of a count', count, []],
    ['of a ratio', ratio, []],
    ['of a milestone', milestone, []],
    ['of a median', median, []],
    ['of survey rounds', { ...count, frequency: 'survey', rounds: roundsIn([8080]) }, []],
    ['of a count per something', { ...count, baseUnit: text('calls') }, ['baseUnit']],
    ['of a ratio of nothing', { ...ratio, baseUnit: null }, ['baseUnit']],
    ['of a milestone without stages', { ...milestone, stages: [] }, ['stages']],
    ['of a count with stages', { ...count, stages }, ['stages']],
    ['of a milestone that aims at nothing', { ...milestone, targetStage: null }, ['targetStage']],
    ['of a milestone that aims past its last stage', { ...milestone, targetStage: 3 }, ['targetStage']],
    ['of a count that aims at a stage', { ...count, targetStage: 1 }, ['targetStage']],
    ['of a median that is added', { ...median, overPlaces: 'sum' }, ['overPlaces']],
    ['of a survey without rounds', { ...count, frequency: 'survey' }, ['rounds']],
    ['of a count between bounds', { ...count, range: { least: -5, most: 5 } }, []],
    ['of a median with a lower bound', { ...median, range: { least: 0, most: null } }, []],
    ['of a count below a bound', { ...count, range: { least: null, most: -5 } }, []],
    ['of bounds between which nothing lies', { ...count, range: { least: 5, most: 5 } }, ['range']],
    ['of bounds for a share, which has its own', { ...ratio, range: { least: 0, most: 1 } }, ['range']],
    ['of bounds for stages', { ...milestone, range: { least: 0, most: 1 } }, ['range']],
    ['of rounds without a survey', { ...count, rounds: roundsIn([8080]) }, ['rounds']],
  ])('%s fits or says where it does not', (_, definition, fields) => {
    expect(misfitsOf(definition).map(({ field }) => field)).toEqual(fields)
  })
})

describe('a changed definition', () => {
  it.each<[string, Definition, Partial<Definition>, adds: boolean, breaks: boolean]>([
    ['nothing', count, {}, true, false],
    ['a name', count, { name: text('other') }, true, false],
    ['who is responsible, and tags', count, { responsible: text('x'), tags: { sdg: ['16.2'], gcm: [] } }, true, false],
    ['decimals and scale', ratio, { decimals: 2, scale: 1000 }, true, false],
    ['what it means', count, { definition: text('children too') }, true, true],
    ['how often it is asked for', count, { frequency: 'half-yearly' }, true, true],
    ['whether reporters may count the same person', count, { disjointReporters: false }, true, true],
    ['what is counted', count, { countingUnit: text('case') }, false, true],
    ['what it is divided by', ratio, { baseUnit: text('hours') }, false, true],
    ['the measure', count, { measure: 'mean', baseUnit: text('persons') }, false, true],
    ['the rule over time', count, { overTime: 'latest' }, false, true],
    ['the rule over places', count, { overPlaces: 'none' }, false, true],
    ['a rule that is not applied', median, { overTime: 'sum' }, true, false],
    ['the name of a stage', milestone, { stages: [text('none'), text('draft'), text('published')] }, true, false],
    ['one more stage', milestone, { stages: [...stages, text('revised')] }, false, true],
    ['the stage that counts as reached', milestone, { targetStage: 1 }, false, true],
  ])('in %s', (_, definition, change, adds, breaks) => {
    const other = { ...definition, ...change }
    expect([addTogether(definition, other), isBreak(definition, other)]).toEqual([adds, breaks])
    expect([addTogether(other, definition), isBreak(other, definition)]).toEqual([adds, breaks])
  })
})

describe('numbers of two definitions', () => {
  it.each<[string, Definition, Partial<Definition>, boolean]>([
    ['of one rule and another', count, { overTime: 'latest', overPlaces: 'none' }, true],
    ['of one name and another', count, { name: text('other'), definition: text('children too') }, true],
    ['of other things', count, { countingUnit: text('case') }, false],
    ['of another measure', count, { measure: 'mean', baseUnit: text('persons') }, false],
    ['over something else', ratio, { baseUnit: text('hours') }, false],
    ['of another list of stages', milestone, { stages: [...stages, text('revised')] }, false],
  ])('%s are of one kind or not', (_, definition, change, alike) => {
    expect(isSameKind(definition, { ...definition, ...change })).toBe(alike)
    expect(isSameKind({ ...definition, ...change }, definition)).toBe(alike)
  })
})
