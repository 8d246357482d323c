/* Starts programs without a shell: a name of a file stays one word. */
import { spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { win32 } from 'node:path'

/** Bytes of a MiB. */
const MIB = 1024 * 1024

/** Most bytes of an answer of seccompile. */
const MOST_BYTES = 64 * MIB

/** Most bytes of the last line of a command: the longest report. */
const MOST_OF_LINE = 16 * MIB

/**
 * The words that start the program `words[0]`. On Windows npm is a script of a shell, which Node does not start, so Node starts
 * what the script does.
 * @param {readonly string[]} words
 * @param {{ readonly platform: string, readonly execPath: string, readonly exists: (path: string) => boolean }} machine
 * @returns {readonly string[]}
 * @throws {Error} where this Node has no npm
 */
export function startWords(words, { platform, execPath, exists }) {
  const [name, ...rest] = words
  if (platform !== 'win32' || (name !== 'npm' && name !== 'npx')) return words
  const script = win32.join(win32.dirname(execPath), 'node_modules', 'npm', 'bin', `${name}-cli.js`)
  if (!exists(script)) throw new Error(`there is no ${script}; let actions/setup-node install Node`)
  return [execPath, script, ...rest]
}

const MACHINE = { platform: process.platform, execPath: process.execPath, exists: existsSync }

const notStarted = (name, error) => new Error(`${name} cannot be started: ${error.message}`)

/**
 * Runs a program to its end.
 * @param {readonly string[]} command the words that start it
 * @param {readonly string[]} words more words
 * @param {string} [folder] to run it in; that of the repository, if absent
 * @returns {import('./part.mjs').Answer}
 * @throws {Error} where it cannot be started
 */
export function answerOf(command, words, folder) {
  const [name, ...first] = startWords(command, MACHINE)
  const { status, stdout, stderr, error } = spawnSync(name, [...first, ...words], {
    encoding: 'utf8',
    maxBuffer: MOST_BYTES,
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
  })
  if (error?.code === 'ENOBUFS')
    throw new Error(`${name} prints more than ${MOST_BYTES / MIB} MiB; name fewer files`)
  if (error !== undefined) throw notStarted(name, error)
  return { status: status ?? 3, out: stdout, err: stderr }
}

/** The environment for a command of the repository, without the files by which it would answer in place of this action. */
function environment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^GITHUB_(?:OUTPUT|STEP_SUMMARY|ENV|PATH|STATE)$|^SECCOMPILE_/.test(name),
  )
  return Object.fromEntries(kept)
}

/**
 * Runs seccompile to its end, and shows meanwhile what the command that it runs prints. GitHub takes no workflow command from that.
 * @param {readonly string[]} command
 * @param {readonly string[]} words
 * @returns {Promise<{ readonly status: number | null, readonly last: string }>} with the last line of standard error
 * @throws {Error} where it cannot be started
 */
export async function watchedAnswer(command, words) {
  const [name, ...first] = startWords(command, MACHINE)
  const token = randomUUID()
  const say = (text) => {
    if (process.env.GITHUB_ACTIONS === 'true') process.stdout.write(`${text}\n`)
  }
  say(`::stop-commands::${token}`)
  try {
    const child = spawn(name, [...first, ...words], {
      stdio: ['ignore', 'inherit', 'pipe'],
      env: environment(),
    })
    let last = Buffer.alloc(0)
    child.stderr.on('data', (piece) => {
      process.stderr.write(piece)
      // The last whole line, and what follows it.
      const all = Buffer.concat([last, piece])
      const before = all.lastIndexOf(10, all.lastIndexOf(10) - 1)
      last = all.subarray(Math.max(before + 1, all.length - MOST_OF_LINE))
    })
    const status = await new Promise((resolve, reject) => {
      child.on('error', (error) => reject(notStarted(name, error)))
      child.on('close', resolve)
    })
    return { status, last: last.toString('utf8').trimEnd() }
  } finally {
    // A command that ended within a line would hide the next one.
    say(`\n::${token}::`)
  }
}
