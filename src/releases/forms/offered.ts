import type { Release } from '../release.ts'

/** By what address under a release each file is found: that for Excel is in the language of whoever asks. */
const FORM_FILES = { table: 'table.csv', data: 'data.csv', iati: 'iati.xml' } as const
type OfferedForm = keyof typeof FORM_FILES

/**
 * In which forms a release can be had beside its workbook: none before it has been protected.
 * @param isPublished whether the project says how it is published
 */
export function offeredForms({ state }: Pick<Release, 'state'>, isPublished: boolean): OfferedForm[] {
  if (state !== 'issued' && state !== 'protected') return []
  return isPublished ? ['table', 'data', 'iati'] : ['table', 'data']
}

export function addressOfForm({ id }: Pick<Release, 'id'>, form: OfferedForm): string {
  return `/releases/${id}/${FORM_FILES[form]}`
}
