#!/usr/bin/env node
/**
 * Writes the table of `@seccompile/libc-calls`: builds the probes for each library and ABI, runs them, and records their calls.
 *
 *   node tools/gen-libc-calls/gen-libc-calls.mjs [--musl DIR] [--only ABI/LIBC,…] [--check] [--keep FILE] [--from FILE [--functions NAME,…]]
 *
 * gen-lint-calls.mjs then writes the part of the table that lint has.
 *
 * --keep writes the measurements to a file, and --from takes them from there, except those of --functions.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { release, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
// Not the package: it has the table, which this tool writes.
import { OLDER_CALLS } from '../../packages/libc-calls/dist/older-calls.js'
import { signedAbiTable } from '@seccompile/signatures'
import { differences, functionsIn } from './src/differences.mjs'
import { tableText } from './src/emit.mjs'
import { machines } from './src/machines.mjs'
import { measure, measureStart, withMultiplexers } from './src/measure.mjs'
import { measuredAbis, rowsOf } from './src/rows.mjs'
import { buildDynamic, buildProbes, probeNames } from './src/run-probe.mjs'

const TABLE = join(import.meta.dirname, '../../packages/libc-calls/src/table.ts')
const { values } = parseArgs({ options: { musl: { type: 'string' }, only: { type: 'string' }, check: { type: 'boolean' }, keep: { type: 'string' }, functions: { type: 'string' }, from: { type: 'string' } } }) // prettier-ignore

const has = (command) => spawnSync('sh', ['-c', 'command -v "$1"', 'sh', command]).status === 0
const firstLine = (command, ...args) =>
  spawnSync(command, args, { encoding: 'utf8' }).stdout?.split('\n')[0] ?? ''
const version = (text) => /\d+(\.\d+)+/.exec(text)?.[0] ?? ''

/** The version of glibc for which a compiler has headers. */
function glibcOf(gcc) {
  const { stdout = '' } = spawnSync(gcc, ['-E', '-dM', '-include', 'features.h', '-x', 'c', '/dev/null'], { encoding: 'utf8' }) // prettier-ignore
  const part = (name) => new RegExp(`#define ${name} (\\d+)`).exec(stdout)?.[1]
  return `${part('__GLIBC__')}.${part('__GLIBC_MINOR__')}`
}

/** The versions of what ran, with those of glibc on ABIs for which it is another one. */
function versions() {
  const packaged = firstLine('dpkg-query', '-W', '-f', '${Version}\n', 'musl-dev')
  const each = here.filter(({ libc }) => libc === 'glibc').map(({ abi, gcc }) => [abi, glibcOf(gcc)])
  const glibc = glibcOf('gcc')
  return {
    glibc,
    others: Object.fromEntries(each.filter(([, version]) => version !== glibc)),
    musl: version(packaged),
    linux: version(release()),
    qemu: version(firstLine('qemu-aarch64', '--version')),
    strace: version(firstLine('strace', '-V')),
  }
}

/** The end of the names of probes with times that 32 bits do not hold. A function then makes other calls: another list. */
const LATE = ' after 2038'

/** A measurement of a probe, as a list of its function. The signal that ends a late probe makes no part of it. */
function asList(name, { calls, ...found }) {
  if (!name.endsWith(LATE)) return { function: name, calls, ...found }
  const own = calls.filter((call) => !['sigreturn', 'rt_sigreturn'].includes(call.name))
  return { function: ofProbe(name), calls: own, ...found }
}

const ofProbe = (name) => (name.endsWith(LATE) ? name.slice(0, -LATE.length) : name)

/** The measurements of `machine`, of the functions in `only` or else of all and of the starts of programs. */
function measureAll(machine, only) {
  const folder = mkdtempSync(join(tmpdir(), 'libc-calls-'))
  try {
    const program = buildProbes(machine, folder)
    const dynamic = only === undefined ? buildDynamic(machine, folder) : undefined
    const names = probeNames(machine, program).filter((name) => only?.includes(ofProbe(name)) ?? true)
    const found = names.flatMap((name) => {
      if (!machine.hidesVdso && VDSO.includes(name)) return []
      const found = measure(machine, program, name)
      if (found === undefined) console.error(`${machine.abi} ${machine.libc}: ${name} did not end`)
      return found === undefined ? [] : [asList(name, found)]
    })
    const started = [
      ...(only === undefined ? [['start of a static program', measureStart(machine, program)]] : []),
      ...(dynamic === undefined
        ? []
        : [
            ['start of a dynamic program', measureStart(machine, dynamic)],
            // musl makes a call more for the first thread of a program that may load libraries.
            ['pthread_create in a dynamic program', measure(machine, dynamic, 'pthread_create')],
          ]),
    ]
    const starts = started.flatMap(([name, start]) =>
      start === undefined ? [] : [{ function: name, ...start }],
    )
    return [...withMultiplexers(machine, found), ...starts].map((one) => ({
      ...one,
      libc: machine.libc,
      abi: machine.abi,
    }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Functions that the vDSO may serve. Where it is not hidden, an emulator shows the calls of its own vDSO. */
const VDSO = [
  'time',
  'gettimeofday',
  'clock_gettime',
  'clock_getres',
  'sched_getcpu',
  'getrandom',
  'getentropy',
  'arc4random',
]

const wordSize = (abi) => signedAbiTable(abi).wordSize
const wanted = values.only?.split(',')
const here = machines({ musl: values.musl, wordSize, has }).filter(({ abi, libc }) => wanted?.includes(`${abi}/${libc}`) ?? true) // prettier-ignore
const only = values.functions?.split(',')
const known = values.from === undefined ? [] : JSON.parse(readFileSync(values.from, 'utf8'))
const isAgain = (one) =>
  only?.includes(one.function) === true && here.some(({ abi, libc }) => abi === one.abi && libc === one.libc)
const measured = known.filter((one) => !isAgain(one))
for (const machine of values.from === undefined || only !== undefined ? here : []) {
  measured.push(...measureAll(machine, only))
  console.error(`${machine.abi} ${machine.libc}: ${measured.filter(({ abi, libc }) => abi === machine.abi && libc === machine.libc).length} measurements`) // prettier-ignore
  if (values.keep !== undefined) writeFileSync(values.keep, JSON.stringify(measured))
}
const places = [...new Set([...known, ...measured].map(({ abi, libc }) => `${abi} ${libc}`))]
const placeOf = ({ abi, libc }) => places.indexOf(`${abi} ${libc}`)
measured.sort((a, b) => placeOf(a) - placeOf(b))
const before = readFileSync(TABLE, { encoding: 'utf8', flag: 'a+' })
if (values.check) {
  const found = differences(before, rowsOf(measured, functionsIn(before)), here)
  for (const line of found) console.error(line)
  process.exitCode = found.length === 0 ? 0 : 1
} else {
  const older = OLDER_CALLS.map((one) => one.function)
  const abis = { glibc: measuredAbis(measured, 'glibc'), musl: measuredAbis(measured, 'musl') }
  const text = tableText(rowsOf(measured, older), abis, versions())
  writeFileSync(TABLE, await format(text, { parser: 'typescript', ...(await resolveConfig(TABLE)) }))
}
