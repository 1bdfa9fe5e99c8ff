import { describe, expect, it } from 'vitest'
import { testApp } from '../support/app.ts'
import { emptyDb } from '../support/database.ts'

describe('a route that does not say who may enter', () => {
  it('keeps the program from starting', async () => {
    const app = await testApp(emptyDb())
    expect(() => app.get('/forgotten', async () => 'hello')).toThrow(/GET \/forgotten does not say who may enter/)
    expect(() => app.get('/remembered', { config: { may: 'anyone' } }, async () => 'hello')).not.toThrow()
  })
})

describe('every answer', () => {
  it('forbids inline scripts, framing and other sites', async () => {
    const app = await testApp(emptyDb())
    const { headers } = await app.inject('/sign-in')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('no-store')
  })

  it('shows no inner detail when something breaks, in either language', async () => {
    const db = emptyDb()
    const app = await testApp(db)
    app.get('/breaks', { config: { may: 'anyone' } }, async () => {
      throw new Error('secret inner detail')
    })
    for (const [language, sentence] of [
      ['vi', 'Máy chủ gặp lỗi'],
      ['en', 'The server met an error'],
    ] as const) {
      const answer = await app.inject({ url: '/breaks', headers: { cookie: `language=${language}` } })
      expect(answer.statusCode).toBe(500)
      expect(answer.body).toContain(sentence)
      expect(answer.body).not.toContain('secret inner detail')
    }
  })

  it('says so when the disk is full, and that nothing was lost of what is still on the page', async () => {
    const app = await testApp(emptyDb())
    app.get('/full', { config: { may: 'anyone' } }, async () => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    })
    const answer = await app.inject({ url: '/full', headers: { cookie: 'language=en' } })
    expect(answer.statusCode).toBe(503)
    expect(answer.body).toContain('keep this page open')
  })
})
