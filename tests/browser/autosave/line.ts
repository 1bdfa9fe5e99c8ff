import { connect, createServer, type Server, type Socket } from 'node:net'

/** A line between browsers and the program that can be cut and mended, for whoever sits at this end of it. */
export class Line {
  private readonly open = new Set<Socket>()
  private isCut = false
  private constructor(
    private readonly server: Server,
    readonly address: string,
  ) {}

  /** @param to the address of the program */
  static async to(to: string): Promise<Line> {
    const { port, hostname } = new URL(to)
    const server = createServer()
    const address = await new Promise<string>((listening) =>
      server.listen(0, '127.0.0.1', () => {
        const at = server.address()
        listening(`http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`)
      }),
    )
    const line = new Line(server, address)
    server.on('connection', (near) => line.join(near, Number(port), hostname))
    return line
  }

  /** What is on its way is lost, on both ways. */
  cut(): void {
    this.isCut = true
    for (const socket of this.open) socket.destroy()
  }

  mend(): void {
    this.isCut = false
  }

  close(): void {
    this.cut()
    this.server.close()
  }

  private join(near: Socket, port: number, host: string): void {
    if (this.isCut) return void near.destroy()
    const far = connect(port, host)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        this.open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  }
}
