import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../src/config/root.ts'
import { coverageText } from '../../src/figures/in-words.ts'
import { wordsFor } from '../../src/language/words.ts'
import type { Language } from '../../src/vocabulary/language.ts'

function sentencesOf(language: Language, file: string): string[] {
  const within = (part: object): string[] =>
    Object.values(part).flatMap((value: string | object) => (typeof value === 'string' ? [value] : within(value)))
  // What programs send and are answered (“Accept: application/json”, “ETag”) is on no screen.
  const { api, ...said } = JSON.parse(readFileSync(join(root, 'src/language', language, file), 'utf8'))
  return within(said)
}

/** What the program puts together of words and numbers, and names that a project gives. */
function composedIn(language: Language): string[] {
  const words = wordsFor(language)
  const reports = (k: number) => coverageText({ coverage: [k, 5] }, { overTime: 'sum' }, words)
  const [here, then] = [reports(1), reports(5)]
  return [
    reports(4),
    words.t('figures:change.coverage', { here, then }),
    `${words.t('submissions:row-period')} ${language === 'vi' ? '6 tháng đầu năm' : 'H1'}`,
    language === 'vi' ? 'không ghi nhận' : 'not recorded',
  ]
}

const plain = (text: string) => text.replace(/[.:…]+$/, '').toLowerCase()

it.each(['vi', 'en'] as const)(
  'what help in %s quotes and emphasizes stands on the screens it speaks of',
  (language) => {
    const files = readdirSync(join(root, 'src/language', language)).filter((name) => name.endsWith('.json'))
    const screens = files.filter((name) => name !== 'help.json').flatMap((name) => sentencesOf(language, name))
    const known = [...screens, ...composedIn(language)].map(plain)
    const quoted = sentencesOf(language, 'help.json').flatMap((text) =>
      [...text.matchAll(/“([^”]+)”|\*([^*]+)\*/g)].map(([, quoted, emphasized]) => (quoted ?? emphasized)!),
    )
    expect(quoted.length).toBeGreaterThan(30)
    const stands = (text: string) => {
      const parts = plain(text).split(/ ?… ?/)
      return known.some((one) => parts.every((part) => one.includes(part)))
    }
    expect(quoted.filter((text) => !stands(text))).toEqual([])
  },
)
