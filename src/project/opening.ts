/** What of a file tells where what it holds comes from. */
export type FileOrigin = {
  /** When it was first opened as what; null: never, or by a version that did not note it. */
  demo: number | null
  production: number | null
  /** Whether the figures of its project are made up; null: it holds no project. */
  illustrative: boolean | null
}

/** What of a file tells whether it may be shown as the demo, where anybody signs in with one click. */
export type FileHistory = FileOrigin & {
  /** People in it whom no demo invites. */
  strangers: number
}

/** A demo that somebody has tried out holds people they added: it is known by having been made as a demo. */
export function belongsToOrganisation({ demo, production, illustrative, strangers }: FileHistory): boolean {
  if (production !== null) return true
  if (demo !== null) return false
  return illustrative === false || strangers > 0
}

/** Whether what it holds was made up for a demo: nobody real should be added to it. A project of one's own may be an illustration too. */
export function holdsDemo({ demo, production, illustrative }: FileOrigin): boolean {
  return demo !== null || (production === null && illustrative === true)
}
