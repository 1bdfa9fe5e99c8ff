import type { Person } from '../access/person.ts'
import type { Option } from '../forms/option.ts'
import type { FieldErrors, Typed } from '../forms/read.ts'
import type { Text } from '../language/text.ts'
import type { Key, Sentence, Words } from '../language/words.ts'
import { ROLES, type Role } from '../vocabulary/access.ts'
import { LANGUAGES } from '../vocabulary/language.ts'
import type { ReminderKind } from '../vocabulary/reminder.ts'

import type { correctionForm, newPersonForm, passwordForm } from './form.ts'
import type { ListedPerson } from './person.ts'
import type { remindersForm } from './reminders/form.ts'
import { reminderKindsOf } from './reminders/kinds.ts'

/** A partner by its names, the last one being today's. */
type Named = { id: number; names: readonly { name: Text }[] }
type NewPersonForm = ReturnType<typeof newPersonForm>

/** Who reads the demo most comes first. */
const IN_DEMO: readonly Role[] = ['manager', 'donor', 'administrator', 'partner']

declare module '../web/views/models.ts' {
  interface Views {
    'people/sign-in': SignInModel
    'people/account': AccountModel
    'people/manage': ReturnType<typeof peoplePage>
    'people/person': ReturnType<typeof personPage>
    'people/new-password': { name: string; password: string }
  }
  interface Parts {
    'people/personas': Pick<SignInModel, 'personas' | 'next'> & { csrf: () => string }
    'people/fields': PersonFields
  }
}

type CorrectionForm = ReturnType<typeof correctionForm>

/** The fields of the form of a person; `languages` is null where it is not asked for. */
type PersonFields = ReturnType<typeof choicesFor> & {
  typed: Partial<Typed<NewPersonForm>>
  errors: FieldErrors<NewPersonForm>
  languages: readonly Option[] | null
}

export type SignInModel = {
  email: string
  /** What was wrong with the attempt before. */
  problem: Key | null
  /** Why nobody can sign in here, if so. */
  warning: Sentence | null
  /** How long to wait before the next one; 0: not at all. */
  minutes: number
  /** Where to go afterwards. */
  next: string
  personas: ReturnType<typeof personasByRole>
}

export type AccountModel = {
  person: Person
  sessions: readonly { idHash: string; createdAt: number; agent: string }[]
  /** The session of this very browser. */
  current: string
  /** What of it comes by e-mail, of what this person is reminded of at all; null: of nothing. */
  reminders: { kinds: { kind: ReminderKind; wanted: boolean }[]; mailOn: boolean } | null
  errors: FieldErrors<typeof passwordForm> & FieldErrors<ReturnType<typeof remindersForm>>
}

export function accountReminders(
  role: Role,
  declined: readonly ReminderKind[],
  mailOn: boolean,
): AccountModel['reminders'] {
  const kinds = reminderKindsOf(role).map((kind) => ({ kind, wanted: !declined.includes(kind) }))
  return kinds.length > 0 ? { kinds, mailOn } : null
}

/** Whoever can sign in to the demo, with the partners they report for: a name alone tells a visitor nothing. */
export function personasByRole(people: readonly ListedPerson[], partners: readonly Named[], words: Words) {
  const nameOf = naming(partners, words)
  return IN_DEMO.map((role) => ({
    role,
    people: people
      .filter((known) => known.role === role && known.disabledAt === null)
      .map(({ id, name, partnerIds }) => ({
        id,
        name,
        lines:
          role === 'partner' && partnerIds.length === 0 ? [words.t('people:demo.stranger')] : partnerIds.map(nameOf),
      })),
  })).filter((group) => group.people.length > 0)
}

/** The administrator's list of people, and the form for a new one as it was typed. */
export function peoplePage(
  people: readonly ListedPerson[],
  partners: readonly Named[],
  typed: Partial<Typed<NewPersonForm>>,
  errors: FieldErrors<NewPersonForm>,
  words: Words,
) {
  const nameOf = naming(partners, words)
  return {
    people: people.map(({ id, name, email, role, partnerIds, disabledAt }) => ({
      id,
      name,
      email,
      role,
      reportsFor: partnerIds.map(nameOf).join('; '),
      locked: disabledAt !== null,
    })),
    typed,
    errors,
    languages: LANGUAGES.map((language) => ({ value: language, label: words.t(`common:language.${language}`) })),
    ...choicesFor(partners, words),
  }
}

/**
 * Somebody who is there already, and the form to correct what is wrong of them.
 * @param typed null: as it is stored
 */
export function personPage(
  person: ListedPerson,
  partners: readonly Named[],
  typed: Partial<Typed<CorrectionForm>> | null,
  errors: FieldErrors<CorrectionForm>,
  words: Words,
) {
  const { id, name, email, role, partnerIds } = person
  return {
    id,
    name,
    typed: typed ?? { name, email, role, partners: partnerIds.map(String) },
    errors,
    languages: null,
    ...choicesFor(partners, words),
  }
}

function choicesFor(partners: readonly Named[], words: Words) {
  const nameOf = naming(partners, words)
  return {
    roles: ROLES.map((role) => ({ value: role, label: words.t(`people:role.${role}`) })),
    partners: partners.map(({ id }) => ({ value: String(id), label: nameOf(id) })),
  }
}

function naming(partners: readonly Named[], words: Words): (id: number) => string {
  const named = new Map(partners.map(({ id, names }) => [id, words.of(names.at(-1)!.name)]))
  return (id) => named.get(id) ?? ''
}
