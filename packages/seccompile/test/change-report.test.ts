/*
 * Reports against trials: for each call, the notes and entries together state exactly once how its verdict changes.
 */
import { AUDIT_ARCH, seccompData, verdictName } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { changes, meaningOf } from '@seccompile/prover'
import type { Subject } from '@seccompile/prover'
import { contains, holds } from '@seccompile/rules'
import { calls as callsOf } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { aboutFiles } from '../src/load/question.ts'
import type { QuestionOptions } from '../src/options/question.ts'
import { parseWithin } from '../src/options/within.ts'
import {
  changeReport,
  onlyIn,
  reportFacts,
  reportMarkdown,
  reportText,
  summaryText,
} from '@seccompile/describe'
import type { ChangeReport } from '@seccompile/describe'
import { allow, profile } from './profile.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()

const THREE = { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32'] }
const with3 = (...syscalls: readonly object[]): string =>
  JSON.stringify({ ...THREE, defaultAction: 'SCMP_ACT_ERRNO', syscalls })
const ONE = file('one.json', profile(allow(['read', 'write'])))
const OLD = file('old.json', with3(allow(['read', 'write', 'close', 'mmap2', 'socketcall'])))
const NEW = file(
  'new.json',
  with3(
    allow(['read', 'write', 'openat', 'mseal']),
    allow(['personality'], { index: 0, value: 8, op: 'SCMP_CMP_LE' }),
    { names: ['ptrace'], action: 'SCMP_ACT_KILL' },
    { names: ['close'], action: 'SCMP_ACT_ERRNO', errnoRet: 2 },
  ),
)
const ANY = file('any.asm', 'ret #0x7fff0000\n')
const NO_X32 = file(
  'no-x32.asm',
  'ld [4]\njne #0xc000003e, bad\nld [0]\njeq #0, yes\nret #0x50001\nyes: ret #0x7fff0000\nbad: ret #0x80000000\n',
)

async function report(a: string, b: string, options: QuestionOptions = {}): Promise<ChangeReport> {
  const asked = await aboutFiles(a, b, options)
  const found = changes(asked.left.subject, asked.right.subject, asked.prove)
  if (found.kind === 'undecided') throw new Error(found.reason)
  return changeReport(asked, found.changes, options)
}

/**
 * Calls without arguments on each arch: all numbers up to the newest call, and the edges of the ranges of an arch.
 */
const calls = [...Object.values(AUDIT_ARCH), 0, 7].flatMap((arch) =>
  [0, 0x4000_0000]
    .flatMap((base) => Array.from({ length: 560 }, (_, i) => base + i))
    .concat([0x3fff_ffff, 0x7fff_ffff, 0xffff_fffe, 0xffff_ffff])
    .map((nr) => seccompData({ arch, nr })),
)

/** The verdicts of `calls`, by the source of a side. A side is part of many pairs, and is asked only once. */
type Verdicts = Map<string, readonly Verdict[]>

function verdictsOf(subject: Subject, known: Verdicts): readonly Verdict[] {
  const key = JSON.stringify(subject, (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  )
  const verdicts = known.get(key) ?? calls.map((data) => meaningOf(subject, data, 'little'))
  known.set(key, verdicts)
  return verdicts
}

/** The first call whose change of verdict the report does not state exactly once; `undefined`, if there is none. */
async function wrong(a: string, b: string, known: Verdicts): Promise<unknown> {
  const asked = await aboutFiles(a, b, {})
  const { notes, entries } = await report(a, b)
  const all = [...notes.flatMap((note) => note.entries), ...entries]
  const [left, right] = [verdictsOf(asked.left.subject, known), verdictsOf(asked.right.subject, known)]
  return calls.find((data, i) => {
    const [from, to] = [left[i], right[i]]
    const said = all.filter(
      ({ places, of }) =>
        holds(of.when, data.args) &&
        places.some(({ arches, numbers }) => contains(arches, data.arch) && contains(numbers, data.nr)),
    )
    return from === to
      ? said.length > 0
      : said.length !== 1 || said[0]!.of.from !== from || said[0]!.of.to !== to
  })
}

describe('a report of changes', () => {
  it('says of each call once how its verdict changes', async () => {
    for (const [name, from, ...options] of [
      ['one.bpf', ONE],
      ['arm.bpf', NEW, '--abi', 'aarch64'],
      ['enosys.bpf', NEW, '--unknown', 'ENOSYS'],
    ] as const)
      await runCli(['compile', from, ...options, '-o', at(name)])
    await runCli(['asm', ANY, '-o', at('any.bpf')])
    await runCli(['asm', NO_X32, '-o', at('no-x32.bpf')])
    const sides = [
      ONE,
      OLD,
      NEW,
      at('one.bpf'),
      at('arm.bpf'),
      at('enosys.bpf'),
      at('any.bpf'),
      at('no-x32.bpf'),
    ]
    const pairs = sides.flatMap((a, i) => sides.slice(i + 1).map((b) => [a, b] as const))
    const known: Verdicts = new Map()
    for (const [a, b] of pairs) expect([a, b, await wrong(a, b, known)]).toEqual([a, b, undefined])
  }, 60_000)

  it('counts the calls of each ABI whose verdict changes', async () => {
    for (const [a, b] of [
      [ONE, OLD],
      [OLD, ONE],
      [OLD, NEW],
    ] as const) {
      const asked = await aboutFiles(a, b, {})
      const { counts } = await report(a, b)
      for (const abi of asked.abis) {
        // personality depends on an argument, and with 0 it is allowed in NEW.
        const changed = callsOf(abi).filter(({ nr }) => {
          const data = seccompData({ arch: abi.auditArch, nr })
          return (
            meaningOf(asked.left.subject, data, 'little') !== meaningOf(asked.right.subject, data, 'little')
          )
        })
        const found = counts.find(({ abis }) => abis.includes(abi.token))
        const sum = found?.directions.reduce((total, { calls: of }) => total + (of === 'every' ? callsOf(abi).length : of), 0) // prettier-ignore
        expect([a, b, abi.token, sum]).toEqual([a, b, abi.token, changed.length])
      }
    }
  })

  it('has ABIs that change alike in one entry, the weaker changes first', async () => {
    expect(reportText(await report(OLD, NEW))).toBe(
      [
        'x86_64, x86, x32',
        '  weaker, ERRNO(EPERM) -> ALLOW: openat, mseal',
        '  stricter, ALLOW -> ERRNO(ENOENT): close',
        '  stricter, ERRNO(EPERM) -> KILL_THREAD: ptrace',
        'x86_64',
        '  weaker, ERRNO(EPERM) -> ALLOW: personality when (u64)personality <= 8',
        'x86, x32',
        '  weaker, ERRNO(EPERM) -> ALLOW: personality when personality <= 8',
        'x86',
        '  stricter, ALLOW -> ERRNO(EPERM): socketcall, mmap2',
        '',
      ].join('\n'),
    )
  })

  it('says first what options of the sides explain, each once', async () => {
    await runCli(['compile', NEW, '--unknown', 'ENOSYS', '-o', at('unknown.bpf')])
    const { notes, entries } = await report(ONE, at('unknown.bpf'))
    expect(notes.map(({ name, message, directions }) => [name, message, directions])).toEqual([
      [
        'abis',
        `${at('unknown.bpf')} is for x86, x32 too, whose calls get KILL_THREAD in ${ONE}; --within lists them`,
        ['weaker'],
      ],
      [
        'unknown',
        `numbers of x86_64 above the newest known call get ERRNO(EPERM) in ${ONE} and ERRNO(ENOSYS) in ${at('unknown.bpf')} (unknown)`,
        ['other'],
      ],
    ])
    expect(entries.every(({ abis }) => abis.join() === 'x86_64')).toBe(true)
    await runCli(['asm', NO_X32, '-o', at('no-x32.bpf')])
    const other = await report(ONE, at('no-x32.bpf'))
    expect(other.notes.map(({ message }) => message)).toEqual([
      `calls of x32 get KILL_THREAD in ${ONE} and ERRNO(EPERM) in ${at('no-x32.bpf')}`,
      `calls of other ABIs get KILL_THREAD in ${ONE} and KILL_PROCESS in ${at('no-x32.bpf')} (badArch)`,
    ])
    const part = await report(ONE, at('unknown.bpf'), { within: parseWithin('x86') })
    expect([part.notes.map(({ name }) => name), part.entries.length > 0]).toEqual([[], true])
  })

  it('takes the numbers of no ABI for the whole of a filter that asks for no arch', async () => {
    await runCli(['asm', ANY, '-o', at('any.bpf')])
    const { notes, entries } = await report(at('any.bpf'), ONE)
    expect(notes.map(({ name }) => name)).toEqual(['bad-arch'])
    expect(entries.length).toBeGreaterThan(0)
  })

  it('counts all and keeps what is asked for', async () => {
    const whole = await report(OLD, NEW)
    const summary = `x86_64: 3 calls weaker (1 of them for some arguments), 2 stricter, the same on x32; x86: 3 calls weaker (1 of them for some arguments), 4 stricter (${OLD} → ${NEW})`
    expect(summaryText(whole)).toBe(summary)
    const only = onlyIn(whole, ['stricter'])
    expect(summaryText(only)).toBe(summary)
    expect(only.entries.map(({ of }) => verdictName(of.to))).toEqual(['ERRNO(2)', 'KILL_THREAD', 'ERRNO(1)'])
    expect(onlyIn(whole, ['other']).entries).toEqual([])
  })

  it('is a table of Markdown, with names', async () => {
    const lines = reportMarkdown(await report(OLD, NEW)).split('\n')
    expect(lines[0]).toBe('| direction | from | to | ABIs | calls | when |')
    expect(lines).toContain(
      '| weaker | ERRNO(EPERM) | ALLOW | x86_64 | personality | (u64)personality \\<= 8 |',
    )
  })

  it('has for machines the numbers on each ABI, and the calls of a note', async () => {
    const facts = reportFacts(await report(ONE, NEW)) as {
      readonly notes: readonly { readonly changes: readonly unknown[] }[]
      readonly changes: readonly unknown[]
    }
    expect(facts.notes[0]?.changes.length).toBeGreaterThan(0)
    expect(facts.changes).toContainEqual({
      direction: 'weaker',
      from: 'ERRNO(1)',
      fromErrno: 'EPERM',
      to: 'ALLOW',
      abis: ['x86_64'],
      calls: ['personality'],
      named: '(u64)personality <= 8',
      where: [
        {
          abi: 'x86_64',
          arches: [{ lo: AUDIT_ARCH.X86_64, hi: AUDIT_ARCH.X86_64 }],
          numbers: [{ lo: 135, hi: 135 }],
          when: 'args[0] <= 8',
        },
      ],
    })
  })
})
