import { tokenIn } from '../forms.ts'

/** A browser without a screen, at a program that runs as a process of its own: keeps cookies, follows nothing by itself. */
export class RemoteVisitor {
  private readonly jar = new Map<string, string>()
  constructor(private readonly address: string) {}

  get cookie(): string {
    return this.cookies.map(([name, value]) => `${name}=${value}`).join('; ')
  }

  get cookies(): [name: string, value: string][] {
    return [...this.jar]
  }

  async get(url: string): Promise<{ status: number; body: string; location: string }> {
    return this.send(url, null)
  }

  /** Posts a form of a page, with its token. */
  async post(url: string, page: string, form: Record<string, string> | URLSearchParams) {
    const body = new URLSearchParams(form)
    body.set('_csrf', tokenIn(page))
    return this.send(url, body)
  }

  /** Posts a form with a file in it. */
  async postFile(
    url: string,
    page: string,
    form: Record<string, string>,
    file: { name: string; bytes: Uint8Array<ArrayBuffer> },
  ) {
    const body = new FormData()
    for (const [name, text] of Object.entries({ _csrf: tokenIn(page), ...form })) body.set(name, text)
    body.set('file', new Blob([file.bytes]), file.name)
    return this.send(url, body)
  }

  private async send(url: string, body: URLSearchParams | FormData | null) {
    const method = body === null ? 'GET' : 'POST'
    const headers = { cookie: this.cookie }
    const answer = await fetch(this.address + url, { method, headers, redirect: 'manual', body })
    for (const one of answer.headers.getSetCookie()) {
      const [name, value] = one.split(';')[0]!.split('=') as [string, string]
      this.jar.set(name, value)
    }
    return { status: answer.status, body: await answer.text(), location: answer.headers.get('location') ?? '' }
  }
}
