import type { FastifyReply } from 'fastify'

/** Does something once the answer has been sent, so that how long it takes tells nobody anything. */
export function afterAnswer(reply: FastifyReply, work: () => void): void {
  reply.raw.once('finish', () => {
    try {
      work()
    } catch (error) {
      reply.log.error({ err: error }, 'failed after the answer')
    }
  })
}
