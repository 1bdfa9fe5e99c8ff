import { day, instant, quarter as quarterName } from '../../../../language/format.ts'
import { namedInWords } from '../../../page/heading.ts'
import type { TemplateSheet } from '../plan.ts'
import type { TemplateOrder } from '../template.ts'
import { SheetBuilder } from './sheet-builder.ts'

const WIDTHS = [74, 18, 18]
/** What is to be known before one types, in the order in which it is needed. */
const RULES = ['cells', 'zero', 'state', 'numbers', 'shape', 'formulas', 'nobody', 'upload'] as const

/** Comes first: what the file is, what each sheet asks for, and how it is filled in and sent. */
export function instructionsSheet(
  { forms, project, words, now }: TemplateOrder,
  sheets: readonly { form: number; name: string; label: string }[],
): TemplateSheet {
  const { t, of, language } = words
  const sheet = new SheetBuilder(WIDTHS)
  sheet.addText('title', t('submissions:workbook.template.title'))
  sheet.addText('lead', of(project.name))
  sheet.addText('about', t('submissions:workbook.template.made', { at: instant(now, language) }))
  sheet.gap()
  for (const [nth, { loaded, dueOn }] of forms.entries()) {
    sheet.add([
      { column: 1, look: 'indicator', value: namedInWords(loaded, words) },
      { column: 2, look: 'left', value: t('submissions:due-on', { day: day(dueOn, language) }) },
      { column: 3, look: 'left', value: '' },
    ])
    for (const { name, label } of sheets.filter(({ form }) => form === nth))
      sheet.add([
        { column: 1, look: 'link', value: label, sheet: name },
        { column: 2, across: 2, look: 'about', value: quarterName(loaded.quarter, language) },
      ])
  }
  sheet.gap()
  for (const [nth, rule] of RULES.entries())
    sheet.addText('rule', `${nth + 1}. ${t(`submissions:workbook.template.rule.${rule}`)}`)
  return sheet.sheet(t('submissions:workbook.template.instructions'), 0, null)
}
