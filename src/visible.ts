/** What a terminal obeys instead of showing, but for tab and the end of a line; and what turns the order of words around it. */
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/**
 * Words for a terminal: a control character, which could move the cursor, name the window or hide what stands there, is
 * shown by its picture and not sent. As many characters as before.
 *
 * @example
 * visible('a\u001b[2Jb.md') // 'a␛[2Jb.md'
 */
export function visible(text: string): string {
  return text.replace(obeyed, (sign) => {
    const code = sign.charCodeAt(0)
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return code === 0x7f ? '␡' : '\ufffd'
  })
}
