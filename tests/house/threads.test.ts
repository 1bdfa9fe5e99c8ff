import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { filesIn, textOf } from './sources.ts'

const workers = filesIn('src', '.worker.ts')
const nameOf = (file: string) => file.replace(/^src\//, '').replace(/\.worker\.ts$/, '')

test('every worker file declares and does the task of its own path, and no other', () => {
  expect(workers.length).toBeGreaterThan(2)
  for (const file of workers) {
    const declared = [...textOf(file).matchAll(/interface ThreadTasks \{\s*'([^']+)'/g)].map(([, name]) => name)
    const done = [...textOf(file).matchAll(/^performTask\('([^']+)'/gm)].map(([, name]) => name)
    expect({ file, declared, done }).toEqual({ file, declared: [nameOf(file)], done: [nameOf(file)] })
  }
})

test('no task is declared elsewhere', () => {
  const declaring = filesIn('src', '.ts').filter((file) => /^\s+interface ThreadTasks\b/m.test(textOf(file)))
  expect(declaring).toEqual(workers)
})

test('built worker files stand beside each other: no two have one name', () => {
  const names = workers.map((file) => basename(file))
  expect(new Set(names).size).toBe(names.length)
})
