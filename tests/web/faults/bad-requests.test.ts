import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../../src/web/context.ts'
import { HEADERS } from '../../../src/web/security.ts'
import { testApp } from '../../support/app.ts'
import { emptyDb } from '../../support/database.ts'
import { SlowRequest } from '../../support/socket.ts'

let app: App
/** The same that waits hardly at all for the end of a request: too short for one that has an end, on a busy machine. */
let hasty: App
const addresses = new Map<App, string>()
beforeAll(async () => {
  app = await testApp(emptyDb())
  hasty = await testApp(emptyDb(), undefined, {}, { request: 400, look: 50, lock: 100 })
  for (const one of [app, hasty]) addresses.set(one, await one.listen({ host: '127.0.0.1', port: 0 }))
})
afterAll(() => Promise.all([app.close(), hasty.close()]))

const isPage = (answer: { headers: Record<string, unknown>; body: string }, language: 'vi' | 'en') => {
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.headers).toMatchObject({ ...HEADERS, 'cache-control': 'no-store' })
  expect(answer.body).toContain(`<html lang="${language}">`)
  expect(answer.body).toContain(language === 'vi' ? 'Có lỗi' : 'Something is wrong')
}

describe('an address that cannot be one', () => {
  it.each([
    [`/submissions/${'reflected'.repeat(20)}`, 404],
    [`/assets/${'reflected'.repeat(20)}`, 404],
    ['/%E0%A4%reflected', 400],
    ['/submissions/%reflected', 400],
    ['/submissions/%00reflected', 303],
    ['/%2e%2e/%2e%2e/reflected', 404],
  ])('%s gets a page that does not repeat it', async (url, status) => {
    for (const language of ['vi', 'en'] as const) {
      const answer = await app.inject({ url, headers: { cookie: `a=b; language=${language}` } })
      expect(answer.statusCode).toBe(status)
      if (status === 303) continue
      isPage(answer, language)
      expect(/<main.*<\/main>/s.exec(answer.body)![0]).not.toContain('reflected')
    }
  })

  it('is a problem with those headers where programs read', async () => {
    const answer = await app.inject('/api/v1/indicators/%reflected')
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.headers).toMatchObject(HEADERS)
  })

  it('has the headers that every page has', async () => {
    const page = await app.inject('/sign-in')
    for (const [name, value] of Object.entries(HEADERS)) expect(page.headers[name]).toBe(value)
  })
})

describe('what is no form', () => {
  it.each([
    ['application/json', '{"email":{"toString":1},"password":"x"}'],
    ['application/json', '"'],
    ['text/plain', 'email=x'],
    ['application/xml', '<a/>'],
    ['multipart/form-data; boundary=x', '--x--'],
    ['', 'x'],
  ])('%s is refused by every address that takes forms', async (type, payload) => {
    for (const { url, method } of app.knownRoutes) {
      if (method !== 'POST') continue
      const answer = await app.inject({
        method: 'POST',
        url: url.replace(/:\w+/g, '1'),
        headers: type === '' ? {} : { 'content-type': type },
        payload,
      })
      // Where files are taken a form with none in it is one, of somebody who is not signed in.
      const isForm = type.startsWith('multipart') && /^\/submissions\b.*\/(upload|evidence|own-sheet)/.test(url)
      expect(answer.statusCode, url).toBe(isForm ? 401 : 415)
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    }
  })

  it('is a form with fields that are none', async () => {
    for (const payload of [
      'email[toString]=1&password[]=x',
      '__proto__=1&constructor=2&toString=3',
      '&&=&=',
      '%',
      '%E0%A4',
    ])
      for (const url of ['/sign-in', '/sign-in/persona', '/language', '/settings', '/submissions']) {
        const answer = await app.inject({
          method: 'POST',
          url,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          payload,
        })
        expect([401, 403], `${url} ${payload}`).toContain(answer.statusCode)
      }
  })
})

describe('bytes that are no request', () => {
  const answerTo = async (program: App, bytes: string) => {
    const request = await SlowRequest.to(addresses.get(program)!)
    await request.send(bytes)
    const [head = '', body = ''] = (await request.closed).split('\r\n\r\n')
    const [first = '', ...lines] = head.split('\r\n')
    return {
      status: Number(first.split(' ')[1]),
      headers: Object.fromEntries(lines.map((line) => line.split(': ') as [string, string])),
      body,
    }
  }

  it.each([
    ['a head of 20 kB', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'reflected'.repeat(2300)}\r\n\r\n`, 431],
    ['no method', 'reflected\r\n\r\n', 400],
    ['a wrong header', 'GET / HTTP/1.1\r\nHost: x\r\nrefl\u0001ected\r\n\r\n', 400],
    ['a head that does not come to an end', 'GET / HTTP/1.1\r\nHost: x\r\n', 408],
    [
      'a body that does not come to an end',
      'POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\nemail',
      408,
    ],
  ])('%s', async (_, bytes, status) => {
    const answer = await answerTo(status === 408 ? hasty : app, bytes)
    expect(answer.status).toBe(status)
    isPage(answer, 'vi')
    expect(answer.body).not.toContain('reflected')
    expect(answer.body).toMatch(/<\/html>\s*$/)
  })
})

it('HEAD is answered as GET is, without the body', async () => {
  for (const url of ['/account', '/people', '/no/such/page', '/sign-in', '/help']) {
    const [get, head] = [await app.inject({ url }), await app.inject({ method: 'HEAD', url })]
    expect(head.statusCode, url).toBe(get.statusCode)
    expect(head.headers.location).toBe(get.headers.location)
    expect(head.body).toBe('')
  }
})
