import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Ports that no machine gives to whoever asks for any: what was free a moment ago would be somebody else's by now. */
const ASKED_FOR = [10_000, 32_000] as const

/** A port of this machine that nobody listens on, for a program that is about to. */
export async function freePort(): Promise<string> {
  const { port, release } = await heldPort()
  await release()
  return port
}

/** A port that somebody else listens on until it is released. */
export async function heldPort(): Promise<{ port: string; release: () => Promise<void> }> {
  for (;;) {
    const port = randomInt(...ASKED_FOR)
    const server = createServer().listen(port, '127.0.0.1')
    const isHeld = await new Promise<boolean>((done) => {
      server.once('listening', () => done(true)).once('error', () => done(false))
    })
    if (isHeld) return { port: String(port), release: () => new Promise((done) => server.close(() => done())) }
  }
}
