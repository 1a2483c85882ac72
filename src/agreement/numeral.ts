/** `a` to `z`, then `aa`, `bb`, as in Word's lists. */
export function letters(count: number): string {
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26))
}

const numerals: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** `i`, `ii`, `iii`, `iv`, up to `mmmcmxcix`. */
export function roman(count: number): string {
  let rest = count
  let words = ''
  for (const [value, sign] of numerals) {
    for (; rest >= value; rest -= value) words += sign
  }
  return words
}
