import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const PROFILE = file(
  'p.json',
  JSON.stringify({
    defaultAction: 'SCMP_ACT_ERRNO',
    syscalls: [{ names: ['read', 'write'], action: 'SCMP_ACT_ALLOW' }],
  }),
)
const module = (name: string, body: string): string =>
  file(
    name,
    `export const mine = { name: 'mine', from: 'rules', to: 'rules', summary: '', run: (rules) => { ${body} } }`,
  )
/** A policy that allows one call with `count` values. */
const listing = (count: number): object => ({
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: Array.from({ length: count }, (_, i) => ({
    names: ['ioctl'],
    action: 'SCMP_ACT_ALLOW',
    args: [{ index: 1, value: 5 * i * i + 7, op: 'SCMP_CMP_EQ' }],
  })),
})
const FAILING = module('failing.mjs', `throw new Error('lost')`)
const MENDED = module('mended.mjs', 'return rules')
const compile = (...options: string[]): ReturnType<typeof runCli> =>
  runCli([
    'compile',
    PROFILE,
    '--use',
    FAILING,
    '--passes',
    'sort,mine,bst,lower',
    '-o',
    at('p.bpf'),
    ...options,
  ])

describe('--repro', () => {
  it('writes the input of a failing pass, and reproduce makes it fail again', async () => {
    const repro = at('kept.json')
    const { status, err } = await compile('--repro', repro)
    expect(status).toBe(2)
    expect(err).toContain(
      `note: the input of the pass is in ${repro}; "seccompile reproduce ${repro} --use ${FAILING}" runs the pass again\n`,
    )
    expect(err).toMatch(/error: .*failing\.mjs:1:\d+: pass mine: lost\n$/)
    expect(JSON.parse(readFileSync(repro, 'utf8'))).toMatchObject({
      passes: 'mine',
      error: 'lost',
      level: 'rules',
      target: { abis: ['x86_64'] },
    })

    const again = await runCli(['reproduce', repro, '--use', FAILING, '--print-after', 'all'])
    expect(again.status).toBe(2)
    expect(again.err).toContain('--- 00-input: rules\narch X86_64\n')
    expect(again.err).toContain('pass mine: lost')

    const mended = await runCli(['reproduce', repro, '--use', MENDED])
    expect([mended.status, mended.out, mended.err]).toEqual([0, '', 'note: mine does not fail any more\n'])

    const missing = await runCli(['reproduce', repro])
    expect(missing.status).toBe(2)
    expect(missing.err).toContain('--use loads passes of your own')
  })

  it('writes the input of a pass that the proof finds to be wrong', async () => {
    const repro = at('wrong.json')
    const wrong = module(
      'wrong.mjs',
      'return { ...rules, sections: rules.sections.map((s) => ({ ...s, rules: [] })) }',
    )
    const passes = ['--passes', 'dedupe,sort,mine,merge-ranges,bst,lower']
    const run = ['compile', PROFILE, '--use', wrong, ...passes, '-o', at('wrong.bpf'), '--repro', repro]
    const { status, err } = await runCli(run)
    expect(status).toBe(2)
    const said =
      'pass mine: changes the meaning: on nr 0, arch X86_64, args 0x0 0x0 0x0 0x0 0x0 0x0: ALLOW before, '
    expect(err).toContain(`"seccompile reproduce ${repro} --use ${wrong}" runs the pass again\n`)
    expect(err).toContain(said)
    expect(existsSync(at('wrong.bpf'))).toBe(false)
    expect(JSON.parse(readFileSync(repro, 'utf8'))).toMatchObject({ passes: 'mine', level: 'rules' })

    const again = await runCli(['reproduce', repro, '--use', wrong])
    expect(again.status).toBe(2)
    expect(again.err).toContain(said)
    const mended = await runCli(['reproduce', repro, '--use', MENDED])
    expect([mended.status, mended.err]).toEqual([0, 'note: mine does not fail any more\n'])
  })

  it('writes the input of a pass that is wrong in one of several filters', async () => {
    const missed = 5 * 500 * 500 + 7
    const large = file('divided.json', JSON.stringify(listing(1500)))
    const missing = (name: string, k: number): string =>
      file(
        name,
        `export const mine = { name: 'mine', from: 'program', to: 'program', summary: '', run: (program) =>
          program.map((insn) => insn.code === 0x15 && insn.k === ${missed} ? { ...insn, k: ${k} } : insn) }`,
      )
    const [wrong, right] = [missing('missing.mjs', missed + 1), missing('right.mjs', missed)]
    const repro = at('divided-repro.json')
    const passes = ['--passes', 'sort,linear,lower,mine', '--repro', repro]
    const { status, err } = await runCli(['compile', large, '--use', wrong, ...passes, '-o', at('d.bpf')])
    const said = /pass mine: changes the meaning: on nr 16, arch X86_64, args 0x0 0x1312d[78] /
    expect([status, err]).toEqual([2, expect.stringMatching(said)])
    expect(err).toContain(`"seccompile reproduce ${repro} --use ${wrong}" runs the pass again\n`)
    expect([existsSync(at('d.bpf')), existsSync(at('d.bpf.1'))]).toEqual([false, false])
    const kept = JSON.parse(readFileSync(repro, 'utf8')) as { readonly ir: readonly unknown[] }
    expect(kept).toMatchObject({ passes: 'mine', error: expect.stringMatching(/^mine: /), level: 'program' })
    expect(kept.ir.length).toBeLessThanOrEqual(4096)

    const again = await runCli(['reproduce', repro, '--use', wrong])
    expect([again.status, again.err]).toEqual([2, expect.stringMatching(said)])
    const mended = await runCli(['reproduce', repro, '--use', right])
    expect([mended.status, mended.err]).toEqual([0, 'note: mine does not fail any more\n'])
  })

  it('quotes the names of files in the line that runs the pass again', async () => {
    const repro = at('of my own.json')
    const { err } = await compile('--repro', repro)
    expect(err).toContain(`"seccompile reproduce '${repro}' --use ${FAILING}" runs the pass again\n`)
  })

  it('does not say that a pass is mended which --bisect-limit may have left out', async () => {
    const repro = at('left-out.json')
    await compile('--repro', repro)
    const { status, err } = await runCli(['reproduce', repro, '--use', FAILING, '--bisect-limit', '0'])
    const said = 'bisect: 1 mine left out\nnote: mine does not fail with --bisect-limit 0\n'
    expect([status, err]).toEqual([0, said])
  })

  it('writes it to standard output for -', async () => {
    const { status, out, err } = await compile('--repro', '-')
    expect(JSON.parse(out)).toMatchObject({ passes: 'mine', error: 'lost' })
    expect([status, err]).toEqual([2, expect.stringMatching(/^error: .*pass mine: lost\n$/)])
  })

  it('writes nothing where no pass fails, or where the policy is at fault', async () => {
    const repro = at('unwritten.json')
    const mended = ['--use', MENDED, '--passes', 'mine,bst,lower', '--repro', repro, '-o', at('p.bpf')]
    expect((await runCli(['compile', PROFILE, ...mended])).status).toBe(0)
    const large = file('large.json', JSON.stringify(listing(3000)))
    const { status, err } = await runCli([
      'compile',
      large,
      '--pipeline',
      'none',
      '--max-filters',
      '1',
      '--repro',
      repro,
      '-o',
      at('p.bpf'),
    ])
    expect(status).toBe(2)
    expect(err).toContain('would exceed 4096 instructions')
    expect(existsSync(repro)).toBe(false)
  })
})

describe('reproduce', () => {
  it.each([
    [['more.json'], "too many arguments for 'reproduce'. Expected 1 argument but got 2."],
    [['--abi', 'x86'], "unknown option '--abi'"],
    [['--bisect-limit', '-1'], '--bisect-limit: expected a whole number, 0 or more; got "-1"'],
  ])('and %j is refused', async (more, message) => {
    const { status, err } = await runCli(['reproduce', at('any.json'), ...more])
    expect(status).toBe(2)
    expect(err).toContain(message)
  })

  const good = {
    reproducer: 1,
    passes: 'sort',
    error: '',
    endianness: 'little',
    insnCost: 0,
    target: { abis: ['x86_64'] },
    level: 'rules',
    ir: { sections: [{ arch: 1, rules: [], otherwise: 0 }], badArch: 0 },
  }
  it.each([
    ['{', /bad\.json: is not JSON/],
    ['{}', /bad\.json: is no reproducer/],
    ['\0', /bad\.json: is not JSON/],
    [JSON.stringify({ ...good, target: {} }), /bad\.json: "target": expected "abis", a list of names/],
    [JSON.stringify({ ...good, target: { abis: [1] } }), /"abis", a list of names/],
    [
      JSON.stringify({ ...good, target: { abis: ['x86_46'] } }),
      /unknown ABI "x86_46"; did you mean "x86_64"\?/,
    ],
    [
      JSON.stringify({ ...good, passes: 'lower' }),
      /bad\.json: "lower" takes decision IR, and the file holds rules/,
    ],
    [JSON.stringify({ ...good, ir: {} }), /bad\.json: "ir": rules:sections: expected a list/],
  ])('%.60s is refused', async (text, message) => {
    const { status, err } = await runCli(['reproduce', file('bad.json', text)])
    expect(status).toBe(2)
    expect(err).toMatch(message)
  })

  it('of a pass of the compiler runs it', async () => {
    const { status, err } = await runCli(['reproduce', file('good.json', JSON.stringify(good))])
    expect([status, err]).toEqual([0, 'note: sort does not fail any more\n'])
  })
})
