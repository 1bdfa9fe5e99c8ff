import type { App } from './context.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Every address the program answers, for "wrong verb" answers and for the table of routes in the tests. */
    knownRoutes: { method: string; url: string; may: string; token: string | null; pattern: RegExp }[]
  }
}

export function recordRoutes(app: App): void {
  app.decorate('knownRoutes', [])
  app.addHook('onRoute', (route) => {
    const methods = Array.isArray(route.method) ? route.method : [route.method]
    const pattern = new RegExp(`^${route.url.replace(/\./g, '\\.').replace(/:\w+/g, '[^/]+').replace(/\*/g, '.*')}$`)
    const [may, token] = [String(route.config?.may), route.config?.token ?? null]
    for (const method of methods) {
      if (method !== 'HEAD') app.knownRoutes.push({ method, url: route.url, may, token, pattern })
    }
  })
}
