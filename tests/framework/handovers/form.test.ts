import { describe, expect, it } from 'vitest'
import { parseQuarter, quarterOf } from '../../../src/calendar/quarter.ts'
import { readForm } from '../../../src/forms/read.ts'
import {
  handoverForm,
  predecessorInAddress,
  REFUSED_FIELD,
  reporterSlug,
} from '../../../src/framework/handovers/form.ts'
import { type AskedReporter, type HandoversState, handoversPage } from '../../../src/framework/handovers/page.ts'
import type { DefinedIndicator } from '../../../src/indicators/indicator.ts'
import { wordsFor } from '../../../src/language/words.ts'
import type { Partner } from '../../../src/partners/partner.ts'
import type { Place } from '../../../src/places/place.ts'

const en = wordsFor('en')
const text = (name: string) => ({ vi: `${name} vi`, en: name })
const partner = (id: number, name: string) =>
  ({ id, slug: name, names: [{ name: text(name), validFrom: '2000-01-01' }] }) as unknown as Partner
const place = (id: number, name: string) => ({ id, slug: name, name: text(name) }) as Place
const [police, union] = [partner(1, 'police'), partner(2, 'union')]
const [north, south] = [place(1, 'north'), place(2, 'south')]
const quarters = { from: quarterOf(2025, 2), to: quarterOf(2025, 4) }
const choices = { indicators: ['P13', 'V3'], partners: ['police', 'union'], places: ['north', 'south'], quarters }
const body = { of: 'police.north', indicators: ['P13'], heir: 'union', place: 'north', from: '2025-Q3', assigns: 'no' }
const errorsOf = (more: object) => {
  const read = readForm(handoverForm(choices), { ...body, ...more })
  return 'errors' in read ? read.errors : read.values
}

describe('the form of a hand-over', () => {
  it('says what passes from whom to whom, where and from when', () => {
    expect(errorsOf({})).toEqual({ ...body, from: quarterOf(2025, 3) })
    expect(errorsOf({ indicators: ['P13', 'V3'], assigns: 'yes' })).toMatchObject({ indicators: ['P13', 'V3'] })
  })

  it.each([
    ['nothing is chosen', { indicators: [] }, 'indicators', 'no-indicators'],
    ['any of the indicators is not one of the reporter', { indicators: ['P13', 'X'] }, 'indicators', 'no-indicators'],
    ['the heir is nobody', { heir: '' }, 'heir', 'no-heir'],
    ['the heir is not known', { heir: 'army' }, 'heir', 'no-heir'],
    ['the place is not known', { place: 'moon' }, 'place', 'bad-place'],
    ['the quarter is none', { from: 'soon' }, 'from', 'bad-quarter'],
    ['the quarter is too early', { from: '2025-Q1' }, 'from', 'bad-quarter'],
    ['the quarter is too late', { from: '2026-Q1' }, 'from', 'bad-quarter'],
    ['it is not said whether to assign', { assigns: 'perhaps' }, 'assigns', 'bad-assigns'],
  ])('says beside the field when %s', (_, more, field, sentence) => {
    expect(errorsOf(more)).toEqual({ [field]: `indicators:handovers.${sentence}` })
  })

  it('says every refusal beside the field that can be changed', () => {
    expect(REFUSED_FIELD).toEqual({
      'to-itself': 'heir',
      circle: 'heir',
      recorded: 'heir',
      'not-assigned': 'indicators',
      'before-predecessor': 'from',
      'has-reported': 'from',
      'no-place': 'place',
      'heir-not-assigned': 'assigns',
    })
  })

  it('is asked for by the name of a reporter, or by none', () => {
    expect(reporterSlug({ partner: 'police', place: 'north' })).toBe('police.north')
    expect(predecessorInAddress.parse({ of: 'police.north' })).toEqual({ of: 'police.north', page: 1, misread: [] })
    expect(predecessorInAddress.parse({ of: ['a', 'b'] })).toEqual({
      page: 1,
      misread: [{ parameter: 'of', value: 'a,b' }],
    })
    expect(predecessorInAddress.parse({})).toEqual({ page: 1, misread: [] })
  })
})

describe('the page of hand-overs', () => {
  const reporter = (who: Partner, at: Place, ...codes: string[]): AskedReporter => ({
    partner: who,
    place: at,
    partnerId: who.id,
    placeId: at.id,
    slug: reporterSlug({ partner: who.slug, place: at.slug }),
    indicators: codes.map((code) => ({ code, name: text(`name of ${code}`) }) as DefinedIndicator),
  })
  const state: HandoversState = {
    recorded: [
      {
        since: parseQuarter('2025-Q3')!,
        from: { partner: police, place: north },
        to: { partner: union, place: south },
        indicators: ['P13', 'V3'],
      },
    ],
    reporters: [reporter(police, north, 'P13'), reporter(union, south, 'V3', 'V4')],
    partners: [police, union],
    places: [north, south],
    quarters,
  }
  const page = (shown: Parameters<typeof handoversPage>[1]) => handoversPage(state, shown, Date.UTC(2025, 8, 1), en)

  it('lists what was handed over, and offers those who are asked for something', () => {
    const { recorded, reporters, of, typed, errors, values } = page({ of: '' })
    expect(recorded).toEqual([
      {
        ...{ since: '1 Jul 2025', heir: 'union (south)', predecessor: 'police (north)', indicators: 'P13, V3' },
        withdrawal: { of: 'police.north', heir: 'union.south', since: '2025-Q3' },
      },
    ])
    expect(reporters).toEqual([
      { value: 'police.north', label: 'police (north)' },
      { value: 'union.south', label: 'union (south)' },
    ])
    expect({ of, typed, errors, values }).toEqual({ of: null, typed: { place: '' }, errors: {}, values: {} })
  })

  it('offers the indicators of whoever hands over, anybody and any place, and the latest quarter first', () => {
    const { of, partners, places, quarters: offered, assigns, typed } = page({ of: 'union.south' })
    expect(of).toEqual({
      slug: 'union.south',
      name: 'union (south)',
      indicators: [
        { value: 'V3', label: 'V3. name of V3' },
        { value: 'V4', label: 'V4. name of V4' },
      ],
    })
    expect(partners).toEqual([
      { value: '', label: en.t('indicators:handovers.choose') },
      { value: 'police', label: 'police' },
      { value: 'union', label: 'union' },
    ])
    expect(places.map(({ value, label }) => `${value}: ${label}`)).toEqual(['north: north', 'south: south'])
    expect(offered.map(({ value }) => value)).toEqual(['2025-Q4', '2025-Q3', '2025-Q2'])
    expect(offered[1]!.label).toContain('2025')
    expect(assigns).toEqual([
      { value: 'yes', label: en.t('indicators:handovers.ask.yes') },
      { value: 'no', label: en.t('indicators:handovers.ask.no') },
    ])
    expect(typed).toEqual({ place: 'south', from: '2025-Q3' })
  })

  it('keeps what was typed and says what is wrong', () => {
    const errors = { heir: 'indicators:handovers.no-heir' } as const
    const shown = page({ of: 'union.south', typed: { place: 'north', heir: 'x' }, errors, values: { heir: 'X' } })
    expect(shown).toMatchObject({ typed: { place: 'north', heir: 'x' }, errors, values: { heir: 'X' } })
  })
})
