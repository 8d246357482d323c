import { readFileSync } from 'node:fs'
import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'
import { compareBtf, readBtf, TOKENS } from '../src/btf.mjs'

/** BTF of a few types, as pahole writes it: each is `[kind, name, size or type, ...rest]`, with the words behind in `rest`. */
function btf(types) {
  let strings = '\0'
  const nameOf = (text) => {
    if (text === '') return 0
    strings += `${text}\0`
    return strings.length - text.length - 1
  }
  const words = types.flatMap(([kind, name, size, count = 0, ...rest]) => [
    nameOf(name),
    ((kind << 24) | count) >>> 0,
    size,
    ...rest.map((word) => (typeof word === 'string' ? nameOf(word) : word)),
  ])
  const bytes = Buffer.alloc(24 + words.length * 4)
  bytes.writeUInt16LE(0xeb9f, 0)
  for (const [at, word] of [[4, 24], [8, 0], [12, words.length * 4], [16, words.length * 4], [20, strings.length]]) bytes.writeUInt32LE(word, at) // prettier-ignore
  for (const [at, word] of words.entries()) bytes.writeUInt32LE(word, 24 + at * 4)
  return Buffer.concat([bytes, Buffer.from(strings, 'latin1')])
}

const [INT, PTR, TYPEDEF, CONST, FUNC, PROTO] = [1, 2, 8, 10, 12, 13]
const SAMPLE = [
  [INT, 'int', 4, 0, 0x0100_0020],
  [INT, 'unsigned short', 2, 0, 0x0000_0010],
  [TYPEDEF, 'umode_t', 2],
  [CONST, '', 1],
  [PTR, '', 4],
  [PROTO, '', 1, 4, 'dfd', 1, 'filename', 5, 'flags', 4, 'mode', 3],
  [FUNC, '__do_sys_openat', 6],
  [PROTO, '', 1, 1, '__unused', 5],
  [FUNC, '__do_sys_getpid', 8],
  [FUNC, 'ksys_read', 6],
]

describe('readBtf', () => {
  it('finds the functions that serve calls, through typedefs and const', () => {
    expect(Object.fromEntries(readBtf(btf(SAMPLE)))).toEqual({
      openat: [
        { name: 'dfd', width: 32, signed: true, pointer: false },
        { name: 'filename', width: 64, signed: false, pointer: true },
        { name: 'flags', width: 32, signed: true, pointer: false },
        { name: 'mode', width: 16, signed: false, pointer: false },
      ],
      getpid: [],
    })
  })

  it('rejects what is no BTF', () => {
    expect(() => readBtf(Buffer.from('no'))).toThrow('no BTF in this byte order')
    expect(() => readBtf(Buffer.alloc(64))).toThrow('no BTF in this byte order')
  })
})

describe('compareBtf', () => {
  const { signatures } = signedAbiTable('x86_64')

  it('finds nothing where all is as here, under whatever names', () => {
    const functions = readBtf(btf(SAMPLE))
    expect(compareBtf(functions, signatures)).toEqual({ compared: 2, differences: [] })
    functions.get('openat')[0].name = 'dirfd'
    expect(compareBtf(functions, signatures).differences).toEqual([])
  })

  it('names what differs', () => {
    const functions = readBtf(btf(SAMPLE))
    functions.get('openat')[3].width = 32
    functions.set('close', [])
    expect(compareBtf(functions, signatures).differences).toEqual([
      'openat: "mode" is u16 here, "mode" is u32 in the kernel',
      'close: 1 arguments here, 0 in the kernel',
    ])
  })
})

const kernel = '/sys/kernel/btf/vmlinux'
function running() {
  const token = TOKENS[process.arch]
  if (token === undefined) return { why: `${process.arch} has no __do_sys_ functions` }
  try {
    return { token, functions: readBtf(readFileSync(kernel)) }
  } catch (error) {
    return { why: error.message }
  }
}

describe('the signatures and the running kernel', () => {
  const { token, functions, why } = running()
  if (why !== undefined) {
    it(`are not compared: ${kernel}: ${why}`, () => {
      expect(functions).toBeUndefined()
    })
    return
  }
  it(`agree on every function of ${token} in its BTF`, () => {
    const { compared, differences } = compareBtf(functions, signedAbiTable(token).signatures)
    expect(differences).toEqual([])
    // A compiler that inlines all functions leaves nothing to compare.
    if (functions.size > 0) expect(compared).toBeGreaterThan(0)
  })
})
