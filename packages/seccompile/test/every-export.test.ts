/**
 * Every exported function × wrong values for each argument: what no type checker has seen is refused by an error of ours, never
 * by a message of the engine. The other arguments are right, so that the check of each is reached. The functions come from the
 * packages themselves: one that is added is tested, or stands below with the reason.
 */
import * as abi from '@seccompile/abi'
import * as cbpf from '@seccompile/cbpf'
import { machineEndianness, nativeAbi } from '@seccompile/kernel/exec'
import { AF_UNIX } from '@seccompile/constants/af'
import { parseJson } from '@seccompile/oci/reading'
import * as pass from '@seccompile/pass'
import * as policy from '@seccompile/policy'
import * as rules from '@seccompile/rules'
import { argumentError, u32 } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import { compile, compileStack, resolve } from 'seccompile'
import { describe, expect, it } from 'vitest'
import { exportedFunctions, packageNames } from './exported-functions.ts'
import type { ExportedFunction, Parameter } from './exported-functions.ts'

/** Packages whose functions take values that only their own functions make, node by node: no door for values from outside. */
const ENGINES: readonly string[] = ['cells', 'diagram', 'layout', 'outcomes', 'search']
/** Packages with tests of their own: a check of the tests themselves. */
const ELSEWHERE: readonly string[] = ['testkit']
/** Functions that run for every instruction, node or value of what another function has checked. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  abi: ['passes'],
  shape: ['argumentError', 'checkKeys', 'endianness', 'expectFunction', 'expectIterable', 'expectList', 'expectObject', 'expectText', 'fail', 'flag', 'listOf', 'member', 'number', 'read', 'record', 'text', 'u64', 'u32'],
  cbpf: ['entryRegisters', 'operandOf', 'step', 'testOp'],
  // These attach filters or start processes: test/options.test.ts of either package.
  clock: ['bench', 'benchAttach'],
  kernel: ['againstInterpreter', 'attach', 'dump', 'kernelAccepts', 'launch', 'oracle', 'probe', 'run'],
  'kernel/exec': ['execUnder'],
  'kernel/native': ['compileNative', 'startPiped'],
  // Every command loads it to write a file, and nothing else of the kernel.
  'kernel/undo': ['undoneByTheEnd'],
  decision: ['asksForAnyBit', 'heldBy', 'preparation', 'preparationInsns'],
  'oci/reading': ['arrayAt', 'checkKnownKeys', 'field', 'ignoredKey', 'integerAt', 'objectAt', 'requiredField', 'stringAt', 'unknownWord', 'wordOfAction'],
  rules: ['cellStarts', 'cellsOf', 'commonValue', 'contains', 'deciding', 'gather', 'holds', 'isAlways', 'isNever', 'numbersOf', 'predicateKey', 'rangeAt'],
} // prettier-ignore

const x86_64 = signedAbiTable('x86_64')
const arch = abi.AUDIT_ARCH.X86_64
const program = cbpf.program([{ code: abi.BPF.RET_K, jt: 0, jf: 0, k: abi.verdictOf('ALLOW') }])
const action = policy.errno(1)
const mine = policy.policy({ default: action }).allow('read')
const { rules: ruled } = policy.resolve(mine, { abis: [x86_64] })
const leaf = { kind: 'verdict', verdict: 0 } as const
const graph = { kind: 'test', word: 0, mask: 0xffff_ffff, op: 'eq', k: 1, then: leaf, else: { ...leaf, verdict: 1 } } // prettier-ignore
const call = abi.seccompData({ nr: 0, arch })
const idle = pass.definePass({
  name: 'idle',
  from: 'program',
  to: 'program',
  summary: 'nothing',
  run: (ir) => ir,
})
const condition = policy.arg(0).eq(1)
const source = { file: 'f', line: 1, column: 1 }
const subject = { level: 'program', ir: program }
const file = { file: 'f' }
const forAbis = { abis: [x86_64] }

/** A right value for a parameter of each type. */
const RIGHT: Readonly<Record<string, unknown>> = {
  string: 'read', number: 1, bigint: 1n, 'readonly number[]': [1], 'readonly string[]': ['a'], 'readonly bigint[]': [0n], T: 1,
  Program: program, 'readonly Program[]': [program], 'readonly SockFilter[]': [...program], SockFilter: program[0], "Pick<SockFilter, 'code' | 'k'>": program[0],
  SymbolicProgram: cbpf.symbolic(program), Uint8Array: cbpf.encode(program, 'little'), Uint32Array: abi.dataWords(call),
  'ArrayLike<number>': abi.dataWords(call), 'ReadonlySet<Label>': new Set(), '(target: Label) => Label': (label: number) => label,
  RuleSet: ruled, 'readonly Rule[]': ruled.sections[0]!.rules, Predicate: rules.ALWAYS, 'readonly Predicate[]': [rules.ALWAYS],
  'RangeSet<T>': [{ lo: 0, hi: 1 }], 'RangeSet<bigint>': [{ lo: 1n, hi: 1n }], 'Domain<T>': rules.U32,
  '(section: Section) => Section': (section: unknown) => section,
  Decision: graph, Test: graph, Subject: subject, LeveledIr: subject, 'readonly Verdict[]': [0], Verdict: 0, SeccompData: call,
  'Iterable<SeccompData>': [call], Endianness: 'little', L: 'program', Level: 'program', 'IrByLevel[L]': program, 'IrByLevel[Level]': program,
  'IrByLevel[From]': program, 'Pass<From, To>': idle, 'Pass<From, To, Name>': idle, AnyPass: idle, 'readonly AnyPass[]': [idle], 'Passes & Chained<Passes>': [idle], Name: 'open',
  Policy: mine, PolicyRule: mine.rules[0], Action: action, 'number | ErrnoName': 1, Condition: condition, 'readonly Condition[]': [condition],
  ArgCondition: condition, C: condition, ArgIndex: 0, '32 | 64': 64, KernelVersion: { major: 6, minor: 1 }, Source: source, WarningName: 'no-width',
  Target: forAbis, PolicyOptions: { default: action }, AbiTable: x86_64, AbiFacts: x86_64, AbiToken: 'x86_64', Token: 'x86_64', 'readonly AbiTable[]': [x86_64],
  'Verdict | ActionName': 'ALLOW', ActionName: 'ALLOW', Word: 0, Candidates: ['a'], CallCounts: { read: 1 }, 'Reader<T>': u32,
  At: { value: {}, where: 'w', error: argumentError }, RegExp: /x/g, '(code: number) => string': String, Language: 'c',
  'Range<bigint>': { lo: 0n, hi: 1n }, 'readonly Loss[]': [], Loss: { kind: 'default', verdict: 0 }, Preset: { name: 'p', policy: mine }, 'readonly Preset[]': [{ name: 'p', policy: mine }], 'Constant | Bits': AF_UNIX,
  JsonNode: parseJson('{}', 'f'), ParseProfileOptions: file, ParseMinijailOptions: file, ParseSeccompilerOptions: file, ParseSpoOptions: file,
  ProfileOfOptions: forAbis, WriteProfileOptions: forAbis, WriteMinijailOptions: forAbis, WriteSeccompilerOptions: forAbis, WriteSpoOptions: forAbis,
  'readonly Uint8Array[]': [cbpf.encode(program, 'little')], 'Program | Uint8Array': program, Filters: program, NativeAbi: nativeAbi(), 'readonly LaunchCall[]': ['execve'],
  AnyLauncherName: 'bwrap', LaunchMachine: { abi: nativeAbi(), endianness: machineEndianness() }, LaunchNeeds: { filters: [cbpf.encode(program, 'little')], flags: 0, noNewPrivs: true },
  CrunCommand: { args: ['true'], filter: cbpf.encode(program, 'little'), uid: 0, gid: 0, additionalGids: [], env: [], cwd: '/' }, CrunContainer: { file: 'f', id: 'c' },
  '{ readonly fds: readonly number[] }': { fds: [3] }, '{ readonly file: string }': { file: 'f' }, BenchCall: { name: 'getppid', calls: [{ nr: 110 }] },
  AttachFlags: {}, 'string | undefined': undefined, '() => void': () => {}, '() => Promise<T>': async () => {}, ParseSystemdOptions: file, WriteSystemdOptions: forAbis,
  LintSubject: { filter: subject, abis: [x86_64] }, 'readonly LintRule[]': [], ShownCall: { data: call },
} // prettier-ignore

const WRONG: readonly (readonly [what: string, value: unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['{}', {}],
  ['[]', []],
  ['1.5', 1.5],
  ['"x"', 'x'],
  ['a function', () => undefined],
  ['a proxy', new Proxy({}, {})],
]

/** The classes of errors about a value of the caller. */
const OURS = [
  'TypeError',
  'RangeError',
  'IrError',
  'PolicyError',
  'PassError',
  'AssemblyError',
  'UndecidedError',
  'KernelError',
]
/** What V8 says where code reads a value that it does not have. */
const OF_THE_ENGINE =
  /is not a function|Cannot (?:read|destructure|convert|mix|use)|not iterable|of undefined|of null|called on|Reduce of empty|Maximum call stack|Invalid array length|The "/

/** The error with which `run` ends, if it is none of ours. */
async function rawError(run: () => unknown): Promise<string | undefined> {
  try {
    await run()
    return undefined
  } catch (error) {
    const { name, message } = error as Error
    return OURS.includes(name) && !OF_THE_ENGINE.test(message) ? undefined : `${name}: ${message}`
  }
}

/** Whether `value` is what `parameter` takes: a memo is a function. */
const isRightFunction = ({ type }: Parameter, value: unknown): boolean =>
  type === 'Memo' && typeof value === 'function'

/** The arguments for which `each` throws an error that is none of ours. */
async function rawErrors({ from, name, parameters, run }: ExportedFunction): Promise<readonly string[]> {
  const right: readonly unknown[] = parameters.map(
    ({ type, isOptional }) => RIGHT[type] ?? (isOptional ? undefined : {}),
  )
  const found: string[] = []
  for (const [i, parameter] of parameters.entries())
    for (const [what, value] of WRONG) {
      if (value === undefined ? parameter.isOptional : isRightFunction(parameter, value)) continue
      const error = await rawError(() => run(...right.with(i, value)))
      if (error !== undefined) found.push(`${from}: ${name}, ${parameter.name} = ${what}: ${error}`)
    }
  return found
}

// A pass is an object, and `conformance` tests it.
const tested = packageNames.filter(
  (name) => !ENGINES.includes(name) && !ELSEWHERE.includes(name) && !name.startsWith('pass-'),
)

/** The methods of `object`, its own and inherited ones, that TypeScript lets callers call. */
function methodsOf(object: object): readonly string[] {
  const names = new Set<string>()
  for (let from = object; from !== Object.prototype; from = Object.getPrototypeOf(from) as object)
    for (const name of Object.getOwnPropertyNames(from)) names.add(name)
  // `with` is protected.
  return [...names].filter(
    (name) =>
      !['constructor', 'with'].includes(name) && typeof object[name as keyof typeof object] === 'function',
  )
}

describe('every method', () => {
  it.each([
    ['a policy', mine, [[], ['read'], [policy.ALLOW], [policy.ALLOW, 'read']]],
    ['an argument by index', policy.arg(0), [[], [1n], [1n, 2n]]],
  ] as const)('of %s refuses wrong values, and none', async (what, object, before) => {
    const raw: string[] = []
    for (const method of methodsOf(object)) {
      const run = object[method as keyof typeof object] as (...args: readonly unknown[]) => unknown
      for (const first of before)
        for (const [shown, args] of [
          ['nothing', []],
          ...WRONG.map(([name, value]) => [name, [value]] as const),
        ] as const) {
          const error = await rawError(() => run.call(object, ...first, ...args))
          if (error !== undefined) raw.push(`${what}.${method}, ${first.length} and ${shown}: ${error}`)
        }
    }
    expect(raw).toEqual([])
  })

  it('says what is missing', () => {
    const none = mine as unknown as Readonly<Record<'deny' | 'rule', () => unknown>>
    expect(() => none.deny()).toThrow('rule names no system call; write at least one')
    expect(() => none.rule()).toThrow('rule names no system call')
    for (const ask of [compile, compileStack])
      expect(() => ask(mine, null as never)).toThrow('options: expected an object; got null')
    expect(() => resolve(mine, null as never)).toThrow('target: expected an object; got null')
  })
})

describe('every exported function', () => {
  it.each(tested.map((name) => [name]))(
    'of %s refuses wrong values by the name of the argument',
    async (name) => {
      const all = await exportedFunctions(name)
      const raw: string[] = []
      for (const each of all)
        if (PARTS[each.from]?.includes(each.name) !== true) raw.push(...(await rawErrors(each)))
      expect(raw).toEqual([])
    },
  )

  it('is found: these packages export hundreds', async () => {
    const counts = await Promise.all(tested.map(async (name) => (await exportedFunctions(name)).length))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(250)
  })

  it('that is left out exists', async () => {
    for (const [from, names] of Object.entries(PARTS)) {
      const all = await exportedFunctions(from.split('/')[0]!)
      const known = all.filter((each) => each.from === from).map((each) => each.name)
      // Readers are constants, which have no declaration as a function.
      if (from !== 'shape') expect(known, from).toEqual(expect.arrayContaining([...names]))
    }
  })
})
