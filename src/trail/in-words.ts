import { parseQuarter } from '../calendar/quarter.ts'
import { quarter } from '../language/format.ts'
import type { Text } from '../language/text.ts'
import type { Key, Words } from '../language/words.ts'

/** What the numbers of events stand for, as it is called now. */
export type TrailNames = { partners: ReadonlyMap<number, Text>; people: ReadonlyMap<number, string> }

/** What is told of an event besides who, what and when. An event of another version may tell more: that goes by its own name. */
const FIELDS = [
  ...[
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
  ],
  ...['from', 'to', 'last', 'breakdowns', 'category', 'predecessor', 'heir', 'phases', 'parent', 'lastDay', 'became'],
  ...[
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
  ],
  ...['recipients', 'failure', 'about', 'smallChanges', 'chosen', 'draft'],
]

/** "partners: Hội Phụ nữ Hà Tĩnh": a field and what stands in it. */
export function fieldInWords(field: string, value: unknown, names: TrailNames, words: Words): string {
  return `${labelOf(field, words)}: ${valueInWords(field, value, names, words)}`
}

export function labelOf(field: string, { t }: Words): string {
  return FIELDS.includes(field) ? t(`trail:field.${field}` as Key) : field
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
  if (field === 'role') return t(`people:role.${text}` as Key)
  if (field === 'language' && text !== 'both') return t(`common:language.${text}` as Key)
  if (field === 'changed') return labelOf(text, words)
  const named = parseQuarter(text)
  return named === null ? text : quarter(named, language)
}
