import { LONGEST_MS } from '../../access/session.ts'
import { keptForm, shownWithoutLine } from '../../submissions/typing/device-copy.ts'
import { copiesOf, forgetCopies } from './copies.ts'

/** When a copy was made, and what it asks for: headers of what is kept. */
const AT = 'x-kept-at'
const FILES = 'x-kept-files'

/** What a form's address has just answered: a form is kept, what is none any more is not, and whoever is led elsewhere has been signed out. */
export async function note(address: string, answer: Response): Promise<void> {
  if (answer.type === 'opaqueredirect' || answer.status === 401) return forgetCopies()
  if (answer.status >= 500) return
  const form = answer.ok ? keptForm(await answer.text()) : null
  if (form === null) return forget(address)
  const cache = await copiesOf(form.person)
  const headers = new Headers(answer.headers)
  // The text is whole and plain by now.
  for (const name of ['content-encoding', 'content-length', 'set-cookie']) headers.delete(name)
  headers.set(AT, String(Date.now()))
  headers.set(FILES, form.files.join(' '))
  await cache.put(address, new Response(form.html, { headers }))
  await keepFiles(cache)
}

/** The form as it was when it was opened last, saying so; none that is older than a session lasts. */
export async function copyAt(address: string): Promise<Response | null> {
  const copy = await caches.match(address, { ignoreVary: true })
  if (!copy) return null
  const at = Number(copy.headers.get(AT))
  if (!(Date.now() - at < LONGEST_MS)) {
    await forget(address)
    return null
  }
  return new Response(shownWithoutLine({ html: await copy.text(), at }), { headers: copy.headers })
}

/** Addresses of stylesheets and scripts carry a mark of their content: what is kept is what would be sent. */
export async function fileAt(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

async function forget(address: string): Promise<void> {
  for (const name of await caches.keys()) await (await caches.open(name)).delete(address, { ignoreVary: true })
}

/** What the forms that are kept ask for, and nothing that none of them does. */
async function keepFiles(cache: Cache): Promise<void> {
  const kept = await cache.keys()
  const isFile = ({ url }: Request) => new URL(url).pathname.startsWith('/assets/')
  const forms = await Promise.all(kept.filter((one) => !isFile(one)).map((one) => cache.match(one)))
  const wanted = new Set(forms.flatMap((form) => form?.headers.get(FILES)?.split(' ') ?? []))
  for (const file of kept.filter(isFile)) {
    const { pathname, search } = new URL(file.url)
    if (!wanted.delete(pathname + search)) await cache.delete(file)
  }
  await Promise.all([...wanted].map((address) => cache.add(address)))
}
