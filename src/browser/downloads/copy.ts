/** A table as a spreadsheet program takes it: as HTML, which says of each number what it is, and between tabs for all else. */
type Copied = { html: string; text: string }

/**
 * Puts the table at an address on the clipboard.
 * @returns how many rows it has
 */
export async function copyTable(address: string): Promise<number> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  const html = await answer.text()
  const rows = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('tr')]
  const text = rows.map(({ cells }) => [...cells].map(({ textContent }) => textContent ?? '').join('\t')).join('\r\n')
  await write({ html, text })
  return rows.length - 1
}

/** Without a secure connection there is no clipboard but the one of the command to copy. */
async function write({ html, text }: Copied): Promise<void> {
  const types = { 'text/html': html, 'text/plain': text }
  if (navigator.clipboard && 'ClipboardItem' in globalThis) {
    const blobs = Object.entries(types).map(([type, given]) => [type, new Blob([given], { type })] as const)
    return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
  }
  let isWritten = false
  const give = (event: ClipboardEvent) => {
    for (const [type, given] of Object.entries(types)) event.clipboardData?.setData(type, given)
    event.preventDefault()
    isWritten = true
  }
  document.addEventListener('copy', give, { once: true })
  document.execCommand('copy')
  document.removeEventListener('copy', give)
  if (!isWritten) throw new Error('this browser copies nothing')
}
