import { BPF, SECCOMP_RET } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import { describe, expect, it } from 'vitest'
import type { AnyLauncherName } from '../src/launch/other-launcher.ts'
import { refusedLaunch } from '../src/launch/refused-launch.ts'
import { machineEndianness, nativeAbi } from '../src/system/native-abi.ts'
import type { LaunchCall } from '../src/system/native-abi.ts'

/** A filter that refuses one number with EPERM. */
const refusing = (nr: number, endianness = machineEndianness()): Uint8Array =>
  encode(
    [
      { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
      { code: BPF.JEQ_K, jt: 0, jf: 1, k: nr },
      { code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ERRNO | 1 },
      { code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ALLOW },
    ],
    endianness,
  )
const native = (call: LaunchCall): Uint8Array => refusing(nativeAbi().calls[call])

describe('refusedLaunch', () => {
  it.each<[AnyLauncherName, LaunchCall]>([
    ['setpriv', 'capget'],
    ['setpriv', 'openat'],
    ['crun', 'close_range'],
    ['crun', 'close'],
  ])('names what %s calls and the filter refuses: %s', (launcher, call) => {
    expect(refusedLaunch(launcher, [native(call)])).toBe(
      `${launcher} makes calls of its own, and the filter refuses ${call} whatever its arguments (ERRNO(EPERM))`,
    )
    expect(refusedLaunch('bwrap', [native(call)])).toBe(undefined)
  })

  it('says of execve that no launcher would help', () => {
    for (const launcher of ['bwrap', 'setpriv', 'crun'] as const)
      expect(refusedLaunch(launcher, [native('execve')])).toBe(
        'the filter refuses execve whatever its arguments (ERRNO(EPERM)), and without that call no command can be started under it',
      )
  })

  it('asks of each filter but the last for prctl, by which bwrap attaches the next', () => {
    expect(refusedLaunch('bwrap', [native('seccomp'), native('prctl')])).toBe(undefined)
    expect(refusedLaunch('bwrap', [native('prctl'), native('seccomp')])).toBe(
      'bwrap makes calls of its own, and filter 1 of 2 refuses prctl whatever its arguments (ERRNO(EPERM))',
    )
  })

  it('takes the numbers and the byte order of another machine', () => {
    const s390x = { abi: nativeAbi('s390x'), endianness: 'big' } as const
    expect(refusedLaunch('crun', [refusing(11, 'big')], s390x)).toMatch(/^the filter refuses execve /)
    expect(refusedLaunch('crun', [refusing(59, 'big')], s390x)).toBe(undefined)
  })
})
