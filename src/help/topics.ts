import { ARITHMETIC } from '../dashboards/examples/arithmetic.ts'

/** What is explained, in order. */
export const TOPICS = [
  'enter',
  'numbers',
  'saving',
  'workbook',
  'own-sheet',
  'evidence',
  'returned',
  'reminders',
  'review',
  'closing',
  'partial',
  'pace',
  'spans',
  'change',
  'as-at',
  'definitions',
  'privacy',
  'as-donor',
  'before-issuing',
  'report-files',
] as const

/** Rules that are explained: how figures are made, and that missing is not zero. */
export const HELP_RULES = [...ARITHMETIC, 'zero'] as const

/** What each rule says on the pages of indicators and beside figures: the same sentence. */
export const RULE_SENTENCES = {
  flow: 'figures:rule.count.sum-sum',
  stock: 'figures:rule.count.sum-latest',
  life: 'figures:rule.count.sum-life',
  apart: 'figures:rule.count.none-sum',
  ratio: 'figures:rule.ratio',
  mean: 'figures:rule.mean',
  median: 'figures:rule.median',
  milestone: 'help:rule.milestone-body',
  zero: 'figures:mark.not-reported',
} as const satisfies Record<(typeof HELP_RULES)[number], string>

/** Words that are explained. */
export const TERMS = [
  'project',
  'component',
  'result',
  'indicator',
  'counting-unit',
  'breakdown',
  'cell',
  'place',
  'partner',
  'assignment',
  'reporter',
  'line',
  'period',
  'submission',
  'entry',
  'figure',
  'coverage',
  'target',
  'release',
  'trail',
] as const

/** A part of the help as it can be searched for: its name, what it says, and its place on the page. */
export function helpEntries() {
  const kind = 'help' as const
  return [
    ...TOPICS.map((id) => ({
      kind,
      name: `help:${id}.title` as const,
      about: `help:${id}.body` as const,
      href: `/help#${id}`,
    })),
    ...HELP_RULES.map((id) => ({
      kind,
      name: `help:rule.${id}` as const,
      about: RULE_SENTENCES[id],
      href: `/help#rule-${id}`,
    })),
    ...TERMS.map((term) => ({
      kind,
      name: `help:word.${term}.name` as const,
      about: `help:word.${term}.means` as const,
      href: `/help#word-${term}`,
    })),
  ]
}
