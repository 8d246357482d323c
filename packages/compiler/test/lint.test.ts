/*
 * Lint rules read the meaning of a filter, so a policy and each program that a pipeline makes of it have the same findings.
 * Programs of libseccomp's shapes stand for those of container runtimes.
 */
import type { Endianness, Program } from '@seccompile/abi'
import { decode } from '@seccompile/cbpf'
import { compile, compileRules } from '@seccompile/compiler'
import { meaning } from '@seccompile/interpreter'
import { lint, lintRules } from '@seccompile/lint'
import type { LintExample, LintReport, LintRule } from '@seccompile/lint'
import { pipeline, runPass } from '@seccompile/pass'
import { libseccompList, libseccompTree } from '@seccompile/pass-libseccomp-shapes'
import { lower } from '@seccompile/pass-lower'
import { policyTables, resolve } from '@seccompile/policy'
import type { Finding, ShownCall } from '@seccompile/policy'
import { containerDefault } from '@seccompile/presets'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { meaning as meaningOfRules } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable } from '@seccompile/syscalls'
import { baseline } from '@seccompile/vectors'
import { describe, expect, it } from 'vitest'

type Tables = readonly [AbiTable, ...AbiTable[]]

type FilterMaker = (rules: RuleSet, endianness: Endianness) => Program

/** A program of the shape that libseccomp emits. */
const shaped =
  (shape: typeof libseccompList | typeof libseccompTree): FilterMaker =>
  (rules, endianness) =>
    runPass(pipeline(shape.name, [shape, lower]), rules, { endianness })

const MAKERS: readonly (readonly [string, FilterMaker])[] = [
  ['speed', (rules, endianness) => compileRules(rules, { pipeline: 'speed', endianness })],
  ['list', (rules, endianness) => compileRules(rules, { pipeline: 'list', endianness })],
  ["libseccomp's list", shaped(libseccompList)],
  ["libseccomp's tree", shaped(libseccompTree)],
]

function tablesOf({ policy }: LintExample): Tables {
  const [main, ...others] = policyTables(policy, undefined, signedAbiTable)
  return [main!, ...others]
}

/** The name, the text and both calls of each finding: the fields that do not depend on whether there is a policy. */
const shown = ({ findings, undecided }: LintReport): unknown => ({
  findings: findings.map(({ name, severity, message, call, other }) => ({
    name,
    severity,
    message,
    call,
    other,
  })),
  undecided,
})

/**
 * The findings that the program does not confirm. A finding is confirmed where the program gives its two calls the
 * verdicts of the rules, and these verdicts differ.
 */
function unconfirmed(rules: RuleSet, program: Program, findings: readonly Finding[]): readonly Finding[] {
  const isAlike = ({ data }: ShownCall): boolean => meaning(program, data) === meaningOfRules(rules, data)
  return findings.filter(({ call, other }) => {
    const calls = [call ?? [], other ?? []].flat()
    const verdicts = calls.map(({ data }) => meaning(program, data))
    return calls.length === 0 || !calls.every(isAlike) || verdicts.length !== new Set(verdicts).size
  })
}

describe.each(lintRules.map((rule): [string, LintRule] => [rule.name, rule]))('%s', (_, rule) => {
  it.each([
    ['caught', rule.caught],
    ['near miss', rule.nearMiss],
  ] as const)('finds the same in the policy and in programs: %s', (kind, example) => {
    const abis = tablesOf(example)
    const { rules } = resolve(example.policy, { abis, ...example.target })
    const { endianness } = abis[0]
    const subject = { abis, endianness, ...example.target }
    const asRules = lint({ ...subject, filter: { level: 'rules', ir: rules } }, [rule])
    expect(asRules.findings.length > 0).toBe(kind === 'caught')
    for (const [name, make] of MAKERS) {
      const program = make(rules, endianness)
      const asProgram = lint({ ...subject, filter: { level: 'program', ir: program } }, [rule])
      expect([name, shown(asProgram)]).toEqual([name, shown(asRules)])
      expect([name, unconfirmed(rules, program, asProgram.findings)]).toEqual([name, []])
    }
  })
})

describe('container-default on x86_64, x86 and x32', () => {
  const abis = tablesOf({ policy: containerDefault })

  /* Each of these is discussed in docs/lint-docker.md. */
  it('has these findings of high and medium severity', () => {
    const { rules } = compile(containerDefault, { abis, prove: false })
    const { findings, undecided } = lint({ filter: { level: 'rules', ir: rules }, abis }, lintRules)
    const worst = findings.filter(({ severity }) => severity !== 'low')
    expect(worst.map(({ severity, name, message }) => `${severity} ${name}: ${message}`)).toEqual([
      'high multiplexer-gap: socketcall(1, …) runs and socket(AF_ALG, …) is refused; socketcall does what socket would (x86)',
      'high tty-injection: ioctl(0, TIOCSTI, …) runs (x86_64, x86, x32)',
      'high tty-injection: ioctl(0, TIOCLINUX, …) runs (x86_64, x86, x32)',
      'medium enosys-expected: a call with the number after the newest call gets ERRNO(EPERM); for libc, only ENOSYS means that the kernel lacks the call (x86_64, x86, x32)',
      'medium tracing-open: ptrace(…), process_vm_writev(…) and process_vm_readv(…) run: other processes of the user are within reach (x86_64, x86, x32)',
    ])
    expect(undecided).toEqual([])
  })
})

describe("Docker's default profile on x86_64, x86 and x32", () => {
  const abis = tablesOf({ policy: dockerProfile })
  const { program, rules } = compile(dockerProfile, { abis, prove: false })
  const ofRules = lint({ filter: { level: 'rules', ir: rules }, abis }, lintRules)

  it('has the same findings as a program, whose calls the interpreter confirms', () => {
    const ofProgram = lint({ filter: { level: 'program', ir: program }, abis }, lintRules)
    expect(shown(ofProgram)).toEqual(shown(ofRules))
    expect(unconfirmed(rules, program, ofProgram.findings)).toEqual([])
  })

  it.each(['libseccomp-2.6.0-O1.docker-3abi', 'libseccomp-2.6.0-O2.docker-3abi'] as const)(
    'has the same findings as a program of libseccomp: %s',
    (name) => {
      const ir = decode(baseline(name), 'little')
      expect(shown(lint({ filter: { level: 'program', ir }, abis }, lintRules))).toEqual(shown(ofRules))
    },
  )

  it('has no finding about tracing with CAP_SYS_PTRACE, which says that tracing is meant', () => {
    const traced = lint(
      { filter: { level: 'program', ir: program }, abis, caps: ['CAP_SYS_PTRACE'] },
      lintRules.filter(({ name }) => name === 'tracing-open'),
    )
    expect(traced.findings).toEqual([])
  })
})
