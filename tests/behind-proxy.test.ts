import { readFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from '../src/config/root.ts'
import { Installation } from './support/program/installation.ts'
import { RemoteVisitor } from './support/program/remote-visitor.ts'

/*
 * "Running it for real", line by line as README prints it, with the environment of its lines and nothing else. The proxy passes
 * on what nginx does with the lines of docs/running.md; that it spoke TLS to the browser is what X-Forwarded-Proto says.
 */
const [EXPORTS, ADMIN, START, BACKUP] = /## Running it for real\n\n```sh\n([\s\S]*?)```/
  .exec(readFileSync(join(root, 'README.md'), 'utf8'))![1]!
  .split('\n') as [string, string, string, string]
const variables = (line: string) =>
  Object.fromEntries([...line.matchAll(/\b([A-Z_]+)=(\S+)/g)].map(([, name, value]) => [name!, value!]))

let installation: Installation
const closing: (() => void)[] = []
beforeEach(() => {
  installation = new Installation()
})
afterEach(() => {
  for (const close of closing.splice(0)) close()
  installation.remove()
})

/** @returns the address of a proxy that says it was asked over https for tracker.example.org */
async function proxyTo(address: string): Promise<string> {
  const server = createServer((asked, answer) => {
    const { host: _, ...headers } = asked.headers
    const passed = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7', host: 'tracker.example.org' }
    const on = request(address + asked.url, { method: asked.method!, headers: { ...headers, ...passed } }, (got) => {
      answer.writeHead(got.statusCode!, got.headers)
      got.pipe(answer)
    })
    asked.pipe(on)
  }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  closing.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('README’s lines for production', () => {
  it('let the first administrator in, on this machine and behind a proxy, and back up what they made', async () => {
    expect([EXPORTS, ADMIN, START, BACKUP]).toEqual([
      expect.stringMatching(/^export MODE=production DATABASE=data\/project\.db /),
      expect.stringMatching(/^npm ci && npm run admin -- name@example\.org "Full Name" /),
      expect.stringMatching(/^TRUST_PROXY=127\.0\.0\.1 npm start /),
      expect.stringMatching(/^npm run backup -- backups /),
    ])
    const env = variables(EXPORTS)
    const added = await installation.run('cli.js', ['admin', 'name@example.org', 'Full Name'], env).ended
    const password = /shown this once: (\S+)/.exec(added.out)![1]!
    const program = await installation.start({ ...env, ...variables(START) })
    const address = await program.ready
    for (const door of [address, await proxyTo(address)]) {
      const visitor = new RemoteVisitor(door)
      const page = await visitor.get('/sign-in')
      expect(page.body).not.toContain('role="alert"')
      const answer = await visitor.post('/sign-in', page.body, { email: 'name@example.org', password, next: '/people' })
      expect([answer.status, answer.location]).toEqual([303, '/people'])
      expect(visitor.cookie).toContain('__Host-session-')
      expect((await visitor.get('/people')).status).toBe(200)
    }
    expect(program.said()).not.toContain('is not named')
    const { code, out } = await installation.run('cli.js', ['backup', 'backups'], env).ended
    expect([code, out]).toEqual([0, expect.stringContaining('with no project: people 1, ')])
  })
})
