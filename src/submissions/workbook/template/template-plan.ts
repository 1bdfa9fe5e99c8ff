import { quarterCode } from '../../../calendar/quarter.ts'
import { markText } from '../../../figures/in-words.ts'
import type { Words } from '../../../language/words.ts'
import { ENTRY_STATES } from '../../../vocabulary/submission.ts'
import { sectionsOf } from '../../entry-form/definition.ts'
import { namedInWords } from '../../page/heading.ts'
import { KEY_SHEET } from '../marks.ts'
import type { TemplatePlan } from './plan.ts'
import { formSheet } from './sheets/form-sheet.ts'
import { instructionsSheet } from './sheets/instructions-sheet.ts'
import type { TemplateOrder } from './template.ts'

/** What Excel takes as the name of a sheet: so many letters, without these. */
const LONGEST_NAME = 31
const FORBIDDEN = /[\\/*?:[\]]/g

/** The forms of one or several submissions as a workbook: what it is first, then a sheet for each screen of each form. */
export function templatePlan(order: TemplateOrder): TemplatePlan {
  const { forms, words, now, key } = order
  const lists = [ENTRY_STATES.map((state) => markText(state, words))]
  const taken = new Set([KEY_SHEET, words.t('submissions:workbook.template.instructions')])
  const placed = forms.flatMap((form, nth) =>
    sectionsOf(form.loaded.definition).map((section) => {
      const label = words.component(section)
      const of =
        forms.length === 1 ? label : `${quarterCode(form.loaded.quarter)} ${label} ${words.of(form.loaded.place.name)}`
      const name = sheetName(of, taken)
      return { form: nth, name, label, sheet: formSheet(form, section, { name, nth, lists, words }) }
    }),
  )
  return {
    title: forms.map(({ loaded }) => namedInWords(loaded, words)).join('; '),
    language: words.language,
    createdAt: now,
    sheets: [instructionsSheet(order, placed), ...placed.map(({ sheet }) => sheet)],
    lists,
    key,
    refused: refusedInWords(words),
  }
}

/** A name that is free, and that a sheet may have. */
function sheetName(wanted: string, taken: Set<string>): string {
  const plain = wanted.replace(FORBIDDEN, ' ').trim()
  for (let nth = 1; ; nth++) {
    const end = nth === 1 ? '' : ` ${nth}`
    const name = plain.slice(0, LONGEST_NAME - end.length).trim() + end
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}

function refusedInWords({ t }: Words): TemplatePlan['refused'] {
  return {
    title: t('submissions:workbook.template.refused.title'),
    number: t('submissions:workbook.template.refused.number'),
    whole: t('submissions:workbook.template.refused.whole'),
    list: t('submissions:problem.not-in-list'),
  }
}
