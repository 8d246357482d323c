import { AUDIT_ARCH, BPF, SECCOMP_RET, seccompData } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { decode } from '@seccompile/cbpf'
import { passes } from '@seccompile/compiler'
import { libseccompShaped, unconditionalNumbers } from '@seccompile/experiment'
import { run } from '@seccompile/interpreter'
import { parsePipeline, runPass } from '@seccompile/pass'
import { mapSections } from '@seccompile/rules'
import type { Rule, RuleSet } from '@seccompile/rules'
import { abiTable, calls } from '@seccompile/syscalls'
import { baseline, resolvedPolicy } from '@seccompile/vectors'
import { describe, expect, it } from 'vitest'
import { subject } from '../src/filters.ts'
import { hasLibseccomp } from '@seccompile/vectors/libseccomp'
import { compileWithLibseccomp } from '../src/libseccomp.ts'

/** The program of libseccomp for an allow list of `numbers`. */
function theirs(
  numbers: readonly number[],
  shape: 'list' | 'tree',
): ReturnType<typeof compileWithLibseccomp> {
  const rules = numbers.map((nr) => ({ nr, name: String(nr), action: { action: 'ALLOW' }, conds: [] }))
  const policy = JSON.stringify({ default: { action: 'ERRNO', errno: 1 }, rules })
  return compileWithLibseccomp(policy, { shape, abis: ['x86_64'] })
}

/**
 * Why the libseccomp of this machine is not compared. It is printed, so that skipped tests are not taken for success.
 */
function whyNot(): string | undefined {
  if (!hasLibseccomp()) return 'it or Python is missing'
  const { version = '' } = theirs([0], 'list') ?? {}
  return version.includes(' 2.6.') ? undefined : `the shapes are those of 2.6, and it is ${version}`
}

const reason = whyNot()
if (reason !== undefined)
  process.stderr.write(`\n*** NOT RUN: the shapes of libseccomp against itself: ${reason}\n\n`)

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

  it.skipIf(reason !== undefined).each([5, 64, 306])('is its own of %i calls', (count) => {
    const numbers = unconditionalNumbers().slice(0, count)
    expect(libseccompShaped(numbers, shape)).toEqual(theirs(numbers, shape)?.program)
  })
}) // prettier-ignore

/** Rules of one number each, in ascending order of numbers. libseccomp was given them in that order. */
function byNumber(rules: RuleSet): RuleSet {
  const first = ({ numbers }: Rule): number => numbers[0]!.lo
  return mapSections(rules, (section) => ({
    ...section,
    rules: section.rules.toSorted((a, b) => first(a) - first(b)),
  }))
}

it.each([
  { pass: 'libseccomp-list', level: 'O1', insns: [337, 345], saved: [0, 4] },
  { pass: 'libseccomp-tree', level: 'O2', insns: [415, 425], saved: [1, 5] },
] as const)(
  "$pass makes as good as libseccomp's own of Docker's profile",
  ({ pass, level, insns, saved }) => {
    const theirs = decode(baseline(`libseccomp-2.6.0-${level}.docker-args`), 'little')
    const ours = runPass(
      parsePipeline(`${pass},lower`, passes),
      byNumber(subject('docker-args').rules),
    ) as Program
    expect([ours.length, theirs.length]).toEqual(insns)
    const abi = abiTable('x86_64')
    const fewer = calls(abi).map(({ nr }) => {
      const data = seccompData({ nr, arch: abi.auditArch })
      return run(theirs, data).steps - run(ours, data).steps
    })
    expect([Math.min(...fewer), Math.max(...fewer)]).toEqual(saved)
  },
)
