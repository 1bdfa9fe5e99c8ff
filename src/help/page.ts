import type { Words } from '../language/words.ts'

const TOPICS = [
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
const MARKS = ['c', 'x', 'z', 'p', 'r', 'b'] as const
const TERMS = [
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

declare module '../web/views/models.ts' {
  interface Views {
    'help/help': ReturnType<typeof helpPage>
  }
}

/** How to do what is done most, what the marks beside figures mean, and the words of the program. */
export function helpPage({ t }: Words) {
  return {
    topics: TOPICS.map((id) => ({ id, title: t(`help:${id}.title`), body: t(`help:${id}.body`) })),
    marks: MARKS.map((mark) => ({ mark: `[${mark}]`, means: t(`help:marks.${mark}`) })),
    terms: TERMS.map((term) => ({ name: t(`help:word.${term}.name`), means: t(`help:word.${term}.means`) })),
  }
}
