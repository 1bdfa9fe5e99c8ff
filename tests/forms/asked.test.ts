import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { inAddress, misreadAs, notAmong, notShownInWords } from '../../src/forms/asked.ts'
import { pageParam } from '../../src/forms/params.ts'
import { wordsFor } from '../../src/language/words.ts'

const asked = inAddress({
  page: pageParam,
  order: z.enum(['name', 'day']).default('name'),
  place: z.string().optional(),
})

describe('what a page is asked for in its address', () => {
  it.each([
    [{}, { page: 1, order: 'name', misread: [] }],
    [
      { page: '', order: '', place: '' },
      { page: 1, order: 'name', misread: [] },
    ],
    [
      { page: '3', order: 'day', place: 'hue', other: 'x' },
      { page: 3, order: 'day', place: 'hue', misread: [] },
    ],
    [{ page: '0' }, { page: 1, order: 'name', misread: [{ parameter: 'page', value: '0' }] }],
    [{ page: '1.5' }, { page: 1, order: 'name', misread: [{ parameter: 'page', value: '1.5' }] }],
    [
      { order: ['day', 'day'], page: 'zz' },
      {
        page: 1,
        order: 'name',
        misread: [
          { parameter: 'page', value: 'zz' },
          { parameter: 'order', value: 'day,day' },
        ],
      },
    ],
    [{ misread: 'x' }, { page: 1, order: 'name', misread: [] }],
  ])('%j', (query, read) => {
    expect(asked.parse(query)).toEqual(read)
  })

  it('is named when it is not in the list it is looked for in; what was not asked for is not', () => {
    expect(notAmong('place', 'mars', ['hue'])).toEqual([{ parameter: 'place', value: 'mars' }])
    for (const given of ['hue', '', null, undefined]) expect(notAmong('place', given, ['hue'])).toEqual([])
    expect(misreadAs('by', 'x'.repeat(99)).value).toBe('x'.repeat(40))
  })

  it('is said in the language of who asks, with what it is called on the page', () => {
    const [en, vi] = [wordsFor('en'), wordsFor('vi')].map((words) => notShownInWords(misreadAs('page', 'zz'), words))
    expect(en).toEqual({
      parameter: 'page',
      label: 'Page',
      why: 'not-offered',
      sentence: '“zz” can’t be chosen here. Choose again on this page.',
    })
    expect(vi).toMatchObject({ label: 'Trang', sentence: 'Không chọn được “zz” ở đây. Mời chọn lại trên trang này.' })
  })
})
