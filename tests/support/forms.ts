import type { App } from '../../src/web/context.ts'

export type FormOf = {
  route: string
  action: string
  /** What the page sends of itself, without the token. */
  hidden: Record<string, string>
  /** Names of fields that take any text: of fields in rows, the first of each kind. */
  texts: string[]
}

/** The tokens of a page's forms, in their order. */
export function tokensIn(html: string): string[] {
  return [...html.matchAll(/name="_csrf" value="([^"]+)"/g)].map(([, token]) => token!)
}

/** The token of its first form. @throws when it has none */
export function tokenIn(html: string): string {
  const [token] = tokensIn(html)
  if (token === undefined) throw new Error('a page without a form that is sent')
  return token
}

/** The forms of a page that post. */
export function formsOf(app: App, html: string): FormOf[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, tag, inside]) => {
    if (attribute(tag!, 'method') !== 'post') return []
    const action = unescaped(attribute(tag!, 'action') ?? '')
    const route = app.knownRoutes.find(({ method, pattern }) => method === 'POST' && pattern.test(action))?.url
    if (!route) throw new Error(`a form leads to ${action}, which nobody answers`)
    const inputs = [...inside!.matchAll(/<(?:input|textarea|select|button)\b[^>]*>/g)].map(([input]) => input)
    const hidden = Object.fromEntries(
      inputs
        .filter((input) => attribute(input, 'type') === 'hidden' && attribute(input, 'name') !== '_csrf')
        .map((input) => [attribute(input, 'name')!, unescaped(attribute(input, 'value') ?? '')]),
    )
    const names = inputs.flatMap((input) => attribute(input, 'name') ?? []).map(unescaped)
    const kinds = new Map(names.filter((name) => name !== '_csrf').map((name) => [name.split('.')[0], name]))
    return [{ route, action, hidden, texts: [...kinds.values()] }]
  })
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}
