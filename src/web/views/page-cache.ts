import { LRUCache } from 'lru-cache'

/**
 * Keeps what was rendered from the data until the data change: a page asked for twice is worked out once. `version` must
 * change with every write that a page may show, so that nothing stale ever is. The least recently used goes first.
 */
export class PageCache<T> {
  private readonly kept: LRUCache<string, { version: string; page: T }>

  constructor(
    private readonly version: () => string,
    size = 64,
  ) {
    this.kept = new LRUCache({ max: size })
  }

  /**
   * @param key all that the page depends on besides the data: address, question, audience, language, minute.
   * @param make must be synchronous, so that nobody writes between the version and the page.
   */
  get(key: string, make: () => T): T {
    const version = this.version()
    const known = this.kept.get(key)
    if (known?.version === version) return known.page
    const page = make()
    this.kept.set(key, { version, page })
    return page
  }
}
