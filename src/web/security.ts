import compress from '@fastify/compress'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import type { App, AppContext } from './context.ts'

export async function setUpSecurity(app: App, { config }: AppContext): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    hsts: config.secureCookies,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(compress, { threshold: 1024 })
  await app.register(formbody, { bodyLimit: 512 * 1024 })
}
