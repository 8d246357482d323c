import { readFileSync } from 'node:fs'
import { signedAbiTable } from '@seccompile/signatures'
import { abiTables, calls } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

const tables = abiTables.map(({ token }) => [token, signedAbiTable(token)] as const)

describe('the signatures', () => {
  it.each(tables)('of %s are of calls that it has, in their order', (_token, table) => {
    const all = calls(table).map(({ name }) => name)
    const signed = [...table.signatures.keys()]
    expect(signed).toEqual(all.filter((name) => table.signatures.has(name)))
  })

  it.each(tables)('of %s name each argument once and place it within seccomp_data', (_token, table) => {
    for (const [call, { args }] of table.signatures) {
      expect(new Set(args.map(({ name }) => name)).size, call).toBe(args.length)
      const registers = args.flatMap(({ index, high }) => (high === undefined ? [index] : [index, high]))
      expect(new Set(registers).size, call).toBe(registers.length)
      for (const register of registers) expect([0, 1, 2, 3, 4, 5], call).toContain(register)
    }
  })

  it.each(tables)('of %s have halves only where a register is too small', (token, table) => {
    const registers = /^(?:x32|mips\w*n32)$/.test(token) ? 64 : table.wordSize
    for (const [call, { args }] of table.signatures) {
      for (const { width, high, pointer, signed, index } of args) {
        expect(high !== undefined, call).toBe(width > registers)
        expect(pointer && signed, call).toBe(false)
        if (high !== undefined) expect(index - high, call).toBe(table.endianness === 'big' ? 1 : -1)
      }
    }
  })

  it('cover these many calls', () => {
    const count = Object.fromEntries(tables.map(([token, { signatures }]) => [token, signatures.size]))
    expect(count).toEqual({
      x86_64: 377,
      x86: 447,
      x32: 369,
      aarch64: 327,
      arm: 429,
      loongarch64: 324,
      m68k: 441,
      mips: 419,
      mipsel: 419,
      mips64: 368,
      mipsel64: 368,
      mips64n32: 392,
      mipsel64n32: 392,
      parisc: 407,
      parisc64: 386,
      ppc: 434,
      ppc64: 392,
      ppc64le: 392,
      riscv64: 328,
      s390: 435,
      s390x: 384,
      sh: 436,
      sheb: 436,
    })
  })

  it('lack these calls of x86_64 alone', () => {
    const table = signedAbiTable('x86_64')
    const without = calls(table).filter(({ name }) => !table.signatures.has(name))
    expect(without.map(({ name }) => name)).toEqual([
      'getpmsg', 'putpmsg', 'afs_syscall', 'tuxcall', 'security', 'epoll_ctl_old', 'epoll_wait_old', 'vserver',
    ]) // prettier-ignore
  })
})

/** Arguments whose values have names in several families, so that their signature has no single family. */
const OVERLAPPING = new Set(
  (
    'socket.protocol socketpair.protocol setsockopt.optname getsockopt.optname msgctl.cmd shmctl.cmd ' +
    'quotactl.cmd quotactl_fd.cmd'
  ).split(' '),
)

describe('CallArguments', () => {
  const text = readFileSync(new URL('../src/tables/call-arguments.ts', import.meta.url), 'utf8')
  const members = Array.from(
    text.matchAll(/^ {2}readonly (\w+): (?:None|\{ (.*) \})$/gm),
    ([, call, args]) => [
      call,
      Array.from((args ?? '').matchAll(/readonly (\w+): ([^;]+)/g), ([, name, kinds = '']) => {
        const [first = ''] = kinds.replaceAll("'", '').split(' | ')
        return `${name} ${OVERLAPPING.has(`${call}.${name}`) ? 'number' : first}`
      }),
    ],
  )

  it('has the arguments of every ABI, with their families', () => {
    const expected = new Map<string, Map<string, string>>()
    for (const [, { signatures }] of tables) {
      for (const [call, { args }] of signatures) {
        const known = expected.get(call) ?? new Map<string, string>()
        for (const { name, family, pointer } of args)
          if (!known.has(name)) known.set(name, family ?? (pointer ? 'pointer' : 'number'))
        expected.set(call, known)
      }
    }
    const sorted = [...expected].sort(([a], [b]) => (a < b ? -1 : 1))
    expect(members).toEqual(
      sorted.map(([call, args]) => [call, Array.from(args, ([name, kind]) => `${name} ${kind}`)]),
    )
  })
})
