import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../src/config/root.ts'
import { NOW } from '../../support/world.ts'
import { figureCase } from './case.ts'
import { figureOf } from './case-figure.ts'

const file = join(root, 'tests/figures/cases.json')
const cases = JSON.parse(readFileSync(file, 'utf8')) as { name: string; figure: unknown }[]

describe('worked cases', () => {
  it.each(cases)('$name', (given) => {
    expect(figureOf(figureCase.parse(given), NOW)).toEqual(given.figure)
  })

  it('have names of their own', () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
  })
})
