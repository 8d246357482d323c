import { readdirSync, readFileSync } from 'node:fs'
import { AUDIT_ARCH, BPF, SECCOMP_RET, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { op } from '@seccompile/abi/test-makers'
import { afterAll, describe, expect, it } from 'vitest'
import { againstInterpreter } from '../src/oracle/against.ts'
import { ORACLE_ABI, OracleHelper } from '../src/oracle/oracle-helper.ts'
import { kernelAccepts, oracle } from '../src/oracle/oracle.ts'
import type { Oracle } from '../src/oracle/oracle.ts'
import { whyNotAsked } from './why-not.ts'

const reason = await whyNotAsked('the oracle')
const NO_X86 = 'this kernel takes no calls of x86'

const ALLOW = verdictOf('ALLOW')
const KILL = verdictOf('KILL_PROCESS')

/** Returns the word at byte `k`. */
const echo = (k: number): Program => [op(BPF.LD_ABS, k), op(BPF.RET_A)]

/** Processes that this one, or one that it has started, has started. */
function descendants(): readonly string[] {
  const parents = readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return []
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return state === 'Z'
        ? []
        : [{ pid, parent, name: stat.slice(stat.indexOf('('), stat.lastIndexOf(')')) }]
    } catch {
      return [] // it has ended meanwhile
    }
  })
  const found = [String(process.pid)]
  for (const pid of found) found.push(...parents.filter(({ parent }) => parent === pid).map((one) => one.pid))
  return parents
    .filter(({ pid, name }) => found.includes(pid) && name.includes('oracle'))
    .map(({ pid }) => pid)
}

describe.skipIf(reason !== undefined)('oracle', () => {
  let asked: Oracle | undefined
  afterAll(async () => asked?.close())
  const turnTo = async (program: Program): Promise<Oracle> => {
    asked ??= await oracle(program)
    await asked.use(program)
    return asked
  }

  it('says the whole verdict, and executes nothing', async () => {
    const kills: Program = [
      op(BPF.LD_ABS, 0),
      { code: BPF.JEQ_K, jt: 0, jf: 1, k: 231 },
      op(BPF.RET_K, KILL),
      { code: BPF.JEQ_K, jt: 0, jf: 1, k: 0xffff_ffff },
      op(BPF.RET_K, ALLOW | 7),
      op(BPF.RET_K, 0x1234_5678),
    ]
    const verdicts = await (await turnTo(kills)).decide({ nrs: Uint32Array.of(231, 0xffff_ffff, 62, 231) })
    expect([...verdicts]).toEqual([KILL, ALLOW | 7, 0x1234_5678, KILL])
  })

  it('hands numbers, arches and arguments to the filter as they are', async () => {
    const args = BigUint64Array.from(
      { length: 6 },
      (_, i) => 0x1111_1111_0000_0000n * BigInt(i + 1) + BigInt(i),
    )
    const nrs = Uint32Array.of(0x4000_0001)
    for (let word = 0; word < 12; word++) {
      const [value] = await (await turnTo(echo(16 + 4 * word))).decide({ nrs, args })
      const arg = args[word >> 1]!
      expect(value, `word ${word}`).toBe(Number(word % 2 === 0 ? arg & 0xffff_ffffn : arg >> 32n))
    }
    expect([...(await (await turnTo(echo(0))).decide({ nrs }))]).toEqual([0x4000_0001])
    expect([...(await (await turnTo(echo(4))).decide({ nrs }))]).toEqual([AUDIT_ARCH.X86_64])
  })

  it('makes calls of x86 with six arguments of 32 bits', async ({ skip }) => {
    const abis = Uint8Array.of(ORACLE_ABI.x86)
    const args = BigUint64Array.of(0xffff_fff1n, 2n, 3n, 4n, 5n, 0xffff_fff6n)
    skip(!(await turnTo(echo(4))).abis.includes('x86'), NO_X86)
    const of = async (k: number): Promise<number> =>
      (await (await turnTo(echo(k))).decide({ nrs: Uint32Array.of(0x8000_0000), abis, args }))[0]!
    expect(await of(0)).toBe(0x8000_0000)
    expect(await of(4)).toBe(AUDIT_ARCH.I386)
    for (const [i, arg] of args.entries()) {
      expect(await of(16 + 8 * i)).toBe(Number(arg))
      expect(await of(20 + 8 * i)).toBe(0)
    }
  })

  it('says where its calls come from', async () => {
    const nrs = Uint32Array.of(1)
    const [low] = await (await turnTo(echo(8))).decide({ nrs })
    const [high] = await (await turnTo(echo(12))).decide({ nrs })
    expect((BigInt(high!) << 32n) | BigInt(low!)).toBe(asked!.instructionPointer.x86_64)
  })

  it('answers ALLOW, without asking, for calls that the kernel exempts', async () => {
    const never = await turnTo([op(BPF.RET_K, KILL)])
    const verdicts = await never.decide({ nrs: Uint32Array.of(334, 335, 336, 337) })
    const answer = (nr: number): number => (never.exempt.includes(nr) ? ALLOW : KILL)
    expect([...verdicts]).toEqual([334, 335, 336, 337].map(answer))
  })

  it('asks for calls of x86 with the numbers that the kernel exempts on x86_64', async ({ skip }) => {
    const never = await turnTo([op(BPF.RET_K, KILL)])
    skip(!never.abis.includes('x86'), NO_X86)
    const onX86 = await never.decide({ nrs: Uint32Array.of(335), abis: Uint8Array.of(ORACLE_ABI.x86) })
    expect([...onX86]).toEqual([KILL])
  })

  it('takes batches of any size, and several at once', async () => {
    const counted = await turnTo(echo(0))
    const size = 3 * 65536 + 5
    const [many, none, one] = await Promise.all([
      counted.decide({ nrs: Uint32Array.from({ length: size }, (_, i) => i + 1000) }),
      counted.decide({ nrs: new Uint32Array(0) }),
      counted.decide({ nrs: Uint32Array.of(5) }),
    ])
    expect(many.every((verdict, i) => verdict === i + 1000)).toBe(true)
    expect([many.length, ...none, ...one]).toEqual([size, 5])
  })

  it('refuses columns that do not fit, and unknown ABIs', async () => {
    const some = await turnTo(echo(0))
    const nrs = Uint32Array.of(1, 2)
    await expect(some.decide({ nrs, args: new BigUint64Array(6) })).rejects.toThrow(
      'a batch of 2 numbers needs as many ABIs and 12 arguments; got 2 and 6',
    )
    await expect(some.decide({ nrs, abis: Uint8Array.of(0, 2) })).rejects.toThrow(
      'call 1: there is no ABI 2; 0 is x86_64 and 1 is x86',
    )
  })

  it('refuses wide arguments of x86', async ({ skip }) => {
    const some = await turnTo(echo(0))
    skip(!some.abis.includes('x86'), NO_X86)
    const nrs = Uint32Array.of(1, 2)
    const args = new BigUint64Array(12)
    args[8] = 1n << 32n
    await expect(some.decide({ nrs, abis: Uint8Array.of(0, 1), args })).rejects.toMatchObject({
      code: 'E_ARGUMENT',
      message: 'call 1: argument 2 is 0x100000000; a call of x86 has arguments of 32 bits',
    })
    expect([...(await some.decide({ nrs }))]).toEqual([1, 2])
  })

  it('keeps its program where another one is refused', async () => {
    const some = await turnTo(echo(0))
    await expect(some.use([op(BPF.LD_ABS, 0)])).rejects.toMatchObject({ code: 'E_FILTER' })
    expect([...(await some.decide({ nrs: Uint32Array.of(9) }))]).toEqual([9])
  })

  it('answers for the longest filter', async () => {
    const long: Program = [...Array.from({ length: 4095 }, () => op(BPF.TAX)), op(BPF.RET_K, ALLOW)]
    expect([...(await (await turnTo(long)).decide({ nrs: Uint32Array.of(1) }))]).toEqual([ALLOW])
  })

  it('holds the interpreter against the kernel', async () => {
    const filter: Program = [
      op(BPF.LD_ABS, 4),
      { code: BPF.JEQ_K, jt: 0, jf: 3, k: AUDIT_ARCH.X86_64 },
      op(BPF.LD_ABS, 8),
      { code: BPF.JGT_K, jt: 0, jf: 1, k: 77 },
      op(BPF.RET_K, ALLOW),
      op(BPF.RET_K, KILL),
    ]
    const agreement = await againstInterpreter(await turnTo(filter), filter)
    expect(agreement.disagreements).toEqual([])
    expect(agreement.asked.x86_64).toBeGreaterThan(0)
    // Its tests are of an arch, so some of its edges are other machines.
    expect(agreement.notAsked).toBeGreaterThan(0)
    const wrong = await againstInterpreter(asked!, [op(BPF.RET_K, SECCOMP_RET.LOG)])
    expect(wrong.disagreements[0]).toMatchObject({ kernel: ALLOW, interpreter: SECCOMP_RET.LOG })
    const other: Program = [...filter.slice(0, 4), op(BPF.RET_K, KILL), op(BPF.RET_K, KILL)]
    const [first] = (await againstInterpreter(asked!, other)).disagreements
    expect(first).toMatchObject({ kernel: ALLOW, interpreter: KILL })
  })

  it('asks about a filter that does not look at the arch, whose witnesses have none', async () => {
    const filter: Program = [
      op(BPF.LD_ABS, 0),
      { code: BPF.JEQ_K, jt: 0, jf: 1, k: 39 },
      op(BPF.RET_K, KILL),
      op(BPF.RET_K, ALLOW),
    ]
    const { asked: count, notAsked, disagreements } = await againstInterpreter(await turnTo(filter), filter)
    expect({ notAsked, disagreements }).toEqual({ notAsked: 0, disagreements: [] })
    expect(count.x86_64).toBeGreaterThan(2)
    expect(count.x86).toBe(asked!.abis.includes('x86') ? count.x86_64 : 0)
    const other: Program = [...filter.slice(0, 2), op(BPF.RET_K, ALLOW), op(BPF.RET_K, ALLOW)]
    const { disagreements: found } = await againstInterpreter(asked!, other)
    expect(found[0]).toMatchObject({ data: { nr: 39 }, kernel: KILL, interpreter: ALLOW })
  })

  it('gives the interpreter the instruction pointer that the kernel saw', async () => {
    for (const k of [8, 12]) {
      const filter: Program = [
        op(BPF.LD_ABS, 4),
        { code: BPF.JEQ_K, jt: 1, jf: 0, k: AUDIT_ARCH.X86_64 },
        { code: BPF.JEQ_K, jt: 0, jf: 2, k: AUDIT_ARCH.I386 },
        op(BPF.LD_ABS, k),
        op(BPF.RET_A),
        op(BPF.RET_K, KILL),
      ]
      const { asked: count, disagreements } = await againstInterpreter(await turnTo(filter), filter)
      expect(disagreements).toEqual([])
      expect(count.x86_64).toBeGreaterThan(0)
    }
  })

  it('leaves no process behind, and says that it is closed', async () => {
    const before = descendants().length
    const short = await oracle(echo(0))
    expect(descendants().length).toBeGreaterThan(before)
    await short.close()
    await short.close()
    expect(descendants()).toHaveLength(before)
    await expect(short.decide({ nrs: Uint32Array.of(1) })).rejects.toMatchObject({ code: 'E_NATIVE' })
  })

  it('says when a process behind it was killed, instead of waiting', async () => {
    const before = new Set(descendants())
    const doomed = await oracle(echo(0))
    for (const pid of descendants()) if (!before.has(pid)) process.kill(Number(pid), 'SIGKILL')
    await expect(doomed.decide({ nrs: Uint32Array.of(1) })).rejects.toMatchObject({ code: 'E_NATIVE' })
    await doomed.close()
  })

  it('asks where it may not trace', async () => {
    const helper = await OracleHelper.start(['untraced'])
    try {
      await helper.load(0, [op(BPF.LD_ABS, 0), op(BPF.OR_K, verdictOf('ERRNO')), op(BPF.RET_A)])
      for (const nr of [1, 2, 3]) {
        const nrs = new Uint32Array(1000).fill(nr)
        const codes = await helper.ask(0, { nrs, abis: new Uint8Array(1000), args: new BigUint64Array(6000) })
        expect([...new Set(codes)]).toEqual([nr])
      }
      await expect(helper.load(1, [op(BPF.LD_ABS, 0)])).rejects.toMatchObject({ errno: 'EINVAL' })
      await expect(helper.ask(1, { nrs: Uint32Array.of(1), abis: new Uint8Array(1), args: new BigUint64Array(6) }))
        .rejects.toMatchObject({ errno: 'ESRCH' }) // prettier-ignore
    } finally {
      await helper.close()
    }
  })

  it('says of programs whether the kernel takes them', async () => {
    expect(await kernelAccepts([echo(0), echo(2), [], [op(BPF.DIV_K, 0), op(BPF.RET_A)]])).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})

describe('OracleHelper', () => {
  it('says on other systems and machines what is missing', async () => {
    await expect(OracleHelper.start([], 'darwin', 'arm64')).rejects.toMatchObject({
      code: 'E_NOT_LINUX',
      message: 'cannot ask the kernel: this is darwin, and seccomp is a feature of the Linux kernel',
    })
    await expect(OracleHelper.start([], 'linux', 'arm64')).rejects.toMatchObject({
      code: 'E_MACHINE',
      message: 'cannot ask the kernel: this machine is arm64, and the oracle makes calls of x86_64 and x86',
    })
  })
})
