import { isatty } from 'node:tty'
import { failedStatus } from './io/exit-code.ts'
import { isOutputLost, lossTeller, lossWatcher } from './io/lost-output.ts'
import { main } from './main.ts'

const args = process.argv.slice(2)
const FAILED = failedStatus(args)

// Node changes the flags of pipes when it opens its streams. `run` hands the descriptors on with their first flags.
const stdio = args[0] === 'run' ? (await import('@seccompile/kernel/exec')).stdioFlags() : undefined
const outIsLost = isOutputLost()
const { stdout, stderr } = process

// An error about standard error has no place to go but the exit status: the report of `run` is on standard error alone.
const errIsLost = lossWatcher(stderr)

// The reader of standard output may close it early: `seccompile disasm f | head`. That is no failure. The command goes
// on, so that `seccompile prove a b | head -1` exits with the status of its answer.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  stderr.write(`error: standard output cannot be written: ${error.message}\n`)
  process.off('exit', cutShort)
  process.exit(FAILED)
})

// Node warns that its FFI is experimental. That is for the authors of a program, not for the people who use it.
const warn = process.listeners('warning')
process.removeAllListeners('warning')
process.on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning' || !warning.message.startsWith('FFI '))
    for (const listener of warn) listener(warning)
})

// A module that the person wrote may print to standard output. Its text must not get between the bytes of a filter or
// the lines of JSON, so all output but our own goes to standard error.
const write = stdout.write.bind(stdout)
stdout.write = stderr.write.bind(stderr)

const out = outIsLost ? lossTeller((text) => stderr.write(text)) : write

// The module may also end the process. Then there is no answer, and the exit status must say so.
const cutShort = (): void => {
  stderr.write('error: a loaded module ended the process before seccompile was done\n')
  process.exitCode = FAILED
}
process.once('exit', cutShort)

// Node emits `beforeExit` when no work is left: a module awaits a promise that never settles.
const stuck = (): void => {
  stderr.write('error: a module did not finish loading: it awaits a promise that never settles\n')
  process.off('exit', cutShort)
  process.exit(FAILED)
}
process.once('beforeExit', stuck)
const status = await main(args, {
  out,
  outBytes: out,
  err: (text) => stderr.write(text),
  outIsTerminal: isatty(1),
  errIsTerminal: isatty(2),
  outColumns: stdout.columns,
  outIsLost,
  env: process.env,
  stdio,
})
process.off('beforeExit', stuck)
process.off('exit', cutShort)

// A module may leave a timer or a socket open, which must not keep the command alive: the work is done. The process
// exits only after all output is written. Where writing fails, the handlers above decide. An empty write to a full
// device fails too, so none is made where nothing waits.
const end = (): unknown => setImmediate(() => process.exit(errIsLost() ? FAILED : status))
write('', () => (stderr.writableLength === 0 ? end() : stderr.write('', end)))
