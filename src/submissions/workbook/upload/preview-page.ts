import type { Option } from '../../../forms/option.ts'
import { fieldName } from '../../../indicators/value-field.ts'
import { typed } from '../../../language/format.ts'
import type { Words } from '../../../language/words.ts'
import type { Refusal } from '../../action.ts'
import { type DoubtView, doubtView, submissionDoubts } from '../../checks/findings-page.ts'
import { hardFindingsBeside } from '../../checks/hard.ts'
import type { Beside } from '../../checks/soft.ts'
import { fieldChangeInWords, placeOf, problemInWords } from '../../entry-form/in-words.ts'
import type { Problem } from '../../entry-form/parsed-form.ts'
import { namedInWords } from '../../page/heading.ts'
import type { LoadedSubmission } from '../../page-state.ts'
import { ownSheetNotes } from '../own-sheet/reading/in-words.ts'
import type { PreviewedForm } from './preview.ts'
import { KEPT_MINUTES, type Upload } from './upload.ts'

type FieldPlace = { where: string; at: string }

/** A field that the file changes: what it holds now, what it would hold, how that came about. */
export type ChangeView = FieldPlace & {
  field: string
  from: string
  to: string
  isFormula: boolean
  /** Somebody has saved another value since the template was made: whose stands is chosen. */
  isContested: boolean
}

/** A field that could not be read: what stands in the file, why, and what can be chosen instead. */
export type UnreadView = FieldPlace & {
  field: string
  text: string
  sentence: string
  readings: Option[]
  /** The field by which a reason that may name somebody is kept. */
  keptField: string | null
}

export type PreviewedFormView = {
  name: string
  /** Where the submission is worked on; null: it has not been begun. */
  href: string | null
  refused: Refusal | null
  notes: string[]
  changes: ChangeView[]
  unread: UnreadView[]
  /** What has to be mended before it may be handed in. */
  left: { where: string; text: string }[]
  blanks: number
  doubts: Pick<DoubtView, 'where' | 'sentence'>[]
}

export type PreviewModel = {
  upload: string
  minutes: number
  /** Sheets that were not read. */
  extra: string
  /** Of a partner's own sheet: what was left out of it, and where its mapping is looked at. */
  own: { notes: string[]; mapping: string } | null
  forms: PreviewedFormView[]
  /** Fields that would be changed, in forms that can be saved. */
  count: number
  /** Something can be saved once doubtful numbers are chosen. */
  canSave: boolean
  isStale: boolean
  /** The version of each form that is looked at. */
  versions: string
}

declare module '../../../web/views/models.ts' {
  interface Views {
    'submissions/workbook/preview': PreviewModel
  }
  interface Parts {
    'submissions/workbook/previewed-form': { form: PreviewedFormView }
    'submissions/workbook/changes': { form: PreviewedFormView }
    'submissions/workbook/unread': { form: PreviewedFormView }
  }
}

/** What would be held against each form after it is saved. */
type Held = { after: LoadedSubmission; beside: Beside }

export function previewPage(
  upload: string,
  { extra, own }: Pick<Upload, 'extra' | 'own'>,
  forms: readonly (PreviewedForm & Held)[],
  isStale: boolean,
  words: Words,
): PreviewModel {
  const views = forms.map((form) => formView(form, words))
  const open = views.filter(({ refused }) => refused === null)
  const count = open.reduce((sum, { changes }) => sum + changes.length, 0)
  return {
    upload,
    minutes: KEPT_MINUTES,
    extra: extra.map((name) => `“${name}”`).join(', '),
    own: own ? { notes: ownSheetNotes(own, words), mapping: own.mapping } : null,
    forms: views,
    count,
    canSave:
      count > 0 ||
      open.some(({ unread }) => unread.some(({ readings, keptField }) => readings.length > 0 || keptField)),
    isStale,
    versions: seenVersions(forms),
  }
}

/** The versions that were looked at, to see whether somebody has saved since. */
export function seenVersions(forms: readonly PreviewedForm[]): string {
  return forms.map(({ loaded }) => loaded.stored?.version ?? 0).join(' ')
}

function formView(form: PreviewedForm & Held, words: Words): PreviewedFormView {
  const { loaded, parsed, refused, after, beside } = form
  const { definition } = loaded
  const hard = hardFindingsBeside(parsed.problems, definition, parsed.entries)
  const isGap = (code: string) => code === 'nothing' || code === 'blank-cells'
  const place = (field: string) => placeOf(field, definition, loaded.breakdowns, words)
  return {
    name: namedInWords(loaded, words),
    href: loaded.stored && `/submissions/${loaded.stored.id}`,
    refused,
    notes: notesOn(form, words),
    changes: form.changes.map(({ field, change, isContested }) => ({
      ...fieldChangeInWords(field, change, { definition, breakdowns: loaded.breakdowns }, words),
      field,
      at: addressIn(form, field),
      isFormula: form.cells.get(field)?.isFormula ?? false,
      isContested,
    })),
    unread: parsed.problems.map((problem) => unreadView(problem, form, words)),
    left: hard
      .filter(({ code }) => !isGap(code))
      .map((finding) => ({ where: place(finding.field), text: problemInWords(finding, words) })),
    blanks: hard.filter(({ code }) => isGap(code)).length,
    doubts: submissionDoubts(after, beside).map((doubt) => doubtView(doubt, after, words)),
  }
}

function notesOn({ gone, missing, isOlder, isOtherScheme, loaded }: PreviewedForm, words: Words): string[] {
  const { t } = words
  const named = (fields: readonly string[]) =>
    [...new Set(fields.map((field) => placeOf(field, loaded.definition, loaded.breakdowns, words)))].join('; ')
  return [
    ...(isOlder ? [t('submissions:workbook.note.older')] : []),
    ...(isOtherScheme ? [t('submissions:workbook.note.other-scheme')] : []),
    ...(gone.length > 0 ? [t('submissions:workbook.note.gone', { fields: named(gone) })] : []),
    ...(missing.length > 0 ? [t('submissions:workbook.note.missing', { fields: named(missing) })] : []),
  ]
}

function unreadView(problem: Problem, form: PreviewedForm, words: Words): UnreadView {
  const { field, indicator, code, readings = [] } = problem
  return {
    field,
    where: placeOf(field, form.loaded.definition, form.loaded.breakdowns, words),
    at: addressIn(form, field),
    text: form.cells.get(field)?.isDate ? words.t('submissions:workbook.day') : (form.parsed.typed[field] ?? ''),
    sentence: problemInWords(problem, words),
    // Written for the language in which the file's numbers are read.
    readings: readings.map((reading) => ({
      value: typed(reading, form.parsed.language),
      label: typed(reading, words.language),
    })),
    keptField: code === 'may-identify' ? fieldName('k', indicator) : null,
  }
}

/** "Protection!C12": where in the file a field stands. */
function addressIn({ cells }: PreviewedForm, field: string): string {
  const cell = cells.get(field)
  return cell ? `${cell.sheet}!${cell.address}` : ''
}
