import { passes } from '@seccompile/compiler'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const pass = (name: string, patch = ''): string =>
  `{ name: '${name}', from: 'rules', to: 'rules', summary: 'is ${name}', run: (rules) => rules, ${patch} }`
const list = async (module: string): Promise<readonly string[]> => {
  const { status, out, err } = await runCli(['passes', '--json', '--use', module])
  expect([status, err]).toEqual([0, ''])
  return (JSON.parse(out) as { passes: { name: string }[] }).passes
    .slice(passes.length)
    .map(({ name }) => name)
}

describe("passes of one's own", () => {
  it.each([
    [
      'list.mjs',
      `export const passes = [${pass('b')}, ${pass('a')}]; export const c = ${pass('c')}`,
      ['b', 'a'],
    ],
    [
      'named.mjs',
      `export const b = ${pass('b')}; export const n = 5; export const a = ${pass('a')}`,
      ['a', 'b'],
    ],
    ['default.mjs', `const one = ${pass('one')}; export default one; export { one }`, ['one']],
  ])('are found in %s', async (name, text, names) => {
    expect(await list(file(name, text))).toEqual(names)
  })

  it('are listed with their summaries', async () => {
    const module = file('listed.mjs', `export const a = ${pass('a')}`)
    expect((await runCli(['passes', '--use', module])).out).toMatch(/^a +rules +rules +is a$/m)
  })

  it('take part in a pipeline, from several modules', async () => {
    const [one, two] = [
      file('1.mjs', `export const a = ${pass('one')}`),
      file('2.mjs', `export const a = ${pass('two')}`),
    ]
    const { status, out, err } = await runCli([
      'compile',
      'preset:container-default',
      '--abi',
      'x86_64',
      '--use',
      one,
      '--use',
      two,
      '--passes',
      'one,two,dedupe,bst,lower',
      '--json',
      '-o',
      at('own.bpf'),
    ])
    expect([status, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({ pipeline: 'one,two,dedupe,bst,lower' })
  })

  it('are no fault of seccompile where the next pass declines their output', async () => {
    const insns = [[0x20, 0], [0x07, 0], [0x20, 16], [0x1d, 0], [0x06, 0]].map(([code, k]) => `{ code: ${code}, jt: 0, jf: 0, k: ${k} }`) // prettier-ignore
    const odd = `{ name: 'odd', from: 'program', to: 'program', summary: 'is odd', run: () => [${insns.join()}] }`
    const module = file('odd.mjs', `export const odd = ${odd}`)
    const passes = 'dedupe,bst,lower,odd,lift,lower'
    const asked = ['preset:container-default', '--abi', 'x86_64', '--use', module, '--passes', passes]
    const { status, err } = await runCli(['compile', ...asked, '-o', at('odd.bpf')])
    expect([status, err]).toEqual([2, 'error: lift: pc 3: `jeq x` cannot be lifted: it compares two words\n'])
  })

  it.each([
    ['none.mjs', 'export const x = 1', 'none.mjs: exports no pass; export what definePass()'],
    ['empty.mjs', 'export const passes = []', 'empty.mjs: exports no pass'],
    ['object.mjs', 'export const passes = {}', 'the export "passes" must be a list of passes'],
    ['hole.mjs', 'export const passes = [null]', '"passes" holds a value that is no pass'],
    ['getter.mjs', `export const a = { get run() { throw new Error('mine') } }`, 'getter.mjs:1:38: mine'],
    ['proxy.mjs', 'export const a = new Proxy({}, { get() { throw null } })', 'proxy.mjs: null'],
    ['unnamed.mjs', 'export const a = { run() {} }', 'unnamed.mjs: a pass has no name'],
    [
      'case.mjs',
      `export const a = ${pass('mergeRanges')}`,
      'pass "mergeRanges": a name is lower case, with hyphens: merge-ranges',
    ],
    ['proto.mjs', `export const a = ${pass('__proto__')}`, 'pass "__proto__": a name is lower case'],
    [
      'fixpoint.mjs',
      `export const a = ${pass('fixpoint')}`,
      'pass "fixpoint": has the name that pipelines use for repetition',
    ],
    [
      'level.mjs',
      `export const a = ${pass('a', "to: 'bytes'")}`,
      'pass "a": "from" and "to" are each one of rules, decision, program',
    ],
    [
      'summary.mjs',
      `export const a = ${pass('a', 'summary: undefined')}`,
      'pass "a": "summary" is a line for people',
    ],
    ['norun.mjs', `export const passes = [${pass('a', 'run: 5')}]`, 'pass "a": "run" is a function'],
    ['cost.mjs', `export const a = ${pass('a', 'cost: 5')}`, '"cost" is an object'],
    ['required.mjs', `export const a = ${pass('a', 'required: false')}`, '"required" is true or absent'],
    ['declines.mjs', `export const a = ${pass('a', 'declines: false')}`, '"declines" is true or absent'],
    ['parts.mjs', `export const a = ${pass('a', 'parts: 5')}`, '"parts" is a list of passes'],
    [
      'taken.mjs',
      `export const a = ${pass('sort')}`,
      'taken.mjs: pass "sort": the compiler has a pass of this name; rename yours',
    ],
    ['twice.mjs', `export const a = ${pass('a')}; export const b = ${pass('a')}`, 'pass "a": '],
    ['throws.mjs', `\nthrow new Error('boom')`, 'throws.mjs:2:7: boom'],
  ])('are refused where they are none: %s', async (name, text, message) => {
    const { status, out, err } = await runCli(['passes', '--use', file(`bad-${name}`, text)])
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(message)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  it.each([
    ['nobody-at-all', 'error: nobody-at-all: cannot be read: no such package here; a path begins with ./\n'],
    ['nobody-at-all.mjs', 'error: nobody-at-all.mjs: cannot be read: no such file, and no such package\n'],
    ['./nobody.mjs', 'error: ./nobody.mjs: cannot be read: no such file\n'],
    ['.', 'error: .: cannot be read: it is a folder\n'],
    ['', 'error: --use: expected a path or the name of a package\n'],
  ])('in %j are not found', async (module, message) => {
    expect(await runCli(['passes', '--use', module])).toMatchObject({ status: 2, out: '', err: message })
  })

  it('that fail are faults of their module, and the message names its line', async () => {
    const module = file(
      'fails.mjs',
      `export const lost = {
  ...${pass('lost')},
  run() { throw new Error('all is lost') },
}
export const wrong = ${pass('wrong', 'run: (rules) => ({ ...rules, badArch: -1 })')}
export const restless = ${pass('restless', 'run: (rules) => ({ ...rules })')}`,
    )
    const compile = (passes: string): ReturnType<typeof runCli> =>
      runCli([
        'compile',
        'preset:container-default',
        '--use',
        module,
        '--passes',
        passes,
        '-o',
        at('never.bpf'),
      ])
    expect(await compile('lost,bst,lower')).toMatchObject({
      status: 2,
      err: `error: ${module}:3:17: pass lost: all is lost\n`,
    })
    expect((await compile('wrong,bst,lower')).err).toContain(
      'fails.mjs: pass wrong: yields malformed IR: rules:bad arch: verdict -1 is not a u32 (R3)\n',
    )
    expect((await compile('fixpoint(restless),bst,lower')).err).toContain('has not settled after 64 rounds')
  })
})
