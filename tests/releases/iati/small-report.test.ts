import { beforeAll, describe, expect, it } from 'vitest'
import type { Indicator } from '../../../src/indicators/indicator.ts'
import { wordsFor } from '../../../src/language/words.ts'
import type { ReleaseContent } from '../../../src/releases/content/content.ts'
import { iatiFile } from '../../../src/releases/iati/activity.ts'
import { goalTags, indicatorReferences } from '../../../src/releases/iati/goals.ts'
import { kindOf, mayBeAdded, measureCode, valueAttribute } from '../../../src/releases/iati/measured.ts'
import { inBothLanguages, narratives } from '../../../src/releases/iati/narrative.ts'
import { COUNT, MILESTONE, RATIO } from '../../charts/tables.ts'
import { smallContent } from '../workbook/small-content.ts'
import { SMALL_IDENTITY } from './identity.ts'

let content: ReleaseContent
beforeAll(async () => {
  content = await smallContent()
})
const written = (of: ReleaseContent = content) => [...iatiFile(of, SMALL_IDENTITY)].join('')
/** One element a line, as somebody reads it. */
const lines = (of?: ReleaseContent) => written(of).replaceAll('><', '>\n<').split('\n')

describe('the small report as an IATI activity', () => {
  it('says this and nothing else', async () => {
    await expect(lines().join('\n')).toMatchFileSnapshot('small-report.xml')
  })

  it('tells no number that is hidden, nor what was planned beside it', () => {
    const hidden = content.tables
      .flatMap(({ table }) => table.cells.flat())
      .filter(({ shown }) => shown.kind !== 'figure')
    expect(hidden.length).toBeGreaterThan(0)
    expect(written()).not.toMatch(/confidential|value=""|\[c\]/)
  })

  it.each([
    ['2019-12-31', ['status code="1"']],
    ['2020-01-01', ['status code="2"', 'type="2"']],
    ['2030-12-31', ['status code="2"', 'type="2"']],
    ['2031-01-01', ['status code="3"', 'type="2"']],
  ])('stands as the day of the report has it: %s', (day, expected) => {
    const asAt = Date.parse(`${day}T09:00:00+07:00`)
    const said = lines({ ...content, release: { ...content.release, asAt } }).filter((line) =>
      /activity-(status|date)/.test(line),
    )
    for (const one of expected) expect(said.join()).toContain(one)
    expect(said).toHaveLength(2 + expected.length)
  })

  it('says so where it is a draft, and is in the language of the report first', () => {
    const draft = written({ ...content, draft: true, release: { ...content.release, language: 'en' } })
    expect(draft).toContain('<iati-activity xml:lang="en"')
    expect(draft).toContain('DRAFT: not issued.')
    expect(draft).toContain('Report no. 7, draft of ')
    expect(written()).not.toContain('DRAFT')
    expect(written({ ...content, release: { ...content.release, language: 'both' } })).toContain('xml:lang="vi" last')
  })

  it('is of the country where nothing is told of an area, of an area where one is', () => {
    const scope = (areas: ReleaseContent['areas']) =>
      /activity-scope code="(\d)"/.exec(written({ ...content, areas }))![1]
    const told = content.areas.filter(({ slug }) =>
      content.tables.some(({ table }) => table.rowsAre === 'places' && table.rows.some(({ key }) => key === slug)),
    )
    expect(told.length).toBeGreaterThan(1)
    expect([scope([]), scope(told.slice(0, 1)), scope(told)]).toEqual(['4', '6', '5'])
    expect(scope(told.map((area) => ({ ...area, isPartner: true })))).toBe('4')
  })
})

describe('what a reader of an IATI file has to know of an indicator', () => {
  const one = () => content.indicators[0]!
  const withOne = (more: Partial<Indicator>) => ({ ...content, indicators: [{ ...one(), ...more }] })
  /** Its element, of a report that has nothing but it. */
  const element = (of: Partial<ReleaseContent> = {}, more: Partial<Indicator> = {}) =>
    /<indicator .*<\/indicator>/s.exec(written({ ...withOne(more), ...of }))![0]
  const tables = (more: object) =>
    content.tables.map((told) => ({ ...told, table: { ...told.table, ...more } })) as ReleaseContent['tables']

  it('is whether more of it is better', () => {
    expect(element({}, { direction: 'higher' })).toContain('ascending="true"')
    expect(element({}, { direction: 'lower' })).toContain('ascending="false"')
  })

  it('is that the same person may stand in several rows, where that is so of its own', () => {
    const { t } = wordsFor('en')
    const overlapping = t('releases:workbook.overlapping')
    expect(element()).not.toContain(overlapping)
    expect(element({ tables: tables({ overlapping: true }) })).toContain(overlapping)
    const others = content.tables.filter(({ table }) => table.indicator.code !== one().code)
    expect(others.length).toBeGreaterThan(0)
    const ofOthers = [
      ...content.tables,
      ...others.map((told) => ({ ...told, table: { ...told.table, overlapping: true } })),
    ]
    expect(element({ tables: ofOthers })).not.toContain(overlapping)
  })

  it('is that it is measured, even where nothing of it may be told', () => {
    expect(element({ tables: [] })).toContain(`>${one().code}. `)
    expect(element({ tables: [] })).not.toMatch(/<period>|<actual/)
  })

  it('is of which areas its numbers are, or of which partners where there are no areas', () => {
    const partners = content.areas.map(({ slug, name }) => ({ slug, name, isPartner: true as const }))
    const slugs = (xml: string, pattern: RegExp) => new Set([...xml.matchAll(pattern)].map(([, slug]) => slug))
    const inAreas = slugs(element(), /<location ref="(\w+)"/g)
    expect(inAreas.size).toBeGreaterThan(0)
    expect(element()).not.toContain('name="partner"')
    const ofPartners = element({ areas: partners })
    expect(slugs(ofPartners, /<dimension name="partner" value="(\w+)"/g)).toEqual(inAreas)
    expect(ofPartners).not.toContain('<location')
  })

  it('is what its result rests on; a result without indicators is not told', () => {
    const assumption = { vi: 'Giả định', en: 'Law is passed' }
    const results = content.results.map((result) => ({ ...result, assumption }))
    expect(written({ ...content, results })).toContain('Assumption: Law is passed')
    expect(written()).not.toContain('Assumption: ')
    expect(written({ ...content, indicators: [] })).not.toContain('<result')
  })
})

it('an area is described by its codes, as far as it has any', () => {
  const { slug, name } = content.areas[0]!
  const described = (codes: { code?: string; iso?: string | null }) =>
    /<location ref.*?<\/location>/s.exec(written({ ...content, areas: [{ slug, name, ...codes }] }))![0]
  expect(described({ code: '42', iso: 'VN-23' })).toContain('>ISO 3166-2: VN-23; official code: 42<')
  expect(described({ iso: 'VN-23' })).toContain('>ISO 3166-2: VN-23<')
  expect(described({})).not.toContain('<description>')
})

it('a name that is the same in both languages stands once, and what is a sign of XML is no sign in it', () => {
  expect(narratives({ vi: 'A & B', en: 'A & B' })).toEqual(['<narrative xml:lang="vi">A &amp; B</narrative>'])
  expect(narratives({ vi: 'a', en: 'b' })).toHaveLength(2)
})

const tagged = (sdg: string[], gcm: number[]): Pick<Indicator, 'tags'> => ({ tags: { sdg, gcm } })

describe('goals', () => {
  it('are told of an indicator by their own lists', () => {
    const references = indicatorReferences(tagged(['16.2', '16.2.2'], [10]))
    expect(references.map((one) => one.replace(/ indicator-uri="[^"]*"/, ''))).toEqual([
      '<reference vocabulary="99" code="SDG-16.2"/>',
      '<reference vocabulary="9" code="16.2.2"/>',
      '<reference vocabulary="99" code="GCM-10"/>',
    ])
    expect(references[1]).toContain('https://unstats.un.org/')
    expect(references[2]).toContain('https://undocs.org/A/RES/73/195')
  })

  it('are told of the activity each once, in the order of their numbers', () => {
    const indicators = [
      tagged(['5.10.1', '16.2.2'], [10]),
      tagged(['5.2', '16.2'], [9, 10]),
    ] as ReleaseContent['indicators']
    const codes = goalTags({ indicators }, inBothLanguages(content)).map((tag) => /code="([^"]+)"/.exec(tag)![1])
    expect(codes).toEqual(['5.2', '5.10', '16.2', 'GCM-9', 'GCM-10'])
  })
})

describe('what is told of an indicator', () => {
  it.each([
    ['a count', COUNT, undefined, true, 'value', 1],
    ['a percentage', RATIO, undefined, true, 'value', 2],
    ['another scale', { ...RATIO, scale: 1000 }, undefined, true, 'value', 1],
    ['the stage of one reporter', MILESTONE, undefined, false, 'stage', 4],
    ['of all reporters', MILESTONE, undefined, true, 'reached', 1],
    ['of several', MILESTONE, 3, false, 'reached', 1],
    ['of the one there is', { ...MILESTONE, overPlaces: 'project' }, undefined, true, 'stage', 4],
  ] as const)('is its value, its stage or how many have reached it: %s', (_, indicator, of, isWhole, kind, code) => {
    expect(kindOf(indicator as Indicator, { of, isWhole })).toBe(kind)
    expect(measureCode(indicator as Indicator, kind)).toBe(code)
  })

  it('has its number in its unit, how many have reached a stage as it is', () => {
    expect(valueAttribute(0.07, RATIO, 'value')).toBe('7')
    expect(valueAttribute(1234.5, COUNT, 'value')).toBe('1234.5')
    expect(valueAttribute(2, { ...RATIO }, 'reached')).toBe('2')
  })

  it.each<[string, Partial<Indicator>, boolean]>([
    ['a flow', {}, true],
    ['a stock', { overTime: 'latest' }, false],
    ['people whom several reporters may count', { overPlaces: 'none' }, false],
    ['a ratio', { measure: 'ratio' }, false],
  ])('may be added up by whoever reads it: %s', (_, more, isAdded) => {
    expect(mayBeAdded({ ...COUNT, ...more })).toBe(isAdded)
  })
})
