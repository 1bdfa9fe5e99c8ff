import { quarter } from '../language/format.ts'
import type { Key } from '../language/words.ts'
import { nameOn } from '../partners/partner.ts'
import { ROLES, TOKEN_SCOPES } from '../vocabulary/access.ts'
import { LANGUAGES } from '../vocabulary/language.ts'
import {
  ISSUING_PROBLEMS,
  PROTECTION_FAILURES,
  RELEASE_AUDIENCES,
  RELEASE_LANGUAGES,
  REPORT_FORMS,
  SMALL_CHANGES,
} from '../vocabulary/release.ts'
import { REMINDER_KINDS, REMINDER_PROBLEMS } from '../vocabulary/reminder.ts'
import { changedParts, layoutInWords, phaseInWords, settingInWords } from './detail-lists.ts'
import { type DetailOf, fieldLabel, listInWords, valueInWords } from './detail-words.ts'
import { indicatorInWords, LAST_DAY } from './subject.ts'
import { typedValuesInWords } from './typed-values.ts'

/**
 * How what stands in a field is told where its name says what it is; null where it does not, or where the value is none of those it
 * may be, as an event of another version may have.
 */
export function knownInWords(field: string, value: unknown, told: DetailOf): string | null {
  return BY_FIELD[field]?.(value, told) ?? null
}

type Teller = (value: unknown, told: DetailOf) => string | null

const each =
  (one: (value: unknown, told: DetailOf) => string | null): Teller =>
  (value, told) =>
    Array.isArray(value)
      ? listInWords(
          value.map((it) => one(it, told) ?? valueInWords(it, told)),
          told.words,
        )
      : one(value, told)

/** One of a closed list, by its word. */
const among =
  <One extends string>(list: readonly One[], key: (one: One) => Key): Teller =>
  (value, { words }) => {
    const found = list.find((one) => one === value)
    return found === undefined ? null : words.t(key(found))
  }

/** How many there are of what is known by numbers alone. */
const counted: Teller = (value, { words }) =>
  Array.isArray(value) ? words.t('trail:count', { count: value.length }) : null

const quarterNumber: Teller = (value, { words }) => (typeof value === 'number' ? quarter(value, words.language) : null)

const indicator: Teller = (value, { names, words }) => indicatorInWords(String(value), names, words)

const place: Teller = (value, { names, words }) => {
  const found = names.places.bySlug.get(String(value))
  return found ? words.of(found.name) : null
}

const partner: Teller = (value, { names, words }) => {
  const found = names.partners.find(({ id, slug }) => id === value || slug === value)
  return found ? words.of(nameOn(found, LAST_DAY).name) : null
}

/** "partner / place", as a hand-over names who reports. */
const reporter: Teller = (value, told) => {
  const named = String(value).split(' / ')
  if (named.length !== 2) return null
  return `${partner(named[0], told) ?? named[0]} – ${place(named[1], told) ?? named[1]}`
}

const breakdown: Teller = (value, { names, words }) => {
  const found = names.breakdowns.find(({ code }) => code === value)
  return found ? words.of(found.name) : null
}

/** A category of the breakdown that the event is about. */
const category: Teller = (value, { subjectId, names, words }) => {
  const list = names.breakdowns.find(({ code }) => code === subjectId)
  const found = list?.categories.find(({ code }) => code === value)
  return found ? words.of(found.name) : null
}

const BY_FIELD: Readonly<Record<string, Teller>> = {
  role: among(ROLES, (role) => `people:role.${role}`),
  language: (value, told) =>
    among(RELEASE_LANGUAGES, (one) => `releases:language.${one}`)(told.kind === 'release' ? value : null, told) ??
    among(LANGUAGES, (one) => `common:language.${one}`)(value, told),
  reminder: among(REMINDER_KINDS, (one) => `trail:reminder.${one}`),
  declined: each(among(REMINDER_KINDS, (one) => `trail:reminder.${one}`)),
  audience: among(RELEASE_AUDIENCES, (one) => `releases:audience.${one}`),
  form: among(REPORT_FORMS, (form) => `releases:forms.name.${form}`),
  smallChanges: among(SMALL_CHANGES, (one) => `releases:small-changes.${one}`),
  failure: among([...PROTECTION_FAILURES, ...ISSUING_PROBLEMS, ...REMINDER_PROBLEMS], (one) => `trail:failure.${one}`),
  scopes: each(among(TOKEN_SCOPES, (scope) => `people:tokens.scope.${scope}`)),
  partnerIds: each(partner),
  recipients: each((id, { names }) => names.people.get(Number(id)) ?? null),
  changed: each((field, { words }) => fieldLabel(String(field), words)),
  changes: (value, told) => {
    if (told.kind === 'submission') return typedValuesInWords(value, told.names, told.words)
    return Array.isArray(value) ? changedParts(value, told.words) : null
  },
  confirmed: counted,
  keptOnWord: counted,
  chosen: counted,
  from: quarterNumber,
  to: quarterNumber,
  breakdowns: each(breakdown),
  category,
  predecessor: reporter,
  heir: reporter,
  parent: place,
  became: each(place),
  base: indicator,
  indicators: each(indicator),
  counted: indicator,
  phases: each((phase, told) => phaseInWords(phase, told)),
  layout: (value, { words }) => layoutInWords(value, words),
  value: (value, { words }) => settingInWords(value, words),
}
