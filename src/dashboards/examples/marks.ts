import { isHiddenByRule } from '../../disclosure/suppress.ts'
import type { Figure } from '../../figures/figure.ts'
import { figureInWords } from '../../figures/in-words.ts'
import type { MarkName } from '../../figures/marks.ts'
import { PROJECT } from '../../figures/question.ts'
import { unitBesideText } from '../../indicators/in-words.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { traitsOf } from '../../indicators/measure.ts'
import { type Example, type ExampleView, exampleName, MOST_AREAS, spanText } from './example.ts'

/** Whether a figure has a mark; a hidden one is shown to staff, and hidden from donors by the rule. */
function isMarked(name: MarkName, figure: Figure, indicator: DefinedIndicator, threshold: number): boolean {
  if (name === 'confidential') return isHiddenByRule(figure, indicator, threshold)
  if (figure.state === name) return true
  return figure.state === 'reported' && figure.flags.some((flag) => flag === name)
}

/** The last figure of the project, or else of one of its areas, that has a mark. */
export function markExample(name: MarkName, view: ExampleView): Example | null {
  const example = exampleWhere((figure, own) => isMarked(name, figure, own, view.threshold), view)
  if (example === null || name !== 'confidential') return example
  const hidden = view.state.words.t('help:example.hidden', { most: view.threshold - 1 })
  return { ...example, text: `${example.text} ${hidden}` }
}

/** A zero that was reported. */
export function zeroExample(view: ExampleView): Example | null {
  return exampleWhere(({ state, value }, own) => traitsOf(own).isAmount && state === 'reported' && value === 0, view)
}

function exampleWhere(is: (figure: Figure, indicator: DefinedIndicator) => boolean, view: ExampleView): Example | null {
  const { answer, areas, state } = view
  const { words } = state
  const groups = [
    { slug: PROJECT, name: words.t('charts:whole-project') },
    ...areas.slice(0, MOST_AREAS).map(({ slug, name }) => ({ slug, name: words.of(name) })),
  ]
  for (const { slug, name } of groups)
    for (const { code } of answer.indicators)
      for (const span of [...(view.own.get(code) ?? [])].reverse()) {
        const [figure, own] = [answer.figure(code, slug, span.key), answer.definition(code, span.key)]
        if (!is(figure, own)) continue
        const values = { indicator: exampleName(own, words), place: name, period: spanText(span, words) }
        const { why } = figureInWords(figure, own, words)
        const said = words.t('help:example.figure', { ...values, figure: toldOf(figure, own, view) })
        return {
          text: why ? `${said} ${why}` : said,
          href: view.originOf(code, slug, span.key),
        }
      }
  return null
}

/** "28 persons [r], partial: 4 of 5 reports" */
function toldOf(figure: Figure, indicator: DefinedIndicator, { state: { words } }: ExampleView): string {
  const { text, says, marks, notes } = figureInWords(figure, indicator, words)
  const unit = figure.state === 'reported' ? unitBesideText(text, indicator, words) : ''
  const number = [text, unit, ...marks].filter(Boolean).join(' ')
  return [number, says, ...notes].filter(Boolean).join(', ')
}
