import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { readFolder } from '../../src/framework/folder-load.ts'
import { LIST_NAMES } from '../../src/framework/list-name.ts'
import { type ListProblem, PROBLEM_CODES, problemLine } from '../../src/framework/problem.ts'
import { readProject } from '../../src/framework/read.ts'
import { problemsAfter, type Small, small, smallData, texts } from './small.ts'

/** What is done to a small project, and what is said of it: list, row (name), field: code and what stood there. */
const WRONG: [change: (project: Small) => void, line: string][] = [
  [(p) => Object.assign(p.project, { first: '2021Q1' }), 'project.json, first: not-a-quarter "2021Q1"'],
  [(p) => Object.assign(p.project, { name: { vi: 'A' } }), 'project.json, name.en: missing'],
  [(p) => Object.assign(p.project, { illustrative: 'yes' }), 'project.json, illustrative: wrong-kind "yes" (boolean)'],
  [(p) => Object.assign(p.project, { colour: 'red' }), 'project.json, colour: unknown-field'],
  [(p) => Object.assign(p.project, { last: '2020-Q4' }), 'project.json, last: ends-first'],
  [(p) => Object.assign(p.project.settings.rag, { amber: 95 }), 'project.json, settings.rag.amber: does-not-fit "95"'],
  [
    (p) => Object.assign(p.project.settings, { fiscalStartMonth: 2 }),
    'project.json, settings.fiscalStartMonth: not-on-the-list "2" (1, 4, 7, 10)',
  ],
  [
    (p) => Object.assign(p.results[1]!, { level: 'goal' }),
    'results.json, row 2 (1), level: not-on-the-list "goal" (impact, outcome, output)',
  ],
  [(p) => Object.assign(p.results[1]!, { parent: '9' }), 'results.json, row 2 (1), parent: unknown "9"'],
  [(p) => p.results.reverse(), 'results.json, row 1 (1), parent: comes-later "I"'],
  [
    (p) => Object.assign(p.results[1]!, { level: 'impact', component: null }),
    'results.json, row 2 (1), parent: does-not-fit "I"',
  ],
  [
    (p) => Object.assign(p.results[0]!, { component: 'protection' }),
    'results.json, row 1 (I), component: does-not-fit "protection"',
  ],
  [(p) => p.results.push(p.results[1]!), 'results.json, row 3 (1), code: twice "1"'],
  [
    (p) => Object.assign(p.breakdowns[0]!, { code: 'Giới tính' }),
    'breakdowns.json, row 1 (Giới tính), code: badly-written "Giới tính"',
  ],
  [
    (p) =>
      p.breakdowns[1]!.categories.pop() &&
      p.breakdowns[1]!.categories.push({ code: 'adult', name: { vi: 'x', en: 'x' } }),
    'breakdowns.json, row 2 (age), categories: missing "not-recorded"',
  ],
  [
    (p) => p.breakdowns[0]!.categories.push(p.breakdowns[0]!.categories[0]!),
    'breakdowns.json, row 1 (sex), categories.3.code: twice "male"',
  ],
  [(p) => Object.assign(p.indicators[0]!, { decimals: 9 }), 'indicators.json, row 1 (V1), decimals: out-of-range "9"'],
  [
    (p) => Object.assign(p.indicators[0]!.name, { en: '  ' }),
    'indicators.json, row 1 (V1), name.en: badly-written "  "',
  ],
  [(p) => Object.assign(p.indicators[0]!, { result: '7' }), 'indicators.json, row 1 (V1), result: unknown "7"'],
  [(p) => Object.assign(p.indicators[1]!, { code: 'V1' }), 'indicators.json, row 2 (V1), code: twice "V1"'],
  [
    (p) => Object.assign(p.indicators[1]!, { baseUnit: null }),
    'indicators.json, row 2 (V2), baseUnit: does-not-fit "ratio"',
  ],
  [
    (p) => Object.assign(p.indicators[2]!, { stages: [] }),
    'indicators.json, row 3 (V3), stages: does-not-fit "milestone"',
  ],
  [(p) => Object.assign(p.indicators[2]!, { targetStage: 2 }), 'indicators.json, row 3 (V3), targetStage: unknown "2"'],
  [
    (p) => Object.assign(p.indicators[2]!, { targetStage: null }),
    'indicators.json, row 3 (V3), targetStage: does-not-fit "milestone"',
  ],
  [
    (p) => Object.assign(p.indicators[1]!, { measure: 'median' }),
    'indicators.json, row 2 (V2), overPlaces: does-not-fit "sum"',
  ],
  [
    (p) => Object.assign(p.indicators[0]!, { frequency: 'survey' }),
    'indicators.json, row 1 (V1), rounds: does-not-fit "survey"',
  ],
  [(p) => surveyed(p, ['2021-Q5']), 'indicators.json, row 1 (V1), rounds.0.to: not-a-quarter "2021-Q5"'],
  [(p) => surveyed(p, [{ from: '2021-Q4', to: '2021-Q2' }]), 'indicators.json, row 1 (V1), rounds.0.from: ends-first'],
  [
    (p) => surveyed(p, [{ from: '2021-Q1', to: '2021-Q2' }, '2021-Q2']),
    'indicators.json, row 1 (V1), rounds.1: overlaps',
  ],
  [
    (p) => surveyed(p, [{ from: '2022-Q4', to: '2023-Q1' }]),
    'indicators.json, row 1 (V1), rounds.0.to: outside-project "2023-Q1"',
  ],
  [
    (p) => surveyed(p, [{ from: '2020-Q4', to: '2021-Q1' }]),
    'indicators.json, row 1 (V1), rounds.0.from: outside-project "2020-Q4"',
  ],
  [
    (p) => Object.assign(p.indicators[0]!, { frequency: 'annual', yearStart: 2 }),
    'indicators.json, row 1 (V1), yearStart: not-on-the-list "2" (1, 4, 7, 10)',
  ],
  [
    (p) => p.indicators[0]!.schemes.push({ kind: 'primary', breakdowns: ['sex'] }),
    'indicators.json, row 1 (V1), schemes.1: overlaps',
  ],
  [
    (p) => p.indicators[0]!.schemes.push({ kind: 'multiple', breakdowns: ['sex', 'age'] }),
    'indicators.json, row 1 (V1), schemes.1.breakdowns: does-not-fit "multiple"',
  ],
  [
    (p) => Object.assign(p.indicators[0]!.schemes[0]!, { breakdowns: ['sex', 'sex'] }),
    'indicators.json, row 1 (V1), schemes.0.breakdowns.1: twice "sex"',
  ],
  [
    (p) => Object.assign(p.indicators[0]!.schemes[0]!, { breakdowns: ['form'] }),
    'indicators.json, row 1 (V1), schemes.0.breakdowns.0: unknown "form"',
  ],
  [
    (p) => Object.assign(p.indicators[0]!.schemes[0]!, { from: '2022-Q1', to: '2021-Q4' }),
    'indicators.json, row 1 (V1), schemes.0.to: ends-first',
  ],
  [(p) => Object.assign(p.places[1]!, { parent: null }), 'places.json, row 2 (ky-son), parent: does-not-fit'],
  [
    (p) => Object.assign(p.places[1]!, { parent: 'ky-son-2025' }),
    'places.json, row 2 (ky-son), parent: not-above "ky-son-2025"',
  ],
  [
    (p) => Object.assign(p.places[0]!, { validFrom: '2004-02-30' }),
    'places.json, row 1 (nghe-an), validFrom: not-a-day "2004-02-30"',
  ],
  [
    (p) => Object.assign(p.places[1]!, { validTo: '2004-07-08' }),
    'places.json, row 2 (ky-son), validTo: ends-first "2004-07-08"',
  ],
  [(p) => Object.assign(p.places[1]!, { validTo: null }), 'places.json, row 3 (ky-son-2025), code: overlaps "16813"'],
  [(p) => Object.assign(p.places[2]!, { slug: 'ky-son' }), 'places.json, row 3 (ky-son), slug: twice "ky-son"'],
  [
    (p) => Object.assign(p.successions[0]!, { to: 'nowhere' }),
    'successions.json, row 1 (ky-son), to: unknown "nowhere"',
  ],
  [
    (p) => p.successions.push({ from: 'ky-son-2025', to: 'ky-son', on: '2026-01-01' }),
    'successions.json, row 1 (ky-son), to: circle "ky-son-2025"',
  ],
  [
    (p) => Object.assign(p.partners[0]!, { cutOffDay: 31 }),
    'partners.json, row 1 (police), cutOffDay: out-of-range "31"',
  ],
  [
    (p) => Object.assign(p.partners[0]!.names[0]!, { validTo: null }),
    'partners.json, row 1 (police), names.1: overlaps',
  ],
  [
    (p) => Object.assign(p.partners[0]!.names[0]!, { validTo: '2003-01-01' }),
    'partners.json, row 1 (police), names.0.validTo: ends-first "2003-01-01"',
  ],
  [
    (p) => Object.assign(p.assignments[0]!, { partner: 'nobody' }),
    'assignments.json, row 1 (nobody), partner: unknown "nobody"',
  ],
  [
    (p) => Object.assign(p.assignments[0]!, { places: ['hue'] }),
    'assignments.json, row 1 (police), places.0: unknown "hue"',
  ],
  [
    (p) => Object.assign(p.assignments[0]!, { indicators: ['V9'] }),
    'assignments.json, row 1 (police), indicators.0: unknown "V9"',
  ],
  [(p) => Object.assign(p.assignments[0]!, { to: '2020-Q4' }), 'assignments.json, row 1 (police), to: ends-first'],
  [
    (p) => Object.assign(p.assignments[0]!, { to: '2022-Q1' }),
    'assignments.json, row 2: overlaps "V1, police, nghe-an"',
  ],
  [
    (p) => Object.assign(p.assignments[1]!.takesOver[0]!, { place: undefined }),
    'assignments.json, row 2 (police), takesOver.0: to-itself "V1, police, nghe-an"',
  ],
  [
    (p) => Object.assign(p.assignments[1]!.takesOver[0]!, { partner: 'army' }),
    'assignments.json, row 2 (police), takesOver.0: not-assigned "V1, army, ky-son"',
  ],
  [
    (p) =>
      Object.assign(p.assignments[0]!, { from: '2021-Q3' }) &&
      p.assignments.push({ ...p.assignments[1]!, places: ['ky-son-2025'], from: '2021-Q2' }),
    'assignments.json, row 3 (police), takesOver.0: before-predecessor "V1, police, ky-son"',
  ],
  [
    (p) =>
      p.assignments.push({
        ...p.assignments[1]!,
        places: ['ky-son'],
        from: '2022-Q2',
        takesOver: [{ partner: 'police', place: 'nghe-an' }],
      }),
    'assignments.json, row 3 (police), takesOver.0: circle "V1, police, nghe-an"',
  ],
  [(p) => Object.assign(p.targets.project[0]!, { indicator: 'V9' }), 'targets.json (V9), project.0: unknown "V9"'],
  [
    (p) => Object.assign(p.targets.places[0]!, { values: { hue: 3 } }),
    'targets.json (V1), places.0.values.hue: unknown "hue"',
  ],
  [(p) => p.targets.years[0]!.values.push(1), 'targets.json (V1), years.0.values.2: outside-project "2023-Q4"'],
  [
    (p) => p.targets.project.push({ indicator: 'V1', value: 7 }),
    'targets.json (V1), project.1: overlaps "V1, project, project 2021-Q1"',
  ],
  [(p) => Object.assign(p.targets, { setOn: 'soon' }), 'targets.json, setOn: not-a-day "soon"'],
  [
    (p) => Object.assign(p.baselines[0]!, { indicator: 'V1' }),
    'baselines.json, row 1 (V1), base: does-not-fit "count"',
  ],
  [(p) => Object.assign(p.baselines[0]!, { indicator: 'V9' }), 'baselines.json, row 1 (V9), indicator: unknown "V9"'],
  [(p) => Object.assign(p.baselines[0]!, { place: 'hue' }), 'baselines.json, row 1 (V2), place: unknown "hue"'],
  [
    (p) => p.baselines.push(p.baselines[0]!),
    'baselines.json, row 2 (V2, ky-son, 1610643600000): twice "V2, ky-son, 1610643600000"',
  ],
]

function surveyed({ indicators: [first] }: ReturnType<typeof small>, rounds: unknown[]): void {
  Object.assign(first!, { frequency: 'survey', rounds })
}

describe('reading a project', () => {
  it('finds nothing wrong with the pilot, nor with a small one', () => {
    expect(Object.keys(readFolder('fixtures/pilot'))).toEqual(['data'])
    expect(problemsAfter(() => {})).toEqual([])
  })

  it.each(WRONG)('says where: %#', (change, line) => {
    expect(problemsAfter(change).map(problemLine)).toContain(line)
  })

  it('says everything that is wrong at once, over all lists', () => {
    const problems = problemsAfter((p) => {
      Object.assign(p.project, { first: 'then' })
      Object.assign(p.components[0]!, { colour: 'beige' })
      Object.assign(p.baselines[0]!, { value: '3' })
    })
    expect(problems.map(({ list, code }) => `${list} ${code}`)).toEqual([
      'project not-a-quarter',
      'components not-on-the-list',
      'baselines wrong-kind',
    ])
  })

  it('names files that are not there or are no JSON', () => {
    const folder = mkdtempSync(join(tmpdir(), 'project-'))
    for (const list of LIST_NAMES) writeFileSync(join(folder, `${list}.json`), texts(small())[list]!)
    rmSync(join(folder, 'targets.json'))
    writeFileSync(join(folder, 'places.json'), '[{')
    const read = readFolder(folder) as { problems: ListProblem[] }
    rmSync(folder, { recursive: true })
    expect(read.problems.map(({ list, code }) => `${list} ${code}`)).toEqual(['places not-json', 'targets no-file'])
  })

  it('has tried every code', () => {
    const tried = new Set(WRONG.flatMap(([change]) => problemsAfter(change).map(({ code }) => code)))
    expect(PROBLEM_CODES.filter((code) => !tried.has(code))).toEqual(['no-file', 'not-json'])
  })

  it('reads texts in one Unicode form and without what cannot be seen', () => {
    const decomposed = JSON.parse(
      readFileSync('fixtures/pilot/project.json', 'utf8').normalize('NFD'),
    ) as Small['project']
    const read = readProject({
      ...texts(small()),
      project: JSON.stringify({ ...small().project, name: decomposed.name }),
    })
    expect('data' in read && read.data.project.name.vi).toBe(decomposed.name.vi.normalize('NFC'))
  })

  it('takes targets apart: of the project, of places, of years with what was revised, of quarters', () => {
    const [first, last] = [quarterOf(2021, 1), quarterOf(2022, 4)]
    const rows = smallData().targets.map(({ kind, place, from, to, value, validTo }) => [
      kind,
      place,
      from,
      to,
      value,
      validTo !== null,
    ])
    expect(rows).toEqual([
      ['project', null, first, last, 100, false],
      ['project', 'nghe-an', first, last, 90, false],
      ['year', null, first, first + 3, 40, false],
      ['year', null, first + 4, last, 60, true],
      ['year', null, first + 4, last, 70, false],
      ...[0, 1, 2, 3].map((nth) => ['quarter', 'nghe-an', first + nth, first + nth, 1, false]),
    ])
  })
})
