import { expect, it } from 'vitest'
import { readVersion, startQuery, submissionPageQuery, valuesQuery } from '../../src/submissions/form.ts'

it.each([
  [{ version: '7' }, 7],
  [{ version: '0' }, 0],
  [{ version: '' }, 0],
  [{ version: 'x' }, 0],
  [{ version: '1.5' }, 0],
  [{ version: '9007199254740993' }, 0],
  [{}, 0],
  [undefined, 0],
])('a form of %j was drawn from version %d: that of none where it makes no sense', (body, version) => {
  expect(readVersion(body)).toBe(version)
})

it('an address names a submission, and which of its screens is open where there is such a code', () => {
  const named = { partner: 'dolisa', place: 'nghe-an', quarter: '2021-Q4' }
  expect(startQuery.parse({ ...named, component: 'early-help' })).toEqual({
    ...{ component: 'early-help', named: { ...named, component: 'early-help' }, misread: [] },
  })
  for (const component of ['../x', 'Early', '-', 'a--b', 'x'.repeat(101)])
    expect(startQuery.parse({ component })).toMatchObject({
      component: undefined,
      misread: [{ parameter: 'component' }],
    })
})

it('an address asks for the values of all indicators, or of one, page by page', () => {
  expect(valuesQuery.parse({})).toEqual({ indicator: '', page: 1, misread: [] })
  expect(valuesQuery.parse({ indicator: 'V3', page: '2' })).toEqual({ indicator: 'V3', page: 2, misread: [] })
  expect(valuesQuery.parse({ indicator: 'x'.repeat(21) }).indicator).toBe('')
  expect(submissionPageQuery.parse({ talk: 'x'.repeat(21) }).talk).toBeUndefined()
  expect(submissionPageQuery.parse({ talk: 'whole' }).talk).toBe('whole')
})
