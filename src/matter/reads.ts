/** What the assessment itself reads of the library by name, beside what conditions name. */
export const readsOfAssessment = {
  topics: ['grant'],
  facts: [
    'user-threshold.threshold_users',
    'user-threshold.counted_on_date',
    'user-threshold.users_defined',
    'user-threshold.affiliates_defined',
    'user-threshold.later_growth',
    'user-threshold.date_line',
  ],
}
