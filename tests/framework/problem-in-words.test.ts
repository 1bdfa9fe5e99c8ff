import { describe, expect, it } from 'vitest'
import { type ListProblem, PROBLEM_CODES } from '../../src/framework/problem.ts'
import { problemText } from '../../src/framework/problem-in-words.ts'
import { terminalLanguages } from '../../src/language/terminal.ts'
import { wordsFor } from '../../src/language/words.ts'
import { problemsAfter, type Small } from './small.ts'

const said = (change: (project: Small) => void, language: 'vi' | 'en' = 'en') =>
  problemsAfter(change).map((problem) => problemText(problem, wordsFor(language)))

describe('what is wrong with a project, in words', () => {
  it('says where, counting from 1, and what to do', () => {
    const ends = (p: Small) => Object.assign(p.partners[0]!.names[0]!, { validTo: '2003-01-01' })
    expect(said(ends)).toContain(
      'partners.json, row 1 (police), column names › 1 › validTo: it ends before it begins. Correct one of the two.',
    )
    expect(said(ends, 'vi')).toContain(
      'partners.json, hàng 1 (police), cột names › 1 › validTo: kết thúc trước khi bắt đầu. Vui lòng sửa một trong hai.',
    )
    const late = (p: Small) => p.targets.years[0]!.values.push(1)
    expect(said(late)[0]).toBe(
      'targets.json, V1, column years › 1 › values › 3: 2023-Q4 lies outside the quarters of the project. Correct it, or the first and last quarter in project.json.',
    )
  })

  it('names the kind of value that belongs there, in words', () => {
    const kinds: [unknown, string][] = [
      ['yes', 'true or false'],
      [{ vi: 'x' }, 'true or false'],
    ]
    for (const [given, kind] of kinds)
      expect(said((p) => Object.assign(p.project, { illustrative: given }))[0]).toContain(`it takes ${kind}.`)
    expect(said((p) => Object.assign(p.results[0]!, { statement: 7 }))[0]).toContain('it takes an object in { }.')
    expect(said((p) => Object.assign(p.assignments[0]!, { places: 'nghe-an' }))[0]).toContain('a list in [ ]')
    expect(said((p) => Object.assign(p.indicators[0]!, { decimals: '2' }), 'vi')[0]).toContain('cần số')
  })

  it.each<[Partial<ListProblem>, string]>([
    [{}, 'places.json: '],
    [{ row: 2 }, 'places.json, row 2: '],
    [{ name: 'V1' }, 'places.json, V1: '],
    [{ row: 2, name: 'V1' }, 'places.json, row 2 (V1): '],
    [{ field: 'names.0.a1.12' }, 'places.json, column names › 1 › a1 › 13: '],
    [{ field: '0a' }, 'places.json, column 0a: '],
  ])('says where it is, as far as that is known: %j', (where, start) => {
    const none = { list: 'places', row: null, name: null, field: '', given: null, among: [] } as const
    const text = problemText({ ...none, code: 'ends-first', ...where }, wordsFor('en'))
    expect(text).toBe(`${start}it ends before it begins. Correct one of the two.`)
  })

  it('names all that may stand there', () => {
    const of = { list: 'places', row: 1, name: null, field: 'x', given: '7', among: ['string', 'b'] } as const
    const text = (code: ListProblem['code']) => problemText({ ...of, code }, wordsFor('en'))
    expect(text('not-on-the-list')).toContain('may stand here: string, b.')
    expect(text('wrong-kind')).not.toContain('string, b')
  })

  it.each(PROBLEM_CODES)(
    'has a sentence of its own for %s, with what stands there and without, in both languages',
    (code) => {
      for (const language of ['vi', 'en'] as const)
        for (const given of ['X7', null]) {
          const problem = { list: 'places', row: 2, name: null, field: 'code', code, given, among: ['a', 'b'] } as const
          const text = problemText(problem, wordsFor(language))
          expect(text).toMatch(/^places\.json, (?:hàng|row) 2, (?:cột|column) code: \S.{10,}\.$/)
          expect(text).not.toMatch(/indicators:|{{|data\./)
        }
    },
  )
})

describe('a terminal', () => {
  it.each([
    [{ LANG: 'vi_VN.UTF-8' }, ['vi']],
    [{ LANG: 'en_US.UTF-8' }, ['en']],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'vi_VN' }, ['vi']],
    [{ LANG: 'vi_VN', LC_ALL: 'en' }, ['en']],
    [{ LANG: 'en_US.UTF-8', LC_ALL: '' }, ['en']],
    [{ LANG: 'C.UTF-8' }, ['vi', 'en']],
    [{ LANG: 'fr_FR.UTF-8' }, ['vi', 'en']],
    [{}, ['vi', 'en']],
  ])('%j is spoken to in %j', (variables, languages) => {
    expect(terminalLanguages(variables)).toEqual(languages)
  })
})
