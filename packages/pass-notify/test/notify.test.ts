import { readFileSync } from 'node:fs'
import { AUDIT_ARCH, BPF, dataWords, seccompData, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { ALLOW, DENY, insn, jump, op, ret, RET_A } from '@seccompile/abi/test-makers'
import { decode, verify } from '@seccompile/cbpf'
import { runWords, isConstAllow, meaning } from '@seccompile/interpreter'
import { runPass } from '@seccompile/pass'
import { equal } from '@seccompile/prover'
import { abis, abiTable, numberOf, otherAbisOf } from '@seccompile/syscalls'
import { conformance } from '@seccompile/testkit'
import { baseline, BASELINE_NAMES } from '@seccompile/vectors'
import { describe, expect, it } from 'vitest'
import { notifiedVerdict, notify, proveWatched, watchedProgram } from '@seccompile/pass-notify'
import type { WatchPlan } from '@seccompile/pass-notify'
import { meaningOf, USES, watched } from './watches.ts'

const NOTIFY = verdictOf('USER_NOTIF')
const X86_64 = AUDIT_ARCH.X86_64
const on = (use: WatchPlan['use'], abi: WatchPlan['abi'] = 'x86_64'): WatchPlan => ({ use, abi })

describe.each(USES)('%s', (use) => {
  conformance(notify(on(use)), { meaning: meaningOf(on(use)), runs: 50 })
  describe('on another machine', () => {
    conformance(notify(on(use, 's390x')), { meaning: meaningOf(on(use, 's390x')), runs: 15 })
  })

  it.each(abis.map(({ token }) => token))(
    'always notifies execve and execveat that are allowed, on the machine of %s',
    (abi) => {
      const program = watched([ALLOW], on(use, abi))
      for (const token of [abi, ...otherAbisOf(abi)]) {
        const table = abiTable(token)
        for (const call of ['execve', 'execveat']) {
          const nr = numberOf(table, call)
          if (nr === undefined) continue
          for (const endianness of ['little', 'big'] as const)
            expect(meaning(program, seccompData({ nr, arch: table.auditArch }), endianness)).toBe(NOTIFY)
        }
      }
    },
  )
})

describe('what is replaced', () => {
  it.each<[WatchPlan['use'], string, number, number | undefined]>([
    ['denials', 'ALLOW', verdictOf('ALLOW'), verdictOf('ALLOW')],
    ['denials', 'ERRNO', verdictOf('ERRNO', 38), NOTIFY],
    ['denials', 'ERRNO(0)', verdictOf('ERRNO'), NOTIFY],
    ['denials', 'LOG', verdictOf('LOG'), NOTIFY],
    ['denials', 'TRAP', verdictOf('TRAP', 7), verdictOf('TRAP', 7)],
    ['denials', 'KILL_THREAD', verdictOf('KILL_THREAD'), verdictOf('KILL_THREAD')],
    ['denials', 'KILL_PROCESS', verdictOf('KILL_PROCESS'), verdictOf('KILL_PROCESS')],
    ['denials', 'an unknown action', 0x1234_0000, 0x1234_0000],
    ['denials', 'TRACE', verdictOf('TRACE', 1), undefined],
    ['denials', 'USER_NOTIF', NOTIFY, undefined],
    ['try', 'ALLOW', verdictOf('ALLOW'), verdictOf('ALLOW')],
    ['try', 'ALLOW with data', verdictOf('ALLOW', 9), verdictOf('ALLOW', 9)],
    ['try', 'ERRNO', verdictOf('ERRNO', 38), NOTIFY],
    ['try', 'LOG', verdictOf('LOG'), NOTIFY],
    ['try', 'TRAP', verdictOf('TRAP', 7), NOTIFY],
    ['try', 'KILL_THREAD', verdictOf('KILL_THREAD'), NOTIFY],
    ['try', 'KILL_PROCESS', verdictOf('KILL_PROCESS'), NOTIFY],
    ['try', 'TRACE', verdictOf('TRACE', 1), NOTIFY],
    ['try', 'an unknown action', 0x1234_0000, NOTIFY],
    ['try', 'USER_NOTIF', NOTIFY, undefined],
    ['record', 'ALLOW', verdictOf('ALLOW'), NOTIFY],
    ['record', 'USER_NOTIF', NOTIFY, NOTIFY],
  ])('in %s, of %s', (use, _, verdict, replaced) => {
    const call = seccompData({ nr: 0, arch: X86_64 })
    expect(notifiedVerdict(on(use), verdict, call)).toBe(replaced)
    // The same verdict, as a constant and as a result in A.
    for (const policy of [[ret(verdict)], [op(BPF.LD_IMM, verdict), RET_A]] as const) {
      const made = watchedProgram(policy, on(use))
      if (replaced === undefined) expect(made.kind).toBe('declined')
      else expect(made.kind === 'watched' && meaning(made.program, call, 'little')).toBe(replaced)
    }
  })

  it('never notifies in record what ends a program or a signal handler', () => {
    const program = watched([DENY], on('record'))
    const allowed = (['x86_64', 'x86', 'x32'] as const).flatMap((abi) => {
      const table = abiTable(abi)
      return [...table.numbers]
        .filter(
          ([, nr]) => meaning(program, seccompData({ nr, arch: table.auditArch }), 'little') === ALLOW.k,
        )
        .map(([call]) => `${abi} ${call}`)
    })
    expect(allowed.sort()).toEqual([
      'x32 exit', 'x32 exit_group', 'x32 rt_sigreturn',
      'x86 exit', 'x86 exit_group', 'x86 rt_sigreturn', 'x86 sigreturn',
      'x86_64 exit', 'x86_64 exit_group', 'x86_64 rt_sigreturn',
    ]) // prettier-ignore
    expect(watched([ALLOW], on('record'))).toEqual(program)
  })

  it('declines with the reason', () => {
    const reasonOf = (policy: Program, use: WatchPlan['use']): string | undefined => {
      const made = watchedProgram(policy, on(use))
      return made.kind === 'declined' ? made.reason : undefined
    }
    expect(reasonOf([ret(verdictOf('TRACE', 3))], 'denials')).toBe(
      'the policy answers TRACE(3): a tracer decides such a call, and a supervisor cannot take its place',
    )
    expect(reasonOf([ret(NOTIFY)], 'try')).toBe(
      'the policy answers USER_NOTIF: the policy has a supervisor of its own, and the kernel takes one for a call',
    )
    const long = [...Array.from({ length: 4095 }, () => op(BPF.LD_ABS, 0)), ALLOW]
    expect(reasonOf(long, 'denials')).toBe(
      'the watched program has 4108 instructions; a filter has at most 4096',
    )
    // A bit of a word of the call is in the verdict, and some call gets TRACE.
    const masked = [op(BPF.LD_ABS, 16), op(BPF.AND_K, 1), op(BPF.OR_K, verdictOf('TRACE')), RET_A]
    expect(reasonOf(masked, 'denials')).toMatch(/^the policy answers TRACE/)
    expect(reasonOf([op(BPF.LDX_IMM, 2), op(BPF.LD_ABS, 16), op(BPF.DIV_X), ALLOW], 'try')).toBe(
      'the policy divides by X: where X is 0 the kernel kills, and no supervisor sees the call',
    )
    expect(() => runPass(notify(on('denials')), [ret(NOTIFY)])).toThrow(
      expect.objectContaining({ name: 'PassError', code: 'E_DECLINED' }),
    )
  })

  it('declines where it is not known whether A is ever TRACE', () => {
    const mixed: Program = [
      op(BPF.LD_ABS, 16),
      ...Array.from({ length: 12 }, (_, i) => [
        op(BPF.TAX),
        op(BPF.LD_ABS, 20 + 4 * (i % 8)),
        op(BPF.MUL_X),
      ]).flat(),
      op(BPF.OR_K, 1),
      RET_A,
    ]
    expect(watchedProgram(mixed, on('denials'))).toMatchObject({
      kind: 'declined',
      reason: expect.stringMatching(/^the policy (?:returns A, and it is not known|answers TRACE)/) as string,
    })
  })

  it('takes a program with a return of TRACE that nothing reaches', () => {
    const policy = [op(BPF.JA, 1), ret(verdictOf('TRACE')), ALLOW]
    expect(watchedProgram(policy, on('denials')).kind).toBe('watched')
  })
})

describe('execve and execveat that the kernel kills or traps for', () => {
  const EXECVE = { nr: 59, arch: X86_64 }
  const others = [
    { nr: 322, arch: X86_64 },
    { nr: 0x4000_0208, arch: X86_64 },
    { nr: 11, arch: AUDIT_ARCH.I386 },
    { nr: 358, arch: AUDIT_ARCH.I386 },
  ]
  const verdicts = (program: Program, first: bigint): readonly number[] =>
    [EXECVE, ...others].map((call) => meaning(program, seccompData({ ...call, args: [first] }), 'little'))

  it.each(['KILL_PROCESS', 'KILL_THREAD', 'TRAP'] as const)(
    'are left to the kernel for %s, but for the execve by which the launcher starts the command',
    (action) => {
      const policy = [ret(verdictOf(action))]
      const [own, ...rest] = verdicts(watched(policy, on('denials')), 0n)
      expect([own, ...new Set(rest)]).toEqual([NOTIFY, verdictOf(action)])
      expect(new Set(verdicts(watched(policy, on('try')), 0n))).toEqual(new Set([NOTIFY]))
    },
  )

  it.each<[string, Program]>([
    ['a constant', [ret(verdictOf('KILL_PROCESS'))]],
    ['a result in A', [op(BPF.LD_IMM, verdictOf('KILL_PROCESS')), RET_A]],
  ])('are left to the kernel for the arguments for which it kills, by %s', (_, kill) => {
    for (const rest of [ALLOW, ret(verdictOf('ERRNO', 1)), ret(verdictOf('LOG'))]) {
      const policy = [op(BPF.LD_ABS, 16), jump(BPF.JEQ_K, 7, 0, kill.length), ...kill, rest]
      const program = watched(policy, on('denials'))
      expect(new Set(verdicts(program, 7n).slice(1))).toEqual(new Set([verdictOf('KILL_PROCESS')]))
      expect(new Set([...verdicts(program, 8n), verdicts(program, 7n)[0]])).toEqual(new Set([NOTIFY]))
      expect(proveWatched(policy, program, on('denials')).kind).toMatch(/equal/)
    }
  })

  it('take no copy of a policy that never kills', () => {
    const policy = [op(BPF.LD_ABS, 16), jump(BPF.JEQ_K, 7, 0, 1), DENY, ALLOW]
    expect(watched(policy, on('denials'))).toHaveLength(12 + policy.length)
  })
})

describe('what stays', () => {
  it('does to its example what the essay says', () => {
    const essay = readFileSync(new URL('../src/watched-program.ts', import.meta.url), 'utf8')
    const policy = [op(BPF.LD_ABS, 0), jump(BPF.JEQ_K, 39, 0, 1), DENY, ALLOW]
    const example = (column: RegExp): readonly string[] =>
      [...essay.matchAll(column)].map(([, line = '']) => line.trim())
    const lines = (program: Program): readonly string[] =>
      program.map(({ code, jt, jf, k }, pc) => {
        const target = code === BPF.JEQ_K ? `, ${pc + 1 + jt}, ${pc + 1 + jf}` : ''
        const operand = code === BPF.JEQ_K && k < 0x1000 ? `#${k}` : `#0x${k.toString(16)}`
        const name = {
          [BPF.LD_ABS]: `ld [${k}]`,
          [BPF.JEQ_K]: `jeq ${operand}`,
          [BPF.RET_K]: `ret ${operand}`,
        }[code]
        return `${pc}  ${name}${target}`
      })
    expect(lines(policy)).toEqual(example(/^ \* {3}(\d {2}\S+ \S+(?: \d+, \d+)?) /gm))
    expect(lines(watched(policy, on('denials', 'riscv64')))).toEqual(
      example(/^ \* {3,}(?:\d {2}\S.*? {5,})?(\d {2}[a-z]+ \S+(?: \d+, \d+)?)(?: {5,}\(.*)?$/gm),
    )
  })

  it.each(USES.filter((use) => use !== 'record'))(
    'leaves the bitmap its allowed calls but for execve: %s',
    (use) => {
      for (const name of [...BASELINE_NAMES]) {
        const policy = decode(baseline(name), 'little')
        const program = watched(policy, on(use))
        const cached = (filter: Program): readonly number[] =>
          Array.from({ length: 470 }, (_, nr) => nr).filter((nr) => isConstAllow(filter, nr, X86_64))
        const exec = [59, 322]
        expect(cached(program), name).toEqual(cached(policy).filter((nr) => !exec.includes(nr)))
      }
    },
  )

  it('gives the policy the A of its entry, in the bitmap too', () => {
    const policy = [jump(BPF.JEQ_K, 0, 0, 1), ALLOW, DENY]
    const program = watched(policy, on('denials'))
    expect(isConstAllow(policy, 5, X86_64)).toBe(true)
    expect(isConstAllow(program, 5, X86_64)).toBe(true)
    expect(proveWatched(policy, program, on('denials'))).toMatchObject({ kind: 'equal' })
  })

  it('keeps a policy that reads scratch memory acceptable, and far jumps far', () => {
    const tests = Array.from({ length: 600 }, (_, i) => [
      jump(BPF.JEQ_K, i, 0, 1),
      ret(verdictOf('ERRNO', i + 1)),
    ]).flat()
    const policy = [op(BPF.LD_ABS, 0), op(BPF.ST, 3), op(BPF.LD_MEM, 3), ...tests, insn(BPF.RET_A)]
    expect(verify(policy)).toEqual([])
    const allowed = [...policy.slice(0, -1), ALLOW]
    const program = watched(allowed, on('denials'))
    expect(verify(program)).toEqual([])
    expect(proveWatched(allowed, program, on('denials'))).toEqual({ kind: 'equal-on-machine' })
  })

  it('is told from a program that is not right by the proof', () => {
    const policy = decode(baseline('libseccomp-2.6.0-O2.docker-args'), 'little')
    const program = watched(policy, on('denials'))
    const wrong = program.map((one) => (one.k === NOTIFY ? { ...one, k: verdictOf('ERRNO', 1) } : one))
    expect(proveWatched(policy, wrong, on('denials'))).toMatchObject({ kind: 'different' })
    expect(proveWatched(policy, policy, on('denials'))).toMatchObject({ kind: 'different' })
    expect(proveWatched(policy, program, on('try', 'aarch64'))).toMatchObject({ kind: 'different' })
    expect(equal({ level: 'program', ir: policy }, { level: 'program', ir: program }).kind).toBe('different')
  })

  it('agrees with the policy call by call, by the interpreter', () => {
    const policy = decode(baseline('libseccomp-2.6.0-O2.docker-3abi'), 'little')
    for (const use of USES) {
      const program = watched(policy, on(use))
      for (const abi of ['x86_64', 'x86', 'x32'] as const)
        for (const [, nr] of abiTable(abi).numbers)
          for (const first of [0n, 1n, 2n ** 32n, 0xffff_ffffn]) {
            const call = seccompData({ nr, arch: abiTable(abi).auditArch, args: [first] })
            const words = dataWords(call)
            const before = runWords(policy, words, 'little').verdict
            expect(runWords(program, words, 'little').verdict).toBe(notifiedVerdict(on(use), before, call))
          }
    }
  })
})
