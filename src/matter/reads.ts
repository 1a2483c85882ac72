/** What the assessment itself reads of the library by name, beside what conditions name. */
export const readsOfAssessment = {
  topics: ['grant'],
  facts: ['user-threshold.threshold_users', 'user-threshold.counted_on_date'],
}
