import { type Db, oncePerVersion } from '../../db/connection.ts'
import { historiesAsAt } from '../indicators/store.ts'
import type { Words } from '../language/words.ts'
import { partners } from '../partners/store.ts'
import { placeNames, places } from '../places/store.ts'
import { projectCard } from '../project/store.ts'
import { figureEntries } from './entries.ts'
import type { SearchEntry } from './entry.ts'

/** What of the framework can be found: the same for everybody who may see it, so it is made once per version of the framework. */
export function loadFigureEntries(db: Db, words: Words): readonly SearchEntry[] {
  const kept = keptEntries(db)
  kept.entries ??= projectCard(db)
    ? figureEntries({
        words,
        terms: words.terms,
        histories: historiesAsAt(db),
        places: places(db),
        placeNames: placeNames(db),
        partners: partners(db),
      })
    : []
  return kept.entries
}

const keptEntries = oncePerVersion((): { entries: readonly SearchEntry[] | null } => ({ entries: null }))
