import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { App } from '../../src/web/context.ts'
import { testApp } from '../support/app.ts'
import { emptyDb } from '../support/database.ts'
import { SlowRequest } from '../support/socket.ts'

const GRACE = 400
const ASKED = (url: string) => `GET ${url} HTTP/1.1\r\nHost: localhost\r\n\r\n`

let app: App
let address: string
/** What the program has begun to work out. */
let asked: string[]
const isAsked = (what: string) => expect.poll(() => asked).toContain(what)
beforeEach(async () => {
  app = await testApp(emptyDb(), undefined, { stopGrace: GRACE })
  asked = []
  const answers = { '/slow': () => wait(GRACE * 2, 'at last'), '/never': () => new Promise<string>(() => undefined) }
  for (const [url, answer] of Object.entries(answers))
    app.get(url, { config: { may: 'anyone' } }, () => {
      asked.push(url)
      return answer()
    })
  address = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterEach(() => app.close())

describe('a program that stops', () => {
  it('gives an answer that is being worked out longer than a request that does not come to its end', async () => {
    const [slow, unfinished] = [await SlowRequest.to(address), await SlowRequest.to(address)]
    const ended: string[] = []
    void unfinished.closed.then(() => ended.push('what was not asked to the end'))
    void slow.closed.then(() => ended.push('what was being worked out'))
    await unfinished.postAllBut(3, '/sign-in', '', 'email=an&password=x', 'keep-alive')
    await slow.send(ASKED('/slow'))
    await isAsked('/slow')
    await app.close()
    expect(await slow.closed).toMatch(/^HTTP\/1.1 200 OK.*connection: close.*at last/is)
    expect(await unfinished.closed).toBe('')
    expect(ended).toEqual(['what was not asked to the end', 'what was being worked out'])
  })

  it('does not wait for ever for an answer', async () => {
    const never = await SlowRequest.to(address)
    await never.send(ASKED('/never'))
    await isAsked('/never')
    await app.close()
    expect(await never.closed).toBe('')
  })
})
