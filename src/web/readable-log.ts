/** A line of the log as Fastify writes it, as far as it is read here. */
type LogLine = {
  level: number
  time: number
  msg?: string
  reqId?: string
  req?: { method: string; path: string }
  res?: { status: number }
  responseTime?: number
  err?: { message: string; stack?: string }
}

const WARNING = 40
const ERROR = 50
/** More than can be answered at a time: what is never answered is forgotten. */
const MOST_OPEN = 1000

/**
 * The log for a person at a terminal: a line for each request that was answered, with what went wrong in words. What a
 * browser fetches for its pages is left out, and what is only of use to a program.
 * @param write takes a line of text
 */
export class ReadableLog {
  private readonly open = new Map<string, { method: string; path: string }>()

  constructor(private readonly print: (text: string) => void) {}

  write(json: string): void {
    const line = JSON.parse(json) as LogLine
    const text = this.textOf(line)
    if (text !== null) this.print(`${clock(line.time)}  ${text}\n`)
  }

  private textOf({ level, msg = '', reqId = '', req, res, responseTime, err }: LogLine): string | null {
    if (req) {
      this.remember(reqId, req)
      return null
    }
    if (res && responseTime !== undefined) {
      const asked = this.open.get(reqId)
      this.open.delete(reqId)
      if (!asked || asked.path.startsWith('/assets/')) return null
      return `${asked.method} ${asked.path}  ${res.status}  ${Math.round(responseTime)} ms`
    }
    if (level < WARNING) return null
    const word = level < ERROR ? 'Warning' : 'Error'
    return [`${word}: ${msg}`, ...(err ? [err.stack || err.message] : [])].join('\n  ')
  }

  private remember(id: string, asked: { method: string; path: string }): void {
    if (this.open.size >= MOST_OPEN) this.open.delete(this.open.keys().next().value!)
    this.open.set(id, asked)
  }
}

function clock(time: number): string {
  const at = new Date(time)
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((n) => String(n).padStart(2, '0')).join(':')
}
