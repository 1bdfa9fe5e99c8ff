import type { RemoteVisitor } from './remote-visitor.ts'

/** A manager's small report that is ready to be issued: something is said of every figure that is far from its plan. @returns its address */
export async function smallReport(manager: RemoteVisitor): Promise<string> {
  const form = (await manager.get('/releases/new')).body
  const asAt = /name="asAt"[^>]* value="([^"]*)"/.exec(form)?.[1] ?? ''
  const made = await manager.post('/releases', form, {
    ...{ title: '', from: '2021-Q2', to: '2021-Q2', language: 'en', audience: 'donor', threshold: '', asAt },
    ...{ project: 'quarter', province: 'none', breakdown: 'none', years: 'calendar' },
    recipients: /name="recipients" value="(\d+)"/.exec(form)![1]!,
  })
  const report = made.location
  const ready = await pageOf(manager, report, new RegExp(`action="${report}/(issue|deviations)"`))
  const asked = [...ready.matchAll(/name="(text-[^"]+)"/g)].map(([, name]) => name!)
  if (asked.length > 0) {
    const said = asked.flatMap((name) => [
      [name, 'Rains kept people at home.'],
      [name.replace('text-', 'seen-'), ''],
    ])
    await manager.post(`${report}/deviations`, ready, Object.fromEntries(said))
  }
  await pageOf(manager, report, new RegExp(`action="${report}/issue"`))
  return report
}

/** The page as soon as it says something. */
export async function pageOf(visitor: RemoteVisitor, address: string, says: RegExp): Promise<string> {
  for (;;) {
    const { body } = await visitor.get(address)
    if (says.test(body)) return body
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
