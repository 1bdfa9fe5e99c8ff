/** How colours are seen: Lab of sRGB as it is and as people without one kind of cone see it, and how far two are apart. */

type Three = readonly [number, number, number]
type Matrix = readonly [Three, Three, Three]

/** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB. */
export const VISIONS: Readonly<Record<'usual' | 'deutan' | 'protan', Matrix>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
}
export type Vision = keyof typeof VISIONS

const dot = (row: Three, [r, g, b]: Three) => row[0] * r + row[1] * g + row[2] * b

function linear(hex: string): Three {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return [r!, g!, b!]
}

export function labOf(hex: string, vision: Vision): Three {
  const rgb = linear(hex)
  const [red, green, blue] = VISIONS[vision].map((row) => Math.min(1, Math.max(0, dot(row, rgb))))
  const seen: Three = [red!, green!, blue!]
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], seen) / 0.95047)
  const y = f(dot([0.2126729, 0.7151522, 0.072175], seen))
  const z = f(dot([0.0193339, 0.119192, 0.9503041], seen) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const rad = (degrees: number) => (degrees * Math.PI) / 180

/** CIEDE2000 (Sharma, Wu and Dalal 2005). */
export function distance([l1, a1, b1]: Three, [l2, a2, b2]: Three): number {
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const g = 1 + 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)))
  const [c1, c2] = [Math.hypot(a1 * g, b1), Math.hypot(a2 * g, b2)]
  const hue = (a: number, b: number) => (a === 0 && b === 0 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360)
  const [h1, h2] = [hue(a1 * g, b1), hue(a2 * g, b2)]
  const grey = c1 * c2 === 0
  const turn = grey ? 0 : ((h2 - h1 + 540) % 360) - 180
  const [light, chroma, hues] = [l2 - l1, c2 - c1, 2 * Math.sqrt(c1 * c2) * Math.sin(rad(turn / 2))]
  const [l, c, h] = [(l1 + l2) / 2, (c1 + c2) / 2, grey ? h1 + h2 : h1 + turn / 2]
  const t =
    1 -
    0.17 * Math.cos(rad(h - 30)) +
    0.24 * Math.cos(rad(2 * h)) +
    0.32 * Math.cos(rad(3 * h + 6)) -
    0.2 * Math.cos(rad(4 * h - 63))
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2)
  const [sc, sh] = [1 + 0.045 * c, 1 + 0.015 * c * t]
  const hueMean = (h + 360) % 360
  const rotation =
    -Math.sin(rad(60 * Math.exp(-(((hueMean - 275) / 25) ** 2)))) * 2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7))
  return Math.sqrt((light / sl) ** 2 + (chroma / sc) ** 2 + (hues / sh) ** 2 + rotation * (chroma / sc) * (hues / sh))
}

export function contrast(one: string, other: string): number {
  const [high, low] = [one, other].map((hex) => dot([0.2126, 0.7152, 0.0722], linear(hex))).sort((a, b) => b - a) as [
    number,
    number,
  ]
  return (high + 0.05) / (low + 0.05)
}
