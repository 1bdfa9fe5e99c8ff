import { parseQuarter } from '../calendar/quarter.ts'
import { quarter } from '../language/format.ts'
import type { Text } from '../language/text.ts'
import type { Words } from '../language/words.ts'
import { ROLES } from '../vocabulary/access.ts'
import { LANGUAGES } from '../vocabulary/language.ts'

/** What the numbers of events stand for, as it is called now. */
export type TrailNames = { partners: ReadonlyMap<number, Text>; people: ReadonlyMap<number, string> }

/** What is told of an event besides who, what and when. An event of another version may tell more: that goes by its own name. */
const FIELDS = [
  'role',
  'partnerIds',
  'changed',
  'email',
  'name',
  'language',
  'value',
  'version',
  'changes',
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
  'draft',
] as const

/** "partners: Hội Phụ nữ Hà Tĩnh": a field and what stands in it. */
export function fieldInWords(field: string, value: unknown, names: TrailNames, words: Words): string {
  return `${fieldLabel(field, words)}: ${valueInWords(field, value, names, words)}`
}

export function fieldLabel(field: string, { t }: Words): string {
  const known = FIELDS.find((one) => one === field)
  return known ? t(`trail:field.${known}`) : field
}

function valueInWords(field: string, value: unknown, names: TrailNames, words: Words): string {
  const one = (each: unknown) => oneInWords(field, each, names, words)
  if (Array.isArray(value)) return value.length === 0 ? words.t('trail:nothing') : value.map(one).join('; ')
  return one(value)
}

function oneInWords(field: string, value: unknown, names: TrailNames, words: Words): string {
  const { t, of, language } = words
  if (value === null) return t('trail:nothing')
  if (typeof value === 'boolean') return t(`trail:${value ? 'yes' : 'no'}`)
  if (typeof value === 'object') return Object.values(value).map(String).join(' ')
  if (typeof value === 'number') {
    const partner = field === 'partnerIds' ? names.partners.get(value) : undefined
    if (partner) return of(partner)
    if (field === 'recipients') return names.people.get(value) ?? String(value)
    return field === 'from' || field === 'to' ? quarter(value, language) : String(value)
  }
  const text = String(value)
  const role = field === 'role' ? ROLES.find((one) => one === text) : undefined
  if (role) return t(`people:role.${role}`)
  const spoken = field === 'language' ? LANGUAGES.find((one) => one === text) : undefined
  if (spoken) return t(`common:language.${spoken}`)
  if (field === 'changed') return fieldLabel(text, words)
  const named = parseQuarter(text)
  return named === null ? text : quarter(named, language)
}
