import { expect, test } from 'vitest'
import { ROOMS, roomOf } from './kinds.ts'
import { filesIn, textOf } from './sources.ts'

const TYPE = /^export (?:declare |abstract )*(?:type|interface|class|enum) (\w+)/gm
const OWN_TYPE = /^(?:type|interface|class|enum) (\w+)/gm
const VALUE = /^export (?:declare |async )*(?:function\*?|const|let) (\w+)/gm

/** Rooms from which nearly every other imports: what they call something is known everywhere. */
const GROUND: readonly string[] = ROOMS.slice(0, ROOMS.indexOf('suppression'))

const files = ['src', 'db', 'fixtures'].flatMap((folder) => filesIn(folder, '.ts'))

/** Names that files give, with the files. */
function giving(pattern: RegExp): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const file of files)
    for (const [, name] of textOf(file).matchAll(pattern)) names.set(name!, [...(names.get(name!) ?? []), file])
  return names
}

const listed = ([name, where]: readonly [string, readonly string[]]) => `${name}: ${where.join(', ')}`

test('no type is exported under one name by two files: one name, one meaning', () => {
  const types = giving(TYPE)
  expect(types.size).toBeGreaterThan(200)
  expect([...types].filter(([, where]) => where.length > 1).map(listed)).toEqual([])
})

test('no type that a file keeps to itself is called what the rooms below all others call another', () => {
  const known = [...giving(TYPE)].filter(([, where]) => GROUND.includes(roomOf(where[0]!)))
  expect(known.length).toBeGreaterThan(200)
  const own = giving(OWN_TYPE)
  const twice = known.flatMap(([name, where]) =>
    own.has(name) ? [[name, [...where, ...own.get(name)!]] as const] : [],
  )
  expect(twice.map(listed)).toEqual([])
})

test('no function and no constant is exported under one name by two files', () => {
  const values = giving(VALUE)
  expect(values.size).toBeGreaterThan(900)
  expect([...values].filter(([, where]) => where.length > 1).map(listed)).toEqual([])
})
