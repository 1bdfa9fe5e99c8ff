import { keepThisForm } from '../offline/register.ts'

/** A submission that was not begun has been, by what was typed: the page is that of the submission from now on. */
export function showBegun(form: HTMLFormElement, id: number | null): void {
  if (id === null || !location.pathname.endsWith('/start')) return
  const address = `/submissions/${id}`
  form.action = `${address}/entries`
  const handIn = form.querySelector<HTMLButtonElement>('button[name="after"]')
  if (handIn) handIn.formAction = `${address}/handing-in`
  const component = new URLSearchParams(location.search).get('component')
  history.replaceState(null, '', `${address}${component ? `?component=${component}` : ''}${location.hash}`)
  void keepThisForm(true).catch(() => undefined)
}
