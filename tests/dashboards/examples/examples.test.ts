import { beforeAll, describe, expect, it } from 'vitest'
import { beliefExample } from '../../../src/dashboards/examples/belief.ts'
import type { Examples } from '../../../src/dashboards/examples/examples.ts'
import { loadExamples } from '../../../src/dashboards/examples/load.ts'
import { helpPage } from '../../../src/help/page.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { reported } from '../../charts/tables.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { World } from '../../support/world.ts'
import { indicatorNamed } from '../overview/standings.ts'
import { NOW, smallPages } from '../whole/small-pages.ts'

const words = wordsFor('en', PILOT_TERMS)
const world = smallPages()
// Made before the tests and not while the file is read, so that a changed rule is seen by them.
let examples: Examples
beforeAll(() => {
  examples = loadExamples(world.db, words, NOW)!
})
const texts = (all: readonly { text: string }[] | undefined) => (all ?? []).map(({ text }) => text)

describe('a rule at work in the project’s own figures', () => {
  it('adds up what each area said, and divides what was added', () => {
    expect(texts(examples.rules.flow)).toEqual(['V1. Clients, Q2 2021: hai-phong 40 + nghe-an 1,202 = 1,242 persons.'])
    expect(texts(examples.rules.ratio)).toEqual([
      'P1. Pupils who know, Q2 2021: hai-phong 45% (9 of 20). Together: 45% (9 of 20).',
    ])
    expect(texts(examples.rules.milestone)).toEqual(['V2. Stage of the law, Q2 2021: nghe-an none. Together: none.'])
    expect(examples.rules.flow[0]!.href).toMatch(
      /^\/figures\/origin\?indicator=V1&group=project&from=2021-Q2&to=2021-Q2/,
    )
  })

  it('shows parts without a total where there is none', () => {
    expect(texts(examples.rules.apart)).toEqual([
      'X1. Meetings, Q2 2021: hai-phong 3; nghe-an 4. Together: [a] (not added up). Cannot be added: the same person may be counted by several reporters.',
    ])
  })

  it('is held against its plan, and changed', () => {
    expect(texts(examples.topics.pace)).toEqual([
      'V1. Clients: 3,726 by the end of Q2 2021; planned by then: 2,500 (an even share, by quarters, of the target for 1 Jan 2021 – 31 Dec 2021). That is 149%: On track so far.',
    ])
    expect(texts(examples.topics.change)).toEqual([])
  })

  it('was something else before it was corrected', () => {
    const belief = {
      indicator: indicatorNamed(3, { code: 'V3' }),
      area: { slug: 'hai-phong', name: { vi: 'Hải Phòng', en: 'Hai Phong' } },
      quarter: 8084,
      at: Date.parse('2021-02-12T09:00:00+07:00'),
      before: reported(7),
      now: reported(5),
    }
    expect(beliefExample(belief, words)).toEqual({
      text: 'V3. Name of V3, Hai Phong, Q1 2021: as at 11 Feb 2021 it was 7; a correction approved after that day made it 5.',
      href: '/figures/origin?indicator=V3&group=hai-phong&from=2021-Q1&to=2021-Q1&asAt=2021-02-11',
    })
  })

  it('has its marks, the last of the project or of an area first', () => {
    expect(texts(Object.values(examples.marks))).toEqual([
      'P1. Pupils who know, Whole project, Q3 2020: [x], not reported.',
      'V2. Stage of the law, hai-phong, Q3 2021: [d], not due.',
      'X1. Meetings, Whole project, Q3 2021: [a], not added up. Cannot be added: the same person may be counted by several reporters.',
      'V1. Clients, Whole project, Q3 2021: 40 persons, partial: 1 of 2 reports.',
    ])
    expect(texts(examples.rules.zero)).toEqual(['P1. Pupils who know, Whole project, Q3 2020: [x], not reported.'])
  })

  it('has none where the project has no such figure, and says so', () => {
    const { rules } = helpPage(words, examples)
    expect(rules.find(({ id }) => id === 'rule-median')!.examples).toEqual([])
    expect(helpPage(words, null).rules.every((rule) => rule.examples === null)).toBe(true)
  })

  it('needs neither values nor a project', () => {
    const blank = new World('2020-Q1').place('hai-phong').indicator('A1').assign('A1', 'hai-phong')
    const { rules, topics } = loadExamples(blank.db, words, NOW)!
    expect(texts(Object.values(rules).flat())).toEqual(['A1. , Whole project, Q4 2021: [x], not reported.'])
    expect(texts(Object.values(topics).flat())).toEqual([])
  })
})
