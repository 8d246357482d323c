import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import { coverage, committedSignatures, report } from '../src/coverage.mjs'
import { CALLS, LAYOUTS, NARROWER } from '../src/by-hand.mjs'
import { COLUMNS } from '../src/columns.mjs'
import { emit, unionOfArguments } from '../src/emit.mjs'
import { ACCEPTED, FAMILIES } from '../src/families.mjs'
import { sinceOf, versionedCalls } from '../src/versions.mjs'
import { ABIS } from '../tables.mjs'

const packages = new URL('../../../packages/', import.meta.url)
const signatures = fileURLToPath(new URL('signatures/src', packages))
const syscalls = fileURLToPath(new URL('syscalls/src', packages))
const arg = (name, index, more = {}) => ({
  name, type: 'int', width: 32, signed: true, pointer: false, index, pair: false, ...more,
}) // prettier-ignore

/** A sample with every argument that has a family, so that no family entry is unused, and two calls by hand. */
function sample() {
  const calls = new Map()
  for (const place of ACCEPTED.keys()) {
    const [call, name] = place.split('.')
    const known = calls.get(call) ?? { args: [] }
    known.args.push(arg(name, known.args.length))
    calls.set(call, known)
  }
  calls.set('pread64', {
    args: [arg('fd', 0), arg('buf', 1, { type: 'char __user *', width: 32, signed: false, pointer: true }), arg('pos', 4, { type: 'loff_t', width: 64, pair: true })],
  }) // prettier-ignore
  calls.set('getpid', { args: [] })
  return new Map([['arm', { calls, absent: new Map() }]])
}
const namesOf = () => ['uname', 'close', 'getpid', 'vhangup', 'read']
const ARM = ABIS.filter(({ token }) => token === 'arm')

describe('emit', () => {
  const files = emit(sample(), ARM, '9.8.7', namesOf)

  it('writes a table a column, an entry an ABI, and the types', () => {
    expect([...files.keys()].sort()).toEqual([
      'arm.ts',
      'tables/all.ts',
      'tables/arm.ts',
      'tables/call-arguments.ts',
    ])
    for (const text of files.values())
      expect(text.split('\n').slice(0, 2)).toEqual([
        '// Written by tools/gen-signatures from the source of Linux 9.8.7 and from its tables by hand.',
        '// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR',
      ])
  })

  it('writes a call as name, version and arguments, and a place that does not follow', () => {
    const table = files.get('tables/arm.ts')
    expect(table).toContain('  types: `iint\n')
    expect(table).toMatch(/\nsocket 2\.0 family:0:af type:0:sock protocol:0:\+ipproto\+netlink\n/)
    expect(table).toMatch(/\npread64 2\.2 fd:0 buf:\d pos:\d@4\n/)
    expect(table).toMatch(/\ngetpid 1\.0\n`,\n/)
    expect(table).toContain('/* @__PURE__ */ signedTable(calls_arm, 32, TEXT)\n')
  })

  it('writes of a column that is like another one what differs alone', async () => {
    const wide = (name, index) => arg(name, index, { type: 'size_t', width: 64, signed: false })
    const columns = sample()
    const { calls } = columns.get('arm')
    calls.set('uname', { args: [arg('name', 0)] })
    calls.set('vhangup', { args: [] })
    columns.set('x86_64', { calls, absent: new Map() })
    const own = new Map(calls)
    own.delete('vhangup')
    own.set('read', { args: [arg('fd', 0), wide('count', 2)] })
    own.set('uname', { args: [arg('name', 1)] })
    columns.set('aarch64', { calls: own, absent: new Map() })
    columns.delete('arm')
    const both = emit(columns, ABIS.filter(({ token }) => ['x86_64', 'aarch64'].includes(token)), '9.8.7', namesOf) // prettier-ignore
    expect([...both.keys()].filter((path) => path.startsWith('texts/'))).toEqual(['texts/x86_64.ts'])
    expect(both.get('tables/x86_64.ts')).toContain("import { X86_64_TEXT } from '../texts/x86_64.ts'\n")
    expect(both.get('tables/x86_64.ts')).toContain('signedTable(calls_x86_64, 64, X86_64_TEXT)\n')
    const { length } = both.get('texts/x86_64.ts').split('types: `')[1].split('`')[0].split('\n')
    expect(both.get('tables/aarch64.ts')).toContain(`/** The calls of aarch64 that are not as on x86_64. */
const TEXT: ColumnText = {
  like: X86_64_TEXT,
  since: '3.7',
  without: 'vhangup',
  types: \`qsize_t\`,
  calls: \`
kexec_file_load 5.0 flags:0:kexec-file
uname 3.7 name:0@1
read 3.7 fd:0 count:${length.toString(36)}@2
\`,
}
`)
    const options = await resolveConfig(new URL('../../../package.json', import.meta.url))
    for (const [path, text] of both) expect(await format(text, { ...options, filepath: path })).toBe(text)
  })

  it('writes the arguments of each call as a type', () => {
    const text = files.get('tables/call-arguments.ts')
    expect(text).toContain("  readonly pread64: { readonly fd: 'number'; readonly buf: 'pointer'; readonly pos: 'number' }\n") // prettier-ignore
    expect(text).toContain('  readonly getpid: None\n')
    expect(text).toContain("  | 'af'\n")
  })

  it('rejects a family of an argument that no ABI has', () => {
    const columns = sample()
    columns.get('arm').calls.delete('shutdown')
    expect(() => emit(columns, ARM, '9.8.7', namesOf)).toThrow('no ABI has the argument shutdown.how')
  })

  it('rejects what has no character', () => {
    const columns = sample()
    columns.get('arm').calls.set('getpid', { args: [arg('x', 0, { width: 16 })] })
    expect(() => emit(columns, ARM, '9.8.7', namesOf)).toThrow('no character for 16 bits, signed')
  })

  it('writes what prettier would', async () => {
    const options = await resolveConfig(new URL('../../../package.json', import.meta.url))
    for (const [path, text] of files) expect(await format(text, { ...options, filepath: path })).toBe(text)
  })
})

describe('unionOfArguments', () => {
  it('has those of the first ABI first, then what others add', () => {
    const columns = new Map([
      ['s390', { calls: new Map([['mmap', { args: [arg('arg', 0, { pointer: true })] }]]) }],
      ['x86_64', { calls: new Map([['mmap', { args: [arg('addr', 0), arg('prot', 2)] }]]) }],
    ])
    expect(Array.from(unionOfArguments(columns).get('mmap'))).toEqual([
      ['addr', ['number']],
      ['prot', ['prot']],
      ['arg', ['pointer']],
    ])
  })

  it('has every family that an argument takes, and names values by the first where they do not overlap', () => {
    const columns = new Map([
      ['x86_64', { calls: new Map([['setsockopt', { args: [arg('level', 1), arg('optname', 2)] }]]) }],
    ])
    expect(Array.from(unionOfArguments(columns).get('setsockopt'))).toEqual([
      ['level', ['sol', 'ipproto']],
      ['optname', ['so', 'tcp', 'ip', 'ipv6']],
    ])
    expect(FAMILIES.get('setsockopt.level')).toBe('sol')
    expect(FAMILIES.get('setsockopt.optname')).toBeUndefined()
  })
})

describe('the tables by hand', () => {
  it('have a source for every entry', () => {
    for (const { source } of [...CALLS, ...NARROWER]) expect(source).toMatch(/\S/)
  })

  it('lay out complete pairs in at most six registers', () => {
    for (const [entry, layout] of Object.entries(LAYOUTS)) {
      const words = layout.split(' ')
      expect(words.length, entry).toBeLessThanOrEqual(6)
      for (const [at, word] of words.entries())
        if (word.endsWith(':')) expect([words[at - 1], words[at + 1]], entry).toContain(word)
    }
  })

  it('give versions to calls that some ABI has, and to calls of an ABI none before its first', () => {
    const known = new Set(ABIS.flatMap(({ column }) => committedSignatures(signatures, syscalls, column)))
    const text = readFileSync(new URL('syscalls/src/tables/names.ts', packages), 'utf8')
    for (const call of versionedCalls) expect(text, call).toContain(`'${call}'`)
    expect(known.size).toBeGreaterThan(450)
    expect(sinceOf('read', 'aarch64')).toBe('3.7')
    expect(sinceOf('close_range', 'aarch64')).toBe('5.9')
    expect(sinceOf('close_range', 'loongarch64')).toBe('5.19')
    expect(sinceOf('socket', 'x86')).toBe('4.3')
    expect(sinceOf('tuxcall', 'x86_64')).toBeUndefined()
  })
})

describe('the committed files', () => {
  const columns = Object.keys(COLUMNS)

  it('are all the files there are', () => {
    expect(readdirSync(new URL('signatures/src/texts/', packages)).sort()).toEqual(['x86.ts', 'x86_64.ts'])
    expect(readdirSync(new URL('signatures/src/tables/', packages)).sort()).toEqual(
      [...columns, 'all', 'call-arguments'].map((name) => `${name}.ts`).sort(),
    )
  })

  it.each(columns)('of %s are as prettier leaves them, and say where they are from', async (column) => {
    const path = new URL(`signatures/src/tables/${column}.ts`, packages)
    const options = await resolveConfig(path)
    const text = readFileSync(path, 'utf8')
    expect(text).toMatch(
      /^\/\/ Written by tools\/gen-signatures from the source of Linux 7\.2\.\d+ and 6\.12\.\d+ \(s390\) and /,
    )
    expect(await format(text, { ...options, filepath: fileURLToPath(path) })).toBe(text)
  })
})

describe('coverage', () => {
  const rows = coverage(syscalls, signatures)

  it('is of nearly every call from the source', () => {
    const of = (token) => rows.find((row) => row.token === token)
    const counts = ({ calls, source, hand, absent }) => [calls, source.length, hand.length, absent.length]
    expect(counts(of('x86_64'))).toEqual([385, 371, 6, 8])
    expect(counts(of('aarch64'))).toEqual([327, 325, 2, 0])
    expect(counts(of('x86'))).toEqual([461, 440, 7, 14])
    expect(counts(of('s390'))).toEqual([440, 421, 14, 5])
    expect(counts(of('arm'))).toEqual([430, 419, 10, 1])
  })

  it('is printed a line an ABI, with the reasons', () => {
    const text = report(rows).split('\n')
    expect(text.slice(0, 2)).toEqual([
      '             calls  source  by hand  none',
      'x86_64         385     371        6     8',
    ])
    expect(text).toContain('x86_64: epoll_ctl_old epoll_wait_old: a number that never had an entry point')
    expect(text).toContain('open_tree_attr: fs/namespace.c, Linux 6.15')
  })
})
