import { expect, it } from 'vitest'
import { PageCache } from '../../../src/web/views/page-cache.ts'

function kept(size?: number) {
  let version = 1
  let made = 0
  const cache = new PageCache<string>(() => String(version), size)
  const ask = (key: string) => cache.get(key, () => `${key} ${++made}`)
  return { ask, write: () => version++ }
}

it('works a page out once until something is written', () => {
  const { ask, write } = kept()
  expect([ask('a'), ask('a')]).toEqual(['a 1', 'a 1'])
  write()
  expect(ask('a')).toBe('a 2')
})

it('tells questions apart', () => {
  const { ask } = kept()
  expect([ask('a'), ask('b'), ask('a')]).toEqual(['a 1', 'b 2', 'a 1'])
})

it('lets go of what was not asked for longest', () => {
  const { ask } = kept(2)
  ask('a')
  ask('b')
  ask('a')
  ask('c')
  expect([ask('a'), ask('b')]).toEqual(['a 1', 'b 4'])
})

it('keeps nothing of a page that failed', () => {
  const cache = new PageCache<number>(() => '1')
  expect(() => cache.get('a', () => fail())).toThrowError('no')
  expect(cache.get('a', () => 7)).toBe(7)
})

function fail(): never {
  throw new Error('no')
}
