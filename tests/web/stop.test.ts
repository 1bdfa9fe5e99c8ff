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
beforeEach(async () => {
  app = await testApp(emptyDb(), undefined, { stopGrace: GRACE })
  app.get('/slow', { config: { may: 'anyone' } }, () => wait(GRACE * 2, 'at last'))
  app.get('/never', { config: { may: 'anyone' } }, () => new Promise<string>(() => undefined))
  address = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterEach(() => app.close())

describe('a program that stops', () => {
  it('gives an answer that is being worked out longer than a request that does not come to its end', async () => {
    const [slow, unfinished] = [await SlowRequest.to(address), await SlowRequest.to(address)]
    await slow.send(ASKED('/slow'))
    await unfinished.postAllBut(3, '/sign-in', '', 'email=an&password=x', 'keep-alive')
    const cutOff = unfinished.closed.then(() => performance.now())
    const began = performance.now()
    await app.close()
    expect(await slow.closed).toMatch(/^HTTP\/1.1 200 OK.*connection: close.*at last/is)
    expect(await unfinished.closed).toBe('')
    expect((await cutOff) - began).toBeLessThan(GRACE * 2)
  })

  it('does not wait for ever for an answer', async () => {
    const never = await SlowRequest.to(address)
    await never.send(ASKED('/never'))
    await app.close()
    expect(await never.closed).toBe('')
  })
})
