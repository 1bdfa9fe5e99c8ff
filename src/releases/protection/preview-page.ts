import { datesOf } from '../../calendar/span.ts'
import type { HiddenFigure, HidingReason } from '../../disclosure/preview.ts'
import { MARKS } from '../../figures/marks.ts'
import { day, number, percent } from '../../language/format.ts'
import { NOTHING } from '../../language/text.ts'
import type { Words } from '../../language/words.ts'
import type { FeasibilityInterval } from '../../suppression/attacker/attacker.ts'
import { choicesModel } from '../choices/page.ts'
import type { Release } from '../release.ts'
import type { Preview } from './preview.ts'
import { type ReporterNames, togetherModel } from './together-page.ts'

/** A figure that can stand at the number which was shown last. */
type HeldFigure = HiddenFigure & { earlier: NonNullable<HiddenFigure['earlier']> }

/** What a manager has to see before issuing. */
export function previewModel(
  preview: Preview,
  release: Pick<Release, 'id' | 'smallChanges' | 'layout' | 'audience' | 'threshold'>,
  names: ReporterNames,
  words: Words,
) {
  const { t, language } = words
  const { hidden, figures, programs, seconds, earlier } = preview
  const holds = release.smallChanges === 'hold'
  const held = holds ? hidden.filter((one): one is HeldFigure => Boolean(one.earlier)) : []
  const lost = hidden.length - held.length
  return {
    lost:
      hidden.length === 0
        ? t('releases:preview.lost-none')
        : t('releases:preview.lost', {
            count: lost,
            figures: number(figures, language),
            share: percent(figures === 0 ? 0 : lost / figures, language, 1),
          }),
    upTo:
      preview.upTo === undefined || preview.upTo === null
        ? null
        : t('releases:preview.up-to', { day: day(datesOf({ from: preview.upTo, to: preview.upTo }).last, language) }),
    held: held.length === 0 ? null : heldWords(held, preview.alike ?? 0, release.threshold, words),
    why:
      hidden.length === 0
        ? null
        : { lead: t('releases:preview.lost-why', { count: hidden.length }), list: whyLost(hidden, words) },
    /** Against whom it was checked, and how. */
    whom: t(`releases:preview.whom.${earlier === 0 ? 'first' : release.audience}`, { count: earlier }),
    checked: t('releases:preview.checked', {
      programs: number(programs, language),
      seconds: number(seconds, language, 1),
    }),
    proven: t(preview.proven ? 'releases:preview.proven' : 'releases:preview.not-proven'),
    groups: groupsOf(hidden, holds, words),
    together: togetherModel(preview, names, words),
    given: givenOf(hidden, words),
    before: beforeOf(preview, words),
    uncovered: uncoveredOf(preview, words),
    choices: hidden.length === 0 ? null : choicesModel(preview, release, words),
  }
}

function heldWords(held: readonly HeldFigure[], alike: number, threshold: number, words: Words): string {
  const { t } = words
  return [
    t('releases:preview.held', { count: held.length }),
    ...(alike === 0 ? [] : [t('releases:preview.alike', { count: alike })]),
    ...farWords(held, threshold, words),
  ].join(' ')
}

/** How many numbers that stand for another figure's sake are no longer near what these are now, and which is off the furthest. */
function farWords(held: readonly HeldFigure[], threshold: number, words: Words): string[] {
  const far = held.filter((one) => distance(one) >= threshold).sort((a, b) => distance(b) - distance(a))
  const [furthest] = far
  if (!furthest) return []
  const least = number(threshold, words.language)
  const [stood, now] = [countsWords(furthest.earlier.counts, words), countsWords(furthest.counts, words)]
  const figure = [furthest.indicator, words.of(furthest.row), words.of(furthest.column)].join(', ')
  return [words.t('releases:preview.far', { count: far.length, least, figure, stood, now })]
}

/** By how much what a figure is now differs from the number that stands in its place. */
function distance({ counts, earlier }: HeldFigure): number {
  const then = new Map(earlier.counts)
  return Math.max(0, ...counts.map(([part, count]) => Math.abs(count - (then.get(part) ?? count))))
}

/** In the order in which they are told. */
const LOST_FOR = ['small', 'protects', 'since', 'within', 'overlaps'] as const

const LOST_FOR_OF: Readonly<Record<HidingReason, (typeof LOST_FOR)[number]>> = {
  amount: 'small',
  numerator: 'small',
  complement: 'small',
  denominator: 'small',
  n: 'small',
  protects: 'protects',
  late: 'since',
  corrected: 'since',
  within: 'within',
  overlaps: 'overlaps',
}

/** What each of the figures that can't be shown is lost for, counted: every reason in one line. */
function whyLost(hidden: readonly HiddenFigure[], { t }: Words): string[] {
  return LOST_FOR.flatMap((why) => {
    const count = hidden.filter(({ reason }) => LOST_FOR_OF[reason] === why).length
    return count === 0 ? [] : [t(`releases:preview.lost-for.${why}`, { count })]
  })
}

function groupsOf(hidden: readonly HiddenFigure[], holds: boolean, words: Words) {
  const groups = new Map<string, HiddenFigure[]>()
  for (const one of hidden) groups.set(one.indicator, [...(groups.get(one.indicator) ?? []), one])
  return [...groups].map(([indicator, list]) => ({
    title: words.t('releases:preview.by-indicator', { indicator, name: words.of(list[0]!.name), count: list.length }),
    rows: list.map((one) => rowOf(one, holds, words)),
  }))
}

function rowOf(one: HiddenFigure, holds: boolean, words: Words) {
  const { t } = words
  const earlier = holds && one.earlier
  return {
    figure: [shortTitle(one, words), words.of(one.row), words.of(one.column)].filter((part) => part !== '').join(' · '),
    value: countsWords(one.counts, words),
    shown: earlier ? `${countsWords(earlier.counts, words)} ${MARKS.held.sign}` : MARKS.confidential.sign,
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

function countsWords(counts: HiddenFigure['counts'], words: Words): string {
  return counts.map(([part, count]) => valueWords(part, count, counts.length, words)).join(', ')
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
    return [{ cause, says: words.t(`releases:given.${cause}`), figures }]
  })
}

/** What earlier reports hid and this one, or they themselves, give away. */
function beforeOf({ before }: Preview, words: Words) {
  // What the rule of an earlier report told by itself is not told by this one.
  const told = before.filter(({ cause }) => cause !== 'parts')
  return told.map(({ release, figure, after }) => ({
    name: figure ? figureName(figure, words) : NOTHING,
    release,
    known: after ? intervalWords(after, words) : null,
  }))
}

/** What earlier reports hid and this one shows. */
function uncoveredOf({ uncovered = [] }: Preview, words: Words) {
  return uncovered.map(({ table, row, column, release }) => ({
    name: [table, row, column].map(words.of).join(' · '),
    release,
    known: null,
  }))
}
