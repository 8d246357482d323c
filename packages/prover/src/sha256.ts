/*
 * SHA-256 (FIPS 180-4). This package has its own, because a digest has to work in a browser too, synchronously and
 * without a dependency. A message is a list of 32-bit words, as the algorithm reads it, so no byte order is involved.
 *
 * Words are i32 here, because V8 stores an i32 without an object. Rotations are written out, because a function call
 * for each would take longer than the rest of the algorithm.
 */

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const ROUND = Int32Array.of(
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
  0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
  0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
  0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
  0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
  0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
  0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
) // prettier-ignore

/** The first 32 bits of the fractional parts of the square roots of the first eight primes. */
const INITIAL = [
  0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
] // prettier-ignore

/** The words of a block. */
const BLOCK = 16
const ROUNDS = 64

/** `words`, then the bit 1, zeros, and the length in bits as a u64, up to a multiple of a block. */
function padded(words: readonly number[]): Int32Array {
  const length = Math.ceil((words.length + 3) / BLOCK) * BLOCK
  const message = new Int32Array(length)
  message.set(words)
  message[words.length] = 0x8000_0000
  const bits = words.length * 32
  message[length - 2] = Math.floor(bits / 2 ** 32)
  message[length - 1] = bits
  return message
}

/** Updates `state` by the block of `message` that begins at `from`. @param w - room for 64 words */
function compress(state: Int32Array, w: Int32Array, message: Int32Array, from: number): void {
  for (let i = 0; i < BLOCK; i += 1) w[i] = message[from + i]!
  for (let i = BLOCK; i < ROUNDS; i += 1) {
    const x = w[i - 15]!
    const y = w[i - 2]!
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    w[i] = w[i - 16]! + s0 + w[i - 7]! + s1
  }
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let i = 0; i < ROUNDS; i += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + (g ^ (e & (f ^ g))) + ROUND[i]! + w[i]!) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    // `b`, `c` and `d` are the old `a`, `b` and `c`.
    a = (t1 + s0 + ((b & c) | (d & (b | c)))) | 0
  }
  // An array of i32 keeps the low 32 bits of each sum.
  state[0]! += a
  state[1]! += b
  state[2]! += c
  state[3]! += d
  state[4]! += e
  state[5]! += f
  state[6]! += g
  state[7]! += h
}

/** SHA-256 of `words`, each an i32 or a u32 whose most significant byte comes first; in hexadecimal. */
export function sha256(words: readonly number[]): string {
  const message = padded(words)
  const state = Int32Array.from(INITIAL)
  const w = new Int32Array(ROUNDS)
  for (let from = 0; from < message.length; from += BLOCK) compress(state, w, message, from)
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
