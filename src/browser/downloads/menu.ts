import { copyTable } from './copy.ts'
import { savePng } from './png.ts'

/** What only a script can do of a menu of downloads: the picture as pixels, the table on the clipboard. Links need none. */
for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.downloads')) {
  const said = menu.querySelector<HTMLElement>('.said')!
  for (const button of menu.querySelectorAll<HTMLButtonElement>('button[data-png], button[data-copy]')) {
    button.hidden = false
    button.addEventListener('click', () => void answer(button, said))
  }
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return
    menu.open = false
    menu.querySelector('summary')!.focus()
  })
}
/** One menu is open at a time, and none when something else is pressed. */
document.addEventListener('click', ({ target }) => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.downloads[open]'))
    if (!menu.contains(target as Node)) menu.open = false
})

async function answer({ dataset }: HTMLButtonElement, said: HTMLElement): Promise<void> {
  said.textContent = ''
  try {
    if (dataset.png) await savePng(dataset.png)
    else if (dataset.copy)
      said.textContent = (dataset.said ?? '').replace('{rows}', String(await copyTable(dataset.copy)))
  } catch (error) {
    console.error(error)
    said.textContent = dataset.failed ?? ''
  }
}
