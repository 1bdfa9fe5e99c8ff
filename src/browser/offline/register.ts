const WORKER = '/submissions/service-worker.js'

/** The form of this page is shown without a line too from now on, where the browser can do that: over https, or at localhost. */
export async function keepThisForm(isNew = false): Promise<void> {
  const workers = (navigator as Partial<Navigator>).serviceWorker
  if (!workers) return
  // What came through it has been kept on its way.
  const wasKept = workers.controller !== null && !isNew
  await workers.register(WORKER)
  const { active } = await workers.ready
  if (!wasKept) active?.postMessage({ keep: location.pathname + location.search })
}
