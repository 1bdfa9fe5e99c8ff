/** A part of the menu that was opened closes when somebody goes elsewhere. */
addEventListener('click', ({ target }) => closeMenus((menu) => !(target instanceof Node && menu.contains(target))))
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') closeMenus(() => true)
})

function closeMenus(which: (menu: HTMLDetailsElement) => boolean): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('header details[open]'))
    if (which(menu)) menu.open = false
}
