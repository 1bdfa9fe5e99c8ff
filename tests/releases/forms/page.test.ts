import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../../src/language/words.ts'
import { addressOfForm, offeredForms } from '../../../src/releases/forms/offered.ts'
import { formsModel, type Published } from '../../../src/releases/forms/page.ts'
import { isNear } from '../../../src/releases/forms/read-back/unlike-csv.ts'
import { RELEASE_STATES, type ReportForm } from '../../../src/vocabulary/release.ts'

const words = wordsFor('en')
const model = (
  over: { published?: Published; damagedForms?: readonly ReportForm[]; maker?: boolean } = {},
  state: (typeof RELEASE_STATES)[number] = 'issued',
) => formsModel({ id: 7, state }, { published: 'yes', damagedForms: [], maker: true, ...over }, words)

describe('the other forms of a report', () => {
  it.each([
    ['protecting', []],
    ['failed', []],
    ['protected', ['table', 'data', 'iati']],
    ['issued', ['table', 'data', 'iati']],
  ] as const)('are there once it has been protected: %s', (state, forms) => {
    expect(RELEASE_STATES).toContain(state)
    expect(offeredForms({ state }, true)).toEqual(forms)
    expect(offeredForms({ state }, false)).toEqual(forms.filter((form) => form !== 'iati'))
    expect(model({}, state) === null).toBe(forms.length === 0)
  })

  it('are found under its number, each with what it is for', () => {
    expect((['table', 'data', 'iati'] as const).map((form) => addressOfForm({ id: 7 }, form))).toEqual([
      ...['/releases/7/table.csv', '/releases/7/data.csv', '/releases/7/iati.xml'],
    ])
    expect(model()).toEqual({
      files: [
        {
          href: '/releases/7/table.csv',
          label: 'Download as CSV for Excel',
          hint: 'One row a figure, numbers and separators as Excel in your language has them.',
        },
        {
          href: '/releases/7/data.csv',
          label: 'Download as CSV for programs',
          hint: expect.stringContaining('codes as headings'),
        },
        {
          href: '/releases/7/iati.xml',
          label: 'Download as IATI (XML)',
          hint: expect.stringContaining('version 2.03'),
        },
      ],
      damaged: null,
      missing: null,
    })
  })

  it.each<[Published, boolean, string | null]>([
    ['yes', true, null],
    ['not', true, 'There is no IATI file: the project does not say how it is published.'],
    ['later', true, 'There is no IATI file of this report: it was issued before'],
    ['not', false, null],
    ['later', false, null],
  ])('published: %s, for its maker: %s, say why there is no IATI file', (published, maker, said) => {
    const { files, missing } = model({ published, maker })!
    expect(files.some(({ href }) => href.endsWith('iati.xml'))).toBe(published === 'yes')
    if (said === null) expect(missing).toBeNull()
    else expect(missing).toContain(said)
  })

  it.each<[ReportForm[], string]>([
    [['iati'], ': IATI. Ask'],
    [['data', 'table-vi'], ': CSV for programs, CSV for Excel (Vietnamese). Ask'],
  ])('that are not what was issued are named: %j', (damagedForms, said) => {
    expect(model({ damagedForms })!.damaged).toContain(said)
  })
})

describe('a number with the 15 digits that people read', () => {
  it.each([
    [0, 0, true],
    [0.1 + 0.2, 0.3, true],
    [1 / 3, 0.333333333333333, true],
    [-1 / 3, -0.333333333333333, true],
    [1 / 3, 0.3333333333333, true],
    [1 / 3, 0.333333333333, false],
    [1 / 3, -1 / 3, false],
    [1e15, 1e15 + 100, true],
    [1e15, 1e15 + 101, false],
    [0, 1e-20, false],
    [100, 101, false],
  ])('%d is that of %d: %s', (one, other, near) => {
    expect([isNear(one, other), isNear(other, one)]).toEqual([near, near])
  })
})
