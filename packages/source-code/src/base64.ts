/* Base64 with padding, RFC 4648. Browsers and Node have different names for it, and neither reports what is wrong. */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** `bytes` in base64, on one line. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const left = bytes.length - at
    const group = (a << 16) | (b << 8) | c
    text += DIGITS[group >> 18]! + DIGITS[(group >> 12) & 63]!
    text += (left > 1 ? DIGITS[(group >> 6) & 63]! : '=') + (left > 2 ? DIGITS[group & 63]! : '=')
  }
  return text
}

/**
 * The bytes of `text`, which has digits of base64 and padding at its end; `undefined` where it is no whole number of
 * bytes, or where the last digit has bits that belong to no byte.
 */
export function fromBase64(text: string): Uint8Array | undefined {
  const digits = text.replace(/={1,2}$/, '')
  if (text.length % 4 !== 0 || digits.length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const digit of digits) {
    const value = DIGITS.indexOf(digit)
    if (value < 0) return undefined
    held = ((held << 6) | value) & 0xfff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at] = held >> bits
    at += 1
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : undefined
}
