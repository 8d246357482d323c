import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { sarifProblems } from './sarif-schema.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()

const GAP = JSON.stringify(
  {
    defaultAction: 'SCMP_ACT_ALLOW',
    syscalls: [
      { names: ['socket'], action: 'SCMP_ACT_ERRNO', args: [{ index: 0, value: 2, op: 'SCMP_CMP_EQ' }] },
      {
        names: ['ioctl'],
        action: 'SCMP_ACT_ERRNO',
        args: [{ index: 1, value: 0xffff_ffff, valueTwo: 0x5412, op: 'SCMP_CMP_MASKED_EQ' }],
      },
      { names: ['opne'], action: 'SCMP_ACT_ERRNO' },
    ],
  },
  null,
  1,
)
const BASELINE = JSON.stringify({
  accepted: [
    { lintRule: 'tty-injection', call: 'ioctl', reason: 'the terminal is a pipe' },
    { lintRule: 'width-gap', call: 'mount', reason: 'nothing has it' },
  ],
})

interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string }
      readonly region?: { readonly startLine: number; readonly startColumn: number }
    }
  }[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly suppressions?: readonly { readonly justification: string }[]
  readonly properties: { readonly call?: { readonly name: string; readonly verdict: string } }
}

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
    readonly invocations: readonly {
      readonly executionSuccessful: boolean
      readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[]
    }[]
    readonly results: readonly Result[]
  }[]
}

async function sarif(...args: readonly string[]): Promise<{ readonly status: number; readonly log: Log }> {
  const { status, out, err } = await runCli(['lint', ...args, '--format', 'sarif'])
  expect(err).toBe('')
  return { status, log: JSON.parse(out) as Log }
}

describe('the schema', () => {
  it('is one that finds what is wrong', () => {
    expect(sarifProblems({ version: '2.1.0' })).not.toEqual([])
    expect(sarifProblems({ version: '2.1.0', runs: [{ tool: {} }] })).not.toEqual([])
    const uri = { uri: 'a b' }
    const results = [{ message: { text: '' }, locations: [{ physicalLocation: { artifactLocation: uri } }] }]
    const driver = { name: 'x' }
    expect(sarifProblems({ version: '2.1.0', runs: [{ tool: { driver }, results }] })).not.toEqual([])
  })

  it('accepts what lint writes, of findings, of none, and of files that are none', async () => {
    const policy = file('gap.json', GAP)
    const strange = file('a b#?%25"<\u202e>.json', GAP)
    for (const args of [
      [policy],
      [policy, strange, at('nowhere.json'), '--baseline', file('baseline.json', BASELINE)],
      ['preset:container-default', '--only', 'tty-injection'],
    ]) {
      const { log } = await sarif(...args)
      expect(sarifProblems(log)).toEqual([])
    }
  })
})

describe('a log', () => {
  it('has the lint rules, and results with level, place, call and suppression', async () => {
    const policy = file('gap2.json', GAP)
    const { status, log } = await sarif(policy, '--baseline', file('baseline2.json', BASELINE))
    expect(status).toBe(1)
    const { tool, results, invocations } = log.runs[0]!
    const ids = tool.driver.rules.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].toSorted())
    for (const { ruleId, ruleIndex } of results) expect(ids[ruleIndex]).toBe(ruleId)
    const gap = results.find(({ ruleId }) => ruleId === 'width-gap')!
    expect(gap.level).toBe('error')
    expect(gap.message.text).not.toContain('gap2.json')
    expect(gap.locations[0]!.physicalLocation.region).toEqual({ startLine: 6, startColumn: 5 })
    expect(gap.properties.call).toMatchObject({ name: 'socket', verdict: 'ALLOW', args: expect.any(Array) })
    const accepted = results.filter(({ suppressions }) => suppressions !== undefined)
    expect(accepted.map(({ ruleId }) => ruleId)).toEqual(['tty-injection'])
    expect(accepted[0]!.suppressions![0]!.justification).toBe('the terminal is a pipe')
    expect(invocations[0]!.executionSuccessful).toBe(true)
    expect(invocations[0]!.toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      expect.stringMatching(/baseline2\.json:1:\d+: the entry accepts nothing/),
    ])
  })

  it('names no absolute path, and is the same each time', async () => {
    const policy = file('gap3.json', GAP)
    const { out } = await runCli(['lint', policy, '--format', 'sarif'])
    expect(policy.startsWith('/')).toBe(true)
    expect(out).not.toContain(`"${policy}`)
    expect(out).not.toMatch(/["' ]\/[a-z]+\//)
    const { uri } = (JSON.parse(out) as Log).runs[0]!.results[0]!.locations[0]!.physicalLocation
      .artifactLocation
    expect(uri).toMatch(/^(?:\.\.\/)+.*gap3\.json$/)
    expect((await runCli(['lint', policy, '--format', 'sarif'])).out).toBe(out)
  })

  it('says that a file could not be read', async () => {
    const { status, log } = await sarif(at('absent.json'))
    expect(status).toBe(2)
    const [{ executionSuccessful, toolExecutionNotifications }] = log.runs[0]!.invocations as [
      Log['runs'][0]['invocations'][0],
    ]
    expect(executionSuccessful).toBe(false)
    expect(toolExecutionNotifications[0]!.message.text).toMatch(/absent\.json: cannot be read: no such file$/)
  })

  it('has fingerprints that no move of a line changes, each once in a file', async () => {
    const moved = JSON.stringify(JSON.parse(GAP), null, 4)
    const results = async (text: string): Promise<readonly Result[]> => {
      const { log } = await sarif(file('moved.json', text), '--baseline', file('accepted.json', BASELINE))
      return log.runs[0]!.results
    }
    const [before, after] = [await results(GAP), await results(`\n\n${moved}`)]
    const prints = before.map(({ partialFingerprints }) => partialFingerprints['seccompileFinding/v1'])
    expect(after.map(({ partialFingerprints }) => partialFingerprints['seccompileFinding/v1'])).toEqual(
      prints,
    )
    expect(after.map(({ locations }) => locations)).not.toEqual(before.map(({ locations }) => locations))
    expect(new Set(prints).size).toBe(prints.length)
    expect(prints).toContain('width-gap socket x86_64')
    expect(prints).toContain('tty-injection ioctl x86_64')
  })

  it('numbers the results that one entry of a baseline accepts', async () => {
    const family = (value: number): object => ({ names: ['socket'], action: 'SCMP_ACT_ERRNO', args: [{ index: 0, value, op: 'SCMP_CMP_EQ' }] }) // prettier-ignore
    const twice = { defaultAction: 'SCMP_ACT_ALLOW', syscalls: [family(2), family(10)] }
    const { log } = await sarif(file('twice.json', JSON.stringify(twice)), '--only', 'width-gap')
    const prints = log.runs[0]!.results.map(({ partialFingerprints }) => partialFingerprints['seccompileFinding/v1'])
    expect(prints).toEqual(['width-gap socket x86_64', 'width-gap socket x86_64 2'])
  }) // prettier-ignore

  it('locates one filter of several, and a stack, in their files', async () => {
    const open = { mismatch_action: 'allow', match_action: 'kill_process', filter: [{ syscall: 'mount' }] }
    const several = file('several.json', JSON.stringify({ one: open, two: open }))
    const uris = async (name: string): Promise<readonly string[]> => {
      const { log } = await sarif(name)
      return [
        ...new Set(
          log.runs[0]!.results.flatMap(({ locations }) =>
            locations.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri),
          ),
        ),
      ]
    }
    expect(await uris(`${several}#one`)).toEqual([expect.stringMatching(/\/several\.json$/)])
    // Refuses open, the call 2, and no other.
    const bytes = Buffer.from('200000000000000015000001020000000600000001000500060000000000ff7f', 'hex')
    const raw = [file('a.bpf', bytes), file('b.bpf', bytes)]
    expect(await uris(raw.join(','))).toEqual([
      expect.stringMatching(/\/a\.bpf$/),
      expect.stringMatching(/\/b\.bpf$/),
    ])
  })
})
