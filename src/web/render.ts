import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Access, admit } from '../access/permissions.ts'
import { type Misread, type NotShown, notShownInWords } from '../forms/asked.ts'
import { hasAreas, markOf } from '../language/terms.ts'
import type { Key } from '../language/words.ts'
import { projectCard } from '../project/store.ts'
import { answerNotShown, misreadIn } from './faults/not-shown.ts'
import { wantsJson } from './faults/problem.ts'
import { sentenceFor } from './faults/sentence.ts'
import { assetAddress } from './files/assets.ts'
import { redirectTo } from './redirect.ts'
import { leaveNotice, takeNotice } from './session/notice.ts'
import { isUnchanged } from './session/unchanged.ts'
import { eta } from './views/engine.ts'
import type { Fragment } from './views/fragment.ts'
import { type MenuItem, menuFor } from './views/menu.ts'
import { type Frame, type PageFrame, sharedIn, type Views } from './views/models.ts'

/**
 * Renders a page with what every page has: the words of the person's language, who they are, and where they are. What the address asks
 * for and is not there is named above it; a program is told with 400.
 * @param notThere what was read in the address, and turned out not to be there
 */
export function page<V extends keyof Views>(
  request: FastifyRequest,
  reply: FastifyReply,
  view: V,
  model: Views[V],
  notThere: readonly Misread[] = [],
): FastifyReply {
  const misread = request.method === 'POST' ? [] : [...misreadIn(request), ...notThere]
  const notShown = misread.map((one) => notShownInWords(one, request.words))
  if (notShown.length > 0 && wantsJson(request)) return answerNotShown(request, reply, 400, notShown)
  reply.header('cache-control', 'no-store')
  return sendHtml(reply, Buffer.from(rendered(request, reply, view, model, notShown).html))
}

/**
 * Puts a part that was rendered before (`renderFragment`) into the frame of the person who asks: a long part is neither
 * rendered nor encoded again. Where the browser has the very page already, it is not sent again.
 */
export function framed(
  request: FastifyRequest,
  reply: FastifyReply,
  frame: PageFrame,
  { bytes, mark }: Fragment,
): FastifyReply {
  const { html, token, told } = rendered(request, reply, 'web/frame', { ...frame, fragment: HERE })
  const [before = '', after = ''] = html.split(HERE)
  // What is said once must be seen, and not again.
  if (told) reply.header('cache-control', 'no-store')
  else if (isUnchanged(request, reply, [before, after, mark], token)) return reply.code(304).send()
  return sendHtml(reply, Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]))
}

/** Stands for the part in its frame. It is chosen anew at every start and never sent, so that nobody can type it. */
const HERE = randomUUID()

function sendHtml(reply: FastifyReply, html: Buffer): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(html)
}

/** A whole page, with the token of its forms, and whether it says something that is said once. */
type Rendered = { html: string; token: string | null; told: boolean }

function rendered<V extends keyof Views>(
  request: FastifyRequest,
  reply: FastifyReply,
  view: V,
  model: Views[V],
  notShown: readonly NotShown[] = [],
): Rendered {
  const { context } = request.server
  const { words, person } = request
  const notice = takeNotice(request, reply)
  let token: string | null = null
  const frame: Frame = {
    ...sharedIn(words),
    person,
    menu: menuOf(request),
    url: openableAddress(request),
    csrf: () => {
      token ??= reply.csrfToken()
      return token
    },
    notShown,
    said: notice && words.t(notice.key, notice.values),
    mark: markOf(words.t('common:product')),
    project: projectCard(context.db),
    demo: context.config.mode === 'demo',
    damaged: context.db.isDamaged(),
    asset: assetAddress,
  }
  return { html: eta.render(view, { ...model, ...frame }), token, told: notice !== null }
}

/** The rooms that the person may enter; none for nobody. */
export function menuOf(request: FastifyRequest): MenuItem[] {
  const { person, words } = request
  return person ? menuFor(pathOf(request), (address) => mayEnter(request, address), hasAreas(words.terms)) : []
}

/** Where to come back to. A page that answers a form stands at an address that may not open: then the page above it. */
function openableAddress({ method, url, server }: FastifyRequest): string {
  if (method === 'GET' || method === 'HEAD') return url
  const gets = server.knownRoutes.filter((route) => route.method === 'GET')
  const opens = (path: string) => gets.some(({ pattern }) => pattern.test(path))
  let path = pathOf({ url })
  while (path !== '' && !opens(path)) path = path.slice(0, path.lastIndexOf('/'))
  return path || '/'
}

function pathOf({ url }: Pick<FastifyRequest, 'url'>): string {
  return url.split('?')[0]!
}

function mayEnter({ server, person }: FastifyRequest, address: string): boolean {
  const route = server.knownRoutes.find(({ method, url }) => method === 'GET' && url === address)
  return route !== undefined && admit(person, route.may as Access) === 'come in'
}

/** Goes to another page and says a sentence there. */
export function redirectWithNotice(
  reply: FastifyReply,
  url: string,
  key: Key,
  values?: Record<string, string | number>,
): FastifyReply {
  leaveNotice(reply, values ? { key, values } : { key })
  return redirectTo(reply, url)
}

/** An error as a page in the person's language that says what to do next. */
export function showError(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  key?: Key,
  values: Record<string, string> = {},
): FastifyReply {
  return page(request, reply.code(status), 'web/error', { status, sentence: key ?? sentenceFor(status), values })
}
