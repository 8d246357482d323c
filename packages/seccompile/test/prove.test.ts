import { describe, expect, it } from 'vitest'
import { allow, profile } from './profile.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const BASE = file('base.json', profile(allow(['read', 'write'])))
const PERSONALITY = allow(['personality'], { index: 0, value: 0x1_0000_0000, op: 'SCMP_CMP_EQ' })
const MORE = file('more.json', profile(allow(['read', 'write']), PERSONALITY))

/** A raw file with the program that `text` writes in bpf_asm's syntax. */
async function assembled(name: string, text: string, abi: string = 'x86_64'): Promise<string> {
  const { status, err } = await runCli(['asm', file(`${name}.asm`, text), '-o', at(name), '--abi', abi])
  expect([status, err]).toEqual([0, ''])
  return at(name)
}

async function compiled(policy: string, name: string, ...options: readonly string[]): Promise<string> {
  const { status } = await runCli(['compile', policy, '-o', at(name), ...options])
  expect(status).toBe(0)
  return at(name)
}

describe('prove', () => {
  it('says equal, with the digest, of a policy and every filter made of it', async () => {
    const linear = await compiled(BASE, 'linear.bpf', '--pipeline', 'none')
    const tree = await compiled(BASE, 'tree.bpf')
    const { status, out, err } = await runCli(['prove', linear, tree])
    expect([status, err]).toEqual([0, ''])
    expect(out).toMatch(/^equal, digest [0-9a-f]{64}\n$/)
    expect(await runCli(['prove', BASE, tree])).toMatchObject({ status: 0, out })
    const json = await runCli(['prove', tree, BASE, '--json'])
    expect(JSON.parse(json.out)).toMatchObject({ answer: 'equal', digest: /\w{64}/.exec(out)?.[0] })
  })

  it('shows a call that tells two filters apart, the verdict of each, and with --trace the instructions that lead to it', async () => {
    const raw = await compiled(MORE, 'more.bpf')
    const answer = `different: x86_64 personality(personality=0x100000000)\n  ${BASE}  ERRNO(EPERM)\n  ${raw.padEnd(BASE.length)}  ALLOW\n`
    expect(await runCli(['prove', BASE, raw])).toMatchObject({
      status: 1,
      out: `${answer}--trace shows the instructions that lead to each verdict\n`,
    })
    const { status, out } = await runCli(['prove', BASE, raw, '--trace'])
    expect(status).toBe(1)
    expect(out.startsWith(answer)).toBe(true)
    expect(out).toContain(`\n${BASE}, compiled:\n line  CODE`)
    expect(out).toMatch(/more\.bpf:\n line {2}CODE[^]* return ALLOW\n$/)
    const json = await runCli(['prove', BASE, raw, '--json'])
    expect(JSON.parse(json.out)).toMatchObject({
      answer: 'different',
      call: { abi: 'x86_64', name: 'personality', nr: 135, args: ['4294967296', '0', '0', '0', '0', '0'] },
      left: { file: BASE, verdict: 'ERRNO(1)', errno: 'EPERM' },
      right: { file: raw, verdict: 'ALLOW', trace: expect.any(Array) as unknown },
    })
  })

  it('compares only what --within names', async () => {
    const run = (within: string): Promise<{ status: number }> =>
      runCli(['prove', BASE, MORE, '--within', within])
    expect((await run('x86_64')).status).toBe(1)
    expect((await run('x86_64:0-134')).status).toBe(0)
    expect((await run('x86_64:135-0x87')).status).toBe(1)
    expect((await run('x32')).status).toBe(0)
    expect((await run('s390x')).status).toBe(0)
  })

  it('takes numbers of --within for those of its ABI', async () => {
    const text = (numbers: string): string =>
      `ld [4]\njne #0xc000003e, no\nld [0]\njeq #${numbers}, yes, no\nyes: ret #0x7fff0000\nno: ret #0\n`
    const x32 = await assembled('allows-x32-read.bpf', text('0x40000000'))
    const none = await assembled('allows-none.bpf', 'ret #0\n')
    const status = async (within: string): Promise<number> =>
      (await runCli(['prove', x32, none, '--within', within])).status
    expect(await status('x32:0-5')).toBe(1)
    expect(await status('x32:0x40000000-0x40000005')).toBe(1)
    expect(await status('x32:1-5')).toBe(0)
    expect(await status('x32:0')).toBe(1)
    expect(await status('x32:1')).toBe(0)
    expect(await status('x32')).toBe(1)
    expect(await status('x86_64:0-5')).toBe(0)
    expect(await status('x86_64')).toBe(0)
    expect((await runCli(['explain', x32, '--within', 'x32:0-5'])).out).toBe(
      'x32\n  ALLOW: read\n  KILL_THREAD otherwise\n',
    )
    expect((await runCli(['diff', x32, none, '--within', 'x32:0-5'])).out).toBe(
      `x32: 1 call stricter (${x32} → ${none})\nx32\n  stricter, ALLOW -> KILL_THREAD: read\n`,
    )
    expect((await runCli(['subset', x32, '--of', none, '--within', 'x32:0-5'])).status).toBe(1)
    const solved = ['solve', x32, '--verdict', 'ALLOW', '--within']
    expect((await runCli([...solved, 'x32:0-5'])).out).toBe('x32 read(): ALLOW\n')
    expect((await runCli([...solved, 'x86_64'])).status).toBe(1)
    const both = at('x32-only.bpf')
    await runCli(['intersect', x32, x32, '--within', 'x32:0-5', '-o', both])
    expect((await runCli(['emulate', both, '0x40000000'])).out).toContain('ALLOW')
    const digests = ['x32:0-5', 'x86_64:0-5'].map(
      async (part) => (await runCli(['digest', x32, '--within', part])).out,
    )
    expect(new Set(await Promise.all(digests)).size).toBe(2)
  })

  it('counts numbers of mips from where they begin', async () => {
    const text = 'ld [4]\njne #0x80000008, no\nld [0]\njeq #5000, yes, no\nyes: ret #0x7fff0000\nno: ret #0\n'
    const [read, none] = [
      await assembled('mips-read.bpf', text, 'mips64'),
      await assembled('mips-none.bpf', 'ret #0\n', 'mips64'),
    ]
    const status = async (within: string): Promise<number> =>
      (await runCli(['prove', read, none, '--abi', 'mips64', '--within', within])).status
    expect(await status('mips64:0-5')).toBe(1)
    expect(await status('mips64:5000-5005')).toBe(1)
    expect(await status('mips64:1-5')).toBe(0)
    expect(await status('mips64n32')).toBe(0)
  })

  it('notes that filters are for different ABIs', async () => {
    const { status, err } = await runCli([
      'prove',
      await compiled(BASE, 'two.bpf', '--abi', 'x86_64,x86'),
      BASE,
    ])
    expect(status).toBe(1)
    expect(err).toBe(
      `note: ${at('two.bpf')} is for I386, X86_64 and ${BASE} for X86_64; --within ABI compares the calls of one ABI\n`,
    )
    expect((await runCli(['prove', at('two.bpf'), BASE, '--within', 'x86_64'])).status).toBe(0)
  })

  it('notes that filters have no ABI in common', async () => {
    const arm = await compiled(BASE, 'arm.bpf', '--abi', 'aarch64')
    const { status, err } = await runCli(['prove', arm, BASE])
    expect(status).toBe(1)
    expect(err).toBe(`note: ${arm} is for AARCH64 and ${BASE} for X86_64; no architecture is in both\n`)
  })

  it('names calls by the ABI of --within', async () => {
    const linear = await compiled(BASE, 'x32.bpf', '--abi', 'x86_64,x32')
    const { out } = await runCli(['prove', linear, MORE, '--within', 'x32'])
    expect(out).toContain('different: x32 read()\n')
    const explained = await runCli(['explain', linear, '--within', 'x32'])
    expect(explained.out).toBe('x32\n  ALLOW: read, write\n  ERRNO(EPERM) otherwise\n')
  })

  it('refuses filters of different byte order', async () => {
    const big = await compiled(BASE, 'big.bpf', '--abi', 's390x')
    const little = await compiled(BASE, 'little.bpf')
    const message = `error: ${little} is little endian and ${big} is big endian; filters of different byte order are for different machines\n`
    for (const abi of ['x86_64', 's390x'])
      expect(await runCli(['prove', little, big, '--abi', abi])).toMatchObject({ status: 2, err: message })
    expect((await runCli(['prove', big, big])).err).toBe(`error: ${big}: is big endian; pass --abi s390x\n`)
    expect((await runCli(['prove', big, BASE])).err).toBe(`error: ${big}: is big endian; pass --abi s390x\n`)
    expect((await runCli(['prove', big, BASE, '--abi', 's390x'])).status).toBe(0)
  })

  it('says in JSON where it cannot decide', async () => {
    const sum = (first: number, second: number): string =>
      `ld [${first}]\ntax\nld [${second}]\nadd x\njeq #12345, yes, no\nyes: ret #0x7fff0000\nno: ret #0x50001\n`
    const one = await assembled('one.bpf', sum(16, 24))
    const other = await assembled('other.bpf', sum(24, 16))
    const json = await runCli(['prove', one, other, '--json'])
    expect(json).toMatchObject({ status: 3, err: '' })
    expect(JSON.parse(json.out)).toMatchObject({ answer: 'undecided' })
  })

  it.each([
    [['--within', 'x86_46'], '--within: unknown ABI "x86_46"; did you mean "x86_64"?'],
    [['--within', 'x86_64:5-6-7'], '--within: expected an ABI, perhaps with a range of numbers'],
    [['--within', 'x86_64:5-0x1ffffffff'], '--within: expected a number of 32 bits'],
    [['--within', 'x86_64,x86'], '--within: expected one ABI; got "x86_64,x86"'],
    [
      ['--within', 'x86_64:0-0x40000005'],
      '--within: 0-0x40000005 are not all numbers of x86_64, which are 0-0x3fffffff and 0xffffffff; ask about each ABI alone\n',
    ],
    [
      ['--within', 'x32:0-0x40000005'],
      '--within: numbers of x32 begin at 0x40000000; 0 is counted from there and 0x40000005 is not; write both numbers from 0x40000000, or both counted from there\n',
    ],
    [['--within', 'x86_64:9-8'], '--within: the range 9-8 is empty'],
  ])('%j is refused', async (options, message) => {
    const { status, err } = await runCli(['prove', BASE, MORE, ...options])
    expect(status).toBe(2)
    expect(err).toContain(message)
  })

  it('refuses a program that the kernel would, and two filters from one standard input', async () => {
    const bad = file('bad.bpf', Buffer.from('1500090000000000', 'hex'))
    const { status, err } = await runCli(['prove', bad, BASE])
    expect(status).toBe(2)
    expect(err).toContain(`${bad}: the kernel would refuse this program: pc 0: `)
    expect(await runCli(['prove', '-', '-'])).toMatchObject({
      status: 2,
      err: 'error: only one of the two can come from standard input\n',
    })
  })
})

describe('digest', () => {
  it('is first on its line, and that of the proof', async () => {
    const { status, out } = await runCli(['digest', BASE])
    expect(status).toBe(0)
    expect(out).toMatch(/^[0-9a-f]{64} {2}/)
    expect(out.endsWith(`  ${BASE}\n`)).toBe(true)
    const proof = await runCli(['prove', BASE, await compiled(BASE, 'base.bpf')])
    expect(proof.out).toBe(`equal, digest ${out.slice(0, 64)}\n`)
    const json = await runCli(['digest', BASE, '--json'])
    expect(JSON.parse(json.out)).toEqual({ digest: out.slice(0, 64), file: BASE })
  })

  it('is about the calls of --within alone', async () => {
    const within = async (policy: string): Promise<string> =>
      (await runCli(['digest', policy, '--within', 'x86_64:0-134'])).out.slice(0, 64)
    expect(await within(BASE)).toBe(await within(MORE))
  })
})
