import { describe, expect, it } from 'vitest'
import type { Query } from '../../../src/dashboards/choice.ts'
import { areasPage } from '../../../src/dashboards/lists/areas-page.ts'
import { componentsPage } from '../../../src/dashboards/lists/components-page.ts'
import { indicatorsPage } from '../../../src/dashboards/lists/indicators-page.ts'
import { loadList } from '../../../src/dashboards/lists/load.ts'
import { World } from '../../support/world.ts'
import { NOW, phasedPages, request, smallPages } from '../whole/small-pages.ts'

const world = smallPages()
const of = (query: Query = {}, from = world, now = NOW) => loadList(request(from, query, now))!

describe('the list of indicators', () => {
  it('has a row each by component: what it is called, where it leads, its last figure with its unit, its pace in a word', () => {
    const { sections, truth, former } = indicatorsPage(of())
    expect(truth.quarter).toBe('Q2 2021')
    const told = sections.map(({ title, page, rows }) => [
      title,
      page,
      ...rows.map(({ code, name, href, latest, pace }) => {
        return [code, name, href, `${latest.text} ${latest.unit}`.trim(), pace.text].join(' | ')
      }),
    ])
    expect(told).toEqual([
      [
        'Prevention',
        '/components/prevention?to=2021-Q2',
        'P1 | Pupils who know | /indicators/P1?to=2021-Q2 | 45% | no target',
      ],
      [
        'Protection',
        '/components/protection?to=2021-Q2',
        'V1 | Clients | /indicators/V1?to=2021-Q2 | 1,242 persons | On track so far',
        'V2 | Stage of the law | /indicators/V2?to=2021-Q2 | none | not planned for now yet',
      ],
      ['Whole project', null, 'X1 | Meetings | /indicators/X1?to=2021-Q2 | [a] | not added up, so not rated'],
    ])
    expect(sections.flatMap(({ rows }) => rows.map(({ spark }) => spark !== null))).toEqual([true, true, true, false])
    expect(former).toEqual([])
  })

  it('names whose reports it is made of and what else is not as usual, with the way back, and hands it on', () => {
    const asked = { partner: "nghe-an's", basis: 'provisional', component: 'protection' }
    const { chips, ways } = indicatorsPage(of(asked))
    expect(chips.map(({ label, href }) => [label, href])).toEqual([
      ['provisional', '/indicators?partner=nghe-an%27s&component=protection'],
      ['Office of Nghe An', '/indicators?basis=provisional&component=protection'],
    ])
    expect(ways[0]!.href).toBe('/indicators?basis=provisional&partner=nghe-an%27s')
    expect(componentsPage(of(asked)).chips.map(({ href }) => href)).toEqual([
      '/components?partner=nghe-an%27s',
      '/components?basis=provisional',
    ])
    const { chips: ofAreas, orders } = areasPage(of({ ...asked, sort: 'pace' }))
    expect(ofAreas[1]!.href).toBe('/provinces?basis=provisional&component=protection&sort=pace')
    expect(orders[0]!.href).toBe('/provinces?basis=provisional&partner=nghe-an%27s&component=protection')
    expect(indicatorsPage(of()).chips).toEqual([])
  })

  it('is narrowed to a component, in its address, and says so of one that is not there', () => {
    const { sections, ways } = indicatorsPage(of({ component: 'protection', basis: 'provisional' }))
    expect(sections.map(({ key }) => key)).toEqual(['protection'])
    expect(ways.map(({ label, count, here, href }) => [label, count, here, href])).toEqual([
      ['All', null, false, '/indicators?basis=provisional'],
      ['Prevention', 1, false, '/indicators?basis=provisional&component=prevention'],
      ['Protection', 2, true, '/indicators?basis=provisional&component=protection'],
      ['Whole project', 1, false, '/indicators?basis=provisional&component=cross-cutting'],
    ])
    const unknown = indicatorsPage(of({ component: 'nowhere', quarter: '2021-Q1' }))
    expect(unknown.unknown.map(({ sentence }) => sentence)).toEqual([
      'There is no component “nowhere”: all are shown. Choose one below.',
    ])
    expect(unknown.sections).toHaveLength(3)
    expect(unknown.ways[1]!.href).toBe('/indicators?quarter=2021-Q1&component=prevention')
  })

  it('tells apart what nobody is asked for any more, and names what is not due yet without a figure', () => {
    const phased = phasedPages()
    const { former } = indicatorsPage(of({ quarter: '2021-Q4' }, phased, Date.parse('2022-02-01T09:00:00+07:00')))
    expect(former.map(({ code, ended }) => `${code}: ${ended}`)).toEqual([
      'R1: Nobody has been asked for it since 1 Jul 2020 (last asked for Q2 2020).',
    ])
    const early = indicatorsPage(of({ quarter: '2019-Q1' }, phased))
    expect(early.sections.flatMap(({ notYet }) => notYet.map(({ code, unit }) => `${code} ${unit}`))).toEqual([
      'H1 persons',
      'Y1 persons',
    ])
  })
})

it('the list of components has how many indicators each has, how they stand, and where they are listed', () => {
  const { rows } = componentsPage(of())
  expect(
    rows.map(({ title, href, sentence, indicators }) => [title, href, sentence, indicators.label, indicators.href]),
  ).toEqual([
    [
      'Prevention',
      '/components/prevention?to=2021-Q2',
      'Its 1 indicator has no rating yet.',
      '1 indicator',
      '/indicators?to=2021-Q2&component=prevention',
    ],
    [
      'Protection',
      '/components/protection?to=2021-Q2',
      'What is rated is on plan.',
      '2 indicators',
      '/indicators?to=2021-Q2&component=protection',
    ],
    [
      'Whole project',
      '/indicators?to=2021-Q2&component=cross-cutting',
      'Its 1 indicator has no rating yet.',
      '1 indicator',
      '/indicators?to=2021-Q2&component=cross-cutting',
    ],
  ])
})

describe('the list of areas', () => {
  it('has whether each has reported, and how its indicators stand; who owes nothing is not in it', () => {
    const { rows } = areasPage(of({ quarter: '2021-Q3' }))
    expect(
      rows.map(({ name, href, complete, counts }) => [
        name,
        href,
        complete.sentence,
        counts.map(({ label, number }) => `${label} ${number}`).join(', '),
      ]),
    ).toEqual([
      [
        'hai-phong',
        '/provinces/hai-phong',
        'Q3 2021: everything expected has been reported.',
        'On track 1, No rating 2',
      ],
      [
        'nghe-an',
        '/provinces/nghe-an',
        'Q3 2021: 2 of 3 indicators expected have been reported; the figures are partial.',
        'No rating 3',
      ],
    ])
  })

  it('is put in order by what is missing, and narrowed to a component', () => {
    const late = areasPage(of({ quarter: '2021-Q3', sort: 'reports' }))
    expect(late.rows.map(({ name }) => name)).toEqual(['nghe-an', 'hai-phong'])
    expect(late.orders.map(({ href, here }) => [href, here])).toEqual([
      ['/provinces?quarter=2021-Q3', false],
      ['/provinces?quarter=2021-Q3&sort=pace', false],
      ['/provinces?quarter=2021-Q3&sort=reports', true],
    ])
    const narrowed = areasPage(of({ quarter: '2021-Q3', component: 'prevention' }))
    expect(narrowed.rows.map(({ counts }) => counts.reduce((sum, { number }) => sum + number, 0))).toEqual([1, 0])
  })

  it('of very many has a hundred rows a page', () => {
    const many = new World('2020-Q1').indicator('A1', { name: 'Clients', unit: 'persons' })
    for (let nth = 1; nth <= 120; nth++) many.place(`place-${nth}`).assign('A1', `place-${nth}`)
    many.lasts('2020-Q1', '2021-Q4', 1).fact(['A1', 'place-7', '2021-Q3'], 4)
    const first = areasPage(of({}, many))
    expect([first.rows.length, first.pager.here, first.pager.after?.href]).toEqual([
      100,
      'Page 1 of 2',
      '/provinces?page=2',
    ])
    expect(areasPage(of({ page: '9' }, many)).rows.at(-1)?.name).toBe('place-120')
    expect(areasPage(of({ page: '-1' }, many)).rows[0]?.name).toBe('place-1')
  })
})
