/** A figure to date as a bar, beside what was planned by now and the target of the whole life; lengths in units of its box. */
export type Bullet = {
  width: number
  /** The bar, from nothing to the figure: to the left of it where the figure is negative. */
  bar: { x: number; width: number } | null
  /** Where what was planned by now lies. */
  planned: number | null
  /** Where the target of the life lies; what is behind it is the way there. */
  life: number | null
}

declare module '../web/views/models.ts' {
  interface Parts {
    /** `tone`: of its rating; `label`: what it shows in words, empty where that stands beside it. */
    'charts/bullet': { bullet: Bullet & { tone: string }; label: string }
  }
}

const WIDTH = 120

/** @returns null where nothing is planned at all: a bar alone would be read against nothing */
export function bulletOf(value: number | null, planned: number | null, life: number | null): Bullet | null {
  if (planned === null && life === null) return null
  const known = [0, value, planned, life].filter((one) => one !== null)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  if (low === high) return null
  const x = (one: number) => Math.round(((one - low) / (high - low)) * WIDTH * 2) / 2
  const [zero, end] = [x(0), value === null ? null : x(value)]
  return {
    width: WIDTH,
    bar: end === null ? null : { x: Math.min(zero, end), width: Math.abs(end - zero) },
    planned: planned === null ? null : x(planned),
    life: life === null ? null : x(life),
  }
}
