/*
 * Policies that were recorded here with glibc, ported to musl: programs of musl are unharmed under them, on this kernel.
 *
 * The programs are one source for both libraries, the probes of musl (each function of the C library that the policy of a Node server
 * lets programs of glibc use), and busybox. Debian has busybox of glibc alone, so MUSL_BUSYBOX names one that `musl-gcc` built:
 *
 *   apt-get source busybox && cd busybox-1.37.0 && make defconfig
 *   sed -i 's/^CONFIG_TC=y/CONFIG_TC=n/; s/^CONFIG_SHA\(1\|256\)_HWACCEL=y/CONFIG_SHA\1_HWACCEL=n/; s/^# CONFIG_STATIC is not set/CONFIG_STATIC=y/' .config
 *   make CC='musl-gcc -idirafter /usr/include -idirafter /usr/include/x86_64-linux-gnu' busybox
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { callsOfFunctions } from '@seccompile/libc-calls'
import type { MeasuredCall } from '@seccompile/libc-calls'
import { parseProfile } from '@seccompile/oci'
import { resolve } from '@seccompile/policy'
import { inquire } from '@seccompile/prover'
import { refuses } from '@seccompile/abi'
import { all, argument } from '@seccompile/rules'
import { argumentOf, signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

const COMMAND = fileURLToPath(new URL('../bin/seccompile.js', import.meta.url))
const EVERY_DAY = fileURLToPath(new URL('../../kernel/test/native/every-day.c', import.meta.url))
const PROBES = fileURLToPath(new URL('../../../tools/gen-libc-calls/probes/', import.meta.url))
const { at, file } = temporaryFolder()

interface ProcessOutcome {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

function run(command: string, ...words: readonly string[]): ProcessOutcome {
  const { status, stdout, stderr } = spawnSync(command, words, {
    cwd: at('.'),
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { status, out: stdout, err: stderr }
}

const seccompile = (...words: readonly string[]): ProcessOutcome => run(process.execPath, COMMAND, ...words)

/** Why nothing is recorded and run here. */
function whyNot(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'this is not Linux on x86_64'
  for (const compiler of ['gcc', 'musl-gcc'])
    if (spawnSync(compiler, ['--version']).status !== 0) return `${compiler} is not installed`
  const { status, stderr } = spawnSync(process.execPath, [COMMAND, 'record', '--', 'true'], {
    encoding: 'utf8',
  })
  return status === 0 ? undefined : stderr
}

const reason = whyNot()
if (reason !== undefined) process.stderr.write(`\n*** NOT RUN: policies ported to musl: ${reason}\n\n`)

/** Records `words`, makes a profile of the recording, and ports it to musl: the names of both files. */
function recorded(name: string, ...words: readonly string[]): readonly [glibc: string, musl: string] {
  const [calls, glibc, musl] = [`${name}.ndjson`, `${name}.json`, `${name}-musl.json`]
  expect(seccompile('record', '-o', calls, '--', ...words)).toMatchObject({ status: 0 })
  expect(seccompile('policy', calls, '-o', glibc)).toMatchObject({ status: 0 })
  // Exit 1 says that some functions are not opened; a person decides about these.
  expect([0, 1]).toContain(seccompile('port', glibc, '--to', 'x86_64', '--libc', 'musl', '-o', musl).status)
  return [glibc, musl]
}

describe.skipIf(reason !== undefined)('a profile that was recorded with glibc', () => {
  it('lets the same program of musl run once it is ported, and not before', () => {
    expect(run('gcc', '-pthread', '-o', 'glibc', EVERY_DAY)).toMatchObject({ status: 0 })
    const [before, after] = recorded('every-day', './glibc')
    for (const [name, flags] of [
      ['dynamic', []],
      ['static', ['-static']],
    ] as const) {
      expect(run('musl-gcc', '-pthread', ...flags, '-o', name, EVERY_DAY)).toMatchObject({ status: 0 })
      expect(seccompile('run', before, '--', `./${name}`).status, name).not.toBe(0)
      expect(seccompile('run', after, '--', `./${name}`), name).toMatchObject({ status: 0, out: 'done\n' })
    }
  })
})

/** The server of docs/server-policy.md in one process: it answers, stores a text, says its addresses, and ends. */
const SERVER = `
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { networkInterfaces } from 'node:os'
const answers = {
  '/page': () => readFileSync('server.mjs', 'utf8'),
  '/store': () => writeFileSync('stored.txt', 'text') ?? 'stored',
  '/addresses': () => Object.keys(networkInterfaces()).join(' '),
}
const server = createServer(({ url }, response) => response.end(answers[url]()))
server.listen(0, '127.0.0.1', async () => {
  for (const path of Object.keys(answers))
    await (await fetch('http://127.0.0.1:' + server.address().port + path, { headers: { connection: 'close' } })).text()
  server.close()
})
`

/** The calls of musl for each function whose calls of glibc all run under \`profile\`. */
function meantFunctions(profile: string): ReadonlyMap<string, readonly MeasuredCall[]> {
  const x86_64 = signedAbiTable('x86_64')
  const { policy } = parseProfile(readFileSync(at(profile), 'utf8'), { file: profile })
  const inquiry = inquire({ level: 'rules', ir: resolve(policy, { abis: [x86_64] }).rules })
  if (inquiry.kind === 'undecided') throw new Error(inquiry.reason)
  const runs = ({ name, fixed }: MeasuredCall): boolean => {
    const args = all(
      fixed.flatMap(({ argument: of, values }) => {
        const found = argumentOf(x86_64, name, of)!
        const ranges = values.map((value) => ({ lo: value, hi: value }))
        return [argument(found.index, ranges, (1n << BigInt(found.width)) - 1n)]
      }),
    )
    // Whatever else the program gives: a function that is refused for some arguments may be refused in the probe.
    return (
      inquiry.call(refuses, { arch: x86_64.auditArch, nr: x86_64.numbers.get(name)!, args }) === undefined
    )
  }
  const musl = new Map(callsOfFunctions('musl', 'x86_64').map((one) => [one.function, one.lists[0] ?? []]))
  const meant = callsOfFunctions('glibc', 'x86_64').filter(
    ({ lists: [list = []] }) => list.length > 0 && list.every(runs),
  )
  return new Map(
    meant.flatMap(({ function: name }) => (musl.has(name) ? [[name, musl.get(name)!] as const] : [])),
  )
}

describe.skipIf(reason !== undefined)('the profile of a Node server', () => {
  it('lets the functions of musl run that it lets run of glibc', () => {
    file('server.mjs', SERVER)
    const [before, after] = recorded('server', process.execPath, 'server.mjs')
    const sources = readdirSync(PROBES).filter((name) => name.endsWith('.c') && name !== 'no-vdso.c')
    const built = run(
      'musl-gcc',
      '-w',
      '-static',
      '-pthread',
      '-o',
      'probe',
      ...sources.map((name) => PROBES + name),
    )
    expect(built).toMatchObject({ status: 0 })
    const { rows } = JSON.parse(
      seccompile('port', before, '--to', 'x86_64', '--libc', 'musl', '--json').out,
    ) as {
      readonly rows: readonly { readonly call: string; readonly status: string }[]
    }
    const withheld = new Set(rows.filter(({ status }) => status === 'withheld').map(({ call }) => call))
    const names = new Set(run('./probe').out.trim().split('\n'))
    const asked = [...meantFunctions(before)].filter(
      ([name, calls]) =>
        names.has(name) && name !== 'abort' && !calls.some((call) => withheld.has(call.name)),
    )
    const script = asked.map(([name], i) => {
      mkdirSync(at(`${i}/d`), { recursive: true })
      writeFileSync(at(`${i}/f`), 'abcdefgh')
      return `(cd ${i} && ../probe '${name}' 0)`
    })
    const made = new Set(asked.flatMap(([, calls]) => calls.map(({ name }) => name)))
    const refusedBy = (profile: string): readonly string[] => {
      const { err } = seccompile('try', profile, '--json', '--', 'sh', '-c', script.join('\n'))
      const { denied } = JSON.parse(err.slice(err.indexOf('{'))) as {
        readonly denied: readonly { readonly name: string; readonly program: string }[]
      }
      const own = denied.filter(({ program }) => program.endsWith('/probe'))
      return own.map(({ name }) => name).filter((name) => made.has(name))
    }
    expect(refusedBy(before)).toContain('open')
    expect(refusedBy(after)).toEqual([])
    expect(asked.length).toBeGreaterThan(40)
  }, 300_000)
})

/** Programs of busybox, each called as `$1 NAME`. */
const SCRIPT = `set -e
$1 mkdir -p made/a
$1 printf 'one\\ntwo\\nthree\\n' > made/f
$1 cp made/f made/g
$1 mv made/g made/a/g
$1 ln -s ../f made/a/l
$1 chmod 600 made/f
$1 touch -d 2020-01-02 made/f
$1 ls -lR made > made/list
$1 grep -c t made/f
$1 sed s/o/0/g made/f | $1 sort | $1 uniq | $1 wc -l
$1 tar -cf made/t.tar -C made a f
$1 tar -tf made/t.tar | $1 sort
$1 gzip -k made/t.tar
$1 zcat made/t.tar.gz | $1 tar -t | $1 wc -l
$1 find made -type f | $1 wc -l
$1 stat -c %s made/f
$1 readlink made/a/l
$1 df . > made/df
$1 id -u
$1 sleep 0
$1 date -u -d @0 +%Y
$1 awk '{ n += length($1) } END { print n }' made/f
$1 rm -r made
`

/** The busybox of Debian. */
const BUSYBOX = '/usr/bin/busybox'

/** Why the programs of busybox are not run here. */
function whyNoBusybox(): string | undefined {
  const musl = process.env['MUSL_BUSYBOX']
  if (musl === undefined) return 'MUSL_BUSYBOX names no busybox that musl-gcc built'
  if (spawnSync(musl, ['true']).status !== 0) return `MUSL_BUSYBOX: ${musl} does not run`
  return spawnSync(BUSYBOX, ['true']).status === 0 ? reason : 'busybox is not installed'
}

const noBusybox = whyNoBusybox()
if (noBusybox !== undefined) process.stderr.write(`\n*** NOT RUN: busybox of musl: ${noBusybox}\n\n`)

describe.skipIf(noBusybox !== undefined)('a profile that was recorded with busybox of glibc', () => {
  it('lets the programs of busybox of musl run once it is ported, and not before', () => {
    const musl = process.env['MUSL_BUSYBOX']!
    file('script.sh', SCRIPT)
    const words = (busybox: string) => [busybox, 'sh', 'script.sh', busybox] as const
    const plain = run(...words(BUSYBOX))
    expect(plain).toMatchObject({ status: 0, out: expect.stringContaining('1970') })
    const [before, after] = recorded('busybox', ...words(BUSYBOX))
    expect(seccompile('run', before, '--', ...words(musl)).status).not.toBe(0)
    rmSync(at('made'), { recursive: true, force: true })
    expect(seccompile('run', after, '--', ...words(musl))).toMatchObject({ status: 0, out: plain.out })
  }, 120_000)
})
