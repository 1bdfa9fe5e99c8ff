/**
 * What may be done in a thread of its own, by the path of its worker file: what it is given, what it answers, and what it
 * says on its way. Each worker file declares its own beside what does the work:
 * `declare module '../../threads/tasks.ts' { interface ThreadTasks { 'releases/workbook/workbook': Task<Plan, Uint8Array> } }`.
 * A test of the house holds names and files together.
 */
// biome-ignore lint/suspicious/noEmptyInterface: worker files add to it
export interface ThreadTasks {}

export type Task<Input, Answer, Message = never> = { input: Input; answer: Answer; message: Message }

export type TaskName = keyof ThreadTasks
