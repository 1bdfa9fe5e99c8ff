import { readFileSync } from 'node:fs'
import type { ReleaseContent } from '../../../src/releases/content/content.ts'

/** The layout of a donor that the pilot comes with, by the name of its file. */
export function layoutIn(file: 'fcdo' | 'eu-opsys' | 'usaid-iptt'): ReleaseContent['layout'] {
  const read = JSON.parse(readFileSync(`fixtures/pilot/donors/${file}.json`, 'utf8'))
  const named = <T extends object>(parts: T[]) => parts.map((one) => ({ name: null, ...one }))
  return { sheets: named(read.sheets), columns: named(read.columns), deviations: read.deviations }
}
