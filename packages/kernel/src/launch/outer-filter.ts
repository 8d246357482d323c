/*
 * A filter already attached to this process that answers for the kernel.
 *
 * A filter that already holds for this process, such as that of a container, can answer success to the call that
 * attaches a filter. Then nothing is attached, and the command would run without its filter. Before this package
 * attaches, it checks that the kernel answers: see attach-bytes.ts. A launcher of another project makes no such
 * check. So where this process has a filter, the launcher first starts a trial command under a filter that refuses
 * execve. Where the trial command runs, no filter was attached.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { encode } from '@seccompile/cbpf'
import { machineEndianness, nativeAbi } from '../system/native-abi.ts'
import { otherLaunch } from './other-launcher.ts'
import type { OtherLauncherName } from './launch-words.ts'

/** Whether this process certainly has no filter. @see proc(5): Seccomp */
function hasNoFilter(): boolean {
  try {
    return /^Seccomp:\t0$/m.test(readFileSync('/proc/self/status', 'latin1'))
  } catch {
    return false
  }
}

const LD_ABS = 0x20
const JEQ_K = 0x15
const RET_K = 0x06
const SECCOMP_RET_ALLOW = 0x7fff_0000
const SECCOMP_RET_EPERM = 0x0005_0001

/** A filter that refuses execve alone. */
function withoutExecve(): Uint8Array {
  const program = [
    { code: LD_ABS, jt: 0, jf: 0, k: 0 },
    { code: JEQ_K, jt: 0, jf: 1, k: nativeAbi().calls.execve },
    { code: RET_K, jt: 0, jf: 0, k: SECCOMP_RET_EPERM },
    { code: RET_K, jt: 0, jf: 0, k: SECCOMP_RET_ALLOW },
  ]
  return encode(program, machineEndianness())
}

/**
 * Why a command of `launcher` would run without its filter, as a clause; `undefined` where the filter takes effect.
 * @throws KernelError where the launcher cannot be given a filter
 */
export function whyNotAttached(launcher: OtherLauncherName): string | undefined {
  if (hasNoFilter()) return undefined
  // The trial command is the launcher itself, which certainly exists; it would print its version.
  const { command, args, fds, cleanUp } = otherLaunch(launcher, [withoutExecve()], {
    words: [launcher, '--version'],
  })
  try {
    const stdio = ['ignore', 'ignore', 'ignore', ...fds, 'pipe'] as const // bwrap writes its report to the pipe
    const { status } = spawnSync(command, args, { stdio: [...stdio], timeout: 5000 })
    if (status !== 0) return undefined
    return `a filter already attached to this process, perhaps that of a container, answers for the kernel when ${launcher} attaches a filter, and nothing is attached`
  } finally {
    cleanUp()
  }
}
