import { connect, type Socket } from 'node:net'

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
    this.closed = new Promise((done) => socket.on('close', () => done(this.answer)).on('error', () => undefined))
  }

  /** @param address as `app.listen` gives it */
  static async to(address: string): Promise<SlowRequest> {
    const { hostname, port } = new URL(address)
    const socket = connect(Number(port), hostname)
    await new Promise((done, fail) => socket.once('connect', done).once('error', fail))
    return new SlowRequest(socket)
  }

  /** The head of a form that is posted, and all of its body but the last `missing` bytes, which are returned. */
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
    ]
    await this.send(`${head.join('\r\n')}\r\n\r\n${body.slice(0, -missing)}`)
    return body.slice(-missing)
  }

  /** Sends, and gives the other side a moment to read it. */
  async send(text: string): Promise<void> {
    await new Promise((done) => this.socket.write(text, done))
    await new Promise((done) => setTimeout(done, 30))
  }

  /** The whole answer, once the other side has closed; its status. */
  async status(): Promise<number> {
    return Number(/^HTTP\/1\.1 (\d+)/.exec(await this.closed)?.[1])
  }

  end(): void {
    this.socket.destroy()
  }
}
