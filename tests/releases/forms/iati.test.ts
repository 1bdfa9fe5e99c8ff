import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { root } from '../../../src/config/root.ts'
import type { ReleaseContent } from '../../../src/releases/content/content.ts'
import { iatiFile } from '../../../src/releases/iati/activity.ts'
import { demoDb } from '../../support/demo.ts'
import { elementsIn, type ReadElement } from './read-iati.ts'
import { threeYears } from './three-years.ts'

/** Where the schemas of the standard lie, which are not ours to hand on. */
const FOLDER = process.env.IATI_SCHEMAS ?? join(root, '..', 'shared', 'iati')
const SCHEMA = 'iati-activities-schema.xsd'
const hasSchemas = existsSync(join(FOLDER, SCHEMA))
if (!hasSchemas) console.warn(`IATI files are not held against the schemas: there are none in ${FOLDER} (IATI_SCHEMAS)`)

let content: ReleaseContent
let xml: string
let elements: ReadElement[]

beforeAll(() => {
  const db = demoDb()
  content = threeYears(db)
  db.$client.close()
  xml = written()
  elements = elementsIn(xml)
})

const written = (of: ReleaseContent = content) => [...iatiFile(of, of.project.iati!)].join('')
const all = (name: string, parent?: string) =>
  elements.filter((one) => one.name === name && (parent === undefined || one.parents.at(-1) === parent))
const valuesOf = (name: string, attribute: string, parent?: string) =>
  all(name, parent).map(({ attributes }) => attributes[attribute])

describe('the IATI file of a report', () => {
  it.skipIf(!hasSchemas)('is valid against the schemas of version 2.03', async () => {
    const schema = (fileName: string) => ({ fileName, contents: readFileSync(join(FOLDER, fileName), 'utf8') })
    const { valid, errors } = await validateXML({
      xml: [{ fileName: 'report.xml', contents: xml }],
      schema: [schema(SCHEMA)],
      preload: ['iati-common.xsd', 'xml.xsd'].map(schema),
      initialMemoryPages: 1024,
      maxMemoryPages: 8192,
    })
    expect(errors.slice(0, 5)).toEqual([])
    expect(valid).toBe(true)
  })

  it('is said by whom it names first, and has what the standard asks of an identifier', () => {
    const [identifier] = all('iati-identifier')
    expect(identifier!.text).toMatch(/^[^\s/&|?]+$/)
    expect(identifier!.text.startsWith(`${all('reporting-org')[0]!.attributes.ref}-`)).toBe(true)
    expect(valuesOf('participating-org', 'role')).toEqual(['1', '4', '4', '4'])
  })

  it('has dates in order, and begins before anything is reported', () => {
    const dates = Object.fromEntries(
      all('activity-date').map(({ attributes }) => [attributes.type, attributes['iso-date']]),
    )
    expect(dates).toEqual({ 1: '2019-01-01', 2: '2019-01-01', 3: '2021-12-31' })
    expect(valuesOf('activity-status', 'code')).toEqual(['3'])
    const [starts, ends] = [valuesOf('period-start', 'iso-date'), valuesOf('period-end', 'iso-date')]
    expect(starts.length).toBeGreaterThan(400)
    expect(starts.filter((start, nth) => start! >= ends[nth]! || start! < dates[1]!)).toEqual([])
  })

  it('shares itself out among sectors and countries to the last per cent', () => {
    for (const name of ['sector', 'recipient-country'])
      expect(valuesOf(name, 'percentage').reduce((sum, share) => sum + Number(share), 0)).toBe(100)
  })

  it('has a number wherever one is measured, and nowhere else says what is hidden', () => {
    for (const name of ['target', 'actual', 'baseline'])
      for (const value of valuesOf(name, 'value')) expect(value).toMatch(/^-?\d+(\.\d+)?$/)
    expect(valuesOf('indicator', 'measure').filter((measure) => !['1', '2', '4'].includes(measure!))).toEqual([])
    // Nothing but what a number is of, and what is said of it.
    const inside = elements.filter(({ parents }) => ['target', 'actual'].includes(parents.at(-1) ?? ''))
    expect([...new Set(inside.map(({ name }) => name))].sort()).toEqual(['comment', 'dimension', 'location'])
  })

  it('refers to its own places, each of which it describes once', () => {
    const described = valuesOf('location', 'ref', 'iati-activity')
    expect(new Set(described).size).toBe(described.length)
    const named = new Set([...valuesOf('location', 'ref', 'actual'), ...valuesOf('location', 'ref', 'target')])
    expect([...named].filter((ref) => !described.includes(ref))).toEqual([])
    expect(described).toEqual(['hai-phong', 'quang-ninh', 'nghe-an', 'ha-tinh', 'quang-binh'])
  })

  it('names goals at indicators and not at results, in vocabularies that have them', () => {
    expect(all('reference', 'result')).toEqual([])
    const references = all('reference', 'indicator').map(({ attributes }) => attributes)
    expect(references.length).toBeGreaterThan(80)
    for (const { vocabulary, code, 'indicator-uri': uri } of references) {
      expect(vocabulary === '9' ? /^\d+\.\w+\.\d+$/ : /^(SDG-\d+\.\w+|GCM-\d+)$/).toSatisfy((form: RegExp) =>
        form.test(code!),
      )
      expect(uri).toMatch(/^https:/)
    }
    expect(
      all('tag')
        .filter(({ attributes }) => attributes.vocabulary === '3')
        .map(({ attributes }) => attributes.code),
    ).toEqual(expect.arrayContaining(['5.2', '8.7', '16.2', '10.7']))
  })

  it('says which numbers may be added: amounts of flows that no person stands in twice', () => {
    const flags = new Map<string, string>()
    let added = ''
    for (const { name, attributes, parents, text } of elements) {
      if (name === 'indicator') added = attributes['aggregation-status']!
      if (
        name === 'narrative' &&
        parents.at(-2) === 'indicator' &&
        parents.at(-1) === 'title' &&
        /^[A-Z]\d+\./.test(text)
      )
        flags.set(text.slice(0, text.indexOf('.')), added)
    }
    const told = (codes: string[]) => codes.map((code) => flags.get(code))
    expect(told(['P1', 'V3', 'J1'])).toEqual(['true', 'true', 'true'])
    // A count since the beginning, a share, a mean, a stock, a stage, a median.
    expect(told(['P3', 'P5', 'P6', 'P13', 'J11', 'V11'])).toEqual(Array.from({ length: 6 }, () => 'false'))
  })

  it('is in both languages throughout, whatever the report is in', () => {
    const narratives = all('narrative')
    const inVi = narratives.filter(({ attributes }) => attributes['xml:lang'] === 'vi').length
    expect(narratives.length).toBe(inVi + narratives.filter(({ attributes }) => attributes['xml:lang'] === 'en').length)
    expect(narratives.filter(({ text }) => text.trim() === '')).toEqual([])
    expect(elementsIn(written({ ...content, release: { ...content.release, language: 'en' } })).length).toBe(
      elements.length,
    )
  })

  it('can be read whatever a title holds', () => {
    const title = '<!--]]>&"\u0007 =1+1 </narrative>'
    const odd = elementsIn(written({ ...content, release: { ...content.release, title } }))
    expect(odd).toHaveLength(elements.length)
    expect(odd.some(({ text }) => text.includes('<!--]]>&" =1+1 </narrative>'))).toBe(true)
  })
})
