import { expect, test } from 'vitest'
import { roomOf } from './kinds.ts'
import { filesIn, textOf } from './sources.ts'

const TYPE = /^export (?:declare |abstract )*(?:type|interface|class|enum) (\w+)/gm

test('no type is exported under one name by two rooms: one name, one meaning', () => {
  const exporting = new Map<string, string[]>()
  for (const file of ['src', 'db', 'fixtures'].flatMap((folder) => filesIn(folder, '.ts')))
    for (const [, name] of textOf(file).matchAll(TYPE)) exporting.set(name!, [...(exporting.get(name!) ?? []), file])
  expect(exporting.size).toBeGreaterThan(200)
  const twice = [...exporting].filter(([, files]) => new Set(files.map(roomOf)).size > 1)
  expect(twice.map(([name, files]) => `${name}: ${files.join(', ')}`)).toEqual([])
})
