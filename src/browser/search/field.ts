/** The search field of every page: what fits is offered while somebody types. */
type Found = { sort: string; code: string | null; title: string; within: string; by: string | null; href: string }

const PAUSE = 150
const form = document.querySelector<HTMLFormElement>('form.search')
const field = form?.querySelector('input')
const list = form?.querySelector('ol')

if (form && field && list) {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let nth = 0
  const close = () => {
    nth += 1
    clearTimeout(waiting)
    list.hidden = true
  }
  const offer = async (asked: string) => {
    nth += 1
    const mine = nth
    try {
      const answer = await fetch(`/search/offered.json?q=${encodeURIComponent(asked)}`)
      // Somebody who has signed out is led to the sign-in page, which is no list.
      if (!answer.ok || answer.redirected) return
      const { found } = (await answer.json()) as { found: Found[] }
      // An answer that comes after a later one was asked for is not shown.
      if (mine !== nth) return
      list.replaceChildren(...found.map(lineOf))
      list.hidden = found.length === 0
    } catch {
      // Without a connection the form still sends itself.
    }
  }
  field.addEventListener('input', () => {
    clearTimeout(waiting)
    const asked = field.value.trim()
    if (asked === '') close()
    else waiting = setTimeout(() => void offer(asked), PAUSE)
  })
  form.addEventListener('keydown', (event) => {
    const links = [...list.querySelectorAll('a')]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    if (event.key === 'Escape') {
      close()
      field.focus()
    } else if (!list.hidden && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      const to = event.key === 'ArrowDown' ? at + 1 : at - 1
      ;(links[to] ?? field).focus()
    }
  })
  addEventListener('click', ({ target }) => {
    if (!(target instanceof Node && form.contains(target))) close()
  })
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !form.contains(relatedTarget)) close()
  })
}

function lineOf({ sort, code, title, within, by, href }: Found): HTMLLIElement {
  const [line, link, small] = [
    document.createElement('li'),
    document.createElement('a'),
    document.createElement('small'),
  ]
  link.href = href
  if (code !== null) {
    const strong = document.createElement('b')
    strong.textContent = `${code} `
    link.append(strong)
  }
  small.textContent = [sort, within, by].filter(Boolean).join(' · ')
  link.append(title, ' ', small)
  line.append(link)
  return line
}
