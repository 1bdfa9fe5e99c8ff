import { describe, expect, it } from 'vitest'
import { newForm, newInAddress } from '../../../src/releases/drafts/new-form.ts'
import { DEFAULT_LAYOUT } from '../../../src/releases/release.ts'
import type { Layout } from '../../../src/vocabulary/release.ts'

const NOW = Date.parse('2022-01-20T09:00:00+07:00')
const JANUARY = { start: 1, cut: 0, of: 40 }

describe('the form of a new report, before anything is typed', () => {
  it('begins with the span, both languages, a donor, today, nobody who receives it and the usual layout', () => {
    expect(newForm({ from: '2021-Q1', to: '2021-Q2' }, NOW, null, JANUARY)).toEqual({
      title: '',
      titleChecked: '',
      from: '2021-Q1',
      to: '2021-Q2',
      donor: '',
      language: 'both',
      audience: 'donor',
      threshold: '',
      asAt: '2022-01-20',
      recipients: [],
      supersedes: 'usual',
      ...DEFAULT_LAYOUT,
    })
    // How finely a donor's reports are cut is the donor's own, where it has said so.
    const layout = { project: 'year', province: 'none', breakdown: 'year', years: 'fiscal' } as const
    const donor = { code: 'd', language: 'vi' as const }
    const begun = (cut: Layout | null) => newForm({ from: 'a', to: 'b' }, NOW, { ...donor, layout: cut }, JANUARY)
    expect(begun(layout)).toMatchObject({ donor: 'd', language: 'vi', ...layout })
    expect(begun(null)).toMatchObject(DEFAULT_LAYOUT)
  })

  it.each([
    [{ start: 1, cut: 0, of: 40 }, 'calendar'],
    [{ start: 4, cut: 0, of: 40 }, 'fiscal'],
    [{ start: 4, cut: 39, of: 40 }, 'fiscal'],
    [{ start: 4, cut: 40, of: 40 }, 'calendar'],
    [{ start: 4, cut: 0, of: 0 }, 'fiscal'],
  ] as const)('begins with the donor’s own years, unless no figure can be formed of them: %j', (fiscal, years) => {
    expect(newForm({ from: 'a', to: 'b' }, NOW, null, fiscal).years).toBe(years)
  })

  it('takes a layout from an address, and leaves alone what it does not know', () => {
    const named = { project: 'year', province: 'none', breakdown: 'to-date', years: 'fiscal' }
    expect(newInAddress.parse(named)).toMatchObject({ ...named, misread: [] })
    const { misread, ...read } = newInAddress.parse({
      project: 'day',
      province: 'x',
      breakdown: ['a'],
      years: 7,
      title: 'x',
    })
    expect(read).toEqual({})
    expect(misread).toEqual([
      { parameter: 'project', value: 'day' },
      { parameter: 'province', value: 'x' },
      { parameter: 'breakdown', value: 'a' },
      { parameter: 'years', value: '7' },
    ])
    expect(newInAddress.parse({})).toEqual({ misread: [] })
  })
})
