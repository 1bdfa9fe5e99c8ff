import { expect, it } from 'vitest'
import { parseQuarter } from '../../../src/calendar/quarter.ts'
import { type HandoversShown, type HandoversState, handoversPage } from '../../../src/framework/handovers/page.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { partnerNamed, placeNamed } from '../../partners/reporters.ts'

const NOW = Date.parse('2021-05-10T09:00:00+07:00')
const Q = (text: string) => parseQuarter(text)!
const [north, south] = [placeNamed(1, 'North'), placeNamed(2, 'South')]
const union = partnerNamed(1, 'union', [
  ['Union', '2000-01-01'],
  ['Union anew', '2021-04-01'],
])
const indicator = {
  code: 'A',
  name: { vi: 'Người', en: 'People' },
} as HandoversState['reporters'][number]['indicators'][number]
const reporter = (place: typeof north) => ({
  ...{ partner: union, place, partnerId: 1, placeId: place.id, slug: `union.${place.slug}`, indicators: [indicator] },
})
const passed = (nth: number) => ({
  ...{ since: Q('2021-Q1'), from: { partner: union, place: north }, to: { partner: union, place: south } },
  indicators: [`A${nth}`, 'B'],
})
const state = (more: Partial<HandoversState> = {}): HandoversState => ({
  recorded: [passed(0)],
  reporters: [reporter(north), reporter(south)],
  ...{ partners: [union], places: [north, south], quarters: { from: Q('2020-Q4'), to: Q('2021-Q2') } },
  ...more,
})
const page = (given: Partial<HandoversShown> = {}, more: Partial<HandoversState> = {}) =>
  handoversPage(state(more), { of: '', ...given }, NOW, wordsFor('en'))

it('hand-overs are told by the names of their day, reporters by those of today', () => {
  expect(page()).toMatchObject({
    areas: undefined,
    recorded: [
      {
        ...{ since: '1 Jan 2021', heir: 'Union (South)', predecessor: 'Union (North)', indicators: 'A0, B' },
        withdrawal: { of: 'union.north', heir: 'union.south', since: '2021-Q1' },
      },
    ],
    reporters: [
      { value: 'union.north', label: 'Union anew (North)' },
      { value: 'union.south', label: 'Union anew (South)' },
    ],
    of: null,
    partners: [{ value: '' }, { value: 'union', label: 'Union anew' }],
    places: [
      { value: 'north', label: 'North' },
      { value: 'south', label: 'South' },
    ],
    assigns: [{ value: 'yes' }, { value: 'no' }],
    ...{ typed: { place: '' }, errors: {}, values: {}, stands: null },
  })
})

it('the form of whose duty passes begins with its place and the running quarter, where it can be chosen', () => {
  expect(page({ of: 'union.north' })).toMatchObject({
    of: { slug: 'union.north', name: 'Union anew (North)', indicators: [{ value: 'A', label: 'A. People' }] },
    typed: { place: 'north', from: '2021-Q2' },
  })
  const early = { quarters: { from: Q('2020-Q4'), to: Q('2021-Q1') } }
  expect(page({ of: 'union.north' }, early).typed).toEqual({ place: 'north' })
  const typed = page({ of: 'union.north', typed: { place: 'south', from: '2020-Q4' } }).typed
  expect(typed).toEqual({ place: 'south', from: '2020-Q4' })
  expect(page().quarters.map(({ value }) => value)).toEqual(['2021-Q2', '2021-Q1', '2020-Q4'])
  expect(page({ stands: 'indicators:handovers.choose' }).stands).toBe('indicators:handovers.choose')
})

it('of a project with many reporters areas are to choose from, and pages are of the one that is chosen', () => {
  const recorded = Array.from({ length: 51 }, (_, nth) => passed(nth))
  const shown = (chosen: number | null) =>
    page({ of: 'union.north', page: 2 }, { recorded, areas: { all: [north, south], chosen } })
  expect(shown(2).areas).toEqual({
    options: [
      { value: '', label: wordsFor('en').t('indicators:handovers.choose-area') },
      { value: 'north', label: 'North' },
      { value: 'south', label: 'South' },
    ],
    chosen: 'south',
  })
  expect(shown(null).areas!.chosen).toBe('')
  expect(shown(2).recorded.map(({ indicators }) => indicators)).toEqual(['A50, B'])
  expect(shown(2).pager).toMatchObject({
    before: { href: '/handovers?of=union.north&area=south&page=1' },
    here: 'Page 2 of 2',
    after: null,
  })
  expect(page({}, { recorded }).pager.after).toMatchObject({ href: '/handovers?of=&area=&page=2' })
})
