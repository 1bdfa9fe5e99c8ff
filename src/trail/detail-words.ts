import { parseQuarter } from '../calendar/quarter.ts'
import { day, number, quarter } from '../language/format.ts'
import type { Key, Words } from '../language/words.ts'
import type { SubjectKind } from '../vocabulary/trail.ts'
import type { TrailNames } from './names.ts'

/** The event a detail belongs to, and what is needed to say it. */
export type DetailOf = { kind: SubjectKind; subjectId: string; names: TrailNames; words: Words }

/** What is told of an event besides who, what and when. An event of another version may tell more: that goes by its own name. */
const FIELDS = [
  'role',
  'partnerIds',
  'changed',
  'email',
  'name',
  'language',
  'value',
  'changes',
  'asTyped',
  'confirmed',
  'keptOnWord',
  'from',
  'to',
  'last',
  'breakdowns',
  'category',
  'predecessor',
  'heir',
  'phases',
  'parent',
  'lastDay',
  'became',
  'base',
  'indicators',
  'counted',
  'alike',
  'figures',
  'atoms',
  'hidden',
  'programs',
  'uncovers',
  'audience',
  'threshold',
  'layout',
  'recipients',
  'failure',
  'about',
  'smallChanges',
  'chosen',
  'nextReport',
  'draft',
  'sha256',
  'plan',
  'identifier',
  'reporting',
  'organisations',
  'otherIdentifiers',
  'country',
  'sectors',
  'description',
  'token',
  'scopes',
  'reminder',
  'declined',
  'form',
  'forms',
  'program',
] as const

export function fieldLabel(field: string, { t }: Words): string {
  const known = FIELDS.find((one) => one === field)
  return known ? t(`trail:field.${known}`) : field
}

/** A value by what it is: several with semicolons, quarters, days and numbers as they are written, anything else as it is. */
export function valueInWords(value: unknown, told: DetailOf): string {
  const { t, language } = told.words
  if (value === null) return t('trail:nothing')
  if (Array.isArray(value))
    return listInWords(
      value.map((one) => valueInWords(one, told)),
      told.words,
    )
  if (typeof value === 'boolean') return t(`trail:${value ? 'yes' : 'no'}` satisfies Key)
  if (typeof value === 'number') return number(value, language, 2)
  if (typeof value === 'object') {
    return Object.values(value)
      .map((one) => valueInWords(one, told))
      .join(' ')
  }
  const text = String(value)
  const named = parseQuarter(text)
  if (named !== null) return quarter(named, language)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text, language) : text
}

export function listInWords(texts: readonly string[], { t }: Words): string {
  return texts.length === 0 ? t('trail:nothing') : texts.join('; ')
}
