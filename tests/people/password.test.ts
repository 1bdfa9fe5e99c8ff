import { hash } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import {
  hashPassword,
  isPassword,
  NOBODYS_HASH,
  newPassword,
  passwordLength,
  samePassword,
} from '../../src/people/password.ts'

const TYPED = 'một câu dễ nhớ'

describe('a password', () => {
  it('is known again in every Unicode form, and no other is', async () => {
    const stored = await hashPassword(TYPED.normalize('NFD'))
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await isPassword(stored, TYPED)).toBe(true)
    expect(await isPassword(stored, TYPED.normalize('NFD'))).toBe(true)
    expect(await isPassword(stored, 'mot cau de nho')).toBe(false)
    expect(await isPassword(stored, '')).toBe(false)
  })

  it('of which what was typed was stored is known by what was typed, as before', async () => {
    const stored = await hash(TYPED.normalize('NFD'))
    expect(await isPassword(stored, TYPED.normalize('NFD'))).toBe(true)
    expect(await isPassword(stored, TYPED)).toBe(false)
  })

  it('is nobody else’s: neither of who is not there, nor of a hash that is none', async () => {
    expect(await isPassword(NOBODYS_HASH, TYPED)).toBe(false)
    expect(await isPassword('no hash', TYPED)).toBe(false)
  })

  it('is not looked at when it is longer than any that is stored', async () => {
    const most = 'x'.repeat(800)
    expect(await isPassword(await hash(most), most)).toBe(true)
    expect(await isPassword(await hash(`${most}x`), `${most}x`)).toBe(false)
    expect([passwordLength(most), passwordLength(`${most}x`)]).toEqual([800, 801])
    expect([samePassword(most, most), samePassword(`${most}x`, `${most}x`)]).toEqual([true, false])
  })

  it('has as many letters as one sees', () => {
    expect(passwordLength('ế'.repeat(12).normalize('NFD'))).toBe(12)
    expect(passwordLength('😀😀')).toBe(2)
    expect(samePassword('ế', 'ế'.normalize('NFD'))).toBe(true)
    expect(samePassword('ế', 'e')).toBe(false)
    expect(samePassword('x', 'x'.repeat(801))).toBe(false)
  })

  it('that is made is read aloud easily, and is never the same', () => {
    const made = Array.from({ length: 200 }, newPassword)
    for (const one of made) expect(one).toMatch(/^([a-km-np-z2-9]{4}-){2}[a-km-np-z2-9]{4}$/)
    for (const one of made) expect(one).not.toMatch(/[ij]/)
    expect(new Set(made).size).toBe(200)
    expect(new Set(made.join('').replaceAll('-', '')).size).toBeGreaterThan(25)
  })
})
