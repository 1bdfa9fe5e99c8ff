import { expect, it } from 'vitest'
import { terminalLanguages } from '../../src/language/terminal.ts'

it.each([
  [{}, ['vi', 'en']],
  [{ LANG: 'C.UTF-8' }, ['vi', 'en']],
  [{ LANG: 'de_DE.UTF-8' }, ['vi', 'en']],
  [{ LANG: 'vi_VN.UTF-8' }, ['vi']],
  [{ LANG: 'en_GB' }, ['en']],
  [{ LANG: 'EN' }, ['en']],
  [{ LANG: 'vi-VN' }, ['vi']],
  [{ LANG: 'en@euro' }, ['en']],
  [{ LANG: 'vi.UTF-8' }, ['vi']],
  [{ LANG: 'enormous' }, ['vi', 'en']],
  [{ LANG: 'en_GB', LC_MESSAGES: 'vi_VN' }, ['vi']],
  [{ LC_MESSAGES: 'vi_VN', LC_ALL: 'en_GB' }, ['en']],
  [{ LC_ALL: '', LC_MESSAGES: undefined, LANG: 'vi_VN' }, ['vi']],
  [{ LC_ALL: 'C', LANG: 'vi_VN' }, ['vi', 'en']],
])('a terminal with %j is spoken to in %j', (variables, languages) => {
  expect(terminalLanguages(variables)).toEqual(languages)
})
