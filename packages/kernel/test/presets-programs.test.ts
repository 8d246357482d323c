/*
 * Every-day programs under the presets that should let them work: those of this distribution, and a C program against
 * glibc and against musl, which make other calls of the same functions.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { presetPolicy } from '@seccompile/presets'
import { afterAll, describe, expect, it } from 'vitest'
import { nativeFilter, under } from './under.ts'
import { whyNotRun } from './why-not-run.ts'
import { sayNotRun } from './why-not.ts'

/**
 * Presets under which all of the programs work. A composition refuses what any of its presets refuses, so programs that work
 * under it work under each.
 */
const PRESETS = [
  'container-default+no-exotic-sockets+no-io-uring+no-network+no-new-namespaces+no-tracing+no-tty-injection+no-unix-sockets',
  'unix-sockets-only',
] as const

const reason = await whyNotRun('every-day programs under the presets', 'koffi')

const folder = mkdtempSync(join(tmpdir(), 'seccompile-programs-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Whether `command` is there; said, where it is not. */
function has(command: string): boolean {
  const { error, status } = spawnSync(command, ['--version'], { stdio: 'ignore' })
  if (error === undefined && status === 0) return true
  sayNotRun(`${command} under the presets`, `${command} is not installed`)
  return false
}

/** The path of native/every-day.c made by `compiler`; `undefined` where that cannot be, which is said. */
function everyDay(compiler: string, libc: string): string | undefined {
  const source = fileURLToPath(new URL('native/every-day.c', import.meta.url))
  const output = join(folder, `every-day-${libc}`)
  const { error, status, stderr } = spawnSync(compiler, ['-pthread', '-static', '-o', output, source], {
    encoding: 'utf8',
  })
  if (error === undefined && status === 0) return output
  sayNotRun(`a program of ${libc} under the presets`, error?.message ?? stderr)
  return undefined
}

const GIT = `
  git init -q repository
  cd repository
  echo text > file
  git add file
  git -c user.name=me -c user.email=me@localhost commit -q -m first
  git log --format=%s
  cd ..`

/** What a shell does under each preset, and what it prints. */
const steps: readonly { readonly script: string; readonly prints: string }[] =
  reason === undefined
    ? [
        { script: 'ls -l / | grep -c " etc$"', prints: '1' },
        { script: "printf 'c\\nb\\na\\n' | sort | head -n 1", prints: 'a' },
        {
          script:
            'mkdir in out; echo packed > in/file; tar -cf t.tar in; tar -xf t.tar -C out; cat out/in/file',
          prints: 'packed',
        },
        { script: `'${process.execPath}' -e 'setTimeout(() => console.log(6 * 7), 1)'`, prints: '42' },
        ...(has('git') ? [{ script: GIT, prints: 'first' }] : []),
        ...[everyDay('cc', 'glibc'), everyDay('musl-gcc', 'musl')]
          .filter((path) => path !== undefined)
          .map((path) => ({ script: path, prints: 'done' })),
        { script: '(exit 5) || echo $?', prints: '5' },
      ]
    : []

describe.skipIf(reason !== undefined).each(PRESETS)('under %s', (name) => {
  it('sh, ls, sort, tar, node, git and C programs do their work', async () => {
    const program = nativeFilter(presetPolicy(name))
    const script = [
      `set -e; mkdir '${folder}/${name}'; cd '${folder}/${name}'`,
      ...steps.map((each) => each.script),
    ]
    const lines = steps.map(({ prints }) => `${prints}\n`)
    expect(await under(program, '/bin/sh', '-c', script.join('\n'))).toEqual({
      status: 0,
      out: lines.join(''),
    })
  })
})
