import { beforeAll, describe, expect, it } from 'vitest'
import { problemText } from '../../src/framework/problem-in-words.ts'
import { saveProject } from '../../src/framework/save.ts'
import { wordsFor } from '../../src/language/words.ts'
import { copyOf, emptyDb, type Image, imageAndClose } from '../support/database.ts'
import { problemsAfter, type Small, smallData, TWO_PHASES } from './small.ts'

/*
 * What no project can be: the database refuses it, whoever writes, and the reader of projects says in which file and row.
 */
let image: Image
beforeAll(() => {
  const db = emptyDb()
  expect(saveProject(db, null, smallData(), 0)).toBe('saved')
  image = imageAndClose(db)
})

const place = (slug: string) => `(select id from place where slug = '${slug}')`
const indicator = "(select id from indicator where code = 'V1')"
const police = "(select id from partner where slug = 'police')"
const newPlace = (level: string, parent: string) =>
  `insert into place (id, slug, code, level, position) values (77, 'x', '77', '${level}', 9);
   insert into place_definition values (77, ${parent}, '', '', '2004-01-01', null, 0, null)`
const target = (of: string, year = 8100) =>
  `insert into target (indicator_id, place_id, kind, from_quarter, to_quarter, value, valid_from) values (${indicator}, ${of}, 'year', ${year}, ${year + 3}, 7, 10)`
const phase = (code: string, first: number) =>
  `insert into phase (code, name_vi, name_en, first_quarter, last_quarter, known_from) values ('${code}', '', '', ${first}, ${first + 3}, 0)`
const result = (code: string, id: number, parent: string) =>
  `insert into result (id, code, level, parent_id, statement_vi, statement_en, position) values (${id}, '${code}', 'output', ${parent}, '', '', 1)`

const REFUSED: [what: string, sql: string, change: (project: Small) => unknown, at: string, vi: RegExp, en: RegExp][] =
  [
    [
      'two primary breakdowns from one quarter',
      `insert into scheme (indicator_id, kind, known_from, from_quarter, position)
        select indicator_id, 'primary', known_from, from_quarter, 9 from scheme where kind = 'primary'`,
      (p) => p.indicators[0]!.schemes.push({ kind: 'primary', breakdowns: ['sex'] }),
      'indicators.json, row 1 (V1), column schemes › 2',
      /cùng lúc/,
      /same time/,
    ],
    [
      'a target for a place that does not exist',
      target('9999'),
      (p) => Object.assign(p.targets.places[0]!.values, { nowhere: 5 }),
      'targets.json, V1, column places › 1 › values › nowhere',
      /không có trong danh sách nào/,
      /on none of the lists/,
    ],
    [
      'two targets for one year',
      `${target('null')}; ${target('null')}`,
      (p) => p.targets.years.push({ indicator: 'V1', values: [1, 2] }),
      'targets.json, V1, column years › 2',
      /hàng trước/,
      /earlier row/,
    ],
    [
      'a baseline for a place that does not exist',
      `insert into baseline (indicator_id, place_id, quarter, value, source_vi, source_en, valid_from) values (${indicator}, 9999, 8080, 7, '', '', 10)`,
      (p) => Object.assign(p.baselines[0]!, { place: 'nowhere' }),
      'baselines.json, row 1 (V2), column place',
      /không có trong danh sách nào/,
      /on none of the lists/,
    ],
    [
      'a commune in a place that does not exist',
      newPlace('commune', '4242'),
      (p) => Object.assign(p.places[1]!, { parent: 'nowhere' }),
      'places.json, row 2 (ky-son), column parent',
      /không có trong danh sách nào/,
      /on none of the lists/,
    ],
    [
      'a commune in nothing',
      newPlace('commune', 'null'),
      (p) => Object.assign(p.places[1]!, { parent: null }),
      'places.json, row 2 (ky-son), column parent',
      /không phù hợp/,
      /does not fit/,
    ],
    [
      'a commune in a commune',
      newPlace('commune', place('ky-son-2025')),
      (p) => Object.assign(p.places[1]!, { parent: 'ky-son-2025' }),
      'places.json, row 2 (ky-son), column parent',
      /không thuộc cấp liền trên/,
      /not of the level above/,
    ],
    [
      'a province in a province',
      newPlace('province', place('nghe-an')),
      (p) => p.places.push({ ...p.places[0]!, slug: 'hue', code: '46', parent: 'nghe-an' }),
      'places.json, row 4 (hue), column parent',
      /không phù hợp/,
      /does not fit/,
    ],
    [
      'one code for two places at once',
      `insert into place (id, slug, code, level, position) values (77, 'x', '16813', 'commune', 9);
       insert into place_definition values (77, ${place('nghe-an')}, '', '', '2020-01-01', null, 0, null)`,
      (p) => Object.assign(p.places[1]!, { validTo: null }),
      'places.json, row 3 (ky-son-2025), column code',
      /cùng lúc/,
      /same time/,
    ],
    [
      'a place that becomes what it was',
      `insert into succession values (${place('ky-son-2025')}, ${place('ky-son')}, '2026-01-01', 0, null)`,
      (p) => p.successions.push({ from: 'ky-son-2025', to: 'ky-son', on: '2026-01-01' }),
      'successions.json, row 2 (ky-son-2025), column to',
      /dẫn trở lại/,
      /leads back/,
    ],
    [
      'a result under one that does not exist',
      result('9', 77, '9999'),
      (p) => Object.assign(p.results[1]!, { parent: '9' }),
      'results.json, row 2 (1), column parent',
      /không có trong danh sách nào/,
      /on none of the lists/,
    ],
    [
      'two results under each other',
      `${result('8', 77, 'null')}; ${result('9', 78, '77')}; update result set parent_id = 78 where id = 77`,
      (p) => {
        p.results.push({ ...p.results[1]!, code: '2', level: 'output', parent: '1' })
        Object.assign(p.results[1]!, { parent: '2' })
      },
      'results.json, row 2 (1), column parent',
      /nằm ở một hàng sau/,
      /stands in a later row/,
    ],
    [
      'two names of one partner at once',
      `insert into partner_name (partner_id, valid_from, valid_to, kind, name_vi, name_en) values (${police}, '2020-01-01', null, 'police', '', '')`,
      (p) => Object.assign(p.partners[0]!.names[0]!, { validTo: null }),
      'partners.json, row 1 (police), column names › 2',
      /cùng lúc/,
      /same time/,
    ],
    [
      'one reporter asked twice for one quarter',
      `insert into assignment (indicator_id, known_from, place_id, partner_id, from_quarter, to_quarter)
        select indicator_id, known_from, place_id, partner_id, from_quarter + 1, null from assignment`,
      (p) => Object.assign(p.assignments[0]!, { to: '2022-Q1' }),
      'assignments.json, row 2',
      /cùng lúc/,
      /same time/,
    ],
    [
      'a partner asked for a place that does not exist',
      `insert into assignment (indicator_id, known_from, place_id, partner_id, from_quarter) values (${indicator}, 0, 9999, ${police}, 8080)`,
      (p) => Object.assign(p.assignments[0]!, { places: ['nowhere'] }),
      'assignments.json, row 1 (police), column places › 1',
      /không có trong danh sách nào/,
      /on none of the lists/,
    ],
    [
      'two phases at once',
      `${phase('a', 8080)}; ${phase('b', 8083)}`,
      (p) => p.phases.push(...TWO_PHASES, { ...TWO_PHASES[0]!, code: 'third', last: '2021-Q4' }),
      'phases.json, row 3 (third)',
      /cùng lúc/,
      /same time/,
    ],
  ]

describe('no project can be', () => {
  it.each(REFUSED)('%s', (_, sql, change, at, vi, en) => {
    const db = copyOf(image)
    expect(() => db.$client.exec(sql)).toThrow(
      /at the same time|constraint failed|of the level above|lies in another place|leads back/,
    )
    db.$client.close()
    const said = (['vi', 'en'] as const).map((language) =>
      problemsAfter(change).map((problem) => problemText(problem, wordsFor(language))),
    )
    const [inVietnamese, inEnglish] = said.map((lines) => lines.join('\n'))
    expect(inEnglish).toContain(at)
    expect(inEnglish).toMatch(en)
    expect(inVietnamese).toContain(at.replace('row', 'hàng').replace('column', 'cột'))
    expect(inVietnamese).toMatch(vi)
  })
})
