import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()

const profile = (...syscalls: readonly object[]): string =>
  JSON.stringify({ defaultAction: 'SCMP_ACT_ALLOW', syscalls })
const GAP = { names: ['socket'], action: 'SCMP_ACT_ERRNO', args: [{ index: 0, value: 2, op: 'SCMP_CMP_EQ' }] }
/** A rule that refuses TIOCSTI and lets TIOCLINUX run. */
const TTY = { names: ['ioctl'], action: 'SCMP_ACT_ERRNO', args: [{ index: 1, value: 0xffff_ffff, valueTwo: 0x5412, op: 'SCMP_CMP_MASKED_EQ' }] } // prettier-ignore
const gap = file('gap.json', profile(GAP, TTY, { names: ['io_uring_setup'], action: 'SCMP_ACT_ERRNO' }))
const clean = file('clean.json', profile({ names: ['ioctl'], action: 'SCMP_ACT_ERRNO' }))

interface LintOutcome {
  readonly files: readonly {
    readonly file: string
    readonly error?: string
    readonly findings?: readonly {
      readonly name: string
      readonly severity: string
      readonly accepted?: string
    }[]
    readonly undecided?: readonly { readonly name: string; readonly reason: string }[]
  }[]
  readonly counts: Readonly<Record<string, number>>
  readonly unmatched: readonly { readonly message: string }[]
}

async function asked(
  ...args: readonly string[]
): Promise<{ readonly status: number; readonly answer: LintOutcome }> {
  const { status, out } = await runCli(['lint', ...args, '--json'])
  return { status, answer: JSON.parse(out) as LintOutcome }
}
const namesOf = ({ files }: LintOutcome): readonly string[] =>
  files.flatMap(({ findings = [] }) => findings.map(({ name }) => name))

it('says of a single file without findings that there are none, once', async () => {
  const { status, out } = await runCli(['lint', clean, '--only', 'cannot-live'])
  expect([status, out]).toEqual([0, `${clean}: no findings\n`])
  const two = await runCli(['lint', clean, at('clean.json'), gap, '--only', 'cannot-live'])
  expect(two.out).toMatch(/no findings in 2 files\n$/)
})

describe('the exit status of lint', () => {
  it('is 1 where a finding has the severity of --fail-on, or a worse one', async () => {
    for (const [failOn, status] of [
      ['high', 1],
      ['medium', 1],
      ['low', 1],
      ['never', 0],
    ] as const)
      // prettier-ignore
      expect((await asked(gap, '--fail-on', failOn)).status).toBe(status)
    expect((await asked(gap)).status).toBe(1)
    const medium = ['--only', 'cannot-live']
    const refused = file('dies.json', JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', syscalls: [{ names: ['read'], action: 'SCMP_ACT_ALLOW' }] })) // prettier-ignore
    expect(namesOf((await asked(refused, ...medium)).answer)).toEqual(['cannot-live'])
    expect((await asked(refused, ...medium)).status).toBe(0)
    expect((await asked(refused, ...medium, '--fail-on', 'medium')).status).toBe(1)
  })

  it('is 2 where one file is wrong; the others are linted all the same', async () => {
    const broken = file('broken.json', '{')
    const { status, answer } = await asked(gap, broken, at('absent.json'))
    expect(status).toBe(2)
    expect(answer.files.map(({ error = '' }) => error)).toEqual([
      '',
      expect.stringContaining('broken.json:1:2: not JSON'),
      expect.stringContaining('absent.json: cannot be read: no such file'),
    ])
    expect(namesOf(answer)).toContain('width-gap')
  })

  it('is told beside a summary that counts only the files that were linted', async () => {
    const broken = file('torn.json', '{')
    const summaryOf = async (...files: readonly string[]): Promise<string | undefined> =>
      (await runCli(['lint', ...files, '--only', 'tty-injection'])).out.trimEnd().split('\n').at(-1)
    expect(await summaryOf(clean, broken, at('absent.json'))).toBe(
      'no findings in 1 file; 2 files not linted',
    )
    expect(await summaryOf(gap, clean, broken)).toMatch(/^1 finding in 2 files: 1 high; 1 file not linted$/)
    expect(await summaryOf(broken)).toBe('no file was linted')
  })

  it('is 2 for a file whose error names no file, with its name', async () => {
    const none = file('none.mjs', 'export default { rules: 5 }')
    const { status, err } = await runCli(['lint', none])
    expect(status).toBe(2)
    expect(err).toMatch(/^error: .*none\.mjs: /)
  })
})

describe('--only and --skip', () => {
  it('take names of lint rules and warnings, in lists and repeated', async () => {
    expect(new Set(namesOf((await asked(gap)).answer))).toEqual(new Set(['width-gap', 'tty-injection']))
    expect(namesOf((await asked(gap, '--only', 'width-gap')).answer)).toEqual(['width-gap'])
    const both = await asked(gap, '--only', 'width-gap', '--only', 'tty-injection')
    expect(both.answer).toEqual((await asked(gap, '--only', 'tty-injection, width-gap')).answer)
    expect(namesOf((await asked(gap, '--skip', 'width-gap,tty-injection')).answer)).toEqual([])
  })
})

describe('a file whose name has a line end and other control characters', () => {
  it('is named on one line', async () => {
    const { out } = await runCli([
      'lint',
      file('a\n  high    fake\u001b[31m.json', profile(GAP)),
      '--only',
      'width-gap',
    ])
    expect(out.split('\n')[0]).toMatch(/a\\n {2}high {4}fake\\u001b\[31m\.json$/)
  })
})

describe('many findings of one name', () => {
  const many = Array.from({ length: 12 }, (_, i) => ({ names: [`nocall${i}`], action: 'SCMP_ACT_ERRNO' }))
  const policy = file('many.json', profile(...many))

  it('are counted, and the first ten are shown, unless the name is asked for', async () => {
    const shown = (text: string): number => text.match(/unknown system call/g)?.length ?? 0
    const { out } = await runCli(['lint', policy, '--skip', 'tty-injection,empty-policy'])
    expect(shown(out)).toBe(10)
    expect(out).toContain('2 more of unknown-name are not shown; --only unknown-name or --json shows all')
    expect(out).toMatch(/^12 findings: 12 high$/m)
    expect(shown((await runCli(['lint', policy, '--only', 'unknown-name'])).out)).toBe(12)
    expect(shown((await runCli(['lint', policy, '--format', 'markdown'])).out)).toBe(10)
  })
})

describe('a baseline', () => {
  const accepted = (...entries: readonly object[]): string => JSON.stringify({ accepted: entries })

  it('accepts by lint rule, call and ABI; accepted findings do not count', async () => {
    const ioctl = { lintRule: 'tty-injection', call: 'ioctl', reason: 'r' }
    const all = file(
      'all.json',
      accepted(ioctl, { lintRule: 'width-gap', call: 'socket', abi: 'amd64', reason: 's' }),
    )
    const { status, answer } = await asked(gap, '--baseline', all)
    expect([status, answer.counts, answer.unmatched]).toEqual([
      0,
      { high: 0, medium: 0, low: 0, accepted: 2 },
      [],
    ])
    const other = file('other.json', accepted({ ...ioctl, abi: 'aarch64' }))
    const { answer: open } = await asked(gap, '--baseline', other)
    expect(open.counts).toMatchObject({ high: 2, accepted: 0 })
    expect(open.unmatched[0]!.message).toMatch(
      /other\.json:1:14: the entry accepts nothing: no finding of "tty-injection" about "ioctl" on aarch64; remove the entry$/,
    )
  })

  it('accepts by ABI the part of a finding that is about it', async () => {
    const one = file('one-abi.json', accepted({ lintRule: 'bpf-open', call: 'bpf', abi: 'x86', reason: 'r' }))
    const policy = file('bpf.json', JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', syscalls: [{ names: ['bpf'], action: 'SCMP_ACT_ALLOW' }] })) // prettier-ignore
    const { answer } = await asked(policy, '--abi', 'x86_64,x86', '--only', 'bpf-open', '--baseline', one)
    expect(answer.files[0]!.findings).toMatchObject([
      { abis: ['x86_64'], call: { abi: 'x86_64' }, message: expect.stringMatching(/ \(x86_64\)$/) },
      { abis: ['x86'], call: { abi: 'x86' }, message: expect.stringMatching(/ \(x86\)$/), accepted: 'r' },
    ])
    expect([answer.counts['accepted'], answer.unmatched]).toEqual([1, []])
  })

  it('without a call accepts only what is found without one', async () => {
    const policy = file('names.json', profile({ names: ['nocall'], action: 'SCMP_ACT_ERRNO' }))
    const baseline = file(
      'no-call.json',
      accepted({ lintRule: 'unknown-name', reason: 'r' }, { lintRule: 'tty-injection', reason: 'r' }),
    )
    const { answer } = await asked(policy, '--baseline', baseline)
    expect(answer.counts).toMatchObject({ accepted: 1 })
    expect(answer.unmatched).toHaveLength(1)
  })

  it('is not said to match nothing where its lint rule was not asked, or a file was not read', async () => {
    const baseline = file('unused.json', accepted({ lintRule: 'width-gap', call: 'mount', reason: 'r' }))
    expect((await asked(gap, '--baseline', baseline)).answer.unmatched).toHaveLength(1)
    expect((await asked(gap, '--baseline', baseline, '--skip', 'width-gap')).answer.unmatched).toEqual([])
    expect((await asked(gap, at('absent.json'), '--baseline', baseline)).answer.unmatched).toEqual([])
  })

  it('is said to name a lint rule that does not exist', async () => {
    const baseline = file('typo.json', accepted({ lintRule: 'width-gpa', call: 'socket', reason: 'r' }))
    const { err } = await runCli(['lint', clean, '--baseline', baseline])
    expect(err).toMatch(
      /^warning: .*typo\.json:1:14: the entry accepts nothing: no lint rule is called "width-gpa"; did you mean "width-gap"\?$/m,
    )
  })

  it.each([
    ['', '1:1: baseline is empty; expected a JSON object'],
    ['[]', '1:1: the baseline is an array; expected an object with a list "accepted"'],
    ['{}', '1:1: the baseline has no "accepted"; expected a list of accepted findings'],
    ['{"accepted":[5]}', '1:14: an entry is the number 5; expected an object with "lintRule" and "reason"'],
    [
      '{"accepted":[{"lintRule":"a"}]}',
      '1:14: an entry has no "reason"; expected why the finding is accepted',
    ],
    ['{"accepted":[{"lintRule":"a","reason":" "}]}', '1:39: "reason" is empty'],
    ['{"accepted":[{"reason":"a"}]}', '1:14: an entry has no "lintRule"; expected the name of a lint rule'],
    [
      '{"accepted":[{"lintRule":"a","reason":"b","abi":"x87"}]}',
      '1:49: unknown ABI "x87"; did you mean "x86"?',
    ],
    [
      '{"accepted":[{"lintRule":"a","reason":"b","cal":"c"}]}',
      '1:43: unknown key "cal"; did you mean "call"?',
    ],
    ['{"accepted":[],"x":1}', '1:16: unknown key "x"; expected one of accepted'],
  ])('in the form %j is refused', async (text, message) => {
    const { status, out, err } = await runCli(['lint', gap, '--baseline', file('bad-baseline.json', text)])
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(`bad-baseline.json:${message}`)
  })
})

describe("lint rules of one's own", () => {
  const rule = (patch = '', name = 'no-getppid'): string => `{
  name: '${name}', severity: 'low', means: 'A.', remedy: 'B.', sources: ['c'],
  caught: { policy: { rules: [], defaultAction: { action: 'ALLOW', data: 0 } } },
  nearMiss: { policy: { rules: [], defaultAction: { action: 'ERRNO', data: 1 } } },
  *check({ runs }) { const call = runs('getppid'); if (call) yield { what: 'getppid runs', call } },
  ${patch} }`
  const module = (name: string, text: string): string => file(name, `export const lintRules = [${text}]`)

  it('are asked beside the others, and can be named', async () => {
    const own = module('own.mjs', rule())
    const { status, answer } = await asked(clean, '--use', own, '--only', 'no-getppid', '--fail-on', 'low')
    expect(status).toBe(1)
    expect(answer.files[0]!.findings).toMatchObject([
      { name: 'no-getppid', severity: 'low', message: 'getppid runs', instead: 'B.', call: { name: 'getppid', verdict: 'ALLOW' } },
    ]) // prettier-ignore
    expect((await runCli(['lint', clean, '--only', 'no-getppid'])).err).toContain(
      'error: --only: no lint rule and no warning is called "no-getppid"',
    )
  })

  it.each([
    ['none', 'export const x = 1', 'exports no lint rule; export a list "lintRules" of lint rules'],
    ['empty', 'export const lintRules = []', 'exports no lint rule'],
    ['hole', 'export const lintRules = [null]', 'lintRules[0]: expected an object; got null'],
    ['getter', `export const lintRules = [{ get name() { throw new Error('mine') } }]`, ':1:48: mine'],
    ['proxy', 'export const lintRules = [new Proxy({}, { get() { throw null } })]', 'proxy.mjs: null'],
    ['case', `export const lintRules = [${rule('', 'noGetppid')}]`, 'lintRules[0].name: expected a name in lower case'],
    ['severity', `export const lintRules = [${rule("severity: 'hihg'")}]`, 'lintRules[0].severity: expected high, medium, low; got "hihg"; did you mean "high"?'],
    ['lines', `export const lintRules = [${rule("means: 'a\\nb'")}]`, 'lintRules[0].means: expected a line of text'],
    ['key', `export const lintRules = [${rule('summary: 1')}]`, 'lintRules[0]: unknown key "summary"'],
    ['check', `export const lintRules = [${rule('check: 5')}]`, 'lintRules[0].check: expected a function; got 5'],
    ['example', `export const lintRules = [${rule('caught: { policy: 5 }')}]`, 'lintRules[0].caught.policy: '],
    ['taken', `export const lintRules = [${rule('', 'tty-injection')}]`, 'lint rule "tty-injection": there is a lint rule of this name; rename yours'],
    ['warning', `export const lintRules = [${rule('', 'unknown-name')}]`, 'lint rule "unknown-name": there is a warning of this name; rename yours'],
    ['twice', `export const lintRules = [${rule()}, ${rule()}]`, 'twice.mjs has a lint rule of this name; rename yours'],
  ])('are refused where they are none: %s', async (name, text, message) => {
    const { status, out, err } = await runCli(['lint', clean, '--use', file(`${name}.mjs`, text)])
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(message)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  }) // prettier-ignore

  it.each([
    ['throws', `check() { throw new Error('lost') }`, /throws\.mjs:6:\d+: lint rule "no-getppid": lost$/],
    ['iterates', 'check() { return 5 }', /iterates\.mjs: lint rule "no-getppid": check yields no list of findings; write \*check or return an array$/],
    ['promises', `async check() { return [] }`, /promises\.mjs: lint rule "no-getppid": check yields no list of findings; /],
    ['finds-text', `check() { return ['x'] }`, /lint rule "no-getppid": finding: expected an object; got "x"$/],
    ['finds-lines', `check() { return [{ what: 'a\\u2028b' }] }`, /finding\.what: expected a line of text/],
    ['finds-call', `check() { return [{ what: 'a', call: { abi: 'x86_64', data: { nr: -1, arch: 0, instruction_pointer: 0n, args: [] } } }] }`, /finding\.call\.data\.nr: expected a whole number/],
    ['finds-short', `check() { return [{ what: 'a', call: { abi: 'x86_64', data: { nr: 1, arch: 0, instruction_pointer: 0n, args: [] } } }] }`, /finding\.call\.data: expected a call with six arguments/],
  ])('are to blame for what they find: %s', async (name, patch, message) => {
    const { status, out, err } = await runCli(['lint', clean, '--use', module(`${name}.mjs`, rule(patch))])
    expect([status, out]).toEqual([2, ''])
    expect(err.trimEnd()).toMatch(message)
  }) // prettier-ignore

  it('that exceed the bounds of the prover are undecided, and the status is 3', async () => {
    const patch = `check() { throw Object.assign(new Error('too many nodes'), { name: 'DiagramLimitError' }) }`
    const own = module('undecided.mjs', rule(patch))
    const { status, out, err } = await runCli(['lint', clean, '--use', own, '--fail-on', 'never'])
    expect(status).toBe(3)
    expect(err).toMatch(/^not decided: .*clean\.json: no-getppid: too many nodes$/m)
    expect(out).not.toBe('')
    expect((await asked(gap, '--use', own)).status).toBe(1)
    expect((await asked(gap, '--use', own)).answer.files[0]!.undecided).toEqual([
      { name: 'no-getppid', reason: 'too many nodes' },
    ])
  })
})

describe('raw filters', () => {
  it('are linted as their policies are', async () => {
    const raw = at('gap.bpf')
    const { status } = await runCli(['compile', gap, '-o', raw])
    expect(status).toBe(0)
    const { answer } = await asked(raw, '--only', 'width-gap,tty-injection')
    expect(new Set(namesOf(answer))).toEqual(new Set(['width-gap', 'tty-injection']))
    const stack = await asked(`${raw},${raw}`, '--only', 'width-gap')
    expect(namesOf(stack.answer)).toEqual(['width-gap'])
  })

  it('for another machine are linted for its ABI, not for x86_64', async () => {
    const raw = at('arm64.bpf')
    await runCli(['compile', 'preset:no-network', '--abi', 'aarch64', '-o', raw])
    expect(namesOf((await asked(raw)).answer)).toEqual([])
    expect(namesOf((await asked(raw, '--abi', 'x86_64')).answer)).toEqual(['cannot-live'])
  })
})

it('names a file as it was typed, for a person', async () => {
  const missing = join(tmpdir(), 'seccompile-no-such-profile.json')
  const { status, err } = await runCli(['lint', missing])
  expect([status, err.split('\n')[0]]).toEqual([2, `error: ${missing}: cannot be read: no such file`])
})
