import { z } from 'zod'
import { staffFigure } from '../../disclosure/suppress.ts'
import type { Answer, AnsweredFigure } from '../../figures/answer.ts'
import { FLAGS, isWithheld } from '../../figures/figure.ts'
import { markCode } from '../../figures/marks.ts'
import { BASES, MAPS, PROJECT } from '../../figures/question.ts'
import { UNSPLIT } from '../../figures/split.ts'
import { categoriesOf } from '../../indicators/breakdown.ts'
import { unitText } from '../../indicators/in-words.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { numberStyleOf, onSheet, traitsOf } from '../../indicators/measure.ts'
import { both } from '../../language/text.ts'
import { wordsFor } from '../../language/words.ts'
import { dateFields, datesIn, instantField, instantOf, stateField, textField } from '../fields.ts'

/** Of what could not be split the way it was asked for. */
const NOT_SPLIT = 'not-split'

/** A figure with everything that travels with it: unit, dates, coverage, basis, instant, flags. */
export const figureRow = z.object({
  indicator: z.string(),
  place: z.string(),
  partner: z.string().nullable(),
  period: z.string(),
  ...dateFields.shape,
  categories: z.record(z.string(), z.string()),
  value: z.number().nullable(),
  state: stateField,
  unit: textField,
  stage: textField.nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  n: z.number().nullable(),
  of: z.number().nullable(),
  coverage: z.object({ reported: z.int(), expected: z.int() }).nullable(),
  flags: z.array(z.enum(FLAGS)),
  why: z.enum(['reporters', 'quarters', 'cells', 'definitions']).nullable(),
  basis: z.enum(BASES),
  map: z.enum(MAPS),
  as_at: instantField,
})
export type FigureRow = z.output<typeof figureRow>

/** Every figure of an answer, worked out when its row is written. */
export function* figureRows(answer: Answer): Generator<FigureRow> {
  const partners = new Map(answer.question.groups.map(({ key, places, partner }) => [key, { places, partner }]))
  const units = new Map<DefinedIndicator, FigureRow['unit']>()
  const common = { basis: answer.basis, map: answer.map, as_at: instantOf(answer.asAt) }
  for (const one of answer) {
    const own = answer.definition(one.indicator, one.span)
    const unit = units.get(own) ?? both((language) => unitText(own, wordsFor(language)))
    units.set(own, unit)
    const { places = '*', partner = null } = partners.get(one.group) ?? {}
    yield {
      indicator: one.indicator,
      place: places === '*' ? PROJECT : places.join(','),
      partner,
      period: one.span,
      ...datesIn(spanOf(answer, one)),
      categories: categoriesIn(one.cell, answer.question.by ?? []),
      ...shownOf(one, own),
      unit,
      ...common,
    }
  }
}

/** The quarters that its values cover, where these are not those that were asked for; what was carried on has more of them than the last. */
function spanOf(answer: Answer, { indicator, span, figure }: AnsweredFigure) {
  const covers = figure.flags.includes('carried') ? null : answer.covers(indicator, span)
  return covers ?? answer.span(span)
}

function categoriesIn(cell: string, by: readonly string[]): Record<string, string> {
  if (cell === UNSPLIT) return Object.fromEntries(by.map((breakdown) => [breakdown, NOT_SPLIT]))
  return { ...categoriesOf(cell) }
}

const HIDDEN = {
  value: null,
  stage: null,
  numerator: null,
  denominator: null,
  n: null,
  of: null,
  coverage: null,
  flags: [],
  why: null,
}

/** A figure as whoever asks may see it. Of one that is kept from them nothing is told but that it is. */
function shownOf({ figure }: AnsweredFigure, own: DefinedIndicator) {
  const shown = staffFigure({ figure, target: null, progress: null })
  if (shown.kind === 'confidential') return { ...HIDDEN, state: markCode('confidential') }
  const { state, value, numerator, denominator, n, of, coverage, flags, why } = shown.figure
  if (isWithheld(state)) return { ...HIDDEN, state: markCode(state) }
  const staged = traitsOf(own).shown === 'stage' && of === undefined && value !== null ? own.stages[value] : undefined
  return {
    value: value === null ? null : onSheet(value, numberStyleOf(own)),
    state: markCode(state),
    stage: staged ?? null,
    numerator: numerator ?? null,
    denominator: denominator ?? null,
    n: n ?? null,
    of: of ?? null,
    coverage: { reported: coverage[0], expected: coverage[1] },
    flags: [...flags],
    why: why ?? null,
  }
}
