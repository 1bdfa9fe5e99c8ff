import type { Socket } from 'node:net'
import type { App } from './context.ts'

/** Between two looks for connections that have become idle. */
const LOOK_MS = 100
/** What is being answered has this many times as long as what has not been asked to the end: a workbook may take a while. */
const PATIENCE = 6

/**
 * How the program stops listening (`app.close()`): connections that wait for nothing are closed at once, the others when they
 * have been answered, whatever their client would keep. A request that does not come to its end is cut off after a while, an
 * answer that does not (nobody may be reading it) after a longer one. Left alone, Node waits as long as the slowest sender
 * sends, and more than a minute for a client that keeps its connection.
 * @param grace ms for a request to come to its end
 */
export function stopInTime(app: App, grace: number): void {
  const { server } = app
  const open = new Set<Socket>()
  const answering = new Set<Socket>()
  let stopping = false
  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  app.addHook('preHandler', async ({ socket }) => void answering.add(socket))
  app.addHook('onSend', async (_, reply) => {
    if (stopping) reply.header('connection', 'close')
  })
  app.addHook('onResponse', async ({ socket }) => void answering.delete(socket))
  app.addHook('onRequestAbort', async ({ socket }) => void answering.delete(socket))
  app.addHook('preClose', async () => {
    stopping = true
    if (!server.listening) return
    const cut = (which: (socket: Socket) => boolean) => {
      for (const socket of open) if (which(socket)) socket.destroy()
    }
    /** Browsers open connections beforehand; one on which nothing was ever sent is not idle to Node. */
    cut(({ bytesRead }) => bytesRead === 0)
    const timers = [
      setInterval(() => server.closeIdleConnections(), LOOK_MS),
      setTimeout(() => cut((socket) => !answering.has(socket)), grace),
      setTimeout(() => cut(() => true), grace * PATIENCE),
    ]
    server.once('close', () => timers.forEach(clearTimeout))
  })
}
