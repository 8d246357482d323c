/*
 * The scripts of the shells, run by the shells themselves. Bash and zsh get the variables that they set when a person
 * presses the tab key; fish has a command that completes a line. If a shell is not installed, the tests print that.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Shell } from '../src/commands/complete.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const COMMAND = fileURLToPath(new URL('../bin/seccompile.js', import.meta.url))
const { at } = temporaryFolder()
const PROGRAM = `seccompile() { "${process.execPath}" "${COMMAND}" "$@"; }\n`

const completionScript = (shell: Shell): string =>
  readFileSync(new URL(`../completions/seccompile.${shell}`, import.meta.url), 'utf8')

const isThere = (shell: Shell): boolean => spawnSync(shell, ['--version']).status === 0

/** The tests of `shell`, if it is installed. */
function withShell(shell: Shell, tests: () => void): void {
  describe(`the script of ${shell}`, () => {
    it('is what "complete" prints', async () => {
      expect(await runCli(['complete', shell])).toMatchObject({
        status: 0,
        out: completionScript(shell),
        err: '',
      })
    })
    if (isThere(shell)) tests()
    else {
      process.stderr.write(`\n*** NOT RUN: the script of ${shell}, since ${shell} is not installed\n\n`)
      it(`is not run, since ${shell} is not installed`, () => expect(isThere(shell)).toBe(false))
    }
  })
}

/** The output of `shell` when it runs `program`. */
function printed(shell: Shell, args: readonly string[], program: string): string {
  writeFileSync(at(`script.${shell}`), completionScript(shell))
  writeFileSync(at('told'), program)
  const { stdout, stderr } = spawnSync(shell, [...args, 'told'], { cwd: at('.'), encoding: 'utf8' })
  expect(stderr).toBe('')
  return stdout
}

beforeAll(() => {
  for (const name of ['profile.json', 'a b.bpf']) writeFileSync(at(name), '')
})

withShell('bash', () => {
  /** Lines up to the cursor, with the words as bash divides them. */
  const CASES: readonly (readonly [line: string, words: readonly string[], replies: readonly string[]])[] = [
    ['seccompile expl', ['seccompile', 'expl'], ['explain']],
    ['seccompile explain pres', ['seccompile', 'explain', 'pres'], ['preset:']],
    ['seccompile explain p', ['seccompile', 'explain', 'p'], ['preset:', 'profile.json']],
    ['seccompile disasm a', ['seccompile', 'disasm', 'a'], ['a b.bpf']],
    ['seccompile explain preset:no-netw', ['seccompile', 'explain', 'preset', ':', 'no-netw'], ['no-network']],
    ['seccompile compile --abi=x86_64,aa', ['seccompile', 'compile', '--abi', '=', 'x86_64,aa'], ['x86_64,aarch64']],
    ['seccompile compile --effort=', ['seccompile', 'compile', '--effort', '='], ['default', 'max']],
    ['seccompile emulate f.bpf socket family=AF_UNI', ['seccompile', 'emulate', 'f.bpf', 'socket', 'family', '=', 'AF_UNI'], ['AF_UNIX']],
    ['seccompile emulate f.bpf socket fam', ['seccompile', 'emulate', 'f.bpf', 'socket', 'fam'], ['family=']],
    ['seccompile emulate f.bpf openat "flags=O_WRONLY|O_CLO', ['seccompile', 'emulate', 'f.bpf', 'openat', '"flags=O_WRONLY|O_CLO'], ['flags=O_WRONLY|O_CLOEXEC']],
    [String.raw`seccompile emulate f.bpf openat flags=O_WRONLY\|O_CLO`, ['seccompile', 'emulate', 'f.bpf', 'openat', 'flags', '=', String.raw`O_WRONLY\|O_CLO`], [String.raw`O_WRONLY\|O_CLOEXEC`]],
    ['seccompile emulate f.bpf open_by', ['seccompile', 'emulate', 'f.bpf', 'open_by'], ['open_by_handle_at']],
    ['seccompile solve f.bpf --arg "$(touch made)" --syscall mprot', ['seccompile', 'solve', 'f.bpf', '--arg', '"$(touch made)"', '--syscall', 'mprot'], ['mprotect']],
  ] // prettier-ignore

  it('completes what is typed, and evaluates none of it', () => {
    const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
    const runs = CASES.map(
      ([line, words]) =>
        `COMP_LINE=${quoted(line)} COMP_POINT=${line.length} COMP_WORDS=(${words.map(quoted).join(' ')}) COMP_CWORD=${words.length - 1}\n_seccompile; (IFS=$'\\t'; echo "\${COMPREPLY[*]}")\n`,
    )
    const out = printed(
      'bash',
      ['--norc', '--noprofile'],
      `${PROGRAM}. ./script.bash\n${runs.join('')}ls made 2>&1\n`,
    )
    const lines = out.trimEnd().split('\n')
    expect(lines.slice(0, -1).map((line) => line.split('\t'))).toEqual(CASES.map(([, , replies]) => replies))
    expect(lines.at(-1)).toMatch(/cannot access/)
  })

  it('may be sourced twice, and is registered for the command', () => {
    const out = printed('bash', ['--norc'], '. ./script.bash; . ./script.bash; complete -p seccompile\n')
    expect(out).toBe('complete -F _seccompile seccompile\n')
  })
})

withShell('zsh', () => {
  /** Stubs for the functions that zsh's completion calls. */
  const STUBS = `
    compdef() { print -r "registered: $*"; }
    _describe() { local -a all=("\${(@P)4}"); print -r "$3: \${(j:|:)all} \${5-}"; }
    _files() { print "files $* $PREFIX"; }
    _command_names() { print programs; }
    compset() { PREFIX=\${PREFIX#*=}; }
    `
  it('gives to zsh what is typed', () => {
    const ask = (words: string): string => `words=(${words}) CURRENT=$#words PREFIX=$words[-1]; _seccompile\n`
    const out = printed(
      'zsh',
      ['-f'],
      `${PROGRAM}${STUBS}. ./script.zsh\n${ask('seccompile expl')}${ask('seccompile explain preset:no-netw')}${ask('seccompile explain pres')}${ask('seccompile compile p --output=x')}${ask("seccompile run f -- ''")}`,
    )
    expect(out.split('\n')).toEqual([
      'registered: _seccompile seccompile',
      'value: explain:list what a filter does, by system call ',
      String.raw`value: preset\:no-network:no way to a network: no sockets but connected pairs, no io_uring `,
      String.raw`beginning: preset\::a policy of seccompile by its name -S`,
      'files  pres',
      'files  x',
      'programs',
      '',
    ])
  })
})

withShell('fish', () => {
  it('completes what is typed', () => {
    const out = printed(
      'fish',
      ['--no-config'],
      `function seccompile; "${process.execPath}" "${COMMAND}" $argv; end
      source ./script.fish
      complete -C 'seccompile expl'
      complete -C 'seccompile explain preset:no-netw'
      complete -C 'seccompile explain p'
      complete -C 'seccompile compile --abi=x86_64,aa'
      complete -C 'seccompile disasm --abi x86_64 pro'
      `,
    )
    expect(out.split('\n')).toEqual([
      'explain\tlist what a filter does, by system call',
      'preset:no-network\tno way to a network: no sockets but connected pairs, no io_uring',
      'preset:\ta policy of seccompile by its name',
      'profile.json',
      '--abi=x86_64,aarch64',
      'profile.json',
      '',
    ])
  })
})
