/* What is offered in the search field: asked for when somebody goes to it, by pages that must come quickly over a weak line. */
import './search/field.ts'
