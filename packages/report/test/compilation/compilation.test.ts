import { jsonReport, report } from '@seccompile/report/compilation'
import type { CompilationChoices } from '@seccompile/report/compilation'
import { cost } from '@seccompile/compiler'
import type { ObjectiveBound, StackCompilation } from '@seccompile/compiler'
import type { Warning } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'
import { CHOICES, refusing, x86_64 } from './compiled.ts'

const single = refusing('getpid', 'ptrace')
const costsOf = ({ filters }: StackCompilation) =>
  filters.map(({ program }) => cost(program, [x86_64], 'little'))
const said = (choices: Partial<CompilationChoices> = {}, compilation = single): string =>
  report({ ...CHOICES, ...choices }, compilation, costsOf(compilation))

const listening = {
  ...single,
  filters: [single.filters[0]!, { ...refusing('ptrace', 'mount').filters[0]!, notifies: true }],
}
const two = { files: ['a.0.bpf', 'a.1\n.bpf'], sizes: [88, 96] }

describe('the report of a compilation for people', () => {
  it('names one file with its size and target', () => {
    expect(said()).toMatch(/^out\.bpf: 11 instructions, 88 bytes, for x86_64\n/)
    expect(said({ files: ['a\n::error::.bpf'] })).toMatch(/^a\\n::error::\.bpf: 11 instructions/)
    expect(said({ isVerbose: true, insnCost: 3 })).toContain('for x86_64 (speed, an instruction costs 3 executed ones)')
  }) // prettier-ignore

  it('says in which order to attach several filters, and whose the listener is', () => {
    const text = said(two, listening)
    expect(text).toContain('attach all, a.0.bpf first and a.1\\n.bpf last:\n')
    expect(text).toContain('the listener belongs to a.1\\n.bpf\n')
    expect(text).not.toContain('the listener belongs to a.0')
  })

  it('says which unknown calls get another action', () => {
    const unknown = { unknown: 'ENOSYS' } as const
    expect(said()).not.toContain('newest known call')
    expect(said(unknown)).toContain('numbers above the newest known call get ')
    expect(said({ ...unknown, knownUpTo: { major: 6, minor: 1 } })).toContain('calls that Linux 6.1 does not have get ')
  }) // prettier-ignore

  it('says that rules hold for multiplexers, and that conditions read fewer bits, where they do', () => {
    expect(said()).not.toMatch(/socketcall|bits that/)
    expect(said({ multiplexers: 'runc' })).toContain('rules for the calls behind socketcall and ipc hold for socketcall and ipc too\n') // prettier-ignore
    expect(said({ widths: 'kernel' })).toContain(
      'conditions by index compare the bits that the kernel reads\n',
    )
  })

  it.each([
    ['uniform', 7.01, 6.98, 'takes less than 6.98; this one takes 0.03 more\n'],
    ['uniform', 7, 6.999, 'takes less than 6.99; this one takes 0.01 more\n'],
    // 0.29 / 0.01 is 28.999999999999996.
    ['uniform', 0.29, 0.29, 'takes less than 0.29\n'],
    ['attach', 10, 9.4, 'takes less than 9; this one takes 1 more\n'],
  ] as const)('never shows a bound above the real one: %s %d, %d', (kind, value, bound, end) => {
    const objective = { ...single.objective!, kind, value, bound }
    expect(said({ isBounded: true }, { ...single, objective })).toContain(end)
  })

  it('says that there is no bound of a stack', () => {
    const { objective: _objective, ...plain } = single
    expect(said({ isBounded: true }, plain)).toContain('no bound: it is known of an objective, and of a single filter\n') // prettier-ignore
  })

  it('has an unweighted mean where the objective is another', () => {
    expect(said()).toContain('ABI     allowed calls  mean  at most\n')
    const objective = { ...single.objective!, kind: 'weights' } as const
    expect(said({}, { ...single, objective })).toContain('ABI     allowed calls  unweighted mean  at most\n')
  })
})

describe('the report of a compilation for machines', () => {
  const loaded = { warnings: [{ code: 'read' } as unknown as Warning], notes: ['a note'] }
  const made = (choices: Partial<CompilationChoices>, compilation = single) =>
    jsonReport({ ...CHOICES, ...choices }, loaded, compilation, costsOf(compilation), [])

  it('has each filter with its file, and the bytes of all', () => {
    expect(made(two, listening)).toMatchObject({
      bytes: 184,
      filters: [
        { file: 'a.0.bpf', bytes: 88, insns: 11, notifies: false },
        { file: 'a.1\n.bpf', bytes: 96, insns: 12, notifies: true },
      ],
    })
  })

  it('has the warnings of reading before those of compiling, and the notes', () => {
    const compilation = { ...single, warnings: [{ code: 'compiled' } as unknown as Warning] }
    expect(made({}, compilation)).toMatchObject({
      warnings: [{ code: 'read' }, { code: 'compiled' }],
      notes: ['a note'],
    })
  })

  it('reads the bound only where it is asked for, since it takes longer than a compilation', () => {
    let reads = 0
    const objective: NonNullable<StackCompilation['objective']> & Partial<ObjectiveBound> = {
      kind: 'uniform',
      value: 7,
      get bound() {
        return (reads += 1)
      },
    }
    expect(JSON.parse(JSON.stringify(made({}, { ...single, objective })))).toMatchObject({
      objective: { kind: 'uniform', value: 7 },
    })
    expect(reads).toBe(0)
    expect(JSON.stringify(made({ isBounded: true }, { ...single, objective }))).toContain('"bound":1')
  })
})
