import type { HiddenFigure } from '../../disclosure/preview.ts'
import { number, percent } from '../../language/format.ts'
import type { Key, Words } from '../../language/words.ts'
import type { FeasibilityInterval } from '../../suppression/attacker/attacker.ts'
import { layoutWords } from '../in-words.ts'
import type { Layout } from '../release.ts'
import type { Preview } from './preview.ts'
import { type ReporterNames, togetherModel } from './together-page.ts'

/** What a manager has to see before issuing. */
export function previewModel(preview: Preview, layout: Layout, names: ReporterNames, words: Words) {
  const { t, language } = words
  const lost = (hidden: number, of: number) => ({ share: percent(of === 0 ? 0 : hidden / of, language, 1), of })
  const { hidden, figures, programs, seconds, earlier } = preview
  const primary = hidden.filter(({ kind }) => kind === 'primary').length
  return {
    lost:
      hidden.length === 0
        ? t('releases:preview.lost-none')
        : t('releases:preview.lost', {
            count: hidden.length,
            figures: number(figures, language),
            share: lost(hidden.length, figures).share,
          }),
    split: t('releases:preview.split', { primary, secondary: hidden.length - primary }),
    checked: t('releases:preview.checked', {
      count: earlier,
      programs: number(programs, language),
      seconds: number(seconds, language, 1),
    }),
    proven: t(preview.proven ? 'releases:preview.proven' : 'releases:preview.not-proven'),
    groups: groupsOf(hidden, words),
    together: togetherModel(preview, names, words),
    given: givenOf(hidden, words),
    before: beforeOf(preview, words),
    alternatives: alternativesOf(preview, layout, words),
  }
}

function groupsOf(hidden: readonly HiddenFigure[], words: Words) {
  const groups = new Map<string, HiddenFigure[]>()
  for (const one of hidden) groups.set(one.indicator, [...(groups.get(one.indicator) ?? []), one])
  return [...groups].map(([indicator, list]) => ({
    title: words.t('releases:preview.by-indicator', { indicator, name: words.of(list[0]!.name), count: list.length }),
    rows: list.map((one) => rowOf(one, words)),
  }))
}

function rowOf(one: HiddenFigure, words: Words) {
  const { t } = words
  return {
    figure: [shortTitle(one, words), words.of(one.row), words.of(one.column)].filter((part) => part !== '').join(' · '),
    value: one.counts.map(([part, count]) => valueWords(part, count, one.counts.length, words)).join(', '),
    kind: t(`releases:preview.kind.${one.kind}`),
    primary: one.kind === 'primary',
    why: t(`releases:preview.reason.${one.reason}`),
    before: one.before ? intervalWords(one.before, words) : null,
    after: one.after ? intervalWords(one.after, words) : null,
  }
}

/** What a table's title says beside the name of its indicator, which stands above. */
function shortTitle({ table, name }: HiddenFigure, words: Words): string {
  return words.of(table).replace(words.of(name), '').replace(/^ – /, '')
}

function figureName(one: HiddenFigure, words: Words): string {
  return [words.of(one.table), words.of(one.row), words.of(one.column)].join(' · ')
}

function valueWords(
  part: HiddenFigure['counts'][number][0],
  count: number,
  parts: number,
  { t, language }: Words,
): string {
  const text = number(count, language)
  return parts === 1 && part === 'amount' ? text : `${t(`releases:preview.part.${part}`)} ${text}`
}

export function intervalWords([lowest, highest]: FeasibilityInterval, { t, language }: Words): string {
  const low = number(lowest, language)
  if (highest === null) return t('releases:preview.interval-open', { lowest: low })
  if (highest === lowest) return t('releases:preview.exact', { lowest: low })
  return t('releases:preview.interval', { lowest: low, highest: number(highest, language) })
}

/** Figures of which an attacker knows more than that they are small, whatever is hidden now. */
function givenOf(hidden: readonly HiddenFigure[], words: Words) {
  const causes = ['earlier', 'shown', 'parts'] as const
  return causes.flatMap((cause) => {
    const list = hidden.filter(({ given }) => given === cause)
    if (list.length === 0) return []
    const figures = list.map((one) => ({
      name: figureName(one, words),
      known: one.after ? intervalWords(one.after, words) : null,
    }))
    return [{ cause, says: words.t(`releases:given.${cause}` as Key), figures }]
  })
}

/** What earlier reports hid and this one, or they themselves, give away. */
function beforeOf({ before }: Preview, words: Words) {
  return before.map(({ release, figure, after }) => ({
    name: figure ? figureName(figure, words) : '–',
    release,
    known: after ? intervalWords(after, words) : null,
  }))
}

function alternativesOf({ alternatives, hidden, figures }: Preview, layout: Layout, words: Words) {
  const { t, language } = words
  const lost = (count: number, of: number) =>
    t('releases:alternatives.of', {
      hidden: count,
      figures: number(of, language),
      share: percent(of === 0 ? 0 : count / of, language, 1),
    })
  const share = (count: number, of: number) => (of === 0 ? 0 : count / of)
  const now = share(hidden.length, figures)
  if (alternatives === null) return null
  return [
    { layout: layoutWords(layout, words), lost: lost(hidden.length, figures), current: true, better: false, query: '' },
    ...alternatives.map((one) => ({
      layout: layoutWords(one.layout, words),
      lost: 'refused' in one ? t('releases:alternatives.failed') : lost(one.hidden, one.figures),
      current: false,
      better: !('refused' in one) && share(one.hidden, one.figures) < now,
      query: new URLSearchParams({ ...one.layout }).toString(),
    })),
  ]
}
