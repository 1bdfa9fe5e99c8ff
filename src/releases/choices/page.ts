import { number, percent } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { Layout } from '../../vocabulary/release.ts'
import { layoutDifference } from '../in-words.ts'
import type { Preview } from '../protection/preview.ts'
import type { Release } from '../release.ts'
import { type ChoiceLoss, choicesOf, figuresLost, type ReleaseChoice } from './choice.ts'

/** So many are shown at once; the others are a click away. */
const SHOWN = 3
/** Beside holding, hiding and waiting: so many layouts that lose less than what is chosen. */
const LAYOUTS_SHOWN = 2

/** What a manager can choose, each with its loss and a button. */
export function choicesModel(preview: Preview, release: Pick<Release, 'id' | 'smallChanges' | 'layout'>, words: Words) {
  const choices = choicesOf(preview, release)
  const [best] = choices
  const models = choices.map((choice) => ({
    ...saidOf(choice, { layout: release.layout, measuring: preview.alternatives === null }, words),
    chosen: choice.chosen,
    least:
      best !== undefined && figuresLost(best) < Number.POSITIVE_INFINITY && figuresLost(choice) === figuresLost(best),
    form: formOf(choice, release.id, words),
    /** Where to see what is waited for. */
    link: choice.kind === 'wait' ? { href: '/submissions', label: words.t('releases:choices.see-submissions') } : null,
  }))
  const shown = shownAtOnce(choices)
  const first = models.filter((_, nth) => shown.has(choices[nth]!))
  return {
    first,
    others: models.filter((model) => !first.includes(model)),
    /** Other layouts are still being tried. */
    trying: preview.alternatives === null,
  }
}

function shownAtOnce(choices: readonly ReleaseChoice[]): Set<ReleaseChoice> {
  const chosenLoss = Math.min(...choices.filter(({ chosen }) => chosen).map(figuresLost))
  const layouts = choices.filter(({ kind }) => kind === 'layout')
  const better = layouts.filter((one) => figuresLost(one) < chosenLoss).slice(0, LAYOUTS_SHOWN)
  const shown = new Set([...choices.filter(({ kind }) => kind !== 'layout'), ...better])
  for (const one of layouts) if (shown.size < SHOWN) shown.add(one)
  return shown
}

/** @param shown the layout as it is, and whether losses are still being measured */
function saidOf(choice: ReleaseChoice, { layout, measuring }: { layout: Layout; measuring: boolean }, words: Words) {
  const { t } = words
  switch (choice.kind) {
    case 'hold':
    case 'hide':
      return {
        title: t(`releases:choices.${choice.kind}`),
        says: t(`releases:choices.${choice.kind}-says`),
        loss: lossWords(choice.loss, words),
      }
    case 'layout':
      return {
        title: t('releases:choices.layout'),
        says: `${capital(layoutDifference(choice.layout, layout, words))}. ${t('releases:choices.layout-rest')}`,
        loss: choice.loss ? lossWords(choice.loss, words) : t('releases:alternatives.failed'),
      }
    case 'wait':
      return {
        title: t('releases:choices.wait', { count: choice.submissions }),
        says: waitWords(choice, words),
        loss: waitingLoss(choice, measuring, words),
      }
  }
}

/** @param measuring while losses are being measured */
function waitingLoss(
  { loss, untried, entered, most }: Extract<ReleaseChoice, { kind: 'wait' }>,
  measuring: boolean,
  words: Words,
): string {
  const { t, language } = words
  if (loss) return lossWords(loss, words)
  if (measuring && entered === null) return t('releases:choices.measuring')
  const unknown = t('releases:choices.wait-unknown', { count: most, most: number(most, language) })
  return untried ? `${t(`releases:choices.untried.${untried}`)} ${unknown}` : unknown
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** Why waiting helps, and what of what is awaited was reckoned with. */
function waitWords({ entered }: Extract<ReleaseChoice, { kind: 'wait' }>, { t, language }: Words): string {
  const counts = entered === null ? [] : (['handedIn', 'begun', 'empty'] as const).filter((one) => entered[one] > 0)
  const said = counts.map((one) =>
    t(`releases:choices.awaited.${one}`, { count: entered![one], of: number(entered![one], language) }),
  )
  return [t('releases:choices.wait-says'), ...said].join(' ')
}

/** "Hidden: 82 of 830 (9.9%). 9 stand at the number of an earlier report." */
function lossWords({ hidden, held, figures, dropped }: ChoiceLoss, { t, language }: Words): string {
  const share = percent(figures === 0 ? 0 : hidden / figures, language, 1)
  const lost = { hidden: number(hidden, language), figures: number(figures, language), share }
  return [
    t('releases:choices.loss', lost),
    ...(held > 0 ? [t('releases:choices.held', { count: held, held: number(held, language) })] : []),
    ...(dropped > 0 ? [t('releases:choices.dropped', { count: dropped, dropped: number(dropped, language) })] : []),
  ].join(' ')
}

function formOf(choice: ReleaseChoice, id: number, { t }: Words) {
  if (choice.chosen || choice.kind === 'wait') return null
  const label = t('releases:choices.choose')
  if (choice.kind === 'layout')
    return choice.loss && { action: `/releases/${id}/layout`, label, hidden: { ...choice.layout } }
  return { action: `/releases/${id}/small-changes`, label, hidden: { smallChanges: choice.kind } }
}
