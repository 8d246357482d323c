// Records the system calls of three programs with strace, and keeps them as numbers: ../data/calls.NAME.json.
//
// Run by hand, on x86_64: node tools/vectors/make/record-calls.mjs [NAME...]
//
// strace stops each thread at each call, so the order of calls of several threads and processes is that under strace. Only those
// arguments are kept which policies test; they are words of flags and kinds. No path, address or content is kept.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { release, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const said = (command, ...args) => spawnSync(command, args, { encoding: 'utf8' }).stdout.split('\n')[0]

/** The interpreter itself, not a script that searches for it. */
const PYTHON = said('python3', '-c', 'import sys; print(sys.executable)')

const PROGRAMS = [
  {
    name: 'node-server',
    what: 'a Node HTTP server that answers forty requests of its own process, start and end included',
    command: ['node', 'server.mjs'],
    words: [process.execPath, here('recorded/server.mjs')],
    versions: [`Node ${process.version}`],
  },
  {
    name: 'gcc-build',
    what: 'a shell script that compiles three C sources, links them and runs the program, with all processes of gcc',
    command: ['sh', 'build.sh'],
    words: ['/bin/sh', here('recorded/build.sh')],
    versions: [said('gcc', '--version')],
  },
  {
    name: 'python-sqlite',
    what: 'a Python program that puts the files below /etc into a database of SQLite and asks it',
    command: ['python3', 'database.py'],
    words: [PYTHON, here('recorded/database.py')],
    versions: [
      said(PYTHON, '--version'),
      `SQLite ${said(PYTHON, '-c', 'import sqlite3; print(sqlite3.sqlite_version)')}`,
    ],
  },
]

/** By number on x86_64, the indexes of the arguments that are kept; of each, the low word. */
const KEPT = {
  9: [2, 3], // mmap: prot, flags
  10: [2], // mprotect: prot
  16: [1], // ioctl: cmd
  28: [2], // madvise: behaviour
  41: [0, 1, 2], // socket: family, type, protocol
  56: [0], // clone: flags
  72: [1], // fcntl: cmd
  135: [0], // personality
  157: [0], // prctl: option
  202: [1], // futex: op
}

/** A list with the word for a line of strace; empty where the line begins no call. */
function wordOf(line) {
  const [, number, list] = /^\d+ +\[ *(\d+)\] \w+\((.*)/.exec(line) ?? []
  if (number === undefined) return []
  const args = list.match(/0x[\da-f]+|\b\d+\b/g) ?? []
  const low = (KEPT[number] ?? []).map((i) => Number(BigInt(args[i] ?? 0) & 0xffff_ffffn))
  return [low.length === 0 ? number : `${number}:${low.join(',')}`]
}

/** The words in lines of about a hundred characters. */
function wrapped(words) {
  const lines = ['']
  for (const word of words) {
    if (lines.at(-1).length + word.length > 110) lines.push('')
    lines[lines.length - 1] += `${lines.at(-1) === '' ? '' : ' '}${word}`
  }
  return lines
}

const asked = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'seccompile-record-'))
try {
  for (const { name, what, command, words, versions } of PROGRAMS) {
    if (asked.length > 0 && !asked.includes(name)) continue
    const to = join(folder, name)
    const { status, stderr } = spawnSync('strace', ['-f', '-n', '-e', 'raw=all', '-o', to, ...words], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${name}: ${stderr}`)
    const calls = readFileSync(to, 'utf8').split('\n').flatMap(wordOf)
    const header = {
      made: 'by tools/vectors/make/record-calls.mjs',
      again: `node tools/vectors/make/record-calls.mjs ${name}`,
      what,
      command: `strace -f -n -e raw=all ${command.join(' ')}`,
      versions: [
        ...versions,
        said('strace', '--version').replace(' -- version', ''),
        `Linux ${release().split('-')[0]}`,
      ],
      abi: 'x86_64',
      args: KEPT,
      count: calls.length,
      calls: wrapped(calls),
    }
    const text = JSON.stringify(header, undefined, 2).replaceAll(/\[[\s\d,]*\]/g, (list) =>
      list.replaceAll(/\s+/g, ''),
    )
    writeFileSync(here(`../data/calls.${name}.json`), `${text}\n`)
    console.log(name, calls.length)
  }
} finally {
  rmSync(folder, { recursive: true })
}
