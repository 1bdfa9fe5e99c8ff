import { beforeAll, describe, expect, it } from 'vitest'
import type { ReleaseContent } from '../../../src/releases/content/content.ts'
import { formOf } from '../../../src/releases/forms/form.ts'
import { packedForms } from '../../../src/releases/forms/packed-form.ts'
import { finishedForms } from '../../../src/releases/forms/read-back/finished-forms.ts'
import { REPORT_FORMS, type ReportForm } from '../../../src/vocabulary/release.ts'
import { SMALL_IDENTITY } from '../iati/identity.ts'
import { smallContent } from '../workbook/small-content.ts'

let content: ReleaseContent
beforeAll(async () => {
  const made = await smallContent()
  content = { ...made, project: { ...made.project, iati: SMALL_IDENTITY } }
})

/** What is said of a form whose writer changes one thing. */
function unlikeWith(form: ReportForm, change: (text: string) => string) {
  let hasChanged = false
  const made = finishedForms(content, (one, ...rest) => {
    if (one !== form) return null
    const text = [...formOf(one, ...rest)!].join('')
    const changed = change(text)
    hasChanged = changed !== text
    return [changed]
  })
  expect(hasChanged).toBe(true)
  return 'unlike' in made ? made.unlike : []
}

/** The line of a file that a pattern first fits, changed. */
const lineWith = (fits: RegExp, change: (line: string) => string) => (text: string) => {
  const lines = text.split(/(?<=\n)/)
  const nth = lines.findIndex((line) => fits.test(line))
  return lines.with(nth, change(lines[nth]!)).join('')
}
const ACTUAL = /<actual value="([\d.]+)"/
const VALUED = /,total,[^,]*,\d+,/

describe('the other files of a report, read back', () => {
  it('are those that were written, where each says what the figures say', () => {
    const made = finishedForms(content)
    expect(made).toEqual(packedForms(content))
    expect(Array.isArray(made) && made.map(({ form }) => form)).toEqual([...REPORT_FORMS])
  })

  it.each<[string, ReportForm, (text: string) => string, { expected: unknown; found: unknown }]>([
    [
      'another number in IATI',
      'iati',
      (text) => text.replace(ACTUAL, '<actual value="987654"'),
      { expected: expect.any(Number), found: '987654' },
    ],
    [
      'a number less in IATI',
      'iati',
      (text) => text.replace(/<actual [^>]*?(\/>|>.*?<\/actual>)/, ''),
      { expected: expect.any(Number), found: null },
    ],
    [
      'a number twice in IATI',
      'iati',
      (text) => text.replace(/<actual [^>]*?(\/>|>.*?<\/actual>)/, '$&$&'),
      { expected: expect.any(Number), found: expect.any(String) },
    ],
    [
      'another target in IATI',
      'iati',
      (text) => text.replace(/<target value="[\d.]+"/, '<target value="987654"'),
      { expected: expect.any(Number), found: '987654' },
    ],
    [
      'another baseline in IATI',
      'iati',
      (text) => text.replace(/(<baseline [^>]*value=")[\d.]+"/, '$1987654"'),
      { expected: expect.any(Number), found: '987654' },
    ],
    [
      'another day in IATI',
      'iati',
      (text) => text.replace(/<period-end iso-date="\d{4}/, '<period-end iso-date="1999'),
      { expected: null, found: expect.any(String) },
    ],
    [
      'no number in IATI',
      'iati',
      (text) => text.replace(ACTUAL, '<actual value=""'),
      { expected: expect.any(Number), found: '' },
    ],
    [
      'IATI that is cut off',
      'iati',
      (text) => text.slice(0, -20),
      { expected: 'well-formed XML', found: expect.any(String) },
    ],
    [
      'another number in the CSV for programs',
      'data',
      lineWith(VALUED, (line) => line.replace(/,total,([^,]*),\d+,/, ',total,$1,987654,')),
      { expected: expect.any(Number), found: 987654 },
    ],
    [
      'another word in the CSV for programs',
      'data',
      (text) => text.replace('female', 'males'),
      { expected: 'female', found: 'males' },
    ],
    [
      'a line less in the CSV for programs',
      'data',
      lineWith(VALUED, () => ''),
      { expected: expect.anything(), found: expect.anything() },
    ],
    [
      'a line more in the CSV for programs',
      'data',
      lineWith(VALUED, (line) => line + line),
      { expected: expect.anything(), found: expect.anything() },
    ],
    [
      'a column less in the headings',
      'data',
      (text) => text.replace(/,key\r\n/, '\r\n'),
      { expected: expect.any(Number), found: expect.any(Number) },
    ],
    [
      'a day otherwise in the CSV for programs',
      'data',
      (text) => text.replace(/,\d{4}-\d{2}-\d{2},/, ',1999-01-01,'),
      { expected: expect.any(Number), found: '1999-01-01' },
    ],
    [
      'a comma for a point in the CSV for Excel',
      'table-vi',
      lineWith(/;\d+,\d+%?;/, (line) => line.replace(/(;\d+),(\d+%?;)/, '$1.$2')),
      { expected: expect.any(Number), found: expect.any(String) },
    ],
    [
      'a number without its per cent in the CSV for Excel',
      'table-en',
      lineWith(/,\d+(\.\d+)?%,/, (line) => line.replace(/(,\d+(\.\d+)?)%,/, '$1,')),
      { expected: expect.any(Number), found: expect.any(Number) },
    ],
    [
      'a number in the place of one that is hidden',
      'table-en',
      lineWith(/,,\[c\],/, (line) => line.replace(',,[c],', ',3,[c],')),
      { expected: null, found: 3 },
    ],
  ])('stop the issue when one has %s', (_, form, change, expected) => {
    expect(unlikeWith(form, change)[0]).toEqual({ at: expect.stringMatching(`^${form}`), ...expected })
  })

  it('say the same of partners, in a project that compares these instead of areas', () => {
    const areas = content.areas.map(({ slug, name }) => ({ slug, name, isPartner: true as const }))
    const ofPartners = { ...content, areas }
    expect([...formOf('iati', ofPartners)!].join('')).toContain('<dimension name="partner" value=')
    expect(finishedForms(ofPartners)).toEqual(packedForms(ofPartners))
    const elsewhere = finishedForms(ofPartners, (form, given, data) =>
      formOf(form, form === 'iati' ? content : given, data),
    )
    const ofAnArea = { at: 'iati actual A 2020-01-01 2020-03-31 ha ', expected: null, found: '50' }
    expect(elsewhere).toEqual({ unlike: expect.arrayContaining([ofAnArea]) })
  })

  it('leave a report without IATI where the project does not say how it is published', () => {
    const made = finishedForms({ ...content, project: { ...content.project, iati: null } })
    expect(Array.isArray(made) && made.map(({ form }) => form)).toEqual(REPORT_FORMS.filter((form) => form !== 'iati'))
  })
})
