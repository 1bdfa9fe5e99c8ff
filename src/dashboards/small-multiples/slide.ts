import type { ManyCard, ManySource } from '../../charts/slide/many.ts'
import type { SmallMultiple } from '../../charts/small-multiple/model.ts'
import type { Words } from '../../language/words.ts'
import type { PageState } from '../page-state.ts'
import { isDrawn, type MultipleCard } from './card.ts'
import type { PicturesModel } from './page.ts'

type PictureSection = PicturesModel['sections'][number]

/**
 * The pictures of a component on one slide: what a page shows of it, with what its figures never leave without.
 * @param key of the component; without one the first of the page
 * @returns null where the page has no such component, or no picture of it
 */
export function sectionSlide(model: PicturesModel, key: string | undefined, state: PageState): ManySource | null {
  const section = model.sections.find((one) => key === undefined || one.key === key)
  if (!section || !isDrawn(section.cards)) return null
  const { words, project } = state
  const { t } = words
  const { truth, sections, seen } = model
  const source = t('charts:source-text', { product: t('common:product') })
  return {
    heading: sections.length === 1 ? model.title : `${model.title} – ${section.title}`,
    sentence: section.sentence,
    dates: `${truth.quarter} (${truth.dates})`,
    cards: section.cards.map(cardOf),
    key: [keysOf(section, words).join(' ')],
    foot: [truth.complete.sentence, truth.facts, `${t('charts:source')}: ${source}`, seen ? '' : t('charts:staff-only')]
      .filter(Boolean)
      .join(' · '),
    warning: project.illustrative ? t('common:illustrative') : null,
  }
}

/** What can be looked for in these pictures. */
function keysOf({ cards }: PictureSection, { t }: Words): string[] {
  const drawn = cards.flatMap(({ picture }) => picture ?? [])
  const there = {
    bars: drawn.some(({ bars }) => bars.length > 0),
    line: drawn.some((one) => one.bars.length === 0 && !isStepped(one)),
    steps: drawn.some(isStepped),
    plan: drawn.some(({ plan }) => plan !== ''),
    hollow: drawn.some(({ bars, dots }) => [...bars, ...dots].some(({ hollow }) => hollow)),
  }
  return (['bars', 'line', 'steps', 'plan', 'hollow'] as const)
    .filter((one) => there[one])
    .map((one) => t(`charts:multiple.key.${one}`))
}

function cardOf({ code, name, latest, pace, picture, sentence, isCurrent, ended }: MultipleCard): ManyCard {
  const { text, unit, marks, partial, period } = latest
  const rated = [pace.soFar, pace.text, pace.percent].filter(Boolean).join(' ')
  return {
    code,
    name,
    value: [text, unit, ...marks, partial].filter(Boolean).join(' '),
    period,
    pace: isCurrent && pace.tone !== '' ? { text: rated, tone: pace.tone } : null,
    picture,
    instead: ended ?? sentence,
  }
}

/** Stages have names, which stand on their lines. */
function isStepped({ grid }: SmallMultiple): boolean {
  return grid.some(({ isBefore }) => !isBefore)
}
