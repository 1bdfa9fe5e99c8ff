import { expect, it } from 'vitest'
import { backupCommand, restoreCommand } from '../../src/backup-commands.ts'
import { linesIn, terminalLanguages } from '../../src/language/terminal.ts'
import { wordsFor } from '../../src/language/words.ts'

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

it('what is printed stands in each language of the terminal, one below the other', async () => {
  const lines = [
    '12 34',
    ...(await backupCommand('x.db', [], wordsFor('vi'))).lines,
    ...(await restoreCommand('x.db', [])).lines,
  ]
  const [vi, en] = [linesIn(['vi'], lines), linesIn(['en'], lines)]
  expect(vi).toEqual([
    '12 34',
    'Vui lòng ghi nơi lưu: npm run backup -- FOLDER',
    'Vui lòng ghi bản sao lưu cần khôi phục: npm run restore -- FILE [TARGET]',
  ])
  expect(en[1]).toBe('Say where to: npm run backup -- FOLDER')
  expect(linesIn(['vi', 'en'], lines)).toEqual(['12 34', vi[1], en[1], vi[2], en[2]])
})

it('a backup that is not made says why, and what to do, in that language', async () => {
  const { done, lines } = await backupCommand('/nowhere/x.db', ['/nowhere/backups'], wordsFor('vi'))
  expect([done, ...linesIn(['vi', 'en'], lines)]).toEqual([
    false,
    'Không có cơ sở dữ liệu /nowhere/x.db. Vui lòng ghi tệp cần sao lưu bằng DATABASE.',
    'There is no database /nowhere/x.db. Name the one to back up with DATABASE.',
  ])
})
