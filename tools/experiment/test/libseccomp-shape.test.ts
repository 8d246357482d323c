import { SECCOMP_RET, seccompData, verdictOf } from '@seccompile/abi'
import { run } from '@seccompile/interpreter'
import { abiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { getppidExecuted, unconditionalNumbers } from '../src/getppid.ts'
import { libseccompShaped } from '../src/libseccomp-shape.ts'

const arch = abiTable('x86_64').auditArch

// The tests of tools/bench compare these programs with libseccomp's: libseccomp and its vectors are used there.
describe.each(['list', 'tree'] as const)('libseccompShaped: %s', (shape) => {
  it.each([1, 2, 4, 5, 8, 9, 17, 306])('allows %i numbers and no others', (count) => {
    const numbers = unconditionalNumbers().slice(0, count)
    const program = libseccompShaped(numbers, shape)
    for (let nr = 0; nr < 500; nr += 1)
      expect(run(program, seccompData({ nr, arch })).verdict).toBe(
        numbers.includes(nr) ? SECCOMP_RET.ALLOW : verdictOf('ERRNO', 1),
      )
  })

  it('takes numbers of x32 for a bad architecture, and -1 for a number like others', () => {
    const program = libseccompShaped([1], shape)
    const verdictAt = (nr: number, of = arch): number => run(program, seccompData({ nr, arch: of })).verdict
    expect(verdictAt(0x4000_0001)).toBe(SECCOMP_RET.KILL_THREAD)
    expect(verdictAt(1, 0x4000_0003)).toBe(SECCOMP_RET.KILL_THREAD)
    expect(verdictAt(0xffff_ffff)).toBe(verdictOf('ERRNO', 1))
  })
})

it('executes for getppid what libseccomp 2.6.0 does', () => {
  const others = unconditionalNumbers().filter((nr) => nr !== 110)
  expect(getppidExecuted(libseccompShaped([110, ...others], 'list'))).toBe(6)
  expect(getppidExecuted(libseccompShaped([...others, 110], 'list'))).toBe(311)
  expect(getppidExecuted(libseccompShaped([110, ...others], 'tree'))).toBe(16)
})
