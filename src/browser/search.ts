/* The script of pages that have none of their own; those of the others hold the same. */
import './autosave/leave.ts'
import './search/field.ts'
import './search/key.ts'
import './search/menus.ts'
