import { z } from 'zod'
import { GRAINS } from '../../calendar/span.ts'
import type { AskedFigures } from '../../dashboards/programs/asked.ts'
import { seenAs } from '../../figures/mask/masked-answer.ts'
import { BASES, MAPS } from '../../figures/question.ts'
import { dateFields, datesIn, instantField, instantOf, textField, textOf } from '../fields.ts'
import { figureRow } from './row.ts'

const named = z.array(z.object({ code: z.string(), name: textField }))

/** What was asked, as it was understood, before its figures. */
const head = z.object({
  project: textField,
  ...dateFields.shape,
  grain: z.enum(GRAINS as [string, ...string[]]),
  basis: z.enum(BASES),
  map: z.enum(MAPS),
  as_at: instantField,
  breakdown: z.array(z.string()),
  source: textField,
  /** Where figures are looked at as a donor would see them: as whom. */
  seen_as: textField.nullable(),
  illustrative: z.boolean(),
  indicators: named,
  places: named,
})
export const figuresDocument = z.object({ ...head.shape, figures: z.array(figureRow) })

export function figuresHead({ project, choice, answer, source, places }: AskedFigures): z.output<typeof head> {
  const seen = seenAs(answer)
  const namedOf = (all: AskedFigures['places']) => all.map(({ code, name }) => ({ code, name: textOf(name) }))
  return {
    project: textOf(project.name),
    ...datesIn(choice),
    grain: choice.grain,
    basis: answer.basis,
    map: answer.map,
    as_at: instantOf(answer.asAt),
    breakdown: [...(answer.question.by ?? [])],
    source: textOf(source),
    seen_as: seen && textOf(seen),
    illustrative: project.illustrative,
    indicators: namedOf([...answer.indicators]),
    places: namedOf(places),
  }
}
