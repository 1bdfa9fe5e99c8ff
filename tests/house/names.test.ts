import { expect, test } from 'vitest'
import { roomOf } from './kinds.ts'
import { filesIn, textOf } from './sources.ts'

const TYPE = /^export (?:declare |abstract )*(?:type|interface|class|enum) (\w+)/gm
const VALUE = /^export (?:declare |async )*(?:function\*?|const|let) (\w+)/gm

/** Names that files export, with the files. */
function exporting(pattern: RegExp): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const file of ['src', 'db', 'fixtures'].flatMap((folder) => filesIn(folder, '.ts')))
    for (const [, name] of textOf(file).matchAll(pattern)) names.set(name!, [...(names.get(name!) ?? []), file])
  return names
}

test('no type is exported under one name by two rooms: one name, one meaning', () => {
  const types = exporting(TYPE)
  expect(types.size).toBeGreaterThan(200)
  const twice = [...types].filter(([, files]) => new Set(files.map(roomOf)).size > 1)
  expect(twice.map(([name, files]) => `${name}: ${files.join(', ')}`)).toEqual([])
})

test('no function and no constant is exported under one name by two files', () => {
  const values = exporting(VALUE)
  expect(values.size).toBeGreaterThan(900)
  const twice = [...values].filter(([, files]) => files.length > 1)
  expect(twice.map(([name, files]) => `${name}: ${files.join(', ')}`)).toEqual([])
})
