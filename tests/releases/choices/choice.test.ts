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

  const late = { kind: 'late' as const, submissions: [], indicators: [], hidden: ['a', 'b'], given: 0 }
  const together = [late, { ...late, kind: 'corrected' as const, hidden: ['b', 'c'] }]

  it('is to wait, where something is awaited and figures are hidden for what came in since; what is not known is no number', () => {
    const unknown = { kind: 'wait', submissions: 1, loss: null, most: 3, chosen: false }
    const last = (over: Partial<Preview>) => choicesOf(preview({ together, awaited: [waited], ...over }), hold).at(-1)!
    expect(last({})).toEqual({ ...unknown, entered: null })
    const nothing = { handedIn: 0, begun: 0, empty: 1, loss: null }
    expect(last({ waiting: nothing })).toEqual({ ...unknown, entered: nothing })
    for (const over of [
      { together },
      { awaited: [waited] },
      { together: [{ ...late, kind: 'within' as const }], awaited: [waited] },
    ])
      expect(choicesOf(preview(over), hold).some(({ kind }) => kind === 'wait')).toBe(false)
  })

  it('is to wait for what was measured with what has been entered, beside the others', () => {
    const waiting = { handedIn: 1, begun: 0, empty: 0, loss: { figures: 110, hidden: 5, holdable: 3 } }
    const [first] = choicesOf(preview({ together, awaited: [waited], waiting }), hold)
    expect(first).toMatchObject({ kind: 'wait', loss: { hidden: 2, held: 3, figures: 110, dropped: 0 } })
    const failed = { ...waiting, loss: { refused: 'out-of-time' } }
    const untried = (one: NonNullable<Preview['waiting']>) =>
      choicesOf(preview({ together, awaited: [waited], waiting: one }), hold).at(-1)
    expect(untried(failed)).toMatchObject({ entered: { handedIn: 1 }, loss: null, untried: 'no-time' })
    expect(untried({ untried: 'no-room' })).toMatchObject({ entered: null, loss: null, untried: 'no-room' })
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
        'It cannot be known what is to come. At stake is one figure that is hidden for what came in since earlier reports.',
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

  it('have holding and hiding before a layout that loses as much as what is chosen', () => {
    const same = [{ layout: coarser, figures: 100, hidden: 10, holdable: 4 }]
    const together = [{ kind: 'late' as const, submissions: [], indicators: [], hidden: ['a'], given: 0 }]
    const { first, others } = choicesModel(preview({ alternatives: same, together, awaited: [waited] }), hold, en)
    expect(first.map(({ title }) => title)).toEqual([
      'Hold figures at their last number',
      'Hide them',
      'Wait for one submission',
    ])
    expect(others.map(({ title }) => title)).toEqual(['Cut it less finely'])
  })

  it('say of waiting what was reckoned with', () => {
    const together = [{ kind: 'late' as const, submissions: [], indicators: [], hidden: ['a'], given: 0 }]
    const waiting = { handedIn: 2, begun: 1, empty: 3, loss: { figures: 100, hidden: 2 } }
    const { first } = choicesModel(preview({ together, awaited: [waited], waiting }), hold, en)
    expect(first[0]).toMatchObject({
      title: 'Wait for one submission',
      loss: 'Hidden: 2 of 100 (2%).',
      least: true,
      form: null,
      link: { href: '/submissions' },
    })
    expect(first[0]!.says).toMatch(
      /2 are handed in and only to be approved; they are reckoned with\. One is begun; .* Of 3 nothing has been entered/,
    )
  })

  it('say of waiting why it was not measured, what to do, and what is at stake all the same', () => {
    const together = [{ kind: 'late' as const, submissions: [], indicators: [], hidden: ['a'], given: 0 }]
    for (const [untried, said] of [
      ['no-room', /^Not measured: the disk has no room .* make room .* At stake is one figure/],
      ['no-time', /^Not measured: .* too long\. Make the report again .* At stake is one figure/],
    ] as const) {
      const { first } = choicesModel(preview({ together, awaited: [waited], waiting: { untried } }), hold, en)
      expect(first.at(-1)!.loss).toMatch(said)
    }
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

  it('say of another layout what it has otherwise, and of waiting that it is being measured', () => {
    const together = [{ kind: 'late' as const, submissions: [], indicators: [], hidden: ['a'], given: 0 }]
    const { first } = choicesModel(preview({ alternatives }), hide, en)
    expect(first[0]!.says).toBe('Project by year. The rest stays as it is.')
    const waiting = choicesModel(preview({ alternatives: null, together, awaited: [waited] }), hide, en).first.at(-1)!
    expect([waiting.title, waiting.loss]).toEqual([
      'Wait for one submission',
      'What this would lose is being measured.',
    ])
  })
})
