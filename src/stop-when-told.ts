/** npm passes on what the terminal has told the program itself: twice within this is once. */
const TWICE_MS = 500

/** How often the program looks whether npm is still there. */
const LOOK_MS = 500

/**
 * The first signal lets what is being answered come to its end; a second one ends the program as signals do.
 * @param byNpm whether npm has started it: told to stop, npm ends the shell between them, which tells the program nothing
 */
export function stopWhenTold(close: () => Promise<void>, byNpm: boolean): void {
  let told: number | null = null
  const end = () => {
    told = Date.now()
    void close().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const listener = () => {
      if (told === null) end()
      else if (Date.now() - told > TWICE_MS) {
        process.off(signal, listener)
        process.kill(process.pid, signal)
      }
    }
    process.on(signal, listener)
  }
  if (byNpm) whenParentEnds(() => told === null && end())
}

function whenParentEnds(then: () => void): void {
  const parent = process.ppid
  const looking = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(looking)
    then()
  }, LOOK_MS).unref()
}
