import { type Layout, SMALL_CHANGES } from '../../vocabulary/release.ts'
import type { LayoutLoss } from '../protection/layout-loss.ts'
import { couldWait, hiddenSince, type Preview } from '../protection/preview.ts'
import type { AwaitedValues, Waiting, WaitingUntried } from '../protection/waiting/waiting.ts'
import type { Release } from '../release.ts'

/**
 * How many figures have no number, how many one of an earlier report, and of how many; and how many figures of the report as it is
 * are no longer in it at all.
 */
export type ChoiceLoss = { hidden: number; held: number; figures: number; dropped: number }

/**
 * What a manager can do about figures that are lost: hold them at numbers of earlier reports, hide them, wait for submissions, or
 * cut the report less finely. Losses are of what was really protected.
 */
export type ReleaseChoice =
  | { kind: 'hold' | 'hide'; loss: ChoiceLoss; chosen: boolean }
  /** `loss` null: it could not be found out. */
  | { kind: 'layout'; layout: Layout; loss: ChoiceLoss | null; chosen: false }
  /**
   * `entered` null: it has not been looked at yet. `loss` null: it can't be known, or was not found out, and `untried` says why.
   * @property most of the hidden figures that are hidden for what has come or was corrected since earlier reports
   */
  | {
      kind: 'wait'
      submissions: number
      entered: AwaitedValues | null
      loss: ChoiceLoss | null
      untried?: WaitingUntried
      most: number
      chosen: false
    }

/** What there is to choose, from the least loss to the greatest; last of all what it is not known of. */
export function choicesOf(preview: Preview, { smallChanges }: Pick<Release, 'smallChanges'>): ReleaseChoice[] {
  const { hidden, figures, alternatives, awaited = [], waiting = null } = preview
  const holdable = hidden.filter(({ earlier }) => earlier).length
  const asItIs = (kind: 'hold' | 'hide', chosen: boolean): ReleaseChoice => {
    const held = kind === 'hold' ? holdable : 0
    return { kind, loss: { hidden: hidden.length - held, held, figures, dropped: 0 }, chosen }
  }
  const now = holdable > 0 ? SMALL_CHANGES.map((kind) => asItIs(kind, smallChanges === kind)) : [asItIs('hide', true)]
  const lossOf = (one: LayoutLoss): ChoiceLoss | null => {
    if ('refused' in one) return null
    const held = smallChanges === 'hold' ? (one.holdable ?? 0) : 0
    const dropped = Math.max(0, figures - one.figures)
    return { hidden: one.hidden - held, held, figures: one.figures, dropped }
  }
  const layouts = (alternatives ?? []).map(
    (one): ReleaseChoice => ({ kind: 'layout', layout: one.layout, loss: lossOf(one), chosen: false }),
  )
  const wait: ReleaseChoice[] = couldWait(preview)
    ? [
        {
          kind: 'wait',
          submissions: awaited.length,
          ...triedIn(waiting, lossOf),
          most: hiddenSince(preview).size,
          chosen: false,
        },
      ]
    : []
  return [...now, ...layouts, ...wait].sort((a, b) => inOrder(figuresLost(a), figuresLost(b)))
}

function triedIn(waiting: Waiting | null, lossOf: (loss: LayoutLoss) => ChoiceLoss | null) {
  if (waiting === null) return { entered: null, loss: null }
  if ('untried' in waiting) return { entered: null, loss: null, untried: waiting.untried }
  const loss = waiting.loss && lossOf(waiting.loss)
  return { entered: waiting, loss, ...(waiting.loss && !loss ? { untried: 'no-time' as const } : {}) }
}

/** Infinities are alike. */
function inOrder(one: number, other: number): number {
  return one === other ? 0 : one - other
}

/** How many figures of the report as it is, or of those that a coarser one has instead, have no number. */
export function figuresLost(choice: ReleaseChoice): number {
  if (choice.loss === null) return Number.POSITIVE_INFINITY
  return choice.loss.hidden + choice.loss.dropped
}
