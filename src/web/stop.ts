import type { Socket } from 'node:net'
import type { App } from './context.ts'

/** Between two looks for connections that have become idle. */
const LOOK_MS = 100

/**
 * How the program stops listening (`app.close()`): connections that wait for nothing are closed at once, the others when they
 * have been answered, whatever their client would keep; what has not come to an end after a while is cut off. Left alone,
 * Node waits as long as the slowest sender sends, and more than a minute for a client that keeps its connection.
 * @param grace ms for what has been begun
 */
export function stopInTime(app: App, grace: number): void {
  const { server } = app
  const open = new Set<Socket>()
  let stopping = false
  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  app.addHook('onSend', async (_, reply) => {
    if (stopping) reply.header('connection', 'close')
  })
  app.addHook('preClose', async () => {
    stopping = true
    if (!server.listening) return
    /** Browsers open connections beforehand; one on which nothing was ever sent is not idle to Node. */
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy()
    const look = setInterval(() => server.closeIdleConnections(), LOOK_MS)
    const cut = setTimeout(() => server.closeAllConnections(), grace)
    server.once('close', () => {
      clearInterval(look)
      clearTimeout(cut)
    })
  })
}
