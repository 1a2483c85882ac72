/** Answers to begin with, each as the query that holds them. */
export const assessExamples: readonly { title: string; query: string }[] = [
  {
    title: 'a hospital’s notes for its own staff',
    query:
      '?who=company&where=US&suit=no&model=llama-3.1&audience=staff&research=no&weights=nobody&runs=on-premises&tuned=yes&trains=none&users=10000000&field=health&near=none&inside=own',
  },
  {
    title: 'a shop’s chatbot for the public',
    query:
      '?who=company&where=US&suit=no&model=llama-3.3&audience=public&research=no&weights=nobody&access=output-only&runs=own-cloud&tuned=no&trains=none&users=100000000&field=none&near=none&inside=own',
  },
  {
    title: 'a German maker’s app that reads pictures',
    query:
      '?who=company&where=DE&suit=no&model=llama-4&audience=customers&research=no&weights=nobody&access=output-only&runs=own-cloud&tuned=no&trains=none&users=1000000&field=none&near=none&inside=own',
  },
  {
    title: 'outputs that train a model of one’s own',
    query:
      '?who=company&where=GB&suit=no&model=llama-3&model=llama-3.1&audience=staff&research=no&weights=nobody&runs=own-cloud&tuned=no&trains=large-language-model&base=other&offered=no&users=10000000&field=none&near=none&inside=own',
  },
]
