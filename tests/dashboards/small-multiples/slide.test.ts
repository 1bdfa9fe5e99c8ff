import { describe, expect, it } from 'vitest'
import type { Query } from '../../../src/dashboards/choice.ts'
import { loadComponent } from '../../../src/dashboards/components/load.ts'
import { componentPage } from '../../../src/dashboards/components/page.ts'
import { isDrawn } from '../../../src/dashboards/small-multiples/card.ts'
import { sectionSlide } from '../../../src/dashboards/small-multiples/slide.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { request, smallPages } from '../whole/small-pages.ts'

const { t } = wordsFor('en', PILOT_TERMS)
const world = smallPages().component('prosecution', ['X1'])
const ask = (name: string, query: Query = { quarter: '2021-Q3' }) => {
  const view = loadComponent(request(world, query), name)!
  return { model: componentPage(view), state: view.state }
}
const { model, state } = ask('protection')

describe('the pictures of a component on one slide', () => {
  it('bear what the page says of them, and what no figure leaves without', () => {
    const slide = sectionSlide(model, undefined, state)!
    expect(slide).toMatchObject({
      heading: model.title,
      sentence: model.sections[0]!.sentence,
      dates: 'Q3 2021 (1 Jul 2021 – 30 Sept 2021)',
    })
    const source = t('charts:source-text', { product: t('common:product') })
    expect(slide.foot.split(' · ')).toEqual(
      [
        model.truth.complete.sentence,
        model.truth.facts,
        `${t('charts:source')}: ${source}`,
        t('charts:staff-only'),
      ].flatMap((part) => part.split(' · ')),
    )
    expect(slide.warning).toBe(state.project.illustrative ? t('common:illustrative') : null)
  })

  it('are each with its figure, its mark and its pace', () => {
    const [clients, stage] = sectionSlide(model, 'protection', state)!.cards
    expect(clients).toMatchObject({ code: 'V1', name: 'Clients', value: '40 persons ◌', period: null })
    expect(clients!.pace).toEqual({ text: expect.stringMatching(/^◌? ?.+ [\d.]+%$/), tone: expect.stringMatching(/./) })
    // What is not rated bears no pace.
    expect([stage!.code, stage!.value, stage!.pace]).toEqual(['V2', 'drafted', null])
    expect(clients!.picture).toBe(model.sections[0]!.cards[0]!.picture)
    expect(clients!.instead).toBe(model.sections[0]!.cards[0]!.sentence)
  })

  it('say of what is asked for no more since when, and no pace', () => {
    const [one, ...others] = model.sections[0]!.cards
    const ended = { ...one!, ended: 'until Q2 2021', isCurrent: false }
    const [card] = sectionSlide(
      { ...model, sections: [{ ...model.sections[0]!, cards: [ended, ...others] }] },
      undefined,
      state,
    )!.cards
    expect([card!.pace, card!.instead]).toEqual([null, 'until Q2 2021'])
  })

  it('name the component beside the page where that has several, and are found by it', () => {
    const several = { ...model, sections: [{ ...model.sections[0]!, key: 'first', title: 'First' }, ...model.sections] }
    expect(sectionSlide(several, 'protection', state)!.heading).toBe(`${model.title} – ${model.sections[0]!.title}`)
    expect(sectionSlide(several, undefined, state)!.heading).toBe(`${model.title} – First`)
    expect(sectionSlide(several, 'finance', state)).toBeNull()
  })

  it('are none where there is nothing to draw', () => {
    const meetings = ask('prosecution')
    expect(sectionSlide(meetings.model, undefined, meetings.state)).toBeNull()
    expect([isDrawn([]), isDrawn(model.sections[0]!.cards), isDrawn(meetings.model.sections[0]!.cards)]).toEqual([
      false,
      true,
      false,
    ])
  })

  it('explain what can be looked for in them, and nothing else', () => {
    const keysOf = (change: (picture: NonNullable<(typeof model.sections)[0]['cards'][0]['picture']>) => object) => {
      const cards = model.sections[0]!.cards.map((one) => ({
        ...one,
        picture: one.picture && { ...one.picture, ...change(one.picture) },
      }))
      return sectionSlide({ ...model, sections: [{ ...model.sections[0]!, cards }] }, undefined, state)!.key
    }
    const said = (...keys: ('bars' | 'line' | 'steps' | 'plan' | 'hollow')[]) => [
      keys.map((one) => t(`charts:multiple.key.${one}`)).join(' '),
    ]
    const bar = { x: 0, y: 0, width: 1, height: 1, hollow: false }
    const bare = { bars: [], dots: [], plan: '', grid: [] }
    expect(keysOf(() => bare)).toEqual(said('line'))
    expect(keysOf(() => ({ ...bare, bars: [bar] }))).toEqual(said('bars'))
    expect(keysOf(() => ({ ...bare, bars: [bar, { ...bar, hollow: true }] }))).toEqual(said('bars', 'hollow'))
    expect(keysOf(() => ({ ...bare, dots: [{ x: 0, y: 0, hollow: true }] }))).toEqual(said('line', 'hollow'))
    expect(keysOf(() => ({ ...bare, plan: 'M0 0' }))).toEqual(said('line', 'plan'))
    expect(keysOf(() => ({ ...bare, grid: [{ isBefore: true }, { isBefore: false }] }))).toEqual(said('steps'))
    expect(keysOf((one) => (one.bars.length > 0 ? { ...bare, bars: [bar] } : bare))).toEqual(said('bars', 'line'))
  })
})
