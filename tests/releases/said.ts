import { readFileSync } from 'node:fs'
import type { Text } from '../../src/language/text.ts'

const FOLDER = new URL('../../fixtures/pilot/story/', import.meta.url)
const SAID = JSON.parse(readFileSync(new URL('deviations.json', FOLDER), 'utf8')) as Record<string, Text>
const OTHERWISE: Text = {
  vi: 'Giãn cách xã hội làm chậm hoạt động; kế hoạch bù đã thống nhất với các tỉnh.',
  en: 'Social distancing slowed activities down; how to catch up is agreed with the provinces.',
}

/** What a manager says of an indicator of the pilot that is far from its plan. */
export function saidOf(code: string): Text {
  return SAID[code] ?? OTHERWISE
}
