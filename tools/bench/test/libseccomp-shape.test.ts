import { AUDIT_ARCH, BPF, SECCOMP_RET } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { decode } from '@seccompile/cbpf'
import { baseline, resolvedPolicy } from '@seccompile/vectors'
import { unconditionalNumbers } from 'seccompile/getppid'
import { libseccompShaped } from 'seccompile/libseccomp-shape'
import { describe, expect, it } from 'vitest'
import { compileWithLibseccomp, hasLibseccomp } from '../src/libseccomp.ts'

const isLive = hasLibseccomp()
if (!isLive)
  process.stderr.write(
    '\nSKIPPED: its shapes are not held against libseccomp itself: it or Python is missing\n',
  )

/** The vectors were made to kill the process for a bad architecture. */
function killingProcess(program: Program): Program {
  return program.map((insn) =>
    insn.code === BPF.RET_K && insn.k === SECCOMP_RET.KILL_THREAD
      ? { ...insn, k: SECCOMP_RET.KILL_PROCESS }
      : insn,
  )
}

describe.each([['list', 'O1'], ['tree', 'O2']] as const)('the %s in the shape of libseccomp', (shape, level) => {
  it("is its own of Docker's calls, instruction for instruction", () => {
    const numbers = resolvedPolicy('docker-flat')
      .rules.filter(({ action }) => action.action === 'ALLOW')
      .map(({ nr }) => nr)
      .toSorted((a, b) => a - b)
    const vector = decode(baseline(`libseccomp-2.6.0-${level}.docker-flat`), 'little')
    expect(vector.some(({ k }) => k === AUDIT_ARCH.X86_64)).toBe(true)
    expect(killingProcess(libseccompShaped(numbers, shape))).toEqual(vector)
  })

  it.skipIf(!isLive).each([5, 64, 306])('is its own of %i calls', (count) => {
    const numbers = unconditionalNumbers().slice(0, count)
    const rules = numbers.map((nr) => ({ nr, name: String(nr), action: { action: 'ALLOW' }, conds: [] }))
    const policy = JSON.stringify({ default: { action: 'ERRNO', errno: 1 }, rules })
    const made = compileWithLibseccomp(policy, { shape, abis: ['x86_64'] })
    expect(libseccompShaped(numbers, shape)).toEqual(made?.program)
  })
}) // prettier-ignore
