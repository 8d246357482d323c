import { argumentsInC, signedAbiTable } from '@seccompile/signatures'
import { abis } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

const tables = abis.map(({ token }) => signedAbiTable(token))
const namesInC = (table: (typeof tables)[number], call: string): readonly string[] =>
  (argumentsInC(table, call) ?? []).map(({ name }) => name)

describe('arguments in the order of C', () => {
  // clone(2): long clone(unsigned long flags, void *stack, int *parent_tid, int *child_tid, unsigned long tls)
  it.each(tables.map((table) => [table.token, table] as const))('are those of clone(2) on %s', (_, table) => {
    expect(namesInC(table, 'clone')).toEqual(['clone_flags', 'newsp', 'parent_tidptr', 'child_tidptr', 'tls'])
  })

  // posix_fadvise(2): int posix_fadvise(int fd, off_t offset, off_t size, int advice)
  it.each(['ppc', 'x86'] as const)('are those of posix_fadvise(2) on %s', (token) => {
    expect(namesInC(signedAbiTable(token), 'fadvise64_64')).toEqual(['fd', 'offset', 'len', 'advice'])
  })

  it('keep their registers: clone_flags is in args[1] of s390x', () => {
    expect(argumentsInC(signedAbiTable('s390x'), 'clone')?.map(({ index }) => index)).toEqual([1, 0, 2, 3, 4])
    expect(argumentsInC(signedAbiTable('aarch64'), 'clone')?.map(({ index }) => index)).toEqual([
      0, 1, 2, 4, 3,
    ])
    expect(argumentsInC(signedAbiTable('m68k'), 'kill')?.map(({ index }) => index)).toEqual([1, 2])
  })

  it('of two ABIs never differ in the order of their common names', () => {
    const calls = new Set(tables.flatMap(({ signatures }) => [...signatures.keys()]))
    for (const call of calls) {
      const orders = [...new Set(tables.map((table) => namesInC(table, call).join(' ')))].map((each) =>
        each.split(' '),
      )
      for (const left of orders)
        for (const right of orders)
          expect(
            left.filter((name) => right.includes(name)),
            call,
          ).toEqual(right.filter((name) => left.includes(name)))
    }
  })

  it('are undefined where the table has no signature', () => {
    expect(argumentsInC(signedAbiTable('x86_64'), 'tuxcall')).toBeUndefined()
  })
})
