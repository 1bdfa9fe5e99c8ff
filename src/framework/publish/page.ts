import type { Option } from '../../forms/option.ts'
import type { Key, Words } from '../../language/words.ts'
import { IATI_ORGANISATION_TYPES, IATI_OTHER_TYPES, IATI_ROLES, type IatiIdentity } from '../../project/iati.ts'
import {
  type IdentityErrors,
  ROW_FIELDS,
  type RowList,
  rowField,
  rowsTyped,
  type TypedIdentity,
  typedIdentity,
} from './form.ts'
import { identityMark } from './said-identity.ts'

type Common = { name: string; label: string; error: string | undefined }
/** A field by what it is made as. */
export type IdentityField =
  | { input: Common & { hint?: string; autocomplete: 'off'; value: string } }
  | { select: Common & { options: readonly Option[]; chosen: string } }
  | { textarea: Common & { value: string; rows: number; maxlength: number } }
type FormSection = { title: string; hint: string | null; groups: { legend: string | null; fields: IdentityField[] }[] }

declare module '../../web/views/models.ts' {
  interface Views {
    'framework/publish': ReturnType<typeof publishPage>
  }
  interface Parts {
    'framework/identity-field': { field: IdentityField }
  }
}

/** Letters of the longest text that is taken, where nobody types as many. */
const LONGEST_DESCRIPTION = 5000
/** As many rows are shown where nothing is said, and one more than what is said. */
const FEWEST_ROWS: Readonly<Record<RowList, number>> = { organisations: 2, otherIdentifiers: 1, sectors: 1 }

export type ReturnedIdentity = { typed: TypedIdentity; seen: string; errors: IdentityErrors; problem: Key | null }

/**
 * How a project is published, as a form.
 * @param isIssued whether a report has left as an IATI file: its identifier and who reports stay
 */
export function publishPage(
  { said, isIssued }: { said: IatiIdentity | null; isIssued: boolean },
  returned: ReturnedIdentity | null,
  words: Words,
) {
  const { t, language } = words
  const errors = returned?.errors ?? {}
  const typed = returned?.typed ?? typedIdentity(said, language === 'vi' ? ',' : '.')
  const sections = sectionsOf(typed, errors, words)
  return {
    identifier: said?.identifier ?? null,
    isIssued,
    /** What was refused is still of what its form was made of; whoever was told of another's change has seen that. */
    seen: returned && !returned.problem ? returned.seen : identityMark(said),
    problem: returned?.problem ? t(returned.problem) : null,
    errors: inPageOrder(errors, sections),
    sections,
  }
}

function inPageOrder(errors: IdentityErrors, sections: readonly FormSection[]): IdentityErrors {
  const fields = sections.flatMap(({ groups }) => groups.flatMap((group) => group.fields))
  const names = fields.map((field) => Object.values(field).map(({ name }: { name: string }) => name)[0]!)
  return Object.fromEntries(names.flatMap((name) => (errors[name] ? [[name, errors[name]]] : [])))
}

function sectionsOf(typed: TypedIdentity, errors: IdentityErrors, words: Words): FormSection[] {
  const { t } = words
  const field = fieldsOf(typed, errors, words)
  const rows = (list: RowList, legend: (number: number) => string) =>
    Array.from({ length: Math.min(Math.max(FEWEST_ROWS[list], filledIn(typed, list) + 1), 100) }, (_, row) => ({
      legend: legend(row + 1),
      fields: ROW_FIELDS[list].map((name) => field(rowField(list, row, name), name, list)),
    }))
  return [
    {
      title: t('settings:iati.activity'),
      hint: null,
      groups: [
        {
          legend: null,
          fields: [field('identifier', 'identifier'), field('country', 'country')],
        },
        {
          legend: null,
          fields: [field('description-vi', 'description-vi'), field('description-en', 'description-en')],
        },
      ],
    },
    {
      title: t('settings:iati.reporting'),
      hint: t('settings:iati.reporting-hint'),
      groups: [
        {
          legend: null,
          fields: (['ref', 'type', 'name-vi', 'name-en'] as const).map((name) => field(`reporting-${name}`, name)),
        },
      ],
    },
    {
      title: t('settings:iati.organisations'),
      hint: t('settings:iati.organisations-hint'),
      groups: rows('organisations', (number) => t('settings:iati.organisation', { number })),
    },
    {
      title: t('settings:iati.sectors'),
      hint: t('settings:iati.sectors-hint'),
      groups: rows('sectors', (number) => t('settings:iati.sector', { number })),
    },
    {
      title: t('settings:iati.others'),
      hint: t('settings:iati.others-hint'),
      groups: rows('otherIdentifiers', (number) => t('settings:iati.other', { number })),
    },
  ]
}

function filledIn(typed: TypedIdentity, list: RowList): number {
  let filled = rowsTyped(typed, list)
  while (filled > 0 && ROW_FIELDS[list].every((name) => !typed[rowField(list, filled - 1, name)]?.trim())) filled--
  return filled
}

type FieldName = 'identifier' | 'country' | `description-${'vi' | 'en'}` | (typeof ROW_FIELDS)[RowList][number]

/** How each field is made, by its name in a row or by itself. */
function fieldsOf(typed: TypedIdentity, errors: IdentityErrors, { t }: Words) {
  const choose = { value: '', label: t('settings:iati.choose') }
  const options = {
    role: IATI_ROLES.map((role) => ({ value: role, label: t(`settings:iati.role.${role}`) })),
    type: IATI_ORGANISATION_TYPES.map((type) => ({
      value: type,
      label: `${type} – ${t(`settings:iati.type.${type}`)}`,
    })),
    number: IATI_OTHER_TYPES.map((type) => ({
      value: type,
      label: `${type} – ${t(`settings:iati.other-type.${type}`)}`,
    })),
  }
  return (id: string, name: FieldName, list?: RowList): IdentityField => {
    const error = errors[id]
    const common = { name: id, error: error && t(error) }
    const value = typed[id] ?? ''
    const select = (label: Key, from: readonly Option[]): IdentityField => ({
      select: { ...common, label: t(label), options: [choose, ...from], chosen: value },
    })
    const input = (label: Key, hint?: Key): IdentityField => ({
      input: { ...common, label: t(label), ...(hint ? { hint: t(hint) } : {}), autocomplete: 'off', value },
    })
    switch (name) {
      case 'role':
        return select('settings:iati.field.role', options.role)
      case 'type':
        return list === 'otherIdentifiers'
          ? select('settings:iati.field.number-type', options.number)
          : select('settings:iati.field.type', options.type)
      case 'description-vi':
      case 'description-en':
        return {
          textarea: {
            ...common,
            label: t(`settings:iati.field.${name}`),
            value,
            rows: 6,
            maxlength: LONGEST_DESCRIPTION,
          },
        }
      case 'ref':
        if (list === 'otherIdentifiers') return input('settings:iati.field.number')
        return list
          ? input('settings:iati.field.ref-if-known')
          : input('settings:iati.field.ref', 'settings:iati.ref-hint')
      case 'identifier':
        return input('settings:iati.field.identifier', 'settings:iati.identifier-hint')
      case 'country':
        return input('settings:iati.field.country', 'settings:iati.country-hint')
      case 'code':
        return input('settings:iati.field.code')
      default:
        return input(`settings:iati.field.${name}`)
    }
  }
}
