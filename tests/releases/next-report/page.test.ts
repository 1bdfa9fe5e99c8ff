import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../../src/language/words.ts'
import { coverModel, type LoadedCover } from '../../../src/releases/next-report/page.ts'

const NOTHING: LoadedCover = {
  ...{ contact: null, nextReport: null, maySetContact: false },
  now: Date.parse('2021-11-01T09:00:00+07:00'),
}
const shown = (more: Partial<LoadedCover> = {}, returned: Parameters<typeof coverModel>[1] = null) =>
  coverModel({ ...NOTHING, ...more }, returned, wordsFor('en'))

describe('what the cover of a draft says besides its figures', () => {
  it('is nothing where nobody has said it', () => {
    expect(shown()).toEqual({
      ...{ contact: null, settings: null, next: null, isPast: false, typed: '', seen: '', error: null },
    })
  })

  it('is whom readers may ask, and for whoever may set it the way there', () => {
    expect(shown({ contact: { vi: 'Mai (vi)', en: 'Mai' }, maySetContact: true })).toMatchObject({
      ...{ contact: 'Mai', settings: '/settings' },
    })
  })

  it.each([
    ['2021-10-31', true],
    ['2021-11-01', true],
    ['2021-11-02', false],
  ])('is when the next report comes, and whether that day is over: %s', (nextReport, isPast) => {
    const model = shown({ nextReport })
    expect([model.typed, model.seen, model.isPast]).toEqual([nextReport, nextReport, isPast])
    expect(shown({ nextReport: '2021-11-02' }).next).toBe('2 Nov 2021')
  })

  it('has what was typed beside what is wrong with it, and not what stands', () => {
    const returned = { typed: '31/02', error: 'releases:wrong.day' } as const
    expect(shown({ nextReport: '2022-01-31' }, returned)).toMatchObject({
      ...{ typed: '31/02', seen: '2022-01-31', error: wordsFor('en').t('releases:wrong.day') },
    })
    expect(shown({ nextReport: '2022-01-31' }, { typed: '', error: null })).toMatchObject({ typed: '', error: null })
  })
})
