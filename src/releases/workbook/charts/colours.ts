/** As pages have them in the light (views/assets/styles/tokens.css), which a test compares: one meaning has one colour. */
export const CHART_COLOURS = { figure: '0B5563', target: 'B3430A' } as const
