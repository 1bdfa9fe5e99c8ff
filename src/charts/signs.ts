import type { Words } from '../language/words.ts'

const SIGNS = ['dash', 'zero', 'z', 'due', 'undefined', 'not-additive', 'partial', 'p', 'b'] as const

/** What the signs mean that stand in place of a number or beside it, for the foot of a page of figures. */
export function signsOf({ t }: Words): string[] {
  return [...SIGNS.map((sign) => t(`figures:legend.${sign}`)), t('charts:donor-legend')]
}
