import type { Span } from '../calendar/span.ts'
import type { Figure } from '../figures/figure.ts'
import type { Gap } from '../figures/marks.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { Text } from '../language/text.ts'
import type { FigureRef, FigureTable } from '../targets/figure-table.ts'
import type { Progress } from '../targets/progress.ts'
import type { Audience } from './audience.ts'
import type { EarlierNumber } from './earlier/hold.ts'

/** What takes the place of a number. `[c]` confidential. Whether primary or secondary is for the manager's preview only. */
export type ShownFigure =
  | {
      kind: 'figure'
      figure: Figure
      target: number | null
      progress: Progress | null
      /** Where the figure is that of an earlier release. */
      held?: EarlierNumber
    }
  | { kind: 'confidential' }

/** The mark that stands in the place of a number; null where there is one. */
export function gapIn(shown: ShownFigure): Gap | null {
  if (shown.kind === 'confidential') return 'confidential'
  return shown.figure.state === 'reported' ? null : shown.figure.state
}

export type PublishableCell = {
  id: string
  ref: FigureRef
  shown: ShownFigure
  /** The quarters it was asked for and, where they are others, those its values cover: what is due when is no secret. */
  period: Span
  covers: Span | null
  /** How stages are called in its span, where that is otherwise than in the table's definition. */
  stages?: Text[]
}

/** The number that a figure is held at; null of every other. */
export function earlierNumberIn({ shown }: Pick<PublishableCell, 'shown'>): EarlierNumber | null {
  return (shown.kind === 'figure' && shown.held) || null
}

/** The indicator of a table as it is called in the span of one of its cells. */
export function calledIn({ stages }: Pick<PublishableCell, 'stages'>, indicator: Indicator): Indicator {
  return stages ? { ...indicator, stages } : indicator
}

declare const brand: unique symbol

/** A table whose every number may be seen by its audience. Only `suppress.ts` makes one; charts and releases take nothing else. */
export type PublishableTable = Omit<FigureTable, 'cells'> & {
  audience: Audience
  cells: PublishableCell[][]
  readonly [brand]: true
}
