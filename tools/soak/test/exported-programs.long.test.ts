/* The programs that libseccomp exports for machines of other ABIs, beside what `loads` says of them. */
import { abiTable } from '@seccompile/syscalls'
import { hasLibseccomp } from '@seccompile/vectors/libseccomp'
import { describe, expect, it } from 'vitest'
import { exportOutcome, partsOf } from '../src/runtimes/exported-programs.ts'
import { liveLibseccomp } from '../src/runtimes/versions.ts'
import { seccompOf } from '../src/watch/container.ts'

const libseccomp = hasLibseccomp() ? liveLibseccomp() : undefined
if (libseccomp === undefined)
  process.stderr.write(
    '\n*** NOT RUN: exported programs: Python is missing, or a libseccomp that is known\n\n',
  )

describe.skipIf(libseccomp === undefined)("the program of libseccomp for Docker's default profile", () => {
  it.each(['aarch64', 's390x'] as const)('is what is said of it on %s', (token) => {
    const abi = abiTable(token)
    expect(exportOutcome(seccompOf(abi), abi, libseccomp!)).toEqual({ kind: 'equal' })
  })

  it('is not what is said of a libseccomp with other names', () => {
    const abi = abiTable('s390x')
    const other = libseccomp === '2.5.4' ? '2.6.1' : '2.5.4'
    expect(exportOutcome(seccompOf(abi), abi, other)).toEqual({ kind: 'different' })
  })
})

it('has the rules of a profile in its parts, and those of a multiplexer in one', () => {
  const profile = seccompOf(abiTable('s390x'))
  const parts = partsOf(profile)
  const rules = (list: readonly (typeof profile)[]): readonly string[] =>
    list
      .flatMap(({ syscalls }) =>
        syscalls.flatMap(({ names, ...rule }) => names.map((name) => JSON.stringify([name, rule]))),
      )
      .sort()
  expect(parts.length).toBeGreaterThan(2)
  expect(rules(parts)).toEqual(rules([profile]))
  const withSocket = parts.filter(({ syscalls }) => syscalls.some(({ names }) => ['socket', 'socketcall'].some((name) => names.includes(name)))) // prettier-ignore
  expect(withSocket.length).toBe(1)
})
