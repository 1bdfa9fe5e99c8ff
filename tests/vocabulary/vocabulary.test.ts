import { describe, expect, it } from 'vitest'
import { ROLES } from '../../src/vocabulary/access.ts'
import { COMPONENT_COLOURS, CROSS_CUTTING, componentOf, sectionOf } from '../../src/vocabulary/component.ts'
import * as indicator from '../../src/vocabulary/indicator.ts'
import { LANGUAGES } from '../../src/vocabulary/language.ts'
import { RAG } from '../../src/vocabulary/rag.ts'
import * as release from '../../src/vocabulary/release.ts'
import { SETTING_NAMES } from '../../src/vocabulary/setting.ts'
import * as submission from '../../src/vocabulary/submission.ts'
import { TARGET_KINDS } from '../../src/vocabulary/target.ts'
import * as trail from '../../src/vocabulary/trail.ts'

describe('sections', () => {
  it('are the components, and one of what belongs to none', () => {
    expect(sectionOf('protection')).toBe('protection')
    expect(sectionOf(null)).toBe(CROSS_CUTTING)
    expect(componentOf('protection')).toBe('protection')
    expect(componentOf(CROSS_CUTTING)).toBeNull()
  })
})

const LISTS: Record<string, readonly (string | number)[]> = {
  ...Object.fromEntries(
    [indicator, release, submission, trail].flatMap((file) =>
      Object.entries(file).flatMap(([name, list]) => (Array.isArray(list) ? [[name, list]] : [])),
    ),
  ),
  ...{ ROLES, COMPONENT_COLOURS, LANGUAGES, RAG, SETTING_NAMES, TARGET_KINDS },
}

describe('closed lists', () => {
  it.each(Object.entries(LISTS))('%s says nothing twice', (_, list) => {
    expect(list.length).toBeGreaterThan(1)
    expect(new Set(list).size).toBe(list.length)
  })

  it('of the trail name a thing and what was done to it', () => {
    for (const verb of trail.WRITTEN_VERBS) expect(verb).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/)
  })

  it('hold what is written by no one any more apart from what is', () => {
    const former = Object.keys(trail.FORMER_VERBS)
    const written: readonly string[] = trail.VERBS
    expect(former.filter((verb) => written.includes(verb))).toEqual([])
    expect(trail.WRITTEN_VERBS).toEqual([...trail.VERBS, ...former])
  })
})
