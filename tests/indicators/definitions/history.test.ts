import { describe, expect, it } from 'vitest'
import { FIRST_QUARTER, quarterOf } from '../../../src/calendar/quarter.ts'
import { type Breakdown, breakdownIn, breakdownOver, isListedIn } from '../../../src/indicators/breakdown.ts'
import {
  atAnyTime,
  definitionIn,
  definitionOver,
  definitionsOver,
  dueQuarters,
  historyOf,
  isBrokenIn,
  lastDefinition,
  measuredOver,
  protectedAs,
} from '../../../src/indicators/definitions/history.ts'
import type { DefinedIndicator } from '../../../src/indicators/indicator.ts'
import { indicator } from '../../submissions/entry-form/definitions.ts'
import { roundsIn } from '../rounds.ts'

const Q = quarterOf
const text = (one: string) => ({ vi: one, en: one })
const defined = (name: string, from: number, to: number | null, more: Partial<DefinedIndicator> = {}) =>
  indicator('V1', 'count', [], { name: text(name), from, to, ...more })

describe('a break in an indicator', () => {
  const counted = defined('a', FIRST_QUARTER, Q(2019, 4))
  const averaged = defined('a', Q(2020, 1), null, { measure: 'mean' })
  const renamed = defined('b', Q(2020, 1), null)
  const broken = (from: number, to: number, ...rest: DefinedIndicator[]) =>
    isBrokenIn(historyOf([counted, ...rest]), { from, to })

  it.each([
    ['lies in the span that it begins', Q(2020, 1), Q(2020, 4), true],
    ['lies in the span that it ends', Q(2019, 1), Q(2020, 1), true],
    ['lies not in a span before', Q(2019, 1), Q(2019, 4), false],
    ['lies not in a span after', Q(2020, 2), Q(2020, 4), false],
  ])('%s', (_, from, to, is) => {
    expect(broken(from, to, averaged)).toBe(is)
  })

  it('is none where only its name changes, and none where there is one definition alone', () => {
    expect(broken(Q(2019, 1), Q(2021, 4), renamed)).toBe(false)
    expect(broken(Q(1990, 1), Q(2021, 4))).toBe(false)
  })
})

describe('an indicator over time', () => {
  const history = historyOf([
    defined('first', FIRST_QUARTER, Q(2019, 4)),
    defined('second', Q(2020, 1), Q(2020, 4), { frequency: 'half-yearly' }),
    defined('third', Q(2021, 3), null, { frequency: 'survey', rounds: roundsIn([Q(2019, 1), Q(2022, 1)]) }),
  ])
  const nameIn = (quarter: number) => definitionIn(history, quarter)?.name.en ?? null

  it.each([
    [Q(2010, 1), 'first'],
    [Q(2019, 4), 'first'],
    [Q(2020, 1), 'second'],
    [Q(2020, 4), 'second'],
    [Q(2021, 1), null],
    [Q(2021, 2), null],
    [Q(2021, 3), 'third'],
    [Q(2090, 1), 'third'],
  ])('has in quarter %i the definition %s', (quarter, name) => {
    expect(nameIn(quarter)).toBe(name)
  })

  it.each([
    ['one definition', Q(2019, 1), Q(2019, 4), ['first']],
    ['a change', Q(2019, 4), Q(2020, 1), ['first', 'second']],
    ['everything', Q(2019, 1), Q(2022, 4), ['first', 'second', 'third']],
    ['a pause', Q(2021, 1), Q(2021, 2), []],
    ['a pause and what comes after', Q(2021, 1), Q(2021, 3), ['third']],
  ])('has over %s', (_, from, to, names) => {
    expect(definitionsOver(history, { from, to }).map(({ name }) => name.en)).toEqual(names)
  })

  it.each([
    ['the last that holds in it', Q(2019, 1), Q(2020, 2), 'second'],
    ['the one before a pause', Q(2021, 1), Q(2021, 2), 'second'],
    ['the one after a pause, where it begins in the span', Q(2021, 1), Q(2021, 3), 'third'],
    ['the first before all', Q(1980, 1), Q(1980, 4), 'first'],
  ])('is read over a span under %s', (_, from, to, name) => {
    expect(definitionOver(history, { from, to }).name.en).toBe(name)
  })

  it('is, at any time, without the pauses of the project', () => {
    const phases = [{ from: Q(2019, 1), to: Q(2019, 1) }]
    const paused = historyOf([
      defined('a', FIRST_QUARTER, Q(2019, 4), { phases }),
      defined('b', Q(2020, 1), null, { phases }),
    ])
    expect(dueQuarters(paused, { from: Q(2019, 1), to: Q(2019, 2) })).toEqual([Q(2019, 1)])
    expect(dueQuarters(atAnyTime(paused), { from: Q(2019, 4), to: Q(2020, 1) })).toEqual([Q(2019, 4), Q(2020, 1)])
    expect(atAnyTime(paused)).toMatchObject({ id: paused.id, code: 'V1' })
    expect(atAnyTime(paused).definitions.map(({ name }) => name.en)).toEqual(['a', 'b'])
  })

  it('is due in each quarter as the definition of that quarter says', () => {
    expect(dueQuarters(history, { from: Q(2019, 3), to: Q(2022, 2) })).toEqual([
      Q(2019, 3),
      Q(2019, 4),
      Q(2020, 2),
      Q(2020, 4),
      Q(2022, 1),
    ])
  })

  it('goes by its last name, of all or of a span, and is in no list of quarters in which it is not measured', () => {
    const retired = historyOf([defined('old', FIRST_QUARTER, Q(2019, 4))])
    const names = (list: readonly DefinedIndicator[]) => list.map(({ name }) => name.en)
    expect([lastDefinition(history).name.en, lastDefinition(retired).name.en]).toEqual(['third', 'old'])
    expect(names(measuredOver([history, retired], { from: Q(2019, 4), to: Q(2020, 3) }))).toEqual(['second', 'old'])
    expect(names(measuredOver([history, retired], { from: Q(2021, 1), to: Q(2021, 2) }))).toEqual([])
  })
})

describe('what is protected', () => {
  it('is so under every definition, once it was under one', () => {
    const once = historyOf([
      defined('secret', FIRST_QUARTER, Q(2019, 4), { sensitivity: 2 }),
      defined('open', Q(2020, 1), null, { sensitivity: 0 }),
    ])
    const [, open] = once.definitions
    expect(protectedAs(once, open!)).toMatchObject({ sensitivity: 2, name: text('open') })
    expect(protectedAs(once, once.definitions[0])).toBe(once.definitions[0])
    expect(measuredOver([once], { from: Q(2021, 1), to: Q(2021, 2) })).toMatchObject([{ sensitivity: 2 }])
  })
})

describe('a breakdown over time', () => {
  const category = (code: string, ...definitions: [name: string, from: number, to: number | null][]) => ({
    id: 1,
    code,
    name: text(definitions.at(-1)![0]),
    definitions: definitions.map(([name, from, to]) => ({ name: text(name), from, to })),
  })
  const sex: Breakdown = {
    id: 1,
    code: 'sex',
    name: text('sex'),
    categories: [
      category('f', ['Girl', FIRST_QUARTER, Q(2020, 4)], ['Female', Q(2021, 1), null]),
      category('m', ['Male', FIRST_QUARTER, null]),
      category('x', ['Intersex', Q(2022, 1), null]),
      category('old', ['Unclear', FIRST_QUARTER, Q(2019, 4)]),
    ],
  }
  const names = ({ categories }: Breakdown) => categories.map(({ name }) => name.en)

  it('asks in a quarter for what is on its list then, by the names of then', () => {
    expect(names(breakdownIn(sex, Q(2019, 4)))).toEqual(['Girl', 'Male', 'Unclear'])
    expect(names(breakdownIn(sex, Q(2020, 1)))).toEqual(['Girl', 'Male'])
    expect(names(breakdownIn(sex, Q(2022, 1)))).toEqual(['Female', 'Male', 'Intersex'])
    expect(isListedIn(sex.categories[2]!, Q(2021, 4))).toBe(false)
    expect(isListedIn(sex.categories[2]!, Q(2022, 1))).toBe(true)
  })

  it('is read over a span with all that is on its list in some quarter of it, by the last names there', () => {
    expect(names(breakdownOver(sex, { from: Q(2019, 4), to: Q(2020, 4) }))).toEqual(['Girl', 'Male', 'Unclear'])
    expect(names(breakdownOver(sex, { from: Q(2020, 1), to: Q(2022, 1) }))).toEqual(['Female', 'Male', 'Intersex'])
  })
})
