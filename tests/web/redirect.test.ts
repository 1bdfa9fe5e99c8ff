import { expect, it } from 'vitest'
import { ownPath } from '../../src/web/redirect.ts'

it.each([
  ['/people?x=1#list', '/people?x=1#list'],
  ['/submissions/3?component=đạo', '/submissions/3?component=%C4%91%E1%BA%A1o'],
  ['/đ', '/%C4%91'],
  ['/a\r\nSet-Cookie: x=1', '/aSet-Cookie:%20x=1'],
  ['/a\u0000b', '/a%00b'],
  ['/a b', '/a%20b'],
  ['/a/../b', '/b'],
  [`/${'a'.repeat(2999)}`, `/${'a'.repeat(2999)}`],
])('an address of ours is encoded: %j', (given, path) => {
  expect(ownPath(given)).toBe(path)
})

it.each([
  undefined,
  null,
  7,
  ['/a'],
  '',
  'people',
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  ' /people',
  `/${'a'.repeat(3000)}`,
  `/#${'đ'.repeat(500)}`,
])('any other is the start page: %j', (given) => {
  expect(ownPath(given)).toBe('/')
})
