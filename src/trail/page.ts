import type { Permission } from '../access/permissions.ts'
import type { Option } from '../forms/option.ts'
import type { Words } from '../language/words.ts'
import { SUBJECT_KINDS, VERBS } from '../vocabulary/trail.ts'
import { fieldInWords } from './detail.ts'
import { fieldLabel } from './detail-words.ts'
import type { TrailRow } from './event.ts'
import type { TypedFilter } from './form.ts'
import type { TrailNames } from './names.ts'
import { subjectHref, subjectInWords, trailOf } from './subject.ts'

export const PAGE_ROWS = 50

/** One page of events, one more where there are older ones, and who can be asked for. */
export type TrailState = {
  rows: readonly TrailRow[]
  people: readonly { id: number; name: string }[]
  names: TrailNames
  /** What it was to be narrowed to and is not, since nobody knows it. */
  unknown: readonly ('by' | 'subject')[]
}

declare module '../web/views/models.ts' {
  interface Views {
    'trail/trail': ReturnType<typeof trailModel>
  }
  interface Parts {
    'trail/filters': Pick<ReturnType<typeof trailModel>, 'query' | 'people' | 'subjects' | 'verbs'>
  }
}

/**
 * @param asked what it was to be narrowed to
 * @param may what the reader may do: which pages an event leads to, and whether what was typed into submissions is shown
 */
export function trailModel(
  { rows, people, names, unknown }: TrailState,
  asked: TypedFilter,
  may: (permission: Permission) => boolean,
  words: Words,
) {
  const shown = rows.slice(0, PAGE_ROWS)
  const typed = { ...asked, ...Object.fromEntries(unknown.map((name) => [name, ''])) }
  const { t } = words
  return {
    rows: shown.map((row) => ({
      id: row.id,
      at: row.at,
      by: row.by,
      did: eventInWords(row, names, words),
      href: subjectHref(row.subjectKind, row.subjectId, names, may),
      subject: subjectInWords(row.subjectKind, row.subjectId, names, words),
      trail: trailOf(row.subjectKind, row.subjectId),
      detail: detailFor(row, may('submission.see'), names, words),
    })),
    query: typed,
    people: [anyOf(t('trail:anybody')), ...people.map(({ id, name }) => ({ value: String(id), label: name }))],
    subjects: subjectOptions(typed, names, words),
    verbs: [anyOf(t('trail:any')), ...VERBS.map((verb): Option => ({ value: verb, label: t(`trail:did.${verb}`) }))],
    isFiltered: Object.entries(typed).some(([name, text]) => name !== 'before' && text !== ''),
    newest: typed.before === '' ? null : addressOf({ ...typed, before: '' }),
    older: rows.length > PAGE_ROWS ? addressOf({ ...typed, before: String(shown.at(-1)!.id) }) : null,
  }
}

/** Every kind of object, and the one thing that is asked for. */
function subjectOptions({ subject = '' }: TypedFilter, names: TrailNames, words: Words): Option[] {
  const kinds = SUBJECT_KINDS.map((kind): Option => ({ value: kind, label: words.t(`trail:kind.${kind}`) }))
  const [named, id] = subject.split(':')
  const kind = SUBJECT_KINDS.find((one) => one === named)
  const one = kind && id ? [{ value: subject, label: subjectInWords(kind, id, names, words) }] : []
  return [anyOf(words.t('trail:anything')), ...one, ...kinds]
}

function anyOf(label: string): Option {
  return { value: '', label }
}

function addressOf(typed: TypedFilter): string {
  const asked = new URLSearchParams(Object.entries(typed).filter(([, text]) => text !== ''))
  return asked.size > 0 ? `/trail?${asked}` : '/trail'
}

/** "Approved Q4 2021 of the police of Nghệ An". */
export function eventInWords(
  { verb, subjectKind, subjectId }: Pick<TrailRow, 'verb' | 'subjectKind' | 'subjectId'>,
  names: TrailNames,
  words: Words,
): string {
  return words.t(`trail:line.${verb}`, { what: subjectInWords(subjectKind, subjectId, names, words) })
}

/**
 * What a line tells besides who, what and when. Values typed into a submission are for those who may read submissions; how
 * many were changed is for all who read the trail.
 */
export function detailFor(
  { subjectKind: kind, subjectId, detail }: Pick<TrailRow, 'subjectKind' | 'subjectId' | 'detail'>,
  seesValues: boolean,
  names: TrailNames,
  words: Words,
): string {
  const parts = Object.entries(detail).flatMap(([field, value]) => {
    if (kind !== 'submission' || seesValues) return fieldInWords(field, value, { kind, subjectId, names, words }) ?? []
    return typeof value === 'object' && value !== null
      ? [`${fieldLabel(field, words)}: ${Object.keys(value).length}`]
      : []
  })
  return parts.join(' · ')
}
