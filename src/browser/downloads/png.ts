/** A picture for slides as the server draws it, saved as pixels of its own size. */
export async function savePng(address: string): Promise<void> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(await answer.text())}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  canvas.getContext('2d')!.drawImage(image, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('the picture has no pixels')
  save(blob, `${nameIn(answer)}.png`)
}

/** The name in words that the server gives the picture, without its ending. */
function nameIn(answer: Response): string {
  const [, encoded = ''] = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '') ?? []
  return decodeURIComponent(encoded).replace(/\.svg$/, '')
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
