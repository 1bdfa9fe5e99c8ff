import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../src/language/words.ts'
import { subjectHref, subjectInWords } from '../../src/trail/subject.ts'
import { SUBJECT_KINDS, type SubjectKind } from '../../src/vocabulary/trail.ts'
import { PILOT_TERMS } from '../language/pilot-terms.ts'
import { NAMES } from './names.ts'

const words = wordsFor('en', PILOT_TERMS)
const everything = () => true
const nothing = () => false

describe('what was acted on', () => {
  it.each([
    ['project', 'TMSV', 'Trial project', '/overview'],
    ['place', 'ha-tinh', 'Ha Tinh', '/provinces/ha-tinh'],
    ['place', 'vinh', 'Vinh', null],
    ['partner', 'womens-union', 'Women’s Union', null],
    ['indicator', 'V3', 'V3 Clients', '/indicators/V3'],
    ['result', '1.1', '1.1 Communication', '/scores#1.1'],
    ['breakdown', 'sex', 'Sex', '/indicators/V3'],
    ['person', '7', 'Max', '/people/7'],
    ['submission', '12', 'Q4 2020 of Union of Women – Ha Tinh', '/submissions/12'],
    ['period', '2021-Q4', 'Q4 2021', '/periods#2021-Q4'],
    ['setting', 'rag', 'Green, amber and red', '/settings'],
    ['release', '9', 'Report of the year', '/releases/9'],
  ] as const)('%s is named, and leads to its page', (kind, id, name, href) => {
    expect(subjectInWords(kind, id, NAMES, words)).toBe(name)
    const trail = `/trail?subject=${kind}%3A${id}`
    expect(subjectHref(kind, id, NAMES, everything)).toBe(href ?? trail)
    expect(subjectHref(kind, id, NAMES, nothing)).toBe(trail)
  })

  it('is said to be gone where nobody knows it any more, and leads to what was done to it', () => {
    const gone = (kind: SubjectKind) => [
      subjectInWords(kind, 'xx', { ...NAMES, project: null }, words),
      subjectHref(kind, 'xx', NAMES, everything),
    ]
    for (const kind of SUBJECT_KINDS) {
      const [name, href] = gone(kind)
      expect(name, kind).toBe(words.t(`trail:gone.${kind}`))
      if (kind !== 'project' && kind !== 'setting') expect(href, kind).toBe(`/trail?subject=${kind}%3Axx`)
    }
  })

  it('has no page where figures have none: a commune, a breakdown by which nothing is split', () => {
    expect(subjectHref('place', 'vinh', NAMES, everything)).toBe('/trail?subject=place%3Avinh')
    expect(subjectHref('breakdown', 'service', NAMES, everything)).toBe('/trail?subject=breakdown%3Aservice')
  })
})
