import type { Quarter } from '../../calendar/quarter.ts'
import { datesOf } from '../../calendar/span.ts'
import { dates, day } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { Breakdown, Scheme } from '../breakdown.ts'
import type { DefinedIndicator } from '../indicator.ts'
import { factLabel, type NamedFact, sheetFacts } from '../reference-sheet.ts'
import type { IndicatorChange } from './changes.ts'

/** What a change changes, a sentence for each thing: "Frequency: was “Every quarter”, is “Every year (fourth quarter)”." */
export function changeSentences(change: IndicatorChange, breakdowns: readonly Breakdown[], words: Words): string[] {
  const { t } = words
  switch (change.of) {
    case 'definition':
      return [...pauseSentence(change, words), ...differences(change.before, change.after, words)]
    case 'split':
      return [
        becameText(
          factLabel('split', words),
          splitText(change.before, breakdowns, words),
          splitText(change.after, breakdowns, words),
          words,
        ),
      ]
    case 'categories': {
      const breakdown = words.of(change.breakdown.name)
      const named = (category: string) => ({ breakdown, category })
      return [
        ...change.added.map(({ name }) => t('indicators:change.category-added', named(words.of(name)))),
        ...change.ended.map(({ name }) => t('indicators:change.category-ended', named(words.of(name)))),
        ...change.renamed.map(({ was, is }) => becameText(breakdown, words.of(was), words.of(is), words)),
      ]
    }
  }
}

/** What makes the series another one, in few words: what a definition says stands on the indicator's page. */
export function breakSentences(change: IndicatorChange, breakdowns: readonly Breakdown[], words: Words): string[] {
  if (change.of !== 'definition') return changeSentences(change, breakdowns, words)
  const { before, after } = change
  const isReworded = words.of(before.definition) !== words.of(after.definition)
  return [
    ...pauseSentence(change, words),
    ...(isReworded ? [words.t('indicators:change.reworded')] : []),
    ...differences(before, after, words, (name) => BREAKING.has(name)),
  ]
}

/** Facts of a definition without which its numbers are others; the definition's own words are too long for a picture. */
const BREAKING: ReadonlySet<string> = new Set([
  'unit',
  'base',
  'rule',
  'stages',
  'target-stage',
  'frequency',
  'disjoint',
])

/** "from 1 Jan 2022": the day on which a quarter begins. */
export function firstDay(quarter: Quarter, words: Words): string {
  return day(datesOf({ from: quarter, to: quarter }).first, words.language)
}

function pauseSentence({ before, after }: { before: DefinedIndicator; after: DefinedIndicator }, words: Words) {
  if (before.to === null || before.to + 1 >= after.from) return []
  const paused = dates({ from: before.to + 1, to: after.from - 1 }, words.language)
  return [words.t('indicators:change.paused', { dates: paused })]
}

function differences(
  before: DefinedIndicator,
  after: DefinedIndicator,
  words: Words,
  isTold: (name: string) => boolean = () => true,
): string[] {
  const is = new Map(everyFact(after, words).map(({ name, text }) => [name, text]))
  return everyFact(before, words).flatMap(({ name, text }) => {
    const now = is.get(name)!
    return text === now || !isTold(name) ? [] : [becameText(factLabel(name, words), text, now, words)]
  })
}

/** The reference sheet, and what stands elsewhere on a page: the same facts of any definition. */
function everyFact(indicator: DefinedIndicator, words: Words): NamedFact[] {
  return [
    { name: 'name', text: words.of(indicator.name) },
    ...sheetFacts(indicator, words),
    { name: 'disjoint', text: words.t(`indicators:disjoint.${indicator.disjointReporters ? 'yes' : 'no'}`) },
    { name: 'decimals', text: String(indicator.decimals) },
  ]
}

/** Sentences stand within a sentence here: they lose their full stop. */
function becameText(field: string, before: string, after: string, { t }: Words): string {
  const [was, is] = [before, after].map((text) => text.replace(/\.$/, '')) as [string, string]
  if (was === '') return t('indicators:change.new', { field, is })
  return is === '' ? t('indicators:change.gone', { field, was }) : t('indicators:change.became', { field, was, is })
}

/** "Sex × Age; Form of exploitation": what is crossed, then what is said beside. */
function splitText(schemes: readonly Scheme[], breakdowns: readonly Breakdown[], words: Words): string {
  const nameOf = (code: string) => words.of(breakdowns.find((one) => one.code === code)!.name)
  const split = schemes.map((scheme) => scheme.breakdowns.map(nameOf).join(' × '))
  return split.length === 0 ? words.t('indicators:undivided') : split.join('; ')
}
