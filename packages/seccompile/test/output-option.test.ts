import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const PROFILE = file(
  'p.json',
  '{ "defaultAction": "SCMP_ACT_ERRNO", "syscalls": [{ "names": ["read"], "action": "SCMP_ACT_ALLOW" }] }',
)
const ASM = file('f.asm', 'ret #0')
const RAW = file('f.bpf', Buffer.from([6, 0, 0, 0, 0, 0, 0, 0]))

describe('-o -', () => {
  it.each([
    ['compile', PROFILE],
    ['asm', ASM],
    ['optimize', RAW],
    ['intersect', PROFILE, RAW],
  ])('of %s writes to standard output, as no -o does, and no file of that name', async (...args) => {
    const piped = await runCli(args)
    expect(piped.bytes.length).toBeGreaterThan(0)
    expect(await runCli([...args, '-o', '-'])).toEqual(piped)
    expect(existsSync('-')).toBe(false)
    expect(await runCli([...args, '-o', '-'], { terminal: true })).toMatchObject({
      status: 2,
      err: expect.stringContaining('standard output is a terminal') as string,
    })
    expect((await runCli([...args, '--output', '-', '--json'])).err).toContain(
      '--json and the filter would both go to standard output',
    )
  })

  it('leaves a file of that name alone', async () => {
    expect((await runCli(['asm', ASM, '-o', at('-')])).out).toContain('1 instructions')
    expect(existsSync(at('-'))).toBe(true)
  })
})

describe('-o of the very file that a filter is made from', () => {
  it.each([
    ['compile', PROFILE],
    ['asm', ASM],
  ])('is refused by %s, by any name', async (command, input) => {
    const before = readFileSync(input)
    symlinkSync(input, at(`${command}-link`))
    for (const output of [input, at(`${command}-link`)]) {
      const { status, err } = await runCli([command, input, '-o', output])
      expect(status).toBe(2)
      expect(err).toBe(
        `error: ${output}: is an input file, which the output would replace; name another file with -o\n`,
      )
    }
    expect(readFileSync(input)).toEqual(before)
  })

  it('is refused where it is any of several files, for each option that writes', async () => {
    const pass = `export default { name: 'same', from: 'rules', to: 'rules', run: (rules) => rules }\n`
    const [counts, use] = [file('w.json', '{ "read": 1 }'), file('pass.mjs', pass)]
    for (const [args, output] of [
      [['intersect', PROFILE, RAW, '-o'], PROFILE],
      [['intersect', RAW, PROFILE, '-o'], PROFILE],
      [['compile', PROFILE, '--weights', counts, '--to', 'raw', '-o'], counts],
      [['compile', PROFILE, '--use', use, '--to', 'raw', '-o'], use],
      [['compile', PROFILE, '-o', at('none.bpf'), '--repro'], PROFILE],
      [['compile', PROFILE, '--use', use, '-o', at('none.bpf'), '--repro'], use],
      [['report', PROFILE, '--use', use, '--format', 'html', '-o'], use],
    ] as const) {
      const before = readFileSync(output)
      const { status, err } = await runCli([...args, output])
      const what = args.at(-1) === '--repro' ? '--repro: ' : ''
      expect([status, err]).toEqual([2, `error: ${what}${output}: is an input file, which the output would replace; name another file with ${args.at(-1)!}\n`]) // prettier-ignore
      expect(readFileSync(output)).toEqual(before)
    }
    expect(existsSync(at('none.bpf'))).toBe(false)
  })

  it('is refused where the name of another file comes from it', async () => {
    const values = Array.from({ length: 1500 }, (_, i) => `{ "index": 0, "value": ${i * 2654435}, "op": "SCMP_CMP_EQ" }`)
    const rules = values.map((args) => `{ "names": ["ioctl"], "action": "SCMP_ACT_ALLOW", "args": [${args}] }`).join(',')
    const large = file('large.1', `{ "defaultAction": "SCMP_ACT_ERRNO", "syscalls": [${rules}] }`)
    const [first, second] = [file('st.1', readFileSync(RAW)), file('st.2', readFileSync(RAW))]
    const counts = file('counts.json', '{ "read": 1 }')
    for (const [args, input] of [
      [['compile', large, '--abi', 'x86_64', '--pipeline', 'none', '--no-prove', '-o', at('large')], large],
      [['launch', 'bwrap', `${second},${first}`, '-o', at('st'), '--', 'true'], first],
      [['compile', PROFILE, '--weights', counts, '-o', at('counts'), '--manifest'], counts],
    ] as const) {
      const before = readFileSync(input)
      const { status, err } = await runCli(args)
      expect([status, err]).toEqual([2, expect.stringContaining(`${input}: is an input file, which the output would replace`)])
      expect(readFileSync(input)).toEqual(before)
    }
  }) // prettier-ignore

  it('is refused where the policy includes the file, or imports it (issue 32)', async () => {
    mkdirSync(at('in/sub'), { recursive: true })
    const policy = file('in/p.policy', '@include ./a.policy\nread: 1\n')
    const included = file('in/a.policy', '@include ./sub/b.policy\nwrite: 1\n')
    const deeper = file('in/sub/b.policy', 'close: 1\n')
    const neighbour = file('in/lib.mjs', "export const policy = { defaultAction: { action: 'ALLOW', data: 0 }, rules: [] }\n")
    const module = file('in/p.mjs', "import { policy } from './lib.mjs'\nexport default policy\n")
    for (const [args, output] of [
      [['compile', policy], included],
      [['compile', `${policy}#python`], deeper],
      [['convert', policy, '--to', 'oci'], included],
      [['intersect', PROFILE, policy], included],
      [['merge', PROFILE, policy], included],
      [['report', policy, '--format', 'html'], included],
      [['draw', 'barcode', policy, '--format', 'svg'], included],
      [['launch', 'setpriv', policy], included],
      [['compile', module], neighbour],
    ] as const) {
      const before = readFileSync(output)
      const { status, err } = await runCli([...args, '-o', output, ...(args[0] === 'launch' ? ['--', 'true'] : [])])
      expect([args, status, err]).toEqual([args, 2, `error: ${output}: is an input file, which the output would replace; name another file with -o\n`])
      expect(readFileSync(output)).toEqual(before)
    }
  }) // prettier-ignore

  it('is no matter of a name that names no file', async () => {
    const folder = process.cwd()
    process.chdir(at(''))
    try {
      for (const args of [
        ['compile', PROFILE, '--weights', 'server', '-o', 'server'],
        ['cost', PROFILE, '--weights', 'server', '--format', 'markdown', '-o', 'server'],
        ['compile', 'preset:mode-strict', '-o', 'preset:mode-strict'],
      ])
        for (let run = 0; run < 2; run++) expect((await runCli(args)).status).toBe(0)
    } finally {
      process.chdir(folder)
    }
  })

  it('is what optimize is asked for', async () => {
    expect((await runCli(['optimize', RAW, '-o', RAW])).status).toBe(0)
  })
})
