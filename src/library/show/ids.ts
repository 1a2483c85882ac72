/** What `library show` takes for a model: its name as an id, `llama-3.2-vision`. */
export function idOfModel(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9.]+/g, '-')
}
