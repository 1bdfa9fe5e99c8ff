import { quarterCode } from '../calendar/quarter.ts'
import type { Release } from './release.ts'

/** What a file of a release is called where it is kept: "TMSV-2021-Q1-2021-Q4-no12-en.xlsx". */
export function fileName({ id, state, from, to, language }: Release, projectCode = 'report', ending = 'xlsx'): string {
  const project = projectCode.replace(/[^\w-]+/g, '-')
  const draft = state === 'issued' ? '' : '-draft'
  return `${project}-${quarterCode(from)}-${quarterCode(to)}-no${id}-${language}${draft}.${ending}`
}
