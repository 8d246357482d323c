import { compile, objectiveOf } from '@seccompile/compiler'
import { NEWEST_KERNEL } from '@seccompile/policy'
import { containerDefault } from '@seccompile/presets'
import { signedAbiTable } from '@seccompile/signatures'
import { abiTable } from '@seccompile/syscalls'
import { serverProfile } from '@seccompile/weights'
import { openSync, closeSync, ftruncateSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadRepro } from '../src/load/reproducer.ts'
import { loadWeights } from '../src/load/weights.ts'
import { SEARCH, searchOf } from '../src/options/objective.ts'
import type { SearchChoices, SearchSurroundings } from '../src/options/objective.ts'
import { valuesOf } from '../src/syntax/commander.ts'
import type { TypedValue } from '../src/syntax/option.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const x86_64 = signedAbiTable('x86_64')

/** The parsed value of the options `typed`. */
const parseSearch = (
  typed: Readonly<Record<string, TypedValue>>,
  around: SearchSurroundings,
): SearchChoices => searchOf(valuesOf(SEARCH, typed), around)

describe('the options of the search', () => {
  const around = {
    pipeline: 'speed',
    kernel: NEWEST_KERNEL,
    isPolicyStdin: false,
  } as const

  it('asks for nothing unless told', () => {
    expect(parseSearch({}, around)).toEqual({ maxPath: Infinity, effort: 'default' })
  })

  it('reads each option', () => {
    const options = {
      objective: 'bitmap',
      abiWeight: ['x86=.5', 'amd64=1e-3'],
      insnCost: '5e-2',
      maxPath: '12',
      effort: 'max',
    }
    expect(parseSearch(options, around)).toEqual({
      objective: 'bitmap',
      abiWeights: { x86: 0.5, x86_64: 0.001 },
      insnCost: 0.05,
      maxPath: 12,
      effort: 'max',
    })
  })

  it('takes the price of an instruction as a fraction, as the help writes it', () => {
    expect(parseSearch({ insnCost: '1/2048' }, around)).toMatchObject({ insnCost: 1 / 2048 })
  })

  it.each([
    '-1',
    '',
    'much',
    'NaN',
    'Infinity',
    '1e7',
    '1e999',
    '0x1',
    '1,5',
    '1/0',
    '0/0',
    '1/-8',
    '1/2/3',
    '/8',
  ])('refuses a text that is no price of an instruction: %j', (insnCost) => {
    expect(() => parseSearch({ insnCost }, around)).toThrow(
      `--insn-cost: expected a number from 0 to 1000000, for example 0.05 or 1/8; got "${insnCost}"`,
    )
  })

  it('refuses a price under pipeline none, where the price has no effect', () => {
    expect(() => parseSearch({ insnCost: '1' }, { ...around, pipeline: 'none' })).toThrow(
      '--insn-cost has no effect under --pipeline none',
    )
  })

  it.each(['uniform', 'attach'])('refuses weights beside --objective %s, which has none', (objective) => {
    expect(() => parseSearch({ objective, weights: 'w.json' }, around)).toThrow(
      `--weights and --objective ${objective} exclude each other`,
    )
  })

  it('takes a bound on paths under pipeline none, which is checked after compiling', () => {
    expect(parseSearch({ maxPath: '9' }, { ...around, pipeline: 'none' })).toMatchObject({ maxPath: 9 })
  })
})

describe('loadWeights', () => {
  it('takes the built-in profile by its name, and a file of that name by its path', () => {
    expect(loadWeights('server', x86_64).options).toEqual({ weights: serverProfile })
    expect(loadWeights(file('server', '{ "read": 1 }'), x86_64).options).toEqual({ weights: { read: 1 } })
  })

  it('reads traces in which names of programs are no text', () => {
    const trace = file(
      't',
      Buffer.from('  \xff\xfe-12 [000] ..... 1.0: sys_enter: NR 0 (0, 0, 0, 0, 0, 0)\n', 'latin1'),
    )
    expect(loadWeights(trace, x86_64).options).toEqual({ weights: { read: 1 } })
    expect(loadWeights(trace, abiTable('x86')).options).toEqual({ weights: { restart_syscall: 1 } })
  })

  it('stops reading a file that is too large', () => {
    const fd = openSync(at('large'), 'w')
    ftruncateSync(fd, 64 * 1024 * 1024 + 1)
    closeSync(fd)
    expect(() => loadWeights(at('large'), x86_64)).toThrow(
      `${at('large')}: is larger than 67108864 bytes, which is more than any counts of calls needs`,
    )
  })
})

it('a reproducer weighs as the run did', async () => {
  const failing = file(
    'failing.mjs',
    "export const mine = { name: 'mine', from: 'rules', to: 'rules', summary: 'fails', run() { throw new Error('lost') } }\n",
  )
  const repro = at('repro.json')
  const weights = file('w.json', '{ "read": 3, "close": 1 }')
  const search = ['--weights', weights, '--abi-weight', 'x86_64=2', '--effort', 'max', '--max-path', '99']
  const run = [
    'compile',
    'preset:container-default',
    '--abi',
    'x86_64',
    '--use',
    failing,
    '--passes',
    'mine,bst,lower',
  ]
  const { status } = await runCli([...run, ...search, '--repro', repro, '-o', at('x.bpf')])
  expect(status).toBe(2)
  expect(JSON.parse(readFileSync(repro, 'utf8'))).toMatchObject({
    effort: 'max',
    maxPath: 99,
    target: { abis: ['x86_64'], weights: { read: 3, close: 1 }, abiWeights: { x86_64: 2 } },
  })
  const { rules } = compile(containerDefault, { abis: [x86_64], prove: false })
  const { weigh } = objectiveOf(rules, [x86_64], {
    weights: { read: 3, close: 1 },
    abiWeights: { x86_64: 2 },
  })
  const loaded = loadRepro(repro)
  for (const nr of [0, 3, 39])
    expect(loaded.weigh(x86_64.auditArch, { lo: nr, hi: nr }, 'allow')).toBe(
      weigh(x86_64.auditArch, { lo: nr, hi: nr }, 'allow'),
    )
})

it('a reproducer of a run for a named kernel weighs by the objective that the kernel implies', async () => {
  const failing = file(
    'failing.mjs',
    "export const mine = { name: 'mine', from: 'rules', to: 'rules', summary: 'fails', run() { throw new Error('lost') } }\n",
  )
  const repro = at('kernel.json')
  const run = ['compile', 'preset:container-default', '--abi', 'x86_64', '--use', failing, '--passes', 'mine,bst,lower'] // prettier-ignore
  expect((await runCli([...run, '--kernel', '6.1', '--repro', repro, '-o', at('x.bpf')])).status).toBe(2)
  expect(JSON.parse(readFileSync(repro, 'utf8'))).toMatchObject({ target: { kernel: '6.1' } })
  const { rules } = compile(containerDefault, { abis: [x86_64], prove: false })
  const { weigh } = objectiveOf(rules, [x86_64], { objective: 'bitmap' })
  const read = { lo: 0, hi: 0 }
  const weight = loadRepro(repro).weigh(x86_64.auditArch, read, 'allow')
  expect(weight).toBe(weigh(x86_64.auditArch, read, 'allow'))
  expect(weight).not.toBe(objectiveOf(rules, [x86_64]).weigh(x86_64.auditArch, read, 'allow'))
})

it.each([
  [{ kernel: 6.1 }, '"target": "kernel": expected a version such as "6.1"'],
  [{ objective: 'speed' }, '"target": "objective": expected the name of an objective'],
  [{ objective: 'constructor' }, '"target": "objective": expected the name of an objective'],
  [{ weights: [1] }, '"target": "weights": expected an object from call name to number'],
  [{ weights: { read: '1' } }, '"target": "weights": expected an object from call name to number'],
  [{ abiWeights: 1 }, '"target": "abiWeights": expected an object from ABI to number'],
])('a reproducer whose target has %j is refused', (more, message) => {
  const repro = {
    reproducer: 1,
    passes: 'sort',
    error: '',
    endianness: 'little',
    insnCost: 0,
    target: { abis: ['x86_64'], ...more },
    level: 'rules',
    ir: { sections: [{ arch: 3221225534, rules: [], otherwise: 0 }], badArch: 0 },
  }
  expect(() => loadRepro(file('r.json', JSON.stringify(repro)))).toThrow(message)
})
