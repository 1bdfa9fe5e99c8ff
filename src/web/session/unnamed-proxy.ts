import type { App } from '../context.ts'

/**
 * Says once that a proxy stands in front that nobody named: it works, but all visitors have its address, and who guesses
 * passwords makes everybody wait.
 */
export function warnOfUnnamedProxy(app: App): void {
  let said = false
  app.addHook('onRequest', async (request) => {
    if (said || request.headers['x-forwarded-for'] === undefined) return
    const { remoteAddress } = request.socket
    if (request.ip !== remoteAddress) return
    said = true
    app.log.warn(
      `a proxy at ${remoteAddress} passes on requests and is not named: start with TRUST_PROXY=${remoteAddress} if it is yours (docs/running.md); until then all of its visitors count as one`,
    )
  })
}
