import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import view from '@fastify/view'
import { Eta } from 'eta'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { may } from '../access/permissions.ts'
import { root } from '../config/root.ts'
import * as format from '../language/format.ts'
import type { Key } from '../language/words.ts'
import { projectCard } from '../project/store.ts'
import type { Language } from '../vocabulary/language.ts'
import type { App, AppContext } from './context.ts'
import { redirectTo } from './redirect.ts'

declare module 'fastify' {
  interface FastifyInstance {
    context: AppContext
  }
}

const hashes = new Map<string, string>()

export async function setUpViews(app: App, context: AppContext): Promise<void> {
  app.decorate('context', context)
  await app.register(view, {
    engine: {
      eta: new Eta({ views: join(root, 'views'), cache: true }),
    },
    root: join(root, 'views'),
    viewExt: 'eta',
  })
}

/** Renders a page with what every page has: the words of the person's language, who they are, and where they are. */
export async function page(
  request: FastifyRequest,
  reply: FastifyReply,
  template: string,
  model: Record<string, unknown>,
): Promise<FastifyReply> {
  return sendHtml(reply, Buffer.from(await htmlOf(request, reply, template, model)))
}

/**
 * Puts a part that was rendered before (`renderFragment`) into the frame of the person who asks: a long part is neither
 * rendered nor encoded again.
 */
export async function framed(
  request: FastifyRequest,
  reply: FastifyReply,
  frame: { title: string; script: string },
  fragment: Buffer,
): Promise<FastifyReply> {
  const html = await htmlOf(request, reply, 'frame', { ...frame, fragment: HERE })
  const [before = '', after = ''] = html.split(HERE)
  return sendHtml(reply, Buffer.concat([Buffer.from(before), fragment, Buffer.from(after)]))
}

/** Stands for the part in its frame; nobody can type it. */
const HERE = '\u0000'

function sendHtml(reply: FastifyReply, html: Buffer): FastifyReply {
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html)
}

async function htmlOf(
  request: FastifyRequest,
  reply: FastifyReply,
  template: string,
  model: Record<string, unknown>,
): Promise<string> {
  const { context } = request.server
  const { words, person } = request
  const said = request.session?.said
  if (said) delete request.session.said
  return reply.viewAsync(template, {
    ...model,
    words,
    t: words.t,
    language: words.language,
    format: formatFor(words.language),
    person,
    may: (permission: Parameters<typeof may>[1]) => may(person, permission),
    path: request.url.split('?')[0],
    url: request.url,
    csrf: () => reply.generateCsrf(),
    said: said ? words.t(said.key as Key, said.values) : null,
    project: projectCard(context.db),
    demo: context.config.mode === 'demo',
    asset,
  })
}

/** Goes to another page and says a sentence there. */
export function redirectWithNotice(
  request: FastifyRequest,
  reply: FastifyReply,
  url: string,
  key: Key,
  values?: Record<string, string | number>,
): FastifyReply {
  request.session.said = values ? { key, values } : { key }
  return redirectTo(reply, url)
}

/** An error as a page in the person's language that says what to do next. */
export function showError(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  key?: Key,
): Promise<FastifyReply> {
  const sentence = key ?? (`common:error.${SENTENCES.has(status) ? status : 500}` as Key)
  return page(request, reply.code(status), 'error', { status, sentence })
}

const SENTENCES = new Set([400, 403, 404, 405, 409, 413, 415, 429, 500, 503])

/** The address of a stylesheet or script, with a mark of its content, so that browsers may keep it for ever. */
function asset(name: string): string {
  let hash = hashes.get(name)
  if (!hash) {
    const file = join(root, 'dist/assets', name)
    hash = existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 10) : 'none'
    hashes.set(name, hash)
  }
  return `/assets/${name}?v=${hash}`
}

type Bound<F> = F extends (value: infer V, language: Language, ...rest: infer R) => string
  ? (value: V, ...rest: R) => string
  : never
type Formats = { [K in keyof typeof format]: Bound<(typeof format)[K]> }
const formats = new Map<string, Formats>()

/** The formatters with the language filled in: `format.number(1234)`. */
export function formatFor(language: Language): Formats {
  let bound = formats.get(language)
  if (!bound) {
    bound = Object.fromEntries(
      Object.entries(format).map(([name, f]) => [
        name,
        (value: unknown, ...rest: unknown[]) => (f as (...all: unknown[]) => string)(value, language, ...rest),
      ]),
    ) as unknown as Formats
    formats.set(language, bound)
  }
  return bound
}
