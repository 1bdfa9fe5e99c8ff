import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Misread, NotShown } from '../../forms/asked.ts'
import { sendProblem } from './problem.ts'

/** What a program is told of what it asked for in an address and can't have. */
export function answerNotShown(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  reasons: readonly (Pick<NotShown, 'why' | 'sentence'> & { parameter: string | null })[],
): FastifyReply {
  return sendProblem(request, reply, {
    status,
    detail: reasons.map(({ sentence }) => sentence).join(' '),
    errors: reasons.map(({ why, parameter, sentence }) => ({ parameter, code: why, detail: sentence })),
  })
}

/** What made no sense of the address as its route reads it (`inAddress`). */
export function misreadIn({ query }: Pick<FastifyRequest, 'query'>): readonly Misread[] {
  return read.safeParse(query).data?.misread ?? []
}

/** What is sent under this name itself is text: only what a route has read is such a list. */
const read = z.object({ misread: z.array(z.custom<Misread>((one) => typeof one === 'object')) })
