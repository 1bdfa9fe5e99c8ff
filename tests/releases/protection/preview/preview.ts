import type { HiddenFigure } from '../../../../src/disclosure/preview.ts'
import { wordsFor } from '../../../../src/language/words.ts'
import type { Preview } from '../../../../src/releases/protection/preview.ts'
import { previewModel } from '../../../../src/releases/protection/preview-page.ts'
import { PILOT_TERMS } from '../../../language/pilot-terms.ts'

export const WORDS = wordsFor('en', PILOT_TERMS)
export const text = (en: string) => ({ vi: `${en} (vi)`, en })
const NAMES = { partners: new Map([[1, text('Office')]]), places: new Map([[1, text('Ha')]]) }
const RELEASE = {
  id: 7,
  smallChanges: 'hide',
  audience: 'donor',
  threshold: 5,
  layout: { project: 'quarter', province: 'year', breakdown: 'year', years: 'calendar' },
} as const

/** A figure that is hidden because it is three. */
export const hidden = (over: Partial<HiddenFigure> = {}): HiddenFigure => ({
  id: 'B|x',
  indicator: 'B',
  name: text('Clients'),
  table: text('Clients – Sex'),
  row: text('Women'),
  column: text('2020'),
  counts: [['amount', 3]],
  kind: 'primary',
  reason: 'amount',
  before: null,
  after: null,
  given: null,
  earlier: null,
  ...over,
})
/** One that was shown as the first number, and is the second now. */
export const heldAt = (shown: number, now: number, over: Partial<HiddenFigure> = {}) =>
  hidden({ counts: [['amount', now]], earlier: { counts: [['amount', shown]], releaseId: 1 }, ...over })

/** What the page of a report says that hides figures of a hundred. */
export function modelOf(preview: Partial<Preview>, release: Partial<Parameters<typeof previewModel>[1]> = {}) {
  const usual: Preview = {
    ...{ fingerprint: '', suppressed: {}, hidden: [], before: [], alternatives: null },
    ...{ figures: 100, sensitive: 50, atoms: 9, programs: 1, proven: true, seconds: 1, earlier: 0 },
  }
  return previewModel({ ...usual, ...preview }, { ...RELEASE, ...release }, NAMES, WORDS)
}
export const HOLD = { smallChanges: 'hold' } as const
