import { createServer } from 'node:net'

/** A port of this machine that was free a moment ago. */
export async function freePort(): Promise<string> {
  const { port, release } = await heldPort()
  await release()
  return port
}

/** A port that somebody else listens on until it is released. */
export async function heldPort(): Promise<{ port: string; release: () => Promise<void> }> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as { port: number }
  return { port: String(port), release: () => new Promise((done) => server.close(() => done())) }
}
