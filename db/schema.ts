/** The whole model, one file a noun. */
export * from './schema/facts.ts'
export * from './schema/framework.ts'
export * from './schema/people.ts'
export * from './schema/places.ts'
export * from './schema/releases.ts'
export * from './schema/submissions.ts'
