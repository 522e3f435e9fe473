/**
 * An operation like no other: its number is in its name and in an alias, and chooses fields. Most of it is a comment, so that what
 * keeps operations by the length of their text is full after as many of them as what counts them.
 */
export function operation(number: number): string {
  const fields = ['text', 'cut: text(cut: 3)', 'author { id }'].filter((_, bit) => (number >> bit) & 1);
  return `query Op${number}($first: Int) {
  # ${'as long as clients write them '.repeat(120)}
  people(first: $first) { id posts${number}: posts { id ${fields.join(' ')} } }
}`;
}
