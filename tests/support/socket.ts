import { connect, type Socket } from 'node:net'

/** What a program says to a head that asks whether it is read, before it has the body. */
const READ = 'HTTP/1.1 100 Continue\r\n\r\n'

/** A request as bytes, sent as slowly as one likes. */
export class SlowRequest {
  private answer = ''
  readonly closed: Promise<string>
  /** When the first of an answer has come. */
  readonly answered: Promise<void>
  private constructor(private socket: Socket) {
    this.answered = new Promise((done) => socket.once('data', () => done()))
    socket.setEncoding('utf8').on('data', (text) => {
      this.answer += text
    })
    this.closed = new Promise((done) => {
      socket.on('close', () => done(this.answer.replace(READ, ''))).on('error', () => undefined)
    })
  }

  /** @param address as `app.listen` gives it */
  static async to(address: string): Promise<SlowRequest> {
    const { hostname, port } = new URL(address)
    const socket = connect(Number(port), hostname)
    await new Promise((done, fail) => socket.once('connect', done).once('error', fail))
    return new SlowRequest(socket)
  }

  /**
   * The head of a form that is posted, once the program has read it, and all of its body but the last `missing` bytes, which are
   * returned.
   */
  async postAllBut(
    missing: number,
    url: string,
    cookie: string,
    body: string,
    connection: 'close' | 'keep-alive' = 'close',
  ): Promise<string> {
    const head = [
      `POST ${url} HTTP/1.1`,
      'Host: localhost',
      `Cookie: ${cookie}`,
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `Connection: ${connection}`,
      'Expect: 100-continue',
    ]
    await this.send(`${head.join('\r\n')}\r\n\r\n`)
    await this.answered
    await this.send(body.slice(0, -missing))
    return body.slice(-missing)
  }

  /** Sends; when the other side reads it is another matter. */
  async send(text: string): Promise<void> {
    await new Promise((done) => this.socket.write(text, done))
  }

  /** The whole answer, once the other side has closed; its status. */
  async status(): Promise<number> {
    return Number(/^HTTP\/1\.1 (\d+)/.exec(await this.closed)?.[1])
  }

  end(): void {
    this.socket.destroy()
  }
}
