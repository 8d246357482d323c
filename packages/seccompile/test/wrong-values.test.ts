/**
 * Exported functions × wrong values. JavaScript does not check types at run time. So every function that decides which
 * calls are allowed, or answers questions about that, is called here with values that its types refuse: a byte order in
 * another case, a misspelt option, a program whose fields do not fit. Each function must throw an error that names what
 * is wrong. A function that is added to a list here is tested with all wrong values of that kind.
 */
import * as abi from '@seccompile/abi'
import * as cbpf from '@seccompile/cbpf'
import * as compiler from '@seccompile/compiler'
import * as decision from '@seccompile/decision'
import * as interpreter from '@seccompile/interpreter'
import * as kernel from '@seccompile/kernel'
import * as pass from '@seccompile/pass'
import * as policy from '@seccompile/policy'
import { actionName, actionVerdict } from '@seccompile/policy/toolkit'
import * as prover from '@seccompile/prover'
import * as rules from '@seccompile/rules'
import * as syscalls from '@seccompile/syscalls'
import * as weights from '@seccompile/weights'
import { describe, expect, it } from 'vitest'

const x86_64 = syscalls.abiTable('x86_64')
const arch = abi.AUDIT_ARCH.X86_64
const ALLOW = { code: abi.BPF.RET_K, jt: 0, jf: 0, k: abi.verdictOf('ALLOW') }
const good = cbpf.program([{ code: abi.BPF.LD_ABS, jt: 0, jf: 0, k: 0 }, ALLOW])
const call = abi.seccompData({ nr: 0, arch })
const words = abi.dataWords(call)
const subject = { level: 'program', ir: good } as const
const mine = policy.policy({ default: policy.errno(1) }).allow('read')
const { rules: ruled } = policy.resolve(mine, { abis: [x86_64] })
const idle = pass.definePass({
  name: 'idle',
  from: 'program',
  to: 'program',
  summary: 'nothing',
  run: (ir) => ir,
})
/** `value` as the type that a function expects. */
const as = (value: unknown): never => value as never

type Call = (value: never) => unknown
type Table = readonly (readonly [name: string, call: Call])[]

/**
 * The classes of errors about a wrong value of the caller. An error of another class would be a fault of seccompile.
 */
const OURS = ['TypeError', 'RangeError', 'IrError', 'PolicyError', 'PassError', 'KernelError']

function refuses(table: Table, values: readonly (readonly [what: string, value: unknown])[]): void {
  it.each(table.flatMap(([name, ask]) => values.map(([what, value]) => [name, what, ask, value] as const)))(
    '%s refuses %s',
    async (_name, _what, ask, value) => {
      const answer = async (): Promise<unknown> => await ask(value as never)
      const error: unknown = await answer().then(
        (answered) => expect.unreachable(`it answered ${String(answered)}`),
        (thrown: unknown) => thrown,
      )
      expect(OURS).toContain((error as Error).name)
      // The message is not the engine's message for a missing method.
      expect((error as Error).message).not.toMatch(
        /is not a function|Cannot read|is not iterable|of undefined/,
      )
    },
  )
}

describe('what is given as a program', () => {
  const takers: Table = [
    ['program', cbpf.program],
    ['size', cbpf.size],
    ['canonical', cbpf.canonical],
    ['encode', (p) => cbpf.encode(p, 'little')],
    ['print', cbpf.print],
    ['printAssembly', cbpf.printAssembly],
    ['symbolic', cbpf.symbolic],
    ['reachable', cbpf.reachable],
    ['liveRegisters', cbpf.liveRegisters],
    ['knownWords', (p) => cbpf.knownWords(p, 'little')],
    ['ebpfLength', cbpf.ebpfLength],
    ['pathLength', (p) => cbpf.pathLength([p])],
    ['witnesses', cbpf.witnesses],
    ['meaning', (p) => interpreter.meaning(p, call)],
    ['run', (p) => interpreter.run(p, call)],
    ['runWords', (p) => interpreter.runWords(p, words)],
    ['trace', (p) => interpreter.trace(p, call)],
    ['coverage', (p) => interpreter.coverage(p, [])],
    ['constAllow', (p) => interpreter.constAllow(p, 0, arch)],
    ['isConstAllow', (p) => interpreter.isConstAllow(p, 0, arch)],
    ['attachSteps', (p) => interpreter.attachSteps(p, [])],
    ['evaluator', interpreter.evaluator],
    ['runPass', (p) => pass.runPass(idle, p)],
    ['equal', (p) => prover.equal({ level: 'program', ir: p }, subject)],
    ['equal, on the right', (p) => prover.equal(subject, { level: 'program', ir: p })],
    [
      'equal, in a stack',
      (p) => prover.equal(subject, { level: 'stack', ir: [{ level: 'program', ir: p }] }),
    ],
    ['difference', (p) => prover.difference({ level: 'program', ir: p }, subject)],
    ['digest', (p) => prover.digest({ level: 'program', ir: p })],
    ['subset', (p) => prover.subset({ level: 'program', ir: p }, subject)],
    ['solve', (p) => prover.solve({ level: 'program', ir: p }, 'ALLOW')],
    ['regions', (p) => prover.regions({ level: 'program', ir: p })],
    ['changes', (p) => prover.changes({ level: 'program', ir: p }, subject)],
    ['intersect', (p) => prover.intersect({ level: 'program', ir: p }, subject)],
    ['asRules', (p) => prover.asRules({ level: 'program', ir: p })],
    ['meaningOf', (p) => prover.meaningOf({ level: 'program', ir: p }, call, 'little')],
    ['optimize', compiler.optimize],
    ['cost', (p) => compiler.cost(p, [x86_64])],
    ['longestPath', compiler.longestPath],
    ['valueOf an objective', (p) => compiler.objectiveOf(ruled, [x86_64]).valueOf([p], 'little')],
    ['provedDifference', (p) => compiler.provedDifference({ level: 'program', ir: p }, subject, 'little')],
    ['attach', kernel.attach],
    ['filterBytes', kernel.filterBytes],
  ]
  refuses(takers, [
    ['a jt of 256', [{ code: abi.BPF.JEQ_K, jt: 256, jf: 0, k: 0 }, ALLOW]],
    ['a jt of -1', [{ code: abi.BPF.JEQ_K, jt: -1, jf: 0, k: 0 }, ALLOW]],
    ['a ja of -1', [{ code: abi.BPF.JA, jt: 0, jf: 0, k: -1 }, ALLOW]],
    ['a k of 1.5', [{ ...ALLOW, k: 1.5 }]],
    ['a k that is text', [{ ...ALLOW, k: '5' }]],
    ['a k of 2^33', [{ ...ALLOW, k: 2 ** 33 }]],
    ['ALLOW past 32 bits', [{ ...ALLOW, k: 2 ** 32 + 0x7fff_0000 }]],
    ['a misfit that is not reached', [ALLOW, { ...ALLOW, k: 2 ** 33 }]],
    ['a missing field', [{ code: abi.BPF.RET_K, jt: 0, jf: 0 }]],
  ])

  it('is told by verify and verifyLowered, which throw nothing', () => {
    for (const verify of [cbpf.verify, cbpf.verifyLowered])
      expect(verify(as([{ ...ALLOW, k: 2 ** 33 }]))).toEqual([expect.objectContaining({ invariant: 'P0' })])
  })
})

describe('what is given as a byte order', () => {
  refuses(
    [
      ['isBig', abi.isBig],
      ['wordOffset', (e) => abi.wordOffset(0, e)],
      ['wordAt', (e) => abi.wordAt(0, e)],
      ['encode', (e) => cbpf.encode(good, e)],
      ['decode', (e) => cbpf.decode(cbpf.encode(good, 'little'), e)],
      ['print', (endianness) => cbpf.print(good, { endianness })],
      ['printAssembly', (endianness) => cbpf.printAssembly(good, { endianness })],
      ['knownWords', (e) => cbpf.knownWords(good, e)],
      ['witnesses', (e) => cbpf.witnesses(good, e)],
      ['meaning', (e) => interpreter.meaning(good, call, e)],
      ['run', (e) => interpreter.run(good, call, e)],
      ['runWords', (e) => interpreter.runWords(good, words, e)],
      ['trace', (e) => interpreter.trace(good, call, e)],
      ['coverage', (e) => interpreter.coverage(good, [], e)],
      ['evaluator', (e) => interpreter.evaluator(good, e)],
      ['meaningOf rules', (e) => prover.meaningOf({ level: 'rules', ir: ruled }, call, e)],
      ['equal', (endianness) => prover.equal(subject, subject, { endianness })],
      ['solve', (endianness) => prover.solve(subject, 'ALLOW', {}, { endianness })],
      ['regions', (endianness) => prover.regions(subject, { endianness })],
      ['runPass', (endianness) => pass.runPass(idle, good, { endianness })],
      ['compileRules', (endianness) => compiler.compileRules(ruled, { endianness })],
      ['optimize', (endianness) => compiler.optimize(good, { endianness })],
      ['cost', (e) => compiler.cost(good, [], e)],
    ],
    [
      ['"Big"', 'Big'],
      ['"LITTLE"', 'LITTLE'],
      ['true', true],
      ['null', null],
    ],
  )
})

describe('what is given as a call', () => {
  const data = (patch: object): unknown => ({ ...call, ...patch })
  refuses(
    [
      ['dataWords', abi.dataWords],
      ['seccompData', abi.seccompData],
      ['meaning of rules', (d) => rules.meaning(ruled, d)],
      ['meaning of a decision', (d) => decision.meaning({ kind: 'verdict', verdict: 0 }, d)],
      ['meaning of a program', (d) => interpreter.meaning(good, d)],
      ['run', (d) => interpreter.run(good, d)],
      ['trace', (d) => interpreter.trace(good, d)],
      ['coverage', (d) => interpreter.coverage(good, [d])],
      ['meaningOf', (d) => prover.meaningOf(subject, d, 'little')],
    ],
    [
      ['nr 2^32 + 1', data({ nr: 2 ** 32 + 1 })],
      ['nr 1.5', data({ nr: 1.5 })],
      ['nr "1"', data({ nr: '1' })],
      ['arch -1', data({ arch: -1 })],
      ['seven args', data({ args: [0n, 0n, 0n, 0n, 0n, 0n, 1n] })],
      ['args past 64 bits', data({ args: [2n ** 64n + 5n, 0n, 0n, 0n, 0n, 0n] })],
      ['args of numbers', data({ args: [5, 0n, 0n, 0n, 0n, 0n] })],
      ['a pointer past 64 bits', data({ instruction_pointer: 2n ** 64n })],
    ],
  )

  it('keeps the bits of a negative number where it is made', () => {
    const made = abi.seccompData({ nr: -1, arch, args: [-1n] })
    expect([made.nr, made.args[0]]).toEqual([0xffff_ffff, 2n ** 64n - 1n])
    expect(() => abi.seccompData(as({ nr: 0, arch, arg: [1n] }))).toThrow('did you mean "args"?')
  })
})

describe('what is given as a verdict, an action or a word', () => {
  refuses(
    [
      ['verdictOf', abi.verdictOf],
      ['solve', (goal) => prover.solve(subject, goal)],
    ],
    [
      ['"FOO"', 'FOO'],
      ['"__proto__"', '__proto__'],
      ['"constructor"', 'constructor'],
      ['"allow"', 'allow'],
      ['null', null],
      ['an object', {}],
    ],
  )
  refuses(
    [
      ['verdictName', abi.verdictName],
      ['actionOf', abi.actionOf],
      ['dataOf', abi.dataOf],
      ['auditArchName', abi.auditArchName],
      ['solve', (goal) => prover.solve(subject, goal)],
      ['stackVerdict', (verdict) => prover.stackVerdict([verdict])],
    ],
    [
      ['ALLOW past 32 bits', 2 ** 32 + 0x7fff_0000],
      ['-1', -1],
      ['1.5', 1.5],
      ['NaN', NaN],
    ],
  )
  refuses(
    [['data of verdictOf', (data) => abi.verdictOf('ERRNO', data)]],
    [['70000', 70_000], ['-1', -1], ['1.5', 1.5], ['"1"', '1']], // prettier-ignore
  )
  refuses(
    [
      ['argLow', abi.argLow],
      ['argHigh', abi.argHigh],
    ],
    [['6', 6], ['-1', -1], ['0.5', 0.5], ['"1"', '1']], // prettier-ignore
  )
  refuses([['wordName', abi.wordName], ['wordOffset', (w) => abi.wordOffset(w, 'big')]], [['16', 16], ['-1', -1], ['1.5', 1.5]]) // prettier-ignore
  refuses(
    [
      ['actionVerdict', actionVerdict],
      ['actionName', actionName],
      ['policy', (action) => policy.policy({ default: action })],
      ['rule', (action) => mine.rule(action, 'write')],
      ['unknown of compile', (unknown) => compiler.compile(mine, { abis: [x86_64], unknown })],
    ],
    [
      ['ERRNO without a number', { action: 'ERRNO' }],
      ['ERRNO with text', { action: 'ERRNO', data: '1' }],
      ['an unknown action', { action: 'FOO', data: 0 }],
    ],
  )
})

describe('what is given as an ABI or a level', () => {
  refuses(
    [
      ['policyAbis', (main) => policy.policyAbis(mine, main)],
      ['policyTables', (main) => policy.policyTables(mine, main)],
    ],
    [
      ['"constructor"', 'constructor'],
      ['null', null],
      ['7', 7],
    ],
  )
  refuses(
    [
      ['abiTable', syscalls.abiTable],
      ['levelFunctions', pass.levelFunctions],
      ['irFromJson', (level) => pass.irFromJson(level, [])],
      ['irToJson', (level) => pass.irToJson(level, as(good))],
      ['meaningOf', (level) => prover.meaningOf({ level, ir: good }, call, 'little')],
      ['equal', (level) => prover.equal({ level, ir: good }, subject)],
      ['digest', (level) => prover.digest({ level, ir: good })],
      ['solve', (level) => prover.solve({ level, ir: good }, 'ALLOW')],
    ],
    [
      ['"__proto__"', '__proto__'],
      ['"constructor"', 'constructor'],
      ['"Program"', 'Program'],
      ['undefined', undefined],
    ],
  )
  refuses(
    [
      ['resolve', (abis) => policy.resolve(mine, { abis })],
      ['compile', (abis) => compiler.compile(mine, { abis })],
      ['compileStack', (abis) => compiler.compileStack(mine, { abis })],
      ['objectiveOf', (abis) => compiler.objectiveOf(ruled, abis).valueOf([good], 'little')],
      ['weighKnownCalls', compiler.weighKnownCalls],
      ['optimize', (abis) => compiler.optimize(good, { abis })],
      ['cost', (abis) => compiler.cost(good, abis)],
    ],
    [
      ['the name of one', ['x86_64']],
      ['one alone', x86_64],
      ['the facts of one', [syscalls.abis[0]]],
    ],
  )
})

describe('what is given as options', () => {
  const compilers: Table = [
    ['compile', (options) => compiler.compile(mine, options)],
    ['compileStack', (options) => compiler.compileStack(mine, options)],
  ]
  refuses(compilers, [
    ['caps that nobody knows', { caps: ['FOO'] }],
    ['caps as text', { caps: 'CAP_SYS_ADMIN' }],
    ['a kernel as text', { kernel: '6.1' }],
    ['a kernel as a number', { kernel: 6.1 }],
    ['an unknown objective', { objective: 'foo' }],
    ['unknown: FOO', { unknown: 'FOO' }],
    ['strict as text', { strict: 'no' }],
    ['prove: 0', { prove: 0 }],
    ['weights of text', { weights: { read: '5' } }],
    ['weights in a list', { weights: [5] }],
    ['weights of an ABI as text', { abiWeights: { x86_64: '5' } }],
    ['a misspelt key', { cap: ['CAP_SYS_ADMIN'] }],
  ])
  refuses(
    [...compilers, ['compileRules', (options) => compiler.compileRules(ruled, options)]],
    [
      ['an unknown pipeline', { pipeline: 'foo' }],
      ['pipeline __proto__', { pipeline: '__proto__' }],
      ['a pipeline that is nothing', { pipeline: null }],
      ['an unknown effort', { effort: 'maximum' }],
      ['a price as text', { insnCost: '1' }],
      ['a path as text', { maxPath: '5' }],
      ['instruments that are no list', { instruments: {} }],
      ['a key of another function', { goal: 'speed' }],
    ],
  )
  refuses([['maxFilters of compileStack', (maxFilters) => compiler.compileStack(mine, { abis: [x86_64], maxFilters })]], [['"3"', '3'], ['0', 0], ['NaN', NaN]]) // prettier-ignore
  refuses(
    [
      ['optimize', (options) => compiler.optimize(good, options)],
      ['runPass', (options) => pass.runPass(idle, good, options)],
    ],
    [
      ['an unknown effort', { effort: 'maximum' }],
      ['a misspelt key', { endianess: 'big' }],
      ['null', null],
    ],
  )
  refuses(
    [['optimize', (goal) => compiler.optimize(good, { goal })]],
    [['"fast"', 'fast'], ['"none"', 'none'], ['"__proto__"', '__proto__']], // prettier-ignore
  )
  refuses(
    [
      ['objectiveOf', (options) => compiler.objectiveOf(ruled, [x86_64], options)],
      ['cost', (options) => compiler.cost(good, [x86_64], 'little', options)],
    ],
    [
      ['a misspelt key', { wieghts: {} }],
      ['weights of text', { weights: { read: '5' } }],
      ['weights that are text', { weights: 'server' }],
    ],
  )
  refuses(
    [
      ['print', (options) => cbpf.print(good, options)],
      ['printAssembly', (options) => cbpf.printAssembly(good, options)],
    ],
    [['a misspelt key', { endianess: 'big' }]],
  )
  refuses([['callShares', weights.callShares]], [['text', { read: '5' }], ['a list', [1]], ['null', null]]) // prettier-ignore
  refuses(
    [['attach', (options) => kernel.attach(good, options)]],
    [
      ['a misspelt flag', { tsyn: false }],
      ['a flag as text', { noNewPrivs: 'false' }],
    ],
  )
  refuses(
    [['run', async (options) => kernel.run(good, ['/bin/true'], options)]],
    [
      ['a misspelt flag', { noNewPriv: false }],
      ['a flag as text', { noNewPrivs: 'false' }],
    ],
  )
})

describe('what a question is about', () => {
  const questions: Table = [
    ['equal', (options) => prover.equal(subject, subject, options)],
    ['difference', (options) => prover.difference(subject, subject, options)],
    ['digest', (options) => prover.digest(subject, options)],
    ['subset', (options) => prover.subset(subject, subject, options)],
    ['regions', (options) => prover.regions(subject, options)],
    ['changes', (options) => prover.changes(subject, subject, options)],
    ['asRules', (options) => prover.asRules(subject, options)],
    ['intersect', (options) => prover.intersect(subject, subject, options)],
    ['solve', (options) => prover.solve(subject, 'ALLOW', {}, options)],
  ]
  refuses(questions, [
    ['within arch -1', { within: { arch: -1 } }],
    ['within arch 2^32', { within: { arch: 2 ** 32 } }],
    ['within numbers the wrong way round', { within: { arch, numbers: [{ lo: 5, hi: 1 }] } }],
    ['within numbers past 32 bits', { within: { arch, numbers: [{ lo: 0, hi: 2 ** 32 }] } }],
    ['within a misspelt key', { within: { arch, number: { lo: 0, hi: 1 } } }],
    ['a misspelt key', { witin: { arch } }],
    ['NaN nodes', { maxNodes: NaN }],
    ['nodes as text', { maxNodes: '10' }],
  ])
  refuses(
    [['solve', (constraints) => prover.solve(subject, 'ALLOW', constraints)]],
    [
      ['nr 2^32 + 1', { nr: 2 ** 32 + 1 }],
      ['arch -1', { arch: -1 }],
      ['seven args', { args: [0n, 0n, 0n, 0n, 0n, 0n, 0n] }],
      ['args past 64 bits', { args: [2n ** 64n + 5n] }],
      ['args of numbers', { args: [5] }],
      ['a misspelt key', { arg: [5n] }],
    ],
  )
  const subjects: Table = [
    ['equal', (s) => prover.equal(s, subject)],
    ['subset', (s) => prover.subset(subject, s)],
    ['digest', prover.digest],
    ['solve', (s) => prover.solve(s, 'ALLOW')],
  ]
  refuses(subjects, [
    ['a program that the kernel refuses', { level: 'program', ir: [{ ...ALLOW, code: abi.BPF.JA, k: 7 }] }],
    ['rules with a verdict past 32 bits', { level: 'rules', ir: { ...ruled, badArch: 2 ** 32 } }],
    ['a decision with a mask of -1', { level: 'decision', ir: { kind: 'test', word: 0, mask: -1, op: 'eq', k: 0, then: { kind: 'verdict', verdict: 0 }, else: { kind: 'verdict', verdict: 1 } } }],
    ['a decision with an unknown operator', { level: 'decision', ir: { kind: 'test', word: 0, mask: 1, op: 'EQ', k: 0, then: { kind: 'verdict', verdict: 0 }, else: { kind: 'verdict', verdict: 1 } } }],
    ['a stack in a stack', { level: 'stack', ir: [{ level: 'stack', ir: [] }] }],
    ['a misspelt key', { level: 'program', ir: good, endianness: 'big' }],
  ]) // prettier-ignore
})
