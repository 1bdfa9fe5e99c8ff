/** What is explained, in order. */
export const TOPICS = [
  'enter',
  'numbers',
  'returned',
  'review',
  'partial',
  'pace',
  'spans',
  'change',
  'definitions',
  'privacy',
] as const
/** Words that are explained. */
export const TERMS = [
  'indicator',
  'counting-unit',
  'breakdown',
  'place',
  'partner',
  'submission',
  'figure',
  'coverage',
  'target',
  'release',
  'trail',
] as const

/** A part of the help as it can be searched for: its name, what it says, and its place on the page. */
export function helpEntries() {
  return [
    ...TOPICS.map((id) => ({
      kind: 'help' as const,
      name: `help:${id}.title` as const,
      about: `help:${id}.body` as const,
      href: `/help#${id}`,
    })),
    ...TERMS.map((term) => ({
      kind: 'help' as const,
      name: `help:word.${term}.name` as const,
      about: `help:word.${term}.means` as const,
      href: `/help#word-${term}`,
    })),
  ]
}
