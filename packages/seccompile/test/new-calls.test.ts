/*
 * `new-calls` against what other parts of the repository say: the versions of `call`, the program that `compile` makes, run by
 * the interpreter, and the findings of `lint`.
 */
import { readFileSync } from 'node:fs'
import { verdictName } from '@seccompile/abi'
import { decode } from '@seccompile/cbpf'
import { meaning } from '@seccompile/interpreter'
import { signedAbiTable } from '@seccompile/signatures'
import { abiTables } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { parseKernels } from '../src/options/kernels.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()

interface PrintedNewCalls {
  readonly calls: readonly {
    readonly abi: string
    readonly call: string
    readonly nr: number
    readonly since: string
    readonly cases: readonly { readonly verdict: string; readonly when?: string }[]
  }[]
  readonly lint: Readonly<
    Record<
      'now' | 'allowed',
      { readonly findings: readonly { readonly name: string; readonly message: string }[] }
    >
  >
}

async function asked(
  policy: string,
  kernel: string,
  ...options: readonly string[]
): Promise<PrintedNewCalls> {
  const { out, err } = await runCli(['new-calls', policy, '--kernel', kernel, '--json', ...options])
  expect(err).toBe('')
  return JSON.parse(out) as PrintedNewCalls
}

const profile = (name: string, defaultAction: string, ...syscalls: readonly object[]): string =>
  file(name, JSON.stringify({ defaultAction, architectures: ['SCMP_ARCH_X86_64'], syscalls }))
const allow = (...names: readonly string[]): object => ({ names, action: 'SCMP_ACT_ALLOW' })

describe('the calls', () => {
  const plain = profile('plain.json', 'SCMP_ACT_ERRNO', allow('read'))
  const rangesOf = (token: string): readonly string[] => [
    '5.0..6.12',
    token === 's390' ? '6.12..6.18' : '6.12..7.2',
  ]

  it.each(abiTables.map(({ token }) => token))(
    'of %s are those whose version is after the first kernel, up to the second',
    async (token) => {
      const parts = await Promise.all(rangesOf(token).map((range) => asked(plain, range, '--abi', token)))
      const listed = parts.flatMap(({ calls }) => calls.map(({ call, since }) => `${call} ${since}`))
      const expected = [...signedAbiTable(token).signatures].flatMap(
        ([name, { since: [major, minor] = [0, 0] }]) =>
          major > 5 || (major === 5 && minor > 0) ? [`${name} ${major}.${minor}`] : [],
      )
      expect(listed.toSorted()).toEqual(expected.toSorted())
      expect(new Set(listed).size).toBe(listed.length)
    },
  )

  it('are none of an ABI that the new kernel has no longer', async () => {
    expect((await asked(plain, '6.12..6.18', '--abi', 's390')).calls.length).toBeGreaterThan(0)
    expect((await asked(plain, '6.12..6.19', '--abi', 's390')).calls).toEqual([])
    const { calls } = await asked(plain, '6.12..7.2', '--abi', 's390x,s390')
    expect(new Set(calls.map(({ abi }) => abi))).toEqual(new Set(['s390x']))
    const { err } = await runCli(['new-calls', plain, '--kernel', '6.12..7.2', '--abi', 's390x,s390'])
    expect(err).toContain('note: Linux 6.19 removed s390\n')
  })

  it('are of versions that a range may name, whatever the call', () => {
    for (const { token } of abiTables)
      for (const [, { since }] of signedAbiTable(token).signatures)
        if (since !== undefined) expect(() => parseKernels(since.join('.'), '--kernel')).not.toThrow()
  })
})

describe('a verdict', () => {
  it.each(['preset:container-default', 'preset:no-new-namespaces', 'preset:no-io-uring'])(
    'of %s is that of the compiled program, run on the call',
    async (policy) => {
      const path = at('filter.bpf')
      const { status } = await runCli(['compile', policy, '--abi', 'x86_64', '-o', path])
      expect(status).toBe(0)
      const program = decode(readFileSync(path), 'little')
      const { calls } = await asked(policy, '4.0..7.2', '--abi', 'x86_64')
      expect(calls.length).toBeGreaterThan(50)
      const zeros = [0n, 0n, 0n, 0n, 0n, 0n] as const
      for (const { call, nr, cases } of calls) {
        const data = { nr, arch: 0xc000_003e, instruction_pointer: 0n, args: zeros }
        const verdicts = cases.map(({ verdict }) => verdict)
        const got = verdictName(meaning(program, data))
          .replace('ERRNO(1)', 'ERRNO(EPERM)')
          .replace('ERRNO(38)', 'ERRNO(ENOSYS)')
        expect(verdicts, call).toContain(got)
        if (verdicts.length === 1) expect(verdicts, call).toEqual([got])
      }
    },
  )
})

describe('what gives a verdict', () => {
  const errnoOf = (data: number): object => ({ action: 'ERRNO', data })
  const policyFile = (name: string, policy: object): string =>
    file(name, `export default ${JSON.stringify(policy).replace('"1n"', '1n')}`)
  const setxattrat = async (path: string): Promise<unknown> => {
    const { calls } = await asked(path, '6.12..6.13', '--abi', 'x86_64')
    return calls.find(({ call }) => call === 'setxattrat')?.cases
  }

  it('is the default of a policy with another that knows fewer calls, where the default is stricter', async () => {
    const fewer = { defaultAction: errnoOf(1), rules: [], knownUpTo: { major: 6, minor: 12 } }
    const path = policyFile('default.mjs', {
      defaultAction: { action: 'KILL_PROCESS', data: 0 },
      rules: [],
      and: [fewer, { defaultAction: { action: 'KILL_PROCESS', data: 0 }, rules: [] }],
    })
    expect(await setxattrat(path)).toEqual([{ verdict: 'KILL_PROCESS', by: [{ kind: 'default' }] }])
  })

  it('is a rule for some arguments, and known-up-to for the others', async () => {
    const args = [{ index: 2, op: 'GE', value: '1n' }]
    const path = policyFile('some.mjs', {
      defaultAction: { action: 'ALLOW', data: 0 },
      rules: [{ names: [{ name: 'setxattrat' }], action: errnoOf(38), args }],
      knownUpTo: { major: 6, minor: 12 },
    })
    expect(await setxattrat(path)).toEqual([
      { verdict: 'ERRNO(ENOSYS)', by: [{ kind: 'rule', place: 'rule 1' }, { kind: 'known-up-to' }] },
    ])
  })
})

describe('lint', () => {
  it('says what is open if calls were allowed that are refused, and only then', async () => {
    const path = profile('clone.json', 'SCMP_ACT_ERRNO', allow('read', 'openat'), {
      ...allow('clone'),
      args: [{ index: 0, value: 0x7e02_0000, valueTwo: 0, op: 'SCMP_CMP_MASKED_EQ' }],
    })
    const { lint } = await asked(path, '5.0..5.6')
    expect(lint.allowed.findings.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['io-uring-open', 'sibling-open', 'tracing-open']),
    )
    expect(lint.now.findings.map(({ name }) => name)).toEqual(['enosys-expected'])
    const linted = JSON.parse((await runCli(['lint', path, '--json', '--kernel', '5.6'])).out) as {
      files: [{ findings: { name: string; message: string }[] }]
    }
    for (const { message } of lint.now.findings)
      expect(linted.files[0].findings.map((each) => each.message)).toContain(message)
  })

  it('names a call that is one of several in a finding', async () => {
    const path = profile('many.json', 'SCMP_ACT_ERRNO', allow('read', 'execve', 'fchmodat'))
    const { lint } = await asked(path, '6.5..6.6')
    expect(lint.now.findings.map(({ message }) => message)).toEqual([expect.stringContaining('fchmodat2')])
  })

  it('knows the calls of a policy that knows fewer, and of the policies that hold with it', async () => {
    const path = file(
      'both.mjs',
      `const rule = (...names) => ({ names: names.map((name) => ({ name })), action: { action: 'ALLOW', data: 0 }, args: [] })
       export default {
         defaultAction: { action: 'ERRNO', data: 1 }, knownUpTo: { major: 5, minor: 1 }, rules: [rule('read', 'pidfd_getfd')],
         and: [{ defaultAction: { action: 'ERRNO', data: 1 }, rules: [rule('read')] }],
       }`,
    )
    const { calls, lint } = await asked(path, '5.5..5.6', '--abi', 'x86_64')
    expect(calls.map(({ call, cases }) => [call, cases])).toContainEqual([
      'pidfd_getfd',
      [{ verdict: 'ERRNO(ENOSYS)', by: [{ kind: 'known-up-to' }] }],
    ])
    expect(lint.allowed.findings.map(({ name }) => name)).toContain('tracing-open')
  })
})
