import { afterEach, describe, expect, it } from 'vitest'
import type { App } from '../../../src/web/context.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { emptyDb } from '../../support/database.ts'

const ADDRESS = '/submissions/service-worker.js'
let app: App
afterEach(() => app.close())

async function script(offlineForms: boolean) {
  app = await testApp(emptyDb(), undefined, { offlineForms })
  return new Visitor(app).get(ADDRESS)
}

describe('what shows a form without a line', () => {
  it('is asked for again each time, and may ask this server alone', async () => {
    const answer = await script(true)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toMatch(/javascript/)
    expect(answer.headers['cache-control']).toBe('no-cache')
    expect(answer.headers['content-security-policy']).toContain("connect-src 'self'")
    expect(answer.headers['content-security-policy']).toContain("worker-src 'self'")
    expect(answer.body).toContain('skipWaiting')
    expect(answer.body).not.toContain('unregister')
  })

  it('takes itself away where forms are not to be kept', async () => {
    const answer = await script(false)
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('unregister')
    expect(answer.body).not.toContain('fetch')
  })
})
