import type { Words } from '../../../src/language/words.ts'
import { wordsFor } from '../../../src/language/words.ts'
import type { ProjectCard } from '../../../src/project/project.ts'
import type { Entry } from '../../../src/submissions/entry.ts'
import type { LoadedSubmission } from '../../../src/submissions/page-state.ts'
import type { TemplateForm } from '../../../src/submissions/workbook/template/template.ts'
import { templatePlan } from '../../../src/submissions/workbook/template/template-plan.ts'
import { schemeOfForm, signedKey, type TemplateKey } from '../../../src/submissions/workbook/template-key.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { placeNamed } from '../../partners/reporters.ts'
import { definition, indicator, lastQuarter, marked, QUARTER } from '../entry-form/definitions.ts'
import { NOW, pageState, standing } from '../page-state.ts'

/** One indicator of each measure and each kind of block: what a template can hold. */
export const FORM = definition(
  indicator('V1', 'count', [
    ['primary', 'sex', 'age'],
    ['partition', 'status'],
    ['multiple', 'service'],
  ]),
  indicator('V2', 'ratio', [['primary', 'sex']]),
  indicator('V3', 'mean', [['primary', 'status']], { decimals: 1, range: { least: 0, most: 10 } }),
  indicator('V4', 'ratio', [], { scale: 100_000 }),
  indicator('V5', 'median'),
  indicator('V6', 'count', [['primary', 'sex']], {
    name: { vi: 'Một tên dài '.repeat(20), en: 'A long name '.repeat(20) },
  }),
  indicator('J7', 'milestone', [], { component: 'prosecution', frequency: 'annual' }),
  indicator('J8', 'count', [], { component: 'prosecution', range: { least: -100, most: 8 } }),
)
const entry = (code: string, cell: string, value: number, base: number | null = null): Entry => ({
  ...{ indicator: code, cell, state: 'reported', value, base, reason: null },
})
export const ENTRIES: Entry[] = [
  entry('V1', 'age=child|sex=male', 3),
  entry('V1', 'age=adult|sex=female', 5),
  entry('V1', 'status=victim', 7),
  entry('V1', 'service=legal', 0),
  entry('V2', 'sex=male', 1, 4),
  entry('V2', 'sex=female', 2, 2),
  entry('V3', 'status=victim', 2.5, 4),
  entry('V4', '', 3, 200_000),
  entry('V5', '', 7, 11),
  marked('V6', 'not applicable', '=Chưa triển khai_x0041_'),
  entry('J7', '', 1),
]

export function smallForm(more: Partial<LoadedSubmission> = {}): TemplateForm {
  const loaded = pageState(FORM, { entries: ENTRIES, ...more })
  return {
    loaded,
    dueOn: '2021-10-15',
    previous: new Map([
      ...lastQuarter(entry('V1', 'age=child|sex=male', 1234), entry('V1', 'status=other', 8)),
      ...lastQuarter(entry('V4', '', 1, 100_000)),
      ...lastQuarter(entry('J7', '', 0)),
    ]),
    targets: new Map([[8, { indicatorId: 8, placeId: 3, kind: 'year', value: 12, from: QUARTER, to: QUARTER }]]),
  }
}

const PROJECT = { code: 'P', name: { vi: 'Dự án & bạn', en: 'Project & friends' } } as ProjectCard
export const SECRET = 'a secret of at least thirty-two characters'

export const wordsIn = (language: 'vi' | 'en'): Words => wordsFor(language, PILOT_TERMS)

export function keyOf(forms: readonly TemplateForm[], language: 'vi' | 'en'): TemplateKey {
  return {
    project: 'P',
    language,
    forms: forms.map(({ loaded }) => ({
      partner: loaded.partner.slug,
      place: loaded.place.slug,
      quarter: '2021-Q3',
      version: loaded.stored?.version ?? 0,
      scheme: schemeOfForm(loaded.definition),
    })),
  }
}

export function planOf(language: 'vi' | 'en', forms: TemplateForm[] = [smallForm()]) {
  const key = signedKey(keyOf(forms, language), SECRET)
  return templatePlan({ forms, project: PROJECT, words: wordsIn(language), now: NOW, key })
}

/** Another report in the same file, under a name that no sheet may have. */
export function otherForm(): TemplateForm {
  return smallForm({ stored: null, standing: standing({ state: 'due' }), place: placeNamed(9, 'Nghệ An [cũ] và mới') })
}
