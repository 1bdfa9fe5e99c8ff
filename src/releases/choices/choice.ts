import { type Layout, SMALL_CHANGES } from '../../vocabulary/release.ts'
import type { Preview } from '../protection/preview.ts'
import type { Release } from '../release.ts'

/**
 * How many figures have no number, how many one of an earlier report, and of how many; and how many figures of the report as it is
 * are no longer in it at all.
 */
export type ChoiceLoss = { hidden: number; held: number; figures: number; dropped: number }

/**
 * What a manager can do about figures that are lost: hold them at numbers of earlier reports, hide them, wait for submissions, or
 * cut the report less finely. Losses are of what was really protected, but for waiting: nobody knows what is to come.
 */
export type ReleaseChoice =
  | { kind: 'hold' | 'hide'; loss: ChoiceLoss; chosen: boolean }
  /** `loss` null: it could not be found out. */
  | { kind: 'layout'; layout: Layout; loss: ChoiceLoss | null; chosen: false }
  /** @property most of the hidden figures that are hidden for what has come or was corrected since earlier reports */
  | { kind: 'wait'; submissions: number; most: number; chosen: false }

/** What there is to choose, from the least loss to the greatest; waiting last, since its loss is not known. */
export function choicesOf(
  { hidden, figures, alternatives, together = [], awaited = [] }: Preview,
  { smallChanges }: Pick<Release, 'smallChanges'>,
): ReleaseChoice[] {
  const holdable = hidden.filter(({ earlier }) => earlier).length
  const asItIs = (kind: 'hold' | 'hide', chosen: boolean): ReleaseChoice => {
    const held = kind === 'hold' ? holdable : 0
    return { kind, loss: { hidden: hidden.length - held, held, figures, dropped: 0 }, chosen }
  }
  const now = holdable > 0 ? SMALL_CHANGES.map((kind) => asItIs(kind, smallChanges === kind)) : [asItIs('hide', true)]
  const layouts = (alternatives ?? []).map((one): ReleaseChoice => {
    if ('refused' in one) return { kind: 'layout', layout: one.layout, loss: null, chosen: false }
    const held = smallChanges === 'hold' ? (one.holdable ?? 0) : 0
    const dropped = Math.max(0, figures - one.figures)
    const loss = { hidden: one.hidden - held, held, figures: one.figures, dropped }
    return { kind: 'layout', layout: one.layout, loss, chosen: false }
  })
  const since = new Set(together.filter(({ kind }) => kind !== 'within').flatMap((one) => one.hidden))
  const wait: ReleaseChoice[] =
    since.size > 0 && awaited.length > 0
      ? [{ kind: 'wait', submissions: awaited.length, most: since.size, chosen: false }]
      : []
  return [...[...now, ...layouts].sort((a, b) => figuresLost(a) - figuresLost(b)), ...wait]
}

/** How many figures of the report as it is, or of those that a coarser one has instead, have no number. */
export function figuresLost(choice: ReleaseChoice): number {
  if (choice.kind === 'wait' || choice.loss === null) return Number.POSITIVE_INFINITY
  return choice.loss.hidden + choice.loss.dropped
}
