import { describe, expect, it } from 'vitest'
import { reported } from '../../../src/submissions/entry.ts'
import { NO_CONTROLS, type PostedForm } from '../../../src/submissions/entry-form/form.ts'
import type { ParsedForm, Problem } from '../../../src/submissions/entry-form/parsed-form.ts'
import {
  leftOf,
  readableUnsaved,
  sentAgain,
  stillWaiting,
  textsFor,
  unsavedName,
  withEarlier,
} from '../../../src/submissions/entry-form/unsaved-form.ts'
import { pageState } from '../page-state.ts'
import { definition, indicator } from './definitions.ts'

const FORM = definition(indicator('V1', 'count', [['primary', 'sex']]), indicator('V5', 'median'))
const loaded = pageState(FORM)
const posted = (fields: Record<string, string>, more: Partial<PostedForm> = {}): PostedForm => ({
  ...NO_CONTROLS,
  version: 4,
  language: 'vi',
  fields,
  ...more,
})
const parsed = (more: Partial<ParsedForm>): ParsedForm => ({
  ...{ language: 'vi', typed: {}, entries: [], problems: [], keptOnWord: [] },
  ...more,
})
const problem = (field: string): Problem => ({ field, indicator: field.split('.')[1]!, code: 'ambiguous', numbers: {} })
const [MALE, FEMALE] = ['v.V1.sex=male', 'v.V1.sex=female']

it('what waits is of a partner, its place and its quarter', () => {
  expect(unsavedName(loaded)).toBe(`entries ${loaded.partner.id} ${loaded.place.id} ${loaded.quarter}`)
})

it('a form is sent again as it was, with what it said besides its values', () => {
  const form = posted({ [MALE]: '1.000' }, { component: 'protection', after: 'submit' as never })
  expect(sentAgain(form)).toEqual({
    ...{ [MALE]: '1.000', version: '4', component: 'protection', after: 'submit', language: 'vi' },
  })
  expect(sentAgain(posted({}))).toMatchObject({ component: '' })
})

it('after a save that which had a problem is left, of the version that was saved', () => {
  const typed = { [MALE]: '1,000', [FEMALE]: '7', 'v.V5': '3', 'd.V5': '4' }
  const left = leftOf(posted(typed), parsed({ typed, problems: [problem(MALE)] }), 9)
  expect(left).toEqual(posted({ [MALE]: '1,000' }, { version: 9 }))
  expect(leftOf(posted(typed), parsed({ typed }), 9).fields).toEqual({})
})

describe('what waited before and what is left now', () => {
  const left = posted({ [MALE]: 'x' }, { version: 6 })
  const sent = posted({ [MALE]: 'x', [FEMALE]: '7' })

  it('are one, of the older version: rows that were not on the form go on waiting', () => {
    const earlier = posted({ 'v.V5': 'y', [FEMALE]: 'z' }, { version: 3 })
    expect(withEarlier(earlier, left, sent, FORM.rows)).toEqual(posted({ 'v.V5': 'y', [MALE]: 'x' }, { version: 3 }))
    const later = posted({ 'v.V5': 'y' }, { version: 8 })
    expect(withEarlier(later, left, sent, FORM.rows)!.version).toBe(6)
  })

  it('are what is left where every row was sent again, and nothing where nothing is', () => {
    const earlier = posted({ [FEMALE]: 'z', 'not a field': 'w' }, { version: 3 })
    expect(withEarlier(earlier, left, sent, FORM.rows)).toEqual(left)
    expect(withEarlier(null, left, sent, FORM.rows)).toEqual(left)
    expect(withEarlier(earlier, posted({}), sent, FORM.rows)).toBeNull()
    expect(withEarlier(null, posted({}), sent, FORM.rows)).toBeNull()
    expect(withEarlier(posted({ 'v.V5': 'y' }), posted({}), sent, FORM.rows)!.fields).toEqual({ 'v.V5': 'y' })
  })

  it('are written as the language of the form now writes numbers', () => {
    const earlier = posted({ 'v.V5': '2,5' })
    expect(withEarlier(earlier, { ...left, language: 'en' }, sent, FORM.rows)!.fields).toMatchObject({ 'v.V5': '2.5' })
  })
})

describe('what still waits', () => {
  const form = posted({ [MALE]: 'x', [FEMALE]: 'y', 'r.V1': 'vì', 'v.V5': 'z', 'd.V5': '4' })
  const waiting = (fields: string[], opened: object, saved: object) =>
    Object.keys(stillWaiting(form, fields.map(problem), opened as never, saved as never).fields)

  it('is all of it while nothing was saved there', () => {
    expect(waiting([MALE, FEMALE], {}, {})).toEqual(Object.keys(form.fields))
    expect(waiting([MALE], { [MALE]: 1 }, { [MALE]: 1 })).toEqual(Object.keys(form.fields))
    expect(waiting([MALE], {}, { [FEMALE]: 2 })).toEqual(Object.keys(form.fields))
    expect(waiting([], {}, { [MALE]: 1 })).toEqual(Object.keys(form.fields))
  })

  it('is no longer a cell in which something has been saved', () => {
    expect(waiting([MALE, FEMALE], {}, { [MALE]: 1 })).toEqual([FEMALE, 'r.V1', 'v.V5', 'd.V5'])
    expect(waiting(['v.V5'], {}, { 'd.V5': 1 })).toEqual([MALE, FEMALE, 'r.V1'])
    expect(waiting(['d.V5'], { 'v.V5': 2 }, {})).toEqual([MALE, FEMALE, 'r.V1'])
  })

  it('is no longer a row whose state was wrong, once anything of it has been saved', () => {
    expect(waiting(['s.V1'], {}, { [MALE]: 1 })).toEqual(['v.V5', 'd.V5'])
    expect(waiting(['r.V1'], {}, { 's.V1': 'not reported' })).toEqual(['v.V5', 'd.V5'])
    expect(waiting(['s.V1'], {}, { 'v.V5': 1 })).toEqual(Object.keys(form.fields))
  })
})

it('of what is unsaved that can be read which is not what is saved, of its own rows alone', () => {
  const entries = [reported('V1', 'sex=male', 3), reported('V1', 'sex=female', 4), reported('V5', '', 7, 2)]
  const saved = pageState(FORM, { entries })
  const typed = { [MALE]: '5', [FEMALE]: '4' }
  const read = [reported('V1', 'sex=male', 5), reported('V1', 'sex=female', 4), reported('V5', '', 9, 2)]
  const unsaved = { posted: posted(typed), parsed: parsed({ typed, entries: read }), differing: [] }
  expect(readableUnsaved(unsaved, saved)).toEqual([MALE])
  expect(textsFor({ ...unsaved, parsed: parsed({ typed: { 'v.V5': '2,5' } }) }, saved, 'en')).toEqual({ 'v.V5': '2.5' })
  expect(textsFor(unsaved, saved, 'vi')).toEqual(typed)
})
