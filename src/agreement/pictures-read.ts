/** What a note says of the pictures in a file, without its full stop: of some formats there is more to say. */
export function picturesRead(count: number): string {
  return `It has ${count === 1 ? 'a picture' : `${count} pictures`}, of which no word was read`
}
