/** How much there is to administer; `people` are those who may sign in. */
export type Counts = {
  people: number
  partners: number
  indicators: number
  submissions: number
  events: number
  failedReminders: number
}
