import { readFileSync } from 'node:fs'
import type { Text } from '../../src/language/text.ts'

const FOLDER = new URL('../../fixtures/pilot/story/', import.meta.url)
const SAID = JSON.parse(readFileSync(new URL('deviations.json', FOLDER), 'utf8')) as Record<string, Text>
const OTHERWISE: Text = {
  vi: 'Hoạt động khởi động chậm hơn dự kiến; kế hoạch bù đã thống nhất với các đơn vị.',
  en: 'Activities began later than planned; how to catch up is agreed with those who report.',
}

/** What a manager says of an indicator of the pilot that is far from its plan. */
export function saidOf(code: string): Text {
  return SAID[code] ?? OTHERWISE
}

/** What is typed into the fields of a report's page, so that every figure far from its plan is explained. */
export function fieldsSaid(page: string): Record<string, string> {
  const fields = [...page.matchAll(/<textarea [^>]*name="(text-(vi|en)-([^"]+))"/g)]
  return Object.fromEntries(fields.map(([, name, language, code]) => [name!, saidOf(code!)[language as keyof Text]]))
}
