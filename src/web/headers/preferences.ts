/** What somebody would take, and how gladly: 0 to 1, 0 is never; NaN where it was not written as a number. */
export type Preference = { value: string; quality: number }

/** Longer than any browser's or program's; what comes after is not looked at. */
const MOST_LETTERS = 500

/** What a head of a request would take, as written (RFC 9110, 12.4.2): "vi, en;q=0.5". Nothing is preferred where it says nothing. */
export function preferencesIn(header: string | undefined): Preference[] {
  return (header ?? '')
    .slice(0, MOST_LETTERS)
    .split(',')
    .map((one) => {
      const [value = '', ...parameters] = one.split(';').map((text) => text.trim().toLowerCase())
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
      return { value, quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ value }) => value !== '')
}
