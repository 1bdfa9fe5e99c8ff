import { describe, expect, it } from 'vitest'
import { remarked, reported } from '../../../src/submissions/entry.ts'
import { printPage } from '../../../src/submissions/page/print-page.ts'
import { definition, indicator, marked } from '../entry-form/definitions.ts'
import { NOW, on, pageState, words } from '../page-state.ts'

const FORM = definition(
  indicator('P1', 'count', [], { component: 'prevention' }),
  indicator('V1', 'count', [
    ['primary', 'sex'],
    ['multiple', 'service'],
  ]),
  indicator('V2', 'ratio'),
)
const comment = (indicator: string | null, text: string) => ({
  id: 1,
  at: on('2021-10-04'),
  by: 'Binh',
  side: 'partner' as const,
  indicator,
  text,
  asks: false,
})

describe('a submission on paper', () => {
  it('has every indicator of every screen with its values in words, states with their reasons, remarks, and what was said', () => {
    const entries = [
      reported('V1', 'sex=male', 1234),
      reported('V1', 'sex=female', 0),
      marked('V2', 'not applicable', 'No court here.'),
      remarked('V1', 'The register was lost in the flood.'),
      remarked('P1', 'Nobody came.'),
    ]
    const comments = [comment('V1', 'Two came late.'), comment(null, 'Checked.')]
    const { sections, comments: ofWhole, printedAt } = printPage(pageState(FORM, { entries, comments }), words)
    expect(sections.map(({ section, rows }) => [section, rows.map(({ code }) => code)])).toEqual([
      ['prevention', ['P1']],
      ['protection', ['V1', 'V2']],
    ])
    expect(sections[0]!.rows[0]).toMatchObject({ state: '[x] not reported', blocks: [], remark: 'Nobody came.' })
    const [v1, v2] = sections[1]!.rows
    expect(v1).toMatchObject({
      state: null,
      remark: 'The register was lost in the flood.',
      comments: [{ text: 'Two came late.' }],
    })
    expect(v1!.blocks[0]).toEqual({
      title: 'sex',
      values: [
        { label: 'male', value: '1,234' },
        { label: 'female', value: '0' },
        { label: 'not-recorded', value: '[x] not reported' },
      ],
      total: '1,234',
    })
    expect(v1!.blocks[1]).toMatchObject({ title: 'service', total: null })
    expect(v2).toMatchObject({ state: '[z] not applicable: No court here.', blocks: [], remark: '', comments: [] })
    expect(ofWhole.map(({ text }) => text)).toEqual(['Checked.'])
    expect(printedAt).toBe(NOW)
  })

  it('of a crossed breakdown names each cell by both its categories', () => {
    const form = definition(indicator('V1', 'count', [['primary', 'sex', 'age']]))
    const { sections } = printPage(pageState(form, { entries: [reported('V1', 'age=child|sex=male', 2)] }), words)
    expect(sections[0]!.rows[0]!.blocks[0]!.values).toContainEqual({ label: 'male, child', value: '2' })
  })
})
