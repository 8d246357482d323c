import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const PROFILE = file(
  'p.json',
  JSON.stringify({
    defaultAction: 'SCMP_ACT_ERRNO',
    syscalls: [
      {
        names: ['write', 'read', 'read', 'exit', 'exit_group', 'rt_sigreturn', 'restart_syscall'],
        action: 'SCMP_ACT_ALLOW',
      },
    ],
  }),
)
const PIPELINE = 'dedupe,sort,merge-ranges,bst,lower,fixpoint(thread-jumps,dead-code)'
const compile = (...options: string[]): ReturnType<typeof runCli> =>
  runCli(['compile', PROFILE, '--passes', PIPELINE, '-o', at('p.bpf'), ...options])

describe('--print-after', () => {
  it('shows on standard error what changed, with names', async () => {
    const { status, err } = await compile('--print-after', 'changed')
    expect(status).toBe(0)
    expect(err.match(/^--- .*$/gm)).toEqual([
      '--- 00-input: rules',
      '--- 02-sort: rules',
      '--- 03-merge-ranges: rules',
      '--- 04-bst: decision',
      '--- 05-lower: program',
    ])
    expect(err).toContain('  read..write, rt_sigreturn, exit, restart_syscall, exit_group -> ALLOW\n')
    expect(err).toMatch(/n0: arch == X86_64 \? n1 : n\d+\n/)
    expect(err).toContain(' 0000: 0x20 0x00 0x00 0x00000004  A = arch\n')
  })

  it('shows all, or one pass', async () => {
    expect((await compile('--print-after', 'all')).err.match(/^--- .*$/gm)).toHaveLength(8)
    expect((await compile('--print-after', 'sort')).err.match(/^--- .*$/gm)).toEqual(['--- 02-sort: rules'])
  })

  it('leaves the filter as it is', async () => {
    const plain = await runCli(['compile', PROFILE, '--passes', PIPELINE])
    const shown = await runCli([
      'compile',
      PROFILE,
      '--passes',
      PIPELINE,
      '--print-after',
      'all',
      '--time-passes',
    ])
    expect(Buffer.from(shown.bytes).equals(plain.bytes)).toBe(true)
  })

  it('names a call by the ABI that the tests before it establish', async () => {
    const { err } = await compile('--print-after', 'bst', '--abi', 'x86_64,x86')
    const [, x86_64 = '', x86 = ''] = err.split(/arch == (?:X86_64|I386)/)
    expect(x86_64).toContain('exit_group')
    expect(x86).toContain('exit_group')
  })

  it.each([
    ['srot', '--print-after: the pipeline has no pass "srot"; did you mean "sort"?'],
    [
      '__proto__',
      '--print-after: the pipeline has no pass "__proto__"; there are changed, all, dedupe, sort',
    ],
    ['linear', '--print-after: the pipeline has no pass "linear"'],
  ])('%s is refused', async (name, message) => {
    const { status, err } = await compile('--print-after', name)
    expect(status).toBe(2)
    expect(err).toContain(message)
  })
})

describe('--dump-dir', () => {
  it('gets the IR after each pass that changed it, in numbered files, and loses the files of an earlier run', async () => {
    const { status, err } = await compile('--dump-dir', at('dumps/new'))
    expect([status, err]).toEqual([0, ''])
    const names = [
      '00-input.rules.txt',
      '02-sort.rules.txt',
      '03-merge-ranges.rules.txt',
      '04-bst.decision.txt',
      '05-lower.program.txt',
    ]
    expect(readdirSync(at('dumps/new')).sort()).toEqual(names)
    expect(readFileSync(at('dumps/new/03-merge-ranges.rules.txt'), 'utf8')).toContain(
      'read..write, rt_sigreturn, ',
    )

    writeFileSync(at('dumps/new/notes.txt'), 'mine')
    await compile('--dump-dir', at('dumps/new'), '--print-after', 'sort')
    expect(readdirSync(at('dumps/new')).sort()).toEqual(['02-sort.rules.txt', 'notes.txt'])
  })

  it('that cannot be made, or written to, is refused and no pass is blamed', async () => {
    expect(await compile('--dump-dir', `${PROFILE}/x`)).toMatchObject({
      status: 2,
      err: `error: --dump-dir: ${PROFILE}/x: cannot be written: a part of its path is not a folder\n`,
    })
    const { status, err } = await compile('--dump-dir', '/proc/self')
    expect(status).toBe(2)
    expect(err).toMatch(/^error: --dump-dir: \/proc\/self: cannot be written: .*\n$/)
  })
})

describe('--time-passes', () => {
  it('says on standard error how long each pass took', async () => {
    const { status, err } = await compile('--time-passes')
    expect(status).toBe(0)
    const [header, ...rows] = err.trimEnd().split('\n')
    expect(header).toMatch(/^pass +runs +ms +share$/)
    expect(rows.map((row) => row.split(' ', 1)[0])).toEqual([
      'dedupe', 'sort', 'merge-ranges', 'bst', 'lower', 'thread-jumps', 'dead-code', 'all',
    ]) // prettier-ignore
  })

  it('says how many candidates of a goal were tried, and in which time', async () => {
    const { err } = await compile('--time-passes', '--goal', 'speed')
    expect(err).toMatch(
      /\ncandidates: \d tried in [\d.]+ ms; the table shows the passes of the chosen one\n$/,
    )
  })
})

describe('--bisect-limit', () => {
  it('runs the first passes only, and says which', async () => {
    const { status, err } = await compile('--bisect-limit', '1')
    expect([status, err.split('\n')]).toEqual([
      0,
      [
        'bisect: 1 dedupe ran',
        'bisect: 2 sort left out',
        'bisect: 3 merge-ranges left out',
        'bisect: 4 thread-jumps left out',
        'bisect: 5 dead-code left out',
        '',
      ],
    ])
    expect((await runCli(['emulate', at('p.bpf'), 'write'])).out).toContain('ALLOW')
  })

  it.each(['-1', '1.5', 'x', '', '1e3'])('%j is refused', async (limit) => {
    const { status, err } = await compile(`--bisect-limit=${limit}`)
    expect([status, err]).toEqual([
      2,
      `error: --bisect-limit: expected a whole number, 0 or more; got "${limit}"\n`,
    ])
  })
})
