import type { Text } from '../../language/text.ts'
import { Answer } from '../answer.ts'
import type { Figure } from '../figure.ts'
import type { PlaceGroup, Question, SpanGroup } from '../question.ts'

/** Which figure is looked at, by what it was asked as. */
export type LookedAt = {
  indicator: string
  group: PlaceGroup
  span: SpanGroup
  cell: string
  question: Question
}

/** What somebody may see of figures. */
export type FigureMask = {
  /** As whom they are looked at, in a sentence that goes with whatever is made of them. */
  seenAs: Text
  /** What stands in the place of a figure: the figure itself, another one, or why it is kept from them. */
  see: (figure: Figure, lookedAt: LookedAt) => Figure
}

/**
 * The answer to a question as somebody may see it. Every figure of it is looked at through the mask, so that whatever is made of them, a
 * sentence, a picture, a rating, an order, is made of what may be seen.
 */
export class MaskedAnswer extends Answer {
  constructor(
    readonly mask: FigureMask,
    ...inputs: ConstructorParameters<typeof Answer>
  ) {
    super(...inputs)
  }

  override figure(indicator: string, group: string, span: string, cell = ''): Figure {
    const { question } = this
    return this.mask.see(super.figure(indicator, group, span, cell), {
      indicator,
      group: question.groups.find(({ key }) => key === group)!,
      span: this.span(span),
      cell,
      question,
    })
  }
}

/** As whom figures are looked at that are not seen as they are; null of those that are. */
export function seenAs(answer: Answer): Text | null {
  return answer instanceof MaskedAnswer ? answer.mask.seenAs : null
}
