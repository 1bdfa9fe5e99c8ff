import { describe, expect, it } from 'vitest'
import type { HiddenFigure } from '../../../src/disclosure/preview.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { choicesOf, figuresLost } from '../../../src/releases/choices/choice.ts'
import { choicesModel } from '../../../src/releases/choices/page.ts'
import type { Preview } from '../../../src/releases/protection/preview.ts'
import { DEFAULT_LAYOUT } from '../../../src/releases/release.ts'

const en = wordsFor('en')
const hidden = (count: number, holdable = 0) =>
  Array.from(
    { length: count },
    (_, at) => ({ earlier: at < holdable ? { counts: [], releaseId: 1 } : null }) as unknown as HiddenFigure,
  )
const preview = (over: Partial<Preview> = {}): Preview =>
  ({ figures: 100, hidden: hidden(10, 4), alternatives: [], together: [], awaited: [], ...over }) as Preview
const hold = { id: 7, smallChanges: 'hold' as const, layout: DEFAULT_LAYOUT }
const hide = { ...hold, smallChanges: 'hide' as const }
const coarser = { ...DEFAULT_LAYOUT, project: 'year' as const }
const waited = { partnerId: 1, placeId: 1, quarter: 8080 }

describe('what a manager can do about figures that are lost', () => {
  it('is to hold them or to hide them, where some can be held', () => {
    expect(choicesOf(preview(), hold)).toEqual([
      { kind: 'hold', loss: { hidden: 6, held: 4, figures: 100, dropped: 0 }, chosen: true },
      { kind: 'hide', loss: { hidden: 10, held: 0, figures: 100, dropped: 0 }, chosen: false },
    ])
    expect(choicesOf(preview(), hide).map(({ kind, chosen }) => [kind, chosen])).toEqual([
      ['hold', false],
      ['hide', true],
    ])
    expect(choicesOf(preview({ hidden: hidden(3) }), hold)).toMatchObject([{ kind: 'hide', chosen: true }])
  })

  it('is to cut it otherwise: what a layout no longer holds is lost with what it hides', () => {
    const alternatives: Preview['alternatives'] = [
      { layout: coarser, figures: 60, hidden: 3, holdable: 2 },
      { layout: DEFAULT_LAYOUT, refused: 'out-of-time' },
      { layout: { ...coarser, breakdown: 'none' }, figures: 120, hidden: 2 },
    ]
    const lost = (release: typeof hold | typeof hide) =>
      choicesOf(preview({ alternatives }), release).map((one) => [one.kind, figuresLost(one)])
    expect(lost(hold)).toEqual([
      ['layout', 2],
      ['hold', 6],
      ['hide', 10],
      ['layout', 41],
      ['layout', Number.POSITIVE_INFINITY],
    ])
    expect(lost(hide).at(-2)).toEqual(['layout', 43])
  })

  it('is to wait, where something is awaited and figures are hidden for what came in since; its loss is a bound', () => {
    const late = { kind: 'late' as const, submissions: [], indicators: [], hidden: ['a', 'b'], given: 0 }
    const together = [late, { ...late, kind: 'corrected' as const, hidden: ['b', 'c'] }]
    const last = choicesOf(preview({ together, awaited: [waited] }), hold).at(-1)!
    expect(last).toEqual({ kind: 'wait', submissions: 1, most: 3, chosen: false })
    for (const over of [
      { together },
      { awaited: [waited] },
      { together: [{ ...late, kind: 'within' as const }], awaited: [waited] },
    ])
      expect(choicesOf(preview(over), hold).some(({ kind }) => kind === 'wait')).toBe(false)
  })
})

describe('the choices on the page', () => {
  const alternatives: Preview['alternatives'] = [
    { layout: coarser, figures: 120, hidden: 1 },
    { layout: { ...coarser, province: 'none' }, figures: 90, hidden: 1 },
    { layout: { ...coarser, breakdown: 'none' }, figures: 80, hidden: 0 },
  ]

  it('are the three that lose least, the one that is chosen and waiting; the others are a click away', () => {
    const together = [{ kind: 'late' as const, submissions: [], indicators: [], hidden: ['a'], given: 0 }]
    const { first, others, trying } = choicesModel(preview({ alternatives, together, awaited: [waited] }), hide, en)
    expect(first.map(({ title, loss, chosen, least }) => [title, loss, chosen, least])).toEqual([
      ['Cut it less finely', 'Hidden: 1 of 120 (0.8%).', false, true],
      ['Hold figures at their last number', 'Hidden: 6 of 100 (6%). 4 stand at earlier numbers.', false, false],
      ['Hide them', 'Hidden: 10 of 100 (10%).', true, false],
      [
        'Wait for one submission',
        'At best one more figure is shown as it is then. Nobody knows what is to come: this is no measurement.',
        false,
        false,
      ],
    ])
    expect(others.map(({ loss }) => loss)).toEqual([
      'Hidden: 1 of 90 (1.1%). 10 figures of this report are no longer in it.',
      'Hidden: 0 of 80 (0%). 20 figures of this report are no longer in it.',
    ])
    expect(trying).toBe(false)
  })

  it('each have a button, but the one that is chosen', () => {
    const { first } = choicesModel(preview({ alternatives }), hold, en)
    expect(first.map(({ form }) => form && [form.action, form.hidden])).toEqual([
      ['/releases/7/layout', { ...coarser }],
      null,
      ['/releases/7/small-changes', { smallChanges: 'hide' }],
    ])
    const { others } = choicesModel(preview({ alternatives: [{ layout: coarser, refused: 'out-of-time' }] }), hold, en)
    expect(others).toEqual([])
    expect(choicesModel(preview({ alternatives: null }), hold, en).trying).toBe(true)
  })
})
