import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Installation, type Program } from './support/program/installation.ts'
import { freePort } from './support/program/port.ts'
import { SlowRequest } from './support/socket.ts'

/** Seconds. Not how fast it is, but that nothing has waited for the grace of a minute, however busy the machine. */
const FAR_BELOW_GRACE = 40

/** What is told within half a second is told once (stop-when-told.test.ts). */
const NO_LONGER_TWICE_MS = 600

/** For real it starts without a demo, which it would make first. */
const EMPTY = { MODE: 'production', STOP_GRACE: '60' }

const BODY = 'email=nobody%40example.org&password=wrong'

let installation: Installation
let connections: SlowRequest[]
beforeEach(() => {
  installation = new Installation()
  connections = []
})
afterEach(() => {
  for (const connection of connections) connection.end()
  installation.remove()
})

async function connected(address: string): Promise<SlowRequest> {
  const connection = await SlowRequest.to(address.replace('localhost', '127.0.0.1'))
  connections.push(connection)
  return connection
}

/** A form of which the last bytes have not come; the connection is kept. */
async function halfSent(address: string): Promise<{ form: SlowRequest; rest: string }> {
  const form = await connected(address)
  return { form, rest: await form.postAllBut(3, '/sign-in', '', BODY, 'keep-alive') }
}

/** Tells it to stop, and waits until it listens no more. */
async function tell(program: Program, address: string): Promise<number> {
  const told = Date.now()
  program.child.kill('SIGTERM')
  const listens = () =>
    fetch(address).then(
      () => true,
      () => false,
    )
  await expect.poll(listens).toBe(false)
  return told
}

const seconds = (since: number) => (Date.now() - since) / 1000

describe('a program that is told to stop', () => {
  it('closes connections that wait for nothing at once', async () => {
    const program = await installation.start(EMPTY)
    const address = await program.ready
    await connected(address)
    const used = await connected(address)
    await used.send('GET /sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n')
    // Until then it does wait for something, or has not even been read.
    await used.answered
    const told = await tell(program, address)
    expect(await program.ended).toMatchObject({ code: 0, err: '' })
    expect(seconds(told)).toBeLessThan(FAR_BELOW_GRACE)
    expect(await used.status()).toBe(200)
  })

  it('answers what it is asked already, and ends when that is done although the client would keep the connection', async () => {
    const program = await installation.start(EMPTY)
    const address = await program.ready
    const { form, rest } = await halfSent(address)
    const told = await tell(program, address)
    await form.send(rest)
    expect(await form.status()).toBe(403)
    expect(await form.closed).toMatch(/connection: close.*<\/html>/is)
    expect(await program.ended).toMatchObject({ code: 0, err: '' })
    expect(seconds(told)).toBeLessThan(FAR_BELOW_GRACE)
  })

  it('cuts off what does not come to an end', async () => {
    const program = await installation.start({ ...EMPTY, STOP_GRACE: '1' })
    const address = await program.ready
    const { form } = await halfSent(address)
    const told = await tell(program, address)
    expect(await program.ended).toMatchObject({ code: 0, err: '' })
    expect(seconds(told)).toBeGreaterThan(0.9)
    expect(seconds(told)).toBeLessThan(FAR_BELOW_GRACE)
    expect(await form.closed).toBe('')
  })

  it('ends at once when it is told again, later than npm passes it on', async () => {
    const program = await installation.start(EMPTY)
    const address = await program.ready
    await halfSent(address)
    await tell(program, address)
    await wait(NO_LONGER_TWICE_MS)
    program.child.kill('SIGTERM')
    const again = Date.now()
    expect(await program.ended).toMatchObject({ signal: 'SIGTERM', err: '' })
    expect(seconds(again)).toBeLessThan(FAR_BELOW_GRACE)
  })

  it('ends when npm does, which tells the shell between them and not the program', async () => {
    const shell = ['sh', '-c', '"$@"; true', 'shell']
    const env = { ...EMPTY, npm_lifecycle_event: 'start', PORT: await freePort() }
    const program = installation.run('main.js', [], env, shell)
    const address = await program.ready
    await tell(program, address)
    expect(await program.ended).toMatchObject({ signal: 'SIGTERM', err: '' })
  })
})
