import type { Option } from '../../../../forms/option.ts'
import { categoriesOf } from '../../../../indicators/breakdown.ts'
import { labelOf } from '../../../../indicators/in-words.ts'
import { hasBase } from '../../../../indicators/measure.ts'
import { fieldName } from '../../../../indicators/value-field.ts'
import type { Words } from '../../../../language/words.ts'
import { placeOf } from '../../../entry-form/in-words.ts'
import type { LoadedSubmission } from '../../../page-state.ts'
import { COLUMN_ROLES } from '../reading/mapping.ts'
import { cellsAsked, meaningText } from '../reading/meaning.ts'

export type HeldChoice = Option
/** What a column or a row may be chosen to hold; the first group has no name. */
export type ChoiceGroup = { label: string; choices: HeldChoice[] }

type Form = Pick<LoadedSubmission, 'definition' | 'breakdowns'>

/** What a column may hold: nothing that is read, what its rows are about, or numbers of a field, an indicator, a category. */
export function columnChoices(form: Form, words: Words): ChoiceGroup[] {
  const { t } = words
  const isPaired = form.definition.rows.some(({ indicator }) => hasBase(indicator.measure))
  const roles = COLUMN_ROLES.map((role) => ({ value: role, label: t(`submissions:own-sheet.holds.${role}`) }))
  const numbers = [
    { value: 'v', label: t('submissions:own-sheet.holds.value') },
    ...(isPaired ? [{ value: 'd', label: t('submissions:own-sheet.holds.base') }] : []),
  ]
  return [
    { label: '', choices: [{ value: '', label: t('submissions:own-sheet.holds.nothing') }, ...roles, ...numbers] },
    ...meaningChoices(form, words),
  ]
}

/** What a row may be about. */
export function rowChoices(form: Form, words: Words): ChoiceGroup[] {
  const { t } = words
  const bases = form.definition.rows.filter(({ indicator }) => hasBase(indicator.measure))
  return [
    { label: '', choices: [{ value: '', label: t('submissions:own-sheet.row-nothing') }] },
    ...meaningChoices(form, words),
    ...(bases.length > 0
      ? [{ label: '', choices: [{ value: 'd', label: t('submissions:own-sheet.holds.base') }] }]
      : []),
  ]
}

/** Texts that are among the choices. */
export function valuesAmong(groups: readonly ChoiceGroup[]): Set<string> {
  return new Set(groups.flatMap(({ choices }) => choices.map(({ value }) => value)))
}

function meaningChoices(form: Form, words: Words): ChoiceGroup[] {
  return [...form.definition.rows.map((row) => indicatorGroup(row, form, words)), categoryGroup(form, words)].filter(
    ({ choices }) => choices.length > 0,
  )
}

function indicatorGroup(
  row: LoadedSubmission['definition']['rows'][number],
  { definition, breakdowns }: Form,
  words: Words,
): ChoiceGroup {
  const { code, name, measure } = row.indicator
  const parts = hasBase(measure) ? (['v', 'd'] as const) : (['v'] as const)
  const cells = cellsAsked(row)
  const whole = { value: meaningText({ part: 'v', indicator: code, categories: {} }), label: wholeLabel(code, words) }
  const fields = cells.flatMap((cell) =>
    parts.map((part) => ({
      value: meaningText({ part, indicator: code, categories: categoriesOf(cell) }),
      label: placeOf(fieldName(part, code, cell), definition, breakdowns, words),
    })),
  )
  return { label: `${code} ${words.of(name)}`, choices: cells.includes('') ? fields : [whole, ...fields] }
}

function wholeLabel(code: string, { t }: Words): string {
  return t('submissions:own-sheet.holds.indicator', { code })
}

/** Categories alone, once each, whatever indicators they split. */
function categoryGroup({ definition, breakdowns }: Form, words: Words): ChoiceGroup {
  const used = new Map(
    definition.rows.flatMap(({ grids }) =>
      grids.flatMap((grid) => grid.breakdowns.map((one) => [one.code, one] as const)),
    ),
  )
  const choices = [...used.values()].flatMap(({ code, name, categories }) =>
    categories.map((category) => ({
      value: meaningText({ part: 'v', indicator: null, categories: { [code]: category.code } }),
      label: `${words.of(name)}: ${labelOf(`${code}=${category.code}`, breakdowns, words)}`,
    })),
  )
  return { label: words.t('submissions:own-sheet.holds.categories'), choices }
}
