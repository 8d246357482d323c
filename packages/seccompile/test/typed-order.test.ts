import { seccompData } from '@seccompile/abi'
import { signedAbiTable } from '@seccompile/signatures'
import { abis, numberOf } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { argumentNames, callNames, callWords, typedCallData } from '@seccompile/describe'
import { allow, profile } from './profile.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { file } = temporaryFolder()
/** On s390x, the flags of clone are in args[1]. */
const CLONE = file('clone.json', profile(allow(['clone'], { index: 1, value: 0, op: 'SCMP_CMP_EQ' })))

describe('values without a name', () => {
  it('are in the order of C for emulate, which says where they are', async () => {
    const denied = await runCli(['emulate', CLONE, '--abi', 's390x', 'clone', 'CLONE_NEWUSER'])
    expect(denied.out).toContain('s390x clone: ERRNO')
    expect(denied.err).toContain(
      'note: values are in the order of the C function; on s390x clone_flags is args[1]',
    )
    expect((await runCli(['emulate', CLONE, '--abi', 's390x', 'clone', '0', '0x10'])).out).toContain('ALLOW')
    const plain = await runCli(['emulate', CLONE, 'clone', 'CLONE_NEWUSER'])
    expect([plain.out.includes('ALLOW'), plain.err.includes('in the order')]).toEqual([true, false])
  })
})

describe('a call that is shown', () => {
  it.each(abis.map(({ token }) => [token]))('can be typed as it is, on %s', async (token) => {
    const abi = signedAbiTable(token)
    const shown = [callNames([abi]), callNames([abi], argumentNames([abi]))]
    for (const name of ['clone', 'kill', 'ftruncate64', 'pread64', 'getpid', 'mmap']) {
      const nr = numberOf(abi, name)
      if (nr === undefined) continue
      for (const registers of [[], [1n, 2n, 3n], [1n, 2n, 3n, 4n, 5n, 6n], [0n, 0n, 0n, 7n]]) {
        const args = abi.token === 'm68k' ? [BigInt(nr), ...registers.slice(0, 5)] : registers
        const data = seccompData({ nr, arch: abi.auditArch, args })
        for (const names of shown) {
          const words = await callWords(names.call(data), [abi], () => Promise.resolve(abi))
          expect((await typedCallData(words)).data.args, names.call(data)).toEqual(data.args)
        }
      }
    }
  })
})
