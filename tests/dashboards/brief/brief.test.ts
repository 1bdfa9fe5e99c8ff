import { describe, expect, it } from 'vitest'
import { loadBrief, placeNamed } from '../../../src/dashboards/brief/load.ts'
import { briefPage } from '../../../src/dashboards/brief/page.ts'
import type { Query } from '../../../src/dashboards/choice.ts'
import { loadSaidOfReports } from '../../../src/dashboards/indicators/said/load.ts'
import { NO_TERMS } from '../../../src/language/terms.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { World } from '../../support/world.ts'
import { NOW, request, smallPages } from '../whole/small-pages.ts'

const world = smallPages()
world.submission(['hai-phong', '2021-Q3'], { V1: 'n/a' }, 'approved', NOW - 1)
const brief = (slug: string, query: Query = {}, of = world) =>
  briefPage(loadBrief(request(of, query), slug, placeNamed)!)

describe('a brief', () => {
  it('is of the last complete quarter of its province, and leads back to its page', () => {
    expect(brief('nghe-an').title).toBe('nghe-an: brief for Q2 2021')
    const { title, back } = brief('hai-phong', { quarter: '2021-Q2' })
    expect([title, back]).toEqual(['hai-phong: brief for Q2 2021', '/provinces/hai-phong?to=2021-Q2'])
  })

  it('has every indicator of the province by component, as its page has them, and a picture of those with a number', () => {
    const { sections, more, headlines, components, source } = brief('hai-phong')
    expect(sections.map(({ title, rows }) => [title, rows.map(({ code }) => code)])).toEqual([
      ['Prevention', ['P1']],
      ['Protection', ['V1']],
      ['Whole project', ['X1']],
    ])
    expect(more).toBe(0)
    expect(components.map(({ title, href }) => [title, href])).toEqual([
      ['Prevention', null],
      ['Protection', null],
      ['Whole project', null],
    ])
    expect(source).toBe('Source: entries of reporting partners, 3P Tracker')
    // What is rated comes before what is held against nothing.
    expect(headlines.map(({ code }) => code)).toEqual(['V1', 'X1', 'P1'])
  })

  it('names whom to ask of what is behind its plan, and of nothing else', () => {
    const behind = smallPages().target('X1', 'hai-phong', 2021, 400)
    const { headlines } = brief('hai-phong', { quarter: '2021-Q3' }, behind)
    expect(headlines.map(({ code, ask }) => [code, ask])).toEqual([
      ['X1', 'ask Union of Hai Phong'],
      ['V1', null],
      ['P1', null],
    ])
  })

  it('says whose reports of this province are late, without its name, and none of another', () => {
    const { late } = brief('nghe-an').said
    expect(late.more).toBe(0)
    expect(late.shown.map(({ name, late: days }) => [name, days])).toEqual([['Office of Nghe An', '565 days late']])
    expect(late.shown[0]!.detail).not.toContain('nghe-an')
    expect(brief('ha-tinh').said.late.shown).toEqual([])
  })

  it('has the notes of its quarter and province alone, each with what it is of', () => {
    const notes = (slug: string, quarter: string) =>
      brief(slug, { quarter }).said.notes.shown.map(({ code, note }) => `${code} ${note.text}`)
    expect(notes('hai-phong', '2021-Q3')).toEqual(['V1 not applicable: why'])
    expect([notes('hai-phong', '2021-Q2'), notes('nghe-an', '2021-Q3')]).toEqual([[], []])
  })

  it('has what was said of whole reports too, after what was said of indicators, but not as a donor would see it', () => {
    const told = smallPages().person('Mai')
    const say = (place: string, text: string, at: number) =>
      told.run(
        'insert into comment (submission_id, indicator_id, at, by_id, text, confirmed) values (?, null, ?, ?, ?, 0)',
        ...[told.submission([place, '2021-Q3'], { V1: 'n/a' }, 'approved', NOW - 1), at, told.id('person Mai'), text],
      )
    say('hai-phong', 'The shelter was closed in August.', NOW - 2)
    say('nghe-an', 'Late because of the flood.', NOW - 2)
    say('hai-phong', 'What nobody knows yet.', NOW + 9)
    const notes = brief('hai-phong', { quarter: '2021-Q3' }, told).said.notes.shown
    expect(notes.map(({ code, note }) => [code, note.text])).toEqual([
      ['V1', 'not applicable: why'],
      ['', 'The shelter was closed in August.'],
    ])
    expect(notes[1]!.note).toMatchObject({
      of: expect.stringMatching(/^Q3 2021, .*hai-phong$/),
      href: expect.stringMatching(/^\/submissions\/\d+$/),
      when: expect.stringMatching(/^Mai, /),
    })
    const seenThrough = {} as never
    expect(loadSaidOfReports(told.db, { seenThrough }, { span: { from: 0, to: 99_999 }, until: NOW })).toEqual([])
  })

  it('explains the signs that stand in it, and no others', () => {
    expect(brief('nghe-an', { quarter: '2021-Q3' }).signs.map((sign) => sign.slice(0, 3))).toEqual(['[x]'])
    expect(brief('nghe-an').signs).toEqual([])
  })

  it('of more indicators than a side holds has the first, and says how many more there are', () => {
    const many = new World('2021-Q1').place('hue').named("hue's", 'Union of Hue')
    for (let nth = 1; nth <= 80; nth++) many.indicator(`V${nth}`, { name: `Clients ${nth}` }).assign(`V${nth}`, 'hue')
    const { sections, more } = brief('hue', { quarter: '2021-Q1' }, many.fact(['V1', 'hue', '2021-Q1'], 3))
    const shown = sections.flatMap(({ rows }) => rows)
    expect([shown.length + more, shown[0]!.code]).toEqual([80, 'V1'])
    expect(more).toBeGreaterThan(10)
  })
})

describe('what is written on the first side', () => {
  const of = (notes: number, more: (world: World) => World = (world) => world) => {
    const many = new World('2021-Q1').place('hue').named("hue's", 'Union of Hue').person('Mai')
    for (let nth = 1; nth <= 12; nth++)
      many
        .indicator(`V${nth}`, { name: `Clients ${nth}` })
        .assign(`V${nth}`, 'hue')
        .fact([`V${nth}`, 'hue', '2021-Q1'], 3)
    const id = many.submission(['hue', '2021-Q1'], {}, 'approved', NOW - 1)
    for (let nth = 1; nth <= notes; nth++)
      many.run(
        'insert into comment (submission_id, indicator_id, at, by_id, text, confirmed) values (?, null, ?, ?, ?, 0)',
        ...[id, NOW - 2 - nth, many.id('person Mai'), `Note ${nth}.`],
      )
    return brief('hue', { quarter: '2021-Q1' }, more(many))
  }

  it('is as much of what was said as its column holds, two lines a note, and how much more there is', () => {
    const { said } = of(30)
    expect([said.notes.shown.length, said.notes.more, said.lines]).toEqual([13, 17, 26])
  })

  it.each([
    [6, 12, 9],
    [7, 14, 6],
  ])('has fewer pictures where more is said: %d notes in %d lines leave room for %d', (notes, lines, pictures) => {
    const { said, headlines } = of(notes)
    expect([said.lines, headlines.length]).toEqual([lines, pictures])
  })

  it('says what waits for approval in the room of what is late', () => {
    const { said } = of(0, (world) => {
      world.submission(['hue', '2021-Q1'], { V1: 3 }, 'submitted', NOW - 1)
      return world
    })
    expect(said.waiting).toMatch(/1/)
    expect([said.late.shown.length, said.lines]).toEqual([1, 3])
  })
})

describe('the second side', () => {
  const shownOf = (name: string, unit = '') => {
    const many = new World('2021-Q1').place('hue').named("hue's", 'Union of Hue')
    for (let nth = 1; nth <= 80; nth++) many.indicator(`V${nth}`, { name, unit }).assign(`V${nth}`, 'hue')
    many.fact(['V1', 'hue', '2021-Q1'], 3)
    return brief('hue', { quarter: '2021-Q1' }, many).sections.flatMap(({ rows }) => rows).length
  }

  it('has room for fewer rows where names or units take more lines', () => {
    const [short, long, wide] = [
      shownOf('Clients'),
      shownOf('Clients of the shelter '.repeat(8)),
      shownOf('Clients', 'people who came '.repeat(6)),
    ]
    // A row of one line is 3.9 mm tall, of the 246 less a heading.
    expect(short).toBe(61)
    expect(long).toBeLessThan(short / 2)
    expect(wide).toBeLessThan(short)
  })
})

it('leads back to the overview where it is of all there is', () => {
  const view = loadBrief(request(world, {}), 'nghe-an', placeNamed)!
  expect(briefPage({ ...view, place: { ...view.place, depth: 0 } }).back).toMatch(/^\/overview/)
})

describe('the brief of a project without areas', () => {
  it('is of the one place that all of it is about; there is none of such a place where there are areas', () => {
    const words = wordsFor('en', NO_TERMS)
    const state = { words } as never
    expect(() => placeNamed(world.db, state, 'nowhere')).toThrow()
    expect(placeNamed(world.db, state, 'hai-phong')!.slug).toBe('hai-phong')
  })
})
