/** Milliseconds that work keeps the processor busy: a clock would count what others do on this machine meanwhile. */
export function processorMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
