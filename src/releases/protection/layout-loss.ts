/** What a layout would lose, or a report that is made later: how many figures it has, how many of them hidden, and of these could be held. */
export type LayoutLoss = { figures: number; hidden: number; holdable?: number } | { refused: string }
